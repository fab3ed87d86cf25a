package llmq.stats;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.DoubleSupplier;
import org.junit.jupiter.api.Test;

/** Counting by ranges finds what putting in order finds, to the last bit. */
class BracketsTest {
    private static final double[] SHARES = {0, 0.1, 0.25, 0.5, 0.75, 1};
    private static final int[] SIZES = {0, 1, 2, 5, 2047, 2048, 2049, 5000, 70_000};

    private final Random random = new Random(5);

    private final List<DoubleSupplier> kinds = List.of(
            random::nextGaussian,
            () -> Math.pow(10, 40 * random.nextDouble() - 20),
            () -> random.nextInt(3),
            () -> 7,
            () -> 1e9 + random.nextInt(1000),
            () -> -Math.exp(random.nextGaussian()),
            () -> random.nextInt(50) == 0 ? -1e300 : random.nextDouble(),
            () -> random.nextInt(1000) == 0 ? Double.NaN : random.nextInt(100) == 0 ? -5 : random.nextDouble() * 1e-300);

    private static double[] quantiles(double[] values) {
        return Arrays.stream(SHARES).map(share -> Quantiles.quantile(values.clone(), share)).toArray();
    }

    @Test
    void ofPartsAreThoseOfSorting() {
        for (DoubleSupplier kind : kinds) {
            for (int size : SIZES) {
                double[] values = random.doubles(size).map(i -> kind.getAsDouble()).toArray();
                double[] sorted = Arrays.stream(values).filter(value -> value >= -1 && value <= 1e12).sorted().toArray();
                Brackets brackets = new Brackets(values, -1, 1e12, SHARES);
                int middle = size / 3;
                List<Brackets.Part> parts = new ArrayList<>();
                for (int[] part : new int[][] {{0, middle}, {middle, middle}, {middle, size}}) {
                    parts.add(brackets.new Part());
                    parts.get(parts.size() - 1).count(part[0], part[1]);
                }
                brackets.locate(parts);
                parts.get(0).look(0, middle);
                parts.get(2).look(middle, size);
                Brackets.Found found = brackets.found(parts);
                assertEquals(sorted.length, found.count());
                assertArrayEquals(quantiles(sorted), found.values());
                if (sorted.length > 0) {
                    assertEquals(sorted[0], found.low());
                    assertEquals(sorted[sorted.length - 1], found.high());
                }
            }
        }
    }

    @Test
    void ofASliceAreThoseOfSortingAndLeaveItAlone() {
        for (DoubleSupplier kind : kinds.subList(0, kinds.size() - 1)) {
            for (int size : SIZES) {
                double[] values = random.doubles(size + 20).map(i -> kind.getAsDouble()).toArray();
                double[] before = values.clone();
                double[] slice = Arrays.copyOfRange(values, 7, 7 + size);
                Brackets.Found found = Brackets.of(values, 7, 7 + size, SHARES);
                assertArrayEquals(before, values);
                assertEquals(size, found.count());
                assertArrayEquals(quantiles(slice), found.values());
                if (size > 0) {
                    assertEquals(Arrays.stream(slice).min().getAsDouble(), found.low());
                    assertEquals(Arrays.stream(slice).max().getAsDouble(), found.high());
                }
            }
        }
    }

    /** Ranges are laid by a sample, which may miss all that is great or small. */
    @Test
    void aSampleThatMissesTheRestDoesNoHarm() {
        double[] values = new double[64 * 1024];
        for (int i = 0; i < values.length; i++) {
            values[i] = i % 256 == 0 ? 1 + i * 1e-9 : random.nextGaussian() * 1e6;
        }
        assertArrayEquals(quantiles(values), Brackets.of(values, 0, values.length, SHARES).values());
    }
}
