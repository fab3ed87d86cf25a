package llmq.plot;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Random;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import llmq.stats.Brackets;
import llmq.table.Field;
import llmq.table.NumberColumn;
import llmq.table.Schema;
import llmq.table.Table;
import llmq.value.Type;
import llmq.value.Unit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class HistogramTest {
    private static final double[] EVEN = IntStream.range(0, 100).asDoubleStream().toArray();
    /** numpy.concatenate([numpy.arange(25, 35, .25), numpy.arange(60, 95, .25)]). */
    private static final double[] HEAPS = DoubleStream.concat(IntStream.range(0, 40).mapToDouble(i -> 25 + i / 4.0),
            IntStream.range(0, 140).mapToDouble(i -> 60 + i / 4.0)).toArray();

    private static double[] edges(Scale scale, double[] values) {
        Brackets.Found found = Histogram.quartiles(scale, values, new Stop(() -> false));
        return Histogram.edges(Spread.between(scale, found.low(), found.high()), values.length,
                Histogram.apart(scale, found), DoubleStream.of(values).allMatch(x -> x == Math.rint(x)));
    }

    private static double wanted(double[] values) {
        Brackets.Found found = Histogram.quartiles(Scale.LINEAR, values, new Stop(() -> false));
        return Histogram.wanted(found.high() - found.low(), values.length, Histogram.apart(Scale.LINEAR, found));
    }

    private static Layer.Bars bars(Scale scale, int bins, double... values) {
        Table table = new Table(new Schema(List.of(scale == Scale.TIME ? Field.of("x", Type.DATE)
                : Field.number("x", Unit.NONE))), List.of(NumberColumn.of(values)), values.length, null);
        PlotSpec spec = new PlotSpec(PlotSpec.Form.HISTOGRAM, new PlotSpec.Channel(0, "x", null, scale), null, null,
                null, null, null, -1, false, null).in(bins);
        return (Layer.Bars) Pictures.of(spec, table, List.of(), () -> false).picture().panels().get(0).layers().get(0);
    }

    /** Lesser of 2 * subtract(*percentile(x, [75, 25])) / n**(1/3) and ptp(x) / (log2(n) + 1), by NumPy 2.4. */
    @Test
    void binsAreWantedAsWideAsNumPysAuto() {
        assertEquals(12.951578044133464, wanted(EVEN), 1e-12);
        assertEquals(7.925661828486975, wanted(HEAPS), 1e-12);
    }

    @Test
    void binsBeginAtRoundPlaces() {
        assertArrayEquals(new double[] {0, 10, 20, 30, 40, 50, 60, 70, 80, 90, 100}, edges(Scale.LINEAR, EVEN));
        assertArrayEquals(DoubleStream.iterate(25, x -> x + 5).limit(15).toArray(), edges(Scale.LINEAR, HEAPS));
        double[] places = DoubleStream.iterate(18, x -> x + 0.08).limit(100).toArray();
        double[] edges = edges(Scale.LOG, DoubleStream.of(places).map(x -> Math.pow(10, x)).toArray());
        assertEquals(1, edges[1] - edges[0], 1e-12);
        assertArrayEquals(new double[] {18_262, 18_444, 18_628, 18_809, 18_993}, edges(Scale.TIME,
                new double[] {18_300, 18_400, 18_500, 18_600, 18_900}), "halves of 2020 and 2021");
        assertTrue(edges(Scale.LINEAR, new double[] {0, 1, 2, 3, 1e9}).length < 60);
    }

    /** table(x) of R 4.2 for whole numbers; else hist(x, right = FALSE) with breaks as far as the one after max(x). */
    @Test
    void theGreatestValueOnAnEdgeHasARangeOfItsOwn() {
        assertRanges(bars(Scale.LINEAR, -1, 1, 2, 2, 4, 4, 4, 5, 5), 0.5, 1, 1, 2, 0, 3, 2);
        assertRanges(bars(Scale.LINEAR, -1, 2019, 2023, 2024, 2024, 2024, 2024, 2024, 2026), 2018.5, 1, 1, 0, 0, 0, 1,
                5, 0, 1);
        assertRanges(bars(Scale.LINEAR, -1, 7, 7, 7), 6.5, 1, 3);
        assertRanges(bars(Scale.LINEAR, -1, 0, 2, 4, 6, 8), 0, 2, 1, 1, 1, 1, 1);
        assertRanges(bars(Scale.LINEAR, -1, 0.3, 0.4, 0.45, 0.5, 0.6, 0.7, 0.7), 0.3, 0.1, 1, 2, 1, 1, 2);
        assertRanges(bars(Scale.LINEAR, 2, 0, 2, 4, 6, 8), 0, 4, 2, 3);
    }

    /** @param counts of ranges of one width that follow one another */
    private static void assertRanges(Layer.Bars bars, double low, double width, double... counts) {
        assertArrayEquals(counts, bars.value());
        for (int i = 0; i < counts.length; i++) {
            assertEquals(low + i * width, bars.from()[i], 1e-12);
            assertEquals(low + (i + 1) * width, bars.to()[i], 1e-12);
        }
    }

    /** Edges and counts of numpy.histogram(x, bins=n), NumPy 2.4; of the logarithm, that of log10(x). */
    @Test
    void asManyAsAskedForAreAsNumPyHasThem() {
        Layer.Bars four = bars(Scale.LINEAR, 4, 25, 26.5, 27, 30.2, 44, 60, 60.1, 71, 93);
        assertArrayEquals(new double[] {25, 42, 59, 76}, four.from());
        assertArrayEquals(new double[] {42, 59, 76, 93}, four.to());
        assertArrayEquals(new double[] {4, 1, 3, 1}, four.value());
        Layer.Bars three = bars(Scale.LOG, 3, 1e18, 3e18, 1e20, 5e21, 1e24);
        assertArrayEquals(new double[] {1e18, 1e20, 1e22}, three.from(), 1e8);
        assertArrayEquals(new double[] {2, 2, 1}, three.value());
    }

    @ParameterizedTest
    @EnumSource(value = Scale.class, names = {"LINEAR", "LOG", "TIME"})
    void everyValueIsInOneOfAsManyAsAskedFor(Scale scale) {
        Random random = new Random(7);
        for (int bins : new int[] {1, 2, 7, 200}) {
            for (int size : new int[] {0, 1, 2, 500}) {
                double[] values = random.doubles(size, 1, 1 + Math.pow(10, random.nextInt(6) - 1)).toArray();
                Layer.Bars bars = bars(scale, bins, values);
                assertEquals(bins, bars.value().length);
                assertEquals(size, DoubleStream.of(bars.value()).sum());
                for (int i = 0; i < bins; i++) {
                    assertTrue(bars.from()[i] < bars.to()[i]);
                }
            }
        }
    }
}
