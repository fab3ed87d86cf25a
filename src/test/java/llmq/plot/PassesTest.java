package llmq.plot;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.BooleanSupplier;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;
import llmq.diagnostic.ErrorCode;
import llmq.diagnostic.LlmqException;
import llmq.stats.Brackets;
import llmq.stats.Quantiles;
import llmq.table.BooleanColumn;
import llmq.table.Column;
import llmq.table.Dictionary;
import llmq.table.Field;
import llmq.table.NumberColumn;
import llmq.table.Schema;
import llmq.table.Table;
import llmq.table.TextColumn;
import llmq.value.Type;
import llmq.value.Unit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The passes over rows behind a picture give what plain ways give, and stop when they are told to. */
class PassesTest {
    private static final BooleanSupplier GO_ON = () -> false;
    private static final int X = 0;
    private static final int Y = 1;

    private final Random random = new Random(11);

    /** Numbers of which some are unknown, 0 or below, and many come more than once. */
    private double[] numbers(int size) {
        double[] numbers = new double[size];
        for (int i = 0; i < size; i++) {
            int kind = random.nextInt(20);
            numbers[i] = kind == 0 ? Double.NaN : kind == 1 ? 0 : kind == 2 ? -random.nextDouble()
                    : kind < 10 ? random.nextInt(30) : Math.pow(10, 18 * random.nextDouble() - 4);
        }
        return numbers;
    }

    /** x, y, a text, a truth value, a number of few values. */
    private Table table(int size) {
        int[] codes = random.ints(size, -1, 12).toArray();
        byte[] truths = new byte[size];
        double[] years = new double[size];
        for (int i = 0; i < size; i++) {
            truths[i] = (byte) random.nextInt(3);
            years[i] = random.nextInt(9) == 0 ? Double.NaN : 2030 - random.nextInt(7);
        }
        String[] names = IntStream.range(0, 12).mapToObj(i -> "k" + i).toArray(String[]::new);
        List<Column> columns = List.of(NumberColumn.of(numbers(size)), NumberColumn.of(numbers(size)),
                new TextColumn(codes, Dictionary.of(names), null), new BooleanColumn(truths, null),
                NumberColumn.of(years));
        return new Table(new Schema(List.of(Field.number("x", Unit.NONE), Field.number("y", Unit.NONE),
                Field.of("family", Type.TEXT), Field.of("open", Type.BOOLEAN), Field.number("year", Unit.NONE))),
                columns, size, null);
    }

    private static double[] values(Table table, int column) {
        return ((NumberColumn) table.column(column)).values();
    }

    private static PlotSpec.Channel channel(int column, Scale scale) {
        return new PlotSpec.Channel(column, "c" + column, null, scale);
    }

    private static PlotSpec spec(PlotSpec.Form form, Scale scale, int color, int x) {
        PlotSpec.Channel y = form == PlotSpec.Form.HISTOGRAM ? null : channel(Y, scale);
        PlotSpec.Channel colored = color < 0 ? null : channel(color, Scale.CATEGORY);
        boolean marks = form == PlotSpec.Form.SCATTER;
        return new PlotSpec(form, channel(x, x == X ? scale : Scale.CATEGORY), y, null, colored, null,
                marks ? channel(2, Scale.CATEGORY) : null, 7, marks, null);
    }

    private static boolean isPlaced(Scale scale, double value) {
        return Double.isFinite(scale.place(value));
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 2, 3, 4})
    void cellsCountEachPlacedPointOnceInTheSeriesOfItsValue(int color) {
        for (Scale scale : new Scale[] {Scale.LINEAR, Scale.LOG}) {
            Table table = table(4 * Scatter.MARKS);
            Pictures.Drawn drawn = Pictures.of(spec(PlotSpec.Form.SCATTER, scale, color, X), table, List.of(), GO_ON);
            Map<String, Long> expected = new LinkedHashMap<>();
            long placed = 0;
            for (int row = 0; row < table.rows(); row++) {
                if (isPlaced(scale, values(table, X)[row]) && isPlaced(scale, values(table, Y)[row])) {
                    placed++;
                    Column cells = color < 0 ? null : table.column(color);
                    String name = cells == null ? "observed" : !cells.isKnown(row) ? "not known"
                            : cells instanceof TextColumn texts ? texts.value(row)
                            : cells instanceof BooleanColumn truths ? truths.values()[row] == 1 ? "yes" : "no"
                            : "" + (int) ((NumberColumn) cells).values()[row];
                    expected.merge(name, 1L, Long::sum);
                }
            }
            long counted = 0;
            int series = 0;
            for (Layer layer : drawn.picture().panels().get(0).layers()) {
                if (layer instanceof Layer.Cells cells) {
                    long own = Arrays.stream(cells.counts()).sum();
                    counted += own;
                    series++;
                    if (cells.series().kind() == Series.Kind.ROWS) {
                        assertEquals(expected.get(cells.series().name()), own, cells.series().name());
                    }
                }
            }
            assertEquals(placed, counted);
            assertEquals(table.rows() - placed, drawn.unplaced());
            assertEquals(Math.min(Groups.COLORS, expected.size()), series);
        }
    }

    @ParameterizedTest
    @EnumSource(value = Scale.class, names = {"LINEAR", "LOG"})
    void aRulerFindsTheRangeThatALookAtAllWouldFind(Scale scale) {
        for (int round = 0; round < 200; round++) {
            double reach = Math.pow(10, 12 * random.nextDouble() - 9);
            double low = scale == Scale.LOG ? Math.pow(10, 40 * random.nextDouble() - 20) : random.nextGaussian();
            double high = scale == Scale.LOG ? low * Math.pow(10, reach) : low + reach;
            Axis axis = new Axis("x", null, scale, low, Math.min(high, 1e300), List.of());
            int parts = 1 + random.nextInt(200);
            Ruler ruler = Ruler.of(axis, parts);
            for (int i = 0; i < 100; i++) {
                int part = random.nextInt(parts + 1);
                double edge = part == 0 ? axis.low() : part == parts ? axis.high() : axis.value((double) part / parts);
                double value = i % 2 == 0 ? axis.value(random.nextDouble() * 1.1 - 0.05)
                        : i % 3 == 0 ? Math.nextDown(edge) : edge;
                int expected = -1;
                for (int j = 0; j < parts && value >= axis.low() && value <= axis.high(); j++) {
                    expected = j == 0 || value >= axis.value((double) j / parts) ? j : expected;
                }
                assertEquals(expected, ruler.range(value), value + " of " + parts + " on " + axis);
            }
            assertEquals(-1, ruler.range(Double.NaN));
        }
    }

    @Test
    void theFrontierAndTheTopAreThoseOfSorting() {
        for (int size : new int[] {0, 1, 10, 3000, 20_000}) {
            double[] xs = numbers(size);
            double[] ys = size == 3000 ? xs.clone() : numbers(size);
            Stop stop = new Stop(GO_ON);
            Placed placed = new Placed(Scale.LINEAR, xs, Scale.LINEAR, ys, stop);
            List<Integer> rows = new ArrayList<>(IntStream.range(0, size).filter(placed::at).boxed().toList());
            rows.sort((a, b) -> xs[a] != xs[b] ? Double.compare(xs[a], xs[b])
                    : ys[a] != ys[b] ? Double.compare(ys[b], ys[a]) : a - b);
            List<Integer> steps = new ArrayList<>();
            for (int row : rows) {
                if (steps.isEmpty() || ys[row] > ys[steps.get(steps.size() - 1)]) {
                    steps.add(row);
                }
            }
            assertArrayEquals(steps.stream().mapToInt(i -> i).toArray(), Staircase.of(xs, ys, placed, stop));
            rows.sort((a, b) -> ys[a] != ys[b] ? Double.compare(ys[b], ys[a]) : a - b);
            for (int most : new int[] {0, 1, 9, Integer.MAX_VALUE}) {
                assertArrayEquals(rows.stream().limit(most).mapToInt(i -> i).toArray(),
                        Tops.of(ys, placed, NumberColumn.of(xs), most, stop));
            }
        }
    }

    @ParameterizedTest
    @EnumSource(PlotSpec.Form.class)
    void howManyDrawMakesNoDifference(PlotSpec.Form form) {
        boolean categories = form == PlotSpec.Form.BARS || form == PlotSpec.Form.BOXES;
        Table table = table(400_000);
        for (Scale scale : new Scale[] {Scale.LINEAR, Scale.LOG}) {
            for (int column = 2; column <= 4; column++) {
                PlotSpec spec = form == PlotSpec.Form.FIT ? fit(scale)
                        : spec(form, scale, form == PlotSpec.Form.SCATTER ? column : -1, categories ? column : X);
                Pictures.Drawn alone = Pictures.of(spec, table, List.of(), GO_ON);
                for (int size : new int[] {2, 3}) {
                    Pictures.Drawn together = Pictures.of(spec, table, List.of(), GO_ON, crew(size));
                    assertEquals(alone.unplaced(), together.unplaced());
                    assertEquals(alone.picture().panels().size(), together.picture().panels().size());
                    for (int i = 0; i < alone.picture().panels().size(); i++) {
                        assertSame(alone.picture().panels().get(i), together.picture().panels().get(i));
                    }
                }
            }
        }
    }

    /** Of threads that come to their pieces in an order of their own. */
    private static Workers crew(int size) {
        return new Workers() {
            @Override
            public int size() {
                return size;
            }

            @Override
            public void share(int pieces, IntConsumer piece) {
                IntStream.range(0, pieces).map(i -> pieces - 1 - i).parallel().forEach(piece);
            }
        };
    }

    private static void assertSame(Panel one, Panel other) {
        assertEquals(one.x(), other.x());
        assertEquals(one.y(), other.y());
        assertEquals(one.labels(), other.labels());
        assertEquals(one.layers().size(), other.layers().size());
        for (int i = 0; i < one.layers().size(); i++) {
            assertEquals(one.layers().get(i).series(), other.layers().get(i).series());
            if (one.layers().get(i) instanceof Layer.Cells cells) {
                assertArrayEquals(cells.counts(), ((Layer.Cells) other.layers().get(i)).counts());
            } else if (one.layers().get(i) instanceof Layer.Bars bars) {
                Layer.Bars same = (Layer.Bars) other.layers().get(i);
                assertArrayEquals(bars.from(), same.from());
                assertArrayEquals(bars.value(), same.value());
                assertArrayEquals(bars.rows(), same.rows());
            } else if (one.layers().get(i) instanceof Layer.Boxes boxes) {
                List<Layer.Box> same = ((Layer.Boxes) other.layers().get(i)).boxes();
                for (int j = 0; j < boxes.boxes().size(); j++) {
                    Layer.Box box = boxes.boxes().get(j);
                    assertArrayEquals(new double[] {box.low(), box.lower(), box.median(), box.upper(), box.high()},
                            new double[] {same.get(j).low(), same.get(j).lower(), same.get(j).median(),
                                same.get(j).upper(), same.get(j).high()});
                    assertArrayEquals(box.rows(), same.get(j).rows());
                    assertArrayEquals(box.beyond(), same.get(j).beyond());
                }
            }
        }
    }

    /** A group of so many rows that it is gone over in parts, beside a small one and one of a single row. */
    @Test
    void boxesOfGreatGroupsAreThoseOfSorting() {
        double[] values = random.doubles(700_001).map(i -> Math.exp(2 * random.nextGaussian())).toArray();
        int[] starts = {0, 600_000, 700_000, values.length};
        int[] rows = IntStream.range(0, values.length).map(i -> 3 * i).toArray();
        for (Workers crew : List.of(Workers.ALONE, crew(2), crew(3))) {
            Boxes boxes = new Boxes(new Groups.Gathered(starts, rows, values), new Stop(GO_ON, crew));
            Brackets.Found[] found = boxes.quartiles();
            double[][] quartiles = Arrays.stream(found).map(Brackets.Found::values).toArray(double[][]::new);
            Layer.Box[] all = boxes.boxes(new double[] {2, Double.NaN, 0}, quartiles);
            assertEquals(null, all[1]);
            for (int group = 0; group < 3; group++) {
                double[] sorted = Arrays.copyOfRange(values, starts[group], starts[group + 1]);
                Arrays.sort(sorted);
                double[] expected = Quantiles.quartiles(sorted.clone());
                assertArrayEquals(expected, quartiles[group]);
                assertEquals(sorted.length, found[group].count());
                assertEquals(sorted[0], found[group].low());
                assertEquals(sorted[sorted.length - 1], found[group].high());
                if (all[group] != null) {
                    double reach = 1.5 * (expected[2] - expected[0]);
                    double[] within = Arrays.stream(sorted)
                            .filter(value -> value >= expected[0] - reach && value <= expected[2] + reach).toArray();
                    int[] beyond = IntStream.range(starts[group], starts[group + 1])
                            .filter(i -> values[i] < expected[0] - reach || values[i] > expected[2] + reach).toArray();
                    assertEquals(2 - group, all[group].at());
                    assertEquals(sorted.length, all[group].count());
                    assertEquals(within[0], all[group].low());
                    assertEquals(within[within.length - 1], all[group].high());
                    assertArrayEquals(Arrays.stream(beyond).map(i -> rows[i]).toArray(), all[group].rows());
                    assertArrayEquals(Arrays.stream(beyond).mapToDouble(i -> values[i]).toArray(), all[group].beyond());
                }
            }
        }
    }

    /** Where quartiles are 0, neither 0 nor −0 lies beyond them. */
    @Test
    void zerosOfEitherSignAreOneValue() {
        for (double zero : new double[] {0.0, -0.0}) {
            double[] values = {zero, zero, -zero, zero, zero, zero, -zero, zero, zero, 1, -1};
            Boxes boxes = new Boxes(new Groups.Gathered(new int[] {0, values.length},
                    IntStream.range(0, values.length).toArray(), values), new Stop(GO_ON));
            assertArrayEquals(new double[] {1, -1}, boxes.boxes(new double[1], new double[][] {{zero, zero, zero}})[0]
                    .beyond());
        }
    }

    private static PlotSpec fit(Scale scale) {
        return new PlotSpec(PlotSpec.Form.FIT, channel(X, scale), channel(Y, scale), channel(Y, Scale.LINEAR), null,
                null, null, -1, false, null);
    }

    @ParameterizedTest
    @EnumSource(PlotSpec.Form.class)
    void everyFormStopsInAnyOfItsPasses(PlotSpec.Form form) {
        Table table = table(200_000);
        PlotSpec spec = form == PlotSpec.Form.FIT ? fit(Scale.LINEAR)
                : spec(form, Scale.LINEAR, form == PlotSpec.Form.SCATTER ? 2 : -1,
                        form == PlotSpec.Form.BARS || form == PlotSpec.Form.BOXES ? 2 : X);
        int[] asked = new int[1];
        Pictures.of(spec, table, List.of(), () -> asked[0]++ < 0);
        int questions = asked[0];
        assertTrue(questions >= 3 * 3, questions + " questions in three passes or more over four times 65536 rows");
        for (int last = 1; last <= questions; last++) {
            int stopAt = last;
            asked[0] = 0;
            LlmqException e = assertThrows(LlmqException.class,
                    () -> Pictures.of(spec, table, List.of(), () -> ++asked[0] == stopAt));
            assertEquals(ErrorCode.E203, e.diagnostics().get(0).code());
            assertEquals(stopAt, asked[0]);
        }
    }
}
