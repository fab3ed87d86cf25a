package llmq.plot;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import llmq.table.CellText;
import llmq.table.Field;
import llmq.table.ScoreScale;
import llmq.table.Table;
import llmq.value.NumberText;

/** A mark for each row, y against x, with curves through them. */
final class Scatter {
    /** Beyond so many rows marks hide each other, and a picture says where they lie dense. */
    static final int MARKS = 5000;
    private static final String OBSERVED = "observed";

    private final PlotSpec spec;
    private final Table table;
    private final List<TrendLine> trends;
    private final double[] xs;
    private final double[] ys;
    private final int[] rows;
    private final Axis x;
    private final Axis y;

    Scatter(PlotSpec spec, Table table, List<TrendLine> trends) {
        this.spec = spec;
        this.table = table;
        this.trends = trends;
        this.xs = Marks.numbers(table, spec.x());
        this.ys = Marks.numbers(table, spec.y());
        this.rows = IntStream.range(0, table.rows()).filter(row -> Spread.isPlaced(spec.x().scale(), xs[row])
                && Spread.isPlaced(spec.y().scale(), ys[row])).toArray();
        Spread across = Spread.of(spec.x().scale(), Marks.pick(xs, rows));
        Spread up = Spread.of(spec.y().scale(), Marks.pick(ys, rows));
        for (TrendLine trend : trends) {
            up = up.with(trend.y());
            up = trend.low() == null ? up : up.with(trend.low()).with(trend.high());
        }
        this.x = across.axis(spec.x(), Marks.unit(table, spec.x()));
        this.y = up.axis(spec.y(), Marks.unit(table, spec.y()));
    }

    Pictures.Drawn drawn() {
        List<Layer> layers = new ArrayList<>();
        List<Series> legend = new ArrayList<>();
        addReference(layers);
        Map<Series, int[]> series = series();
        List<Layer> curves = curves(legend);
        for (Layer curve : curves) {
            if (curve instanceof Layer.Band) {
                layers.add(curve);
            }
        }
        addRows(series, layers);
        for (Layer curve : curves) {
            if (!(curve instanceof Layer.Band)) {
                layers.add(curve);
            }
        }
        addFrontier(layers, legend);
        List<Label> labels = labels();
        addLabelled(labels, series, layers);
        legend.addAll(0, series.size() > 1 || !legend.isEmpty() ? series.keySet() : List.of());
        return picture(List.of(new Panel(x, y, layers, labels)), legend);
    }

    /** What the curve leaves over stands beneath, over the same x. */
    Pictures.Drawn withResiduals() {
        Pictures.Drawn above = drawn();
        double[] residuals = Marks.numbers(table, spec.residual());
        Spread spread = Spread.of(Scale.LINEAR, Marks.pick(residuals, rows)).with(0);
        Axis left = spread.axis(spec.residual(), Marks.unit(table, spec.residual()));
        List<Layer> layers = new ArrayList<>();
        layers.add(new Layer.Reference(false, 0, ""));
        series().forEach((series, own) -> layers.add(rows.length > MARKS
                ? Bins.cells(series, x, left, xs, residuals, own)
                : new Layer.Points(series, Marks.pick(xs, own), Marks.pick(residuals, own), null, own)));
        Picture one = above.picture();
        List<Panel> panels = List.of(one.panels().get(0), new Panel(x, left, layers, List.of()));
        return new Pictures.Drawn(new Picture(one.title(), panels, one.legend(), one.series(), one.caption()),
                above.unplaced(), 0);
    }

    private Pictures.Drawn picture(List<Panel> panels, List<Series> legend) {
        return new Pictures.Drawn(new Picture(spec.title(), panels, spec.color() == null ? null
                : spec.color().title(), legend, List.of()), table.rows() - rows.length, 0);
    }

    /** Rows by series, in the order of the legend. */
    private Map<Series, int[]> series() {
        if (spec.color() == null) {
            return Map.of(new Series(OBSERVED, 0, Series.Kind.ROWS), rows);
        }
        Map<Series, int[]> series = new LinkedHashMap<>();
        Groups.series(table, spec.color().column(), IntStream.of(rows).boxed().toList())
                .forEach((name, own) -> series.put(name, Marks.array(own)));
        return series;
    }

    private void addRows(Map<Series, int[]> series, List<Layer> layers) {
        double[] sizes = spec.size() == null ? null : Marks.shares(Marks.numbers(table, spec.size()), rows);
        series.forEach((name, own) -> layers.add(rows.length > MARKS ? Bins.cells(name, x, y, xs, ys, own)
                : points(name, own, sizes)));
    }

    private Layer.Points points(Series series, int[] own, double[] sizes) {
        return new Layer.Points(series, Marks.pick(xs, own), Marks.pick(ys, own),
                sizes == null ? null : Marks.pick(sizes, own), own);
    }

    /** Where cells stand for the rows, those that are named have a mark all the same. */
    private void addLabelled(List<Label> labels, Map<Series, int[]> series, List<Layer> layers) {
        if (rows.length <= MARKS || labels.isEmpty()) {
            return;
        }
        series.forEach((name, own) -> {
            int[] named = IntStream.of(own).filter(row -> labels.stream().anyMatch(label -> label.row() == row))
                    .toArray();
            if (named.length > 0) {
                layers.add(points(name, named, null));
            }
        });
    }

    private List<Layer> curves(List<Series> legend) {
        List<Layer> layers = new ArrayList<>();
        for (TrendLine trend : trends) {
            Series series = new Series(trend.name(), legend.size(), Series.Kind.TREND);
            legend.add(series);
            if (trend.rowLow() != null) {
                layers.add(0, new Layer.Band(series, trend.x(), within(trend.rowLow()), within(trend.rowHigh()), true));
            }
            if (trend.low() != null) {
                layers.add(new Layer.Band(series, trend.x(), within(trend.low()), within(trend.high()), false));
            }
            layers.add(new Layer.Curve(series, trend.x(), trend.y()));
        }
        return layers;
    }

    /** The interval of single rows may reach far beyond all of them, where there is nothing to be seen. */
    private double[] within(double[] values) {
        double[] cut = new double[values.length];
        for (int i = 0; i < values.length; i++) {
            cut[i] = Math.max(y.low(), Math.min(y.high(), values[i]));
        }
        return cut;
    }

    private void addFrontier(List<Layer> layers, List<Series> legend) {
        if (spec.frontier() && rows.length > 0) {
            Series series = new Series("frontier", 0, Series.Kind.FRONTIER);
            int[] kept = Staircase.of(xs, ys, rows);
            legend.add(series);
            layers.add(new Layer.Steps(series, Marks.pick(xs, kept), Marks.pick(ys, kept), kept));
        }
    }

    /** The score of guessing, where rows come near it. */
    private void addReference(List<Layer> layers) {
        addReference(layers, table.schema().field(spec.y().column()), y, false);
        addReference(layers, table.schema().field(spec.x().column()), x, true);
    }

    private static void addReference(List<Layer> layers, Field field, Axis axis, boolean vertical) {
        ScoreScale scale = field.scale();
        if (scale != null && scale.chance() > axis.low() && axis.holds(scale.chance())) {
            layers.add(new Layer.Reference(vertical, scale.chance(), "chance "
                    + NumberText.shortened(scale.chance()) + (field.unit().isNone() ? "" : "%")));
        }
    }

    private List<Label> labels() {
        if (spec.label() == null) {
            return List.of();
        }
        int column = spec.label().column();
        List<Integer> named = new ArrayList<>();
        for (int row : rows) {
            if (table.column(column).isKnown(row)) {
                named.add(row);
            }
        }
        named.sort((a, b) -> Double.compare(ys[b], ys[a]));
        int most = spec.labelled() < 0 ? named.size() : (int) Math.min(named.size(), spec.labelled());
        List<Label> labels = new ArrayList<>();
        for (int row : named.subList(0, most)) {
            labels.add(new Label(labels.size() + 1, row, CellText.of(table.schema().field(column),
                    table.column(column), row, spec.label().display()), xs[row], ys[row]));
        }
        return labels;
    }
}
