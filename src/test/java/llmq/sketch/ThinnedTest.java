package llmq.sketch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.DoubleSupplier;
import java.util.function.DoubleToIntFunction;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** A few values lie in the cells of many, in no others and in all of these. */
class ThinnedTest {
    private final Random random = new Random(3);

    private final List<DoubleSupplier> kinds = List.of(
            () -> 10 + Math.exp(3 * random.nextGaussian()),
            () -> (random.nextBoolean() ? -1 : 1) * Math.exp(9 * random.nextGaussian()),
            () -> 1000 + random.nextDouble(),
            () -> random.nextInt(500) == 0 ? 1e300 : random.nextInt(3) * 1e-300,
            () -> 7);

    private static List<Integer> cells(double[] values, DoubleToIntFunction cell) {
        return Arrays.stream(values).mapToInt(cell::applyAsInt).distinct().sorted().boxed().collect(Collectors.toList());
    }

    @Test
    void fewValuesLieInTheCellsOfMany() {
        for (DoubleSupplier kind : kinds) {
            for (int size : new int[] {0, 1, 1023, 1024, 50_000}) {
                double[] values = random.doubles(size).map(i -> kind.getAsDouble()).toArray();
                double low = Arrays.stream(values).min().orElse(0);
                double high = Arrays.stream(values).max().orElse(1);
                for (int columns : new int[] {1, 70, 5000}) {
                    DoubleToIntFunction upwards = value -> (int) Math.floor((value - low) / (high - low) * columns);
                    DoubleToIntFunction downwards = value -> columns - upwards.applyAsInt(value);
                    assertEquals(cells(values, upwards), cells(Thinned.of(values, upwards), upwards));
                    assertEquals(cells(values, downwards), cells(Thinned.of(values, downwards), downwards));
                }
            }
        }
    }

    @Test
    void manyBecomeFew() {
        double[] values = random.doubles(200_000).map(i -> kinds.get(0).getAsDouble()).toArray();
        assertTrue(Thinned.of(values, value -> (int) (value / 1000)).length <= 2 * 4096);
    }
}
