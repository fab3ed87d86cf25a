package llmq.sketch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlotStacksTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "1 1 1   | 3  | 1 1 1",
        "1 1 1   | 2  | 1 1 0",
        "1 1 1   | 1  | 1 0 0",
        "7 3     | 1  | 1 0",
        "47 16 37 | 10 | 5 1 4",
        "57 3    | 12 | 11 1",
        "5       | 4  | 4",
        "1 1e-9  | 5  | 5 0",
    })
    void charactersAreDividedByTheLargestRemainders(String values, int characters, String expected) {
        double[] parts = Arrays.stream(values.split(" ")).mapToDouble(Double::parseDouble).toArray();
        assertEquals(expected, said(PlotStacks.divided(parts, characters)));
    }

    @Test
    void noneIsLostAndEachIsWithinOneOfItsShare() {
        Random random = new Random(5);
        for (int i = 0; i < 1000; i++) {
            double[] values = random.doubles(1 + random.nextInt(8), 1e-6, 100).toArray();
            int characters = 1 + random.nextInt(60);
            int[] shares = PlotStacks.divided(values, characters);
            assertEquals(characters, Arrays.stream(shares).sum());
            for (int k = 0; k < shares.length; k++) {
                double share = values[k] / Arrays.stream(values).sum() * characters;
                assertTrue(Math.abs(shares[k] - share) < 1, shares[k] + " for " + share);
            }
        }
    }

    private static String said(int[] shares) {
        StringBuilder said = new StringBuilder();
        for (int share : shares) {
            said.append(said.length() == 0 ? "" : " ").append(share);
        }
        return said.toString();
    }
}
