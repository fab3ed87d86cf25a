package llmq.stats;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Random;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RanksTest {

    private static double[] values(int count) {
        Random random = new Random(count);
        double[] values = new double[count];
        for (int i = 0; i < count; i++) {
            values[i] = i % 5 == 4 ? Double.NaN : i % 7 == 0 ? -0.0 : random.nextInt(1000) - 500;
        }
        return values;
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 7, 1 << 18, 700_000, 1_900_001})
    void manyAreSortedInPartsAsIfAtOnce(int count) {
        double[] expected = Arrays.stream(values(count)).filter(value -> value == value).map(value -> value + 0.0)
                .sorted().toArray();
        assertArrayEquals(expected, Ranks.sorted(values(count), () -> { }));
        assertArrayEquals(expected, Ranks.sorted(values(count)));
    }

    /** However late it is stopped. */
    @Test
    void sortingEndsWhereItIsStopped() {
        double[] values = values(1_900_001);
        AtomicInteger beats = new AtomicInteger();
        Ranks.sorted(values, beats::incrementAndGet);
        assertTrue(beats.get() > 20, beats + " beats");
        for (int last = 1; last <= beats.get(); last++) {
            AtomicInteger left = new AtomicInteger(last);
            assertThrows(CancellationException.class, () -> Ranks.sorted(values, () -> {
                if (left.decrementAndGet() == 0) {
                    throw new CancellationException();
                }
            }));
        }
    }
}
