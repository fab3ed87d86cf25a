package llmq.plot;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.BooleanSupplier;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import llmq.table.Column;
import llmq.table.Field;
import llmq.table.NumberColumn;
import llmq.table.Schema;
import llmq.table.ScoreScale;
import llmq.table.Table;
import llmq.table.TextColumn;
import llmq.value.Type;
import llmq.value.Unit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class PicturesTest {
    private static final double UNKNOWN = Double.NaN;
    private static final BooleanSupplier GO_ON = () -> false;

    private static Table table(double[] xs, double[] ys, String[] keys) {
        List<Field> fields = new ArrayList<>(List.of(Field.number("flops", Unit.FLOP),
                new Field("mmlu", Type.NUMBER, Unit.PERCENT, "", new ScoreScale(25, 100, 14_042))));
        List<Column> columns = new ArrayList<>(List.of(NumberColumn.of(xs), NumberColumn.of(ys)));
        if (keys != null) {
            fields.add(Field.of("family", Type.TEXT));
            columns.add(TextColumn.of(keys));
        }
        return new Table(new Schema(fields), columns, xs.length, keys == null ? null : "family");
    }

    private static PlotSpec.Channel channel(int column, String title, Scale scale) {
        return new PlotSpec.Channel(column, title, null, scale);
    }

    private static PlotSpec scatter(Scale scale, boolean colored, long labelled, boolean frontier) {
        PlotSpec.Channel family = channel(2, "family", Scale.CATEGORY);
        return new PlotSpec(PlotSpec.Form.SCATTER, channel(0, "flops", scale), channel(1, "mmlu", Scale.LINEAR), null,
                colored ? family : null, null, labelled == 0 ? null : family, labelled, frontier, null);
    }

    private static Panel panel(Pictures.Drawn drawn) {
        return drawn.picture().panels().get(0);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void everyMarkLiesWithinTheAxesAndInOrder(long seed) {
        Random random = new Random(seed);
        int size = 1 + random.nextInt(400);
        boolean log = random.nextBoolean();
        double[] xs = random.doubles(size).map(x -> log ? Math.pow(10, 18 + 8 * x) : 200 * x - 100).toArray();
        double[] ys = random.doubles(size).map(y -> 20 + 70 * y).toArray();
        String[] keys = IntStream.range(0, size).mapToObj(i -> "k" + random.nextInt(12)).toArray(String[]::new);
        Pictures.Drawn drawn = Pictures.of(scatter(log ? Scale.LOG : Scale.LINEAR, true, 20, true),
                table(xs, ys, keys), List.of(), GO_ON);
        Panel panel = panel(drawn);
        int rows = 0;
        for (Layer layer : panel.layers()) {
            if (layer instanceof Layer.Points points) {
                rows += points.rows().length;
                for (int i = 0; i < points.rows().length; i++) {
                    assertTrue(panel.x().holds(points.x()[i]) && panel.y().holds(points.y()[i]));
                    double at = panel.x().at(points.x()[i]);
                    assertTrue(at > 0 && at < 1);
                    assertEquals(points.x()[i], panel.x().value(at), 1e-9 * Math.abs(points.x()[i]) + 1e-9);
                    for (int j = 0; j < i; j++) {
                        assertEquals(Double.compare(points.x()[i], points.x()[j]),
                                Double.compare(panel.x().at(points.x()[i]), panel.x().at(points.x()[j])));
                        assertEquals(Double.compare(points.y()[i], points.y()[j]),
                                Double.compare(panel.y().at(points.y()[i]), panel.y().at(points.y()[j])));
                    }
                }
            }
        }
        assertEquals(size, rows);
        assertEquals(0, drawn.unplaced());
        assertEquals(Math.min(20, size), panel.labels().size());
    }

    @Test
    void rowsWithoutAPlaceAreCountedAndNotDrawn() {
        Pictures.Drawn drawn = Pictures.of(scatter(Scale.LOG, false, 0, false),
                table(new double[] {0, -1, UNKNOWN, 10, 1000}, new double[] {1, 2, 3, 40, UNKNOWN}, null),
                List.of(), GO_ON);
        assertEquals(4, drawn.unplaced());
        Layer.Points points = (Layer.Points) panel(drawn).layers().get(0);
        assertArrayEquals(new int[] {3}, points.rows());
        assertTrue(panel(drawn).x().low() < 10 && panel(drawn).x().high() > 10);
    }

    @ParameterizedTest
    @EnumSource(value = Scale.class, names = {"LINEAR", "LOG", "TIME"})
    void aPictureOfNothingHasAxesAllTheSame(Scale scale) {
        Pictures.Drawn drawn = Pictures.of(scatter(scale, true, 5, true), table(new double[0], new double[0],
                new String[0]), List.of(), GO_ON);
        assertTrue(panel(drawn).x().low() < panel(drawn).x().high());
        assertNull(Pictures.reach(scatter(scale, false, 0, false), table(new double[0], new double[0], null)));
    }

    @Test
    void manyRowsAreCountedIntoCells() {
        int size = 20_000;
        Random random = new Random(7);
        double[] xs = random.doubles(size).map(x -> Math.pow(10, 20 + 5 * x)).toArray();
        double[] ys = random.doubles(size).map(y -> 100 * y).toArray();
        Panel panel = panel(Pictures.of(scatter(Scale.LOG, false, 0, false), table(xs, ys, null), List.of(), GO_ON));
        Layer.Cells cells = (Layer.Cells) panel.layers().get(1);
        assertEquals(size, LongSummary.of(cells.counts()));
        assertEquals(cells.columns() * cells.lines(), cells.counts().length);
    }

    private static final class LongSummary {
        static long of(long[] counts) {
            long sum = 0;
            for (long count : counts) {
                sum += count;
            }
            return sum;
        }
    }

    @Test
    void chanceIsDrawnWhereItIsInRange() {
        assertEquals("chance 25%", ((Layer.Reference) panel(Pictures.of(scatter(Scale.LOG, false, 0, false),
                table(new double[] {1e20, 1e23}, new double[] {24, 80}, null), List.of(), GO_ON))
                .layers().get(0)).text());
        assertTrue(panel(Pictures.of(scatter(Scale.LOG, false, 0, false), table(new double[] {1e20, 1e23},
                new double[] {60, 80}, null), List.of(), GO_ON)).layers().get(0) instanceof Layer.Points);
    }

    @Test
    void theFrontierHasNoRowThatAnotherBeats() {
        assertArrayEquals(new int[] {3, 0, 4}, staircase(new double[] {2, 3, 2, 1, 9}, new double[] {5, 5, 4, 1, 7}));
    }

    @Test
    void seriesBeyondTheColoursAreOne() {
        String[] keys = IntStream.range(0, 40).mapToObj(i -> "k" + (i < 20 ? i % 4 : i)).toArray(String[]::new);
        double[] numbers = IntStream.range(0, 40).mapToDouble(i -> i + 1).toArray();
        Picture picture = Pictures.of(scatter(Scale.LOG, true, 0, false), table(numbers, numbers, keys), List.of(),
                GO_ON).picture();
        assertEquals(Groups.COLORS, picture.series().size());
        assertEquals("k0", picture.series().get(0).name());
        assertEquals(new Series("17 others", 0, Series.Kind.REST), picture.series().get(Groups.COLORS - 1));
    }

    private static int[] staircase(double[] xs, double[] ys) {
        Stop stop = new Stop(GO_ON);
        return Staircase.of(xs, ys, new Placed(Scale.LINEAR, xs, Scale.LINEAR, ys, stop), stop);
    }

    /** R 4.2: boxplot.stats(c(1:9, 30)) has whiskers 1 and 9, and 30 beyond; quantile() gives 3.25, 5.5, 7.75. */
    @Test
    void aBoxIsTukeys() {
        double[] values = {1, 2, 3, 4, 5, 6, 7, 8, 9, 30};
        Boxes boxes = new Boxes(new Groups.Gathered(new int[] {0, 10}, IntStream.range(0, 10).toArray(), values),
                new Stop(GO_ON));
        Layer.Box box = boxes.boxes(new double[1], new double[][] {boxes.quartiles()[0].values()})[0];
        assertArrayEquals(new double[] {1, 3.25, 5.5, 7.75, 9}, new double[] {box.low(), box.lower(), box.median(),
                box.upper(), box.high()});
        assertArrayEquals(new double[] {30}, box.beyond());
        assertArrayEquals(new int[] {9}, box.rows());
    }
}
