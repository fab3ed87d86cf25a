package llmq.plot;

import java.util.ArrayList;
import java.util.List;
import llmq.table.CellText;
import llmq.table.Field;
import llmq.table.ScoreScale;
import llmq.table.Table;
import llmq.value.NumberText;
import llmq.value.Type;

/** A mark for each row, y against x, with curves through them. */
final class Scatter {
    /** Beyond so many rows marks hide each other, and a picture says where they lie dense. */
    static final int MARKS = 5000;
    /** Among cells so many labels at most, unless more are asked for. */
    static final int LABELS = 100;
    /** Where all rows may have a label, so many at least are to be seen. */
    private static final int NEEDED = 20;
    private static final String OBSERVED = "observed";

    private final PlotSpec spec;
    private final Table table;
    private final List<TrendLine> trends;
    private final Stop stop;
    private final double[] xs;
    private final double[] ys;
    private final Placed placed;
    private final Axis x;
    private final Axis y;
    private final List<Series> series = new ArrayList<>();
    /** The series of each row. */
    private final Groups groups;
    /** By series the rows that have a mark; {@code null} where cells stand for them. */
    private final List<int[]> rows;

    Scatter(PlotSpec spec, Table table, List<TrendLine> trends, Stop stop) {
        this.spec = spec;
        this.table = table;
        this.trends = trends;
        this.stop = stop;
        this.xs = Marks.numbers(table, spec.x());
        this.ys = Marks.numbers(table, spec.y());
        this.placed = new Placed(spec.x().scale(), xs, spec.y().scale(), ys, stop);
        Spread up = placed.y;
        for (TrendLine trend : trends) {
            up = up.with(trend.y());
            up = trend.low() == null ? up : up.with(trend.low()).with(trend.high());
        }
        for (TrendLine trend : trends) {
            up = trend.rowLow() == null ? up : up.towards(score(), trend.rowLow(), trend.rowHigh());
        }
        this.x = placed.x.axis(spec.x(), Marks.unit(table, spec.x()));
        this.y = up.axis(spec.y(), Marks.unit(table, spec.y()));
        this.groups = spec.color() == null ? Groups.one(OBSERVED, placed.rows)
                : Groups.of(table, spec.color().column(), placed, stop).series();
        for (int i = 0; i < groups.size(); i++) {
            series.add(groups.series(i));
        }
        this.rows = placed.count > MARKS ? null : placed.by(groups);
    }

    /** What y can be; {@code null} where that is not known. */
    private ScoreScale score() {
        return table.schema().field(spec.y().column()).scale();
    }

    Pictures.Drawn drawn() {
        List<Layer> layers = new ArrayList<>();
        List<Series> legend = new ArrayList<>();
        addReference(layers);
        List<Layer> curves = curves(legend);
        for (Layer curve : curves) {
            if (curve instanceof Layer.Band) {
                layers.add(curve);
            }
        }
        addRows(layers);
        for (Layer curve : curves) {
            if (!(curve instanceof Layer.Band)) {
                layers.add(curve);
            }
        }
        addFrontier(layers, legend);
        List<Label> labels = labels();
        addLabelled(labels, layers);
        legend.addAll(0, series.size() > 1 || !legend.isEmpty() ? series : List.of());
        int needed = spec.labelled() >= 0 ? labels.size() : Math.min(NEEDED, labels.size());
        return picture(List.of(new Panel(x, y, layers, labels, needed)), legend);
    }

    /** What the curve leaves over stands beneath, over the same x. */
    Pictures.Drawn withResiduals() {
        Pictures.Drawn above = drawn();
        double[] residuals = placed.only(Marks.numbers(table, spec.residual()));
        Spread spread = Spread.of(Scale.LINEAR, residuals).with(0);
        Axis left = spread.axis(spec.residual(), Marks.unit(table, spec.residual()));
        List<Layer> layers = new ArrayList<>();
        layers.add(new Layer.Reference(false, 0, ""));
        if (rows == null) {
            layers.addAll(Bins.cells(series, groups, x, left, xs, residuals, stop));
        } else {
            for (int i = 0; i < rows.size(); i++) {
                layers.add(new Layer.Points(series.get(i), Marks.pick(xs, rows.get(i)),
                        Marks.pick(residuals, rows.get(i)), null, rows.get(i)));
            }
        }
        Picture one = above.picture();
        List<Panel> panels = List.of(one.panels().get(0), new Panel(x, left, layers, List.of()));
        return new Pictures.Drawn(new Picture(one.title(), panels, one.legend(), one.series(), one.sizes(), false,
                one.caption()),
                above.unplaced(), 0);
    }

    private Pictures.Drawn picture(List<Panel> panels, List<Series> legend) {
        return new Pictures.Drawn(new Picture(spec.title(), panels, spec.color() == null ? null
                : spec.color().title(), legend, sizes(), false, Caption.NONE), table.rows() - placed.count, 0);
    }

    /** {@code null} where marks do not differ by it. */
    private Sizes sizes() {
        if (spec.size() == null || rows == null) {
            return null;
        }
        double[] sizes = Marks.numbers(table, spec.size());
        double least = Double.POSITIVE_INFINITY;
        double greatest = 0;
        long odd = 0;
        for (int[] own : rows) {
            for (int row : own) {
                boolean known = sizes[row] > 0 && sizes[row] - sizes[row] == 0;
                least = known ? Math.min(least, sizes[row]) : least;
                greatest = known ? Math.max(greatest, sizes[row]) : greatest;
                odd += known ? 0 : 1;
            }
        }
        if (greatest == 0) {
            return null;
        }
        double share = Math.max(Sizes.LEAST, least / greatest);
        return new Sizes(spec.size().title(), size(share * greatest), size(Sizes.LARGE * greatest), size(greatest),
                share, odd);
    }

    private String size(double value) {
        double digits = Math.pow(10, 2 - Math.floor(Math.log10(value)));
        double rounded = digits - digits == 0 && digits > 0 ? Math.rint(value * digits) / digits : value;
        // The greatest numbers there are cannot be rounded up.
        double shown = rounded - rounded == 0 ? rounded : value;
        String text = CellText.number(shown, Type.NUMBER, Marks.unit(table, spec.size()), spec.size().display());
        String same = " " + spec.size().title();
        return text.endsWith(same) ? text.substring(0, text.length() - same.length()) : text;
    }

    private void addRows(List<Layer> layers) {
        if (rows == null) {
            layers.addAll(Bins.cells(series, groups, x, y, xs, ys, stop));
            return;
        }
        double[] sizes = spec.size() == null ? null : Marks.numbers(table, spec.size());
        double greatest = 0;
        for (int row = 0; sizes != null && row < sizes.length; row++) {
            greatest = placed.at(row) && sizes[row] - sizes[row] == 0 ? Math.max(greatest, sizes[row]) : greatest;
        }
        for (int i = 0; i < rows.size(); i++) {
            layers.add(points(series.get(i), rows.get(i), sizes == null ? null
                    : Marks.shares(sizes, greatest, rows.get(i))));
        }
    }

    private Layer.Points points(Series own, int[] of, double[] sizes) {
        return new Layer.Points(own, Marks.pick(xs, of), Marks.pick(ys, of), sizes, of);
    }

    /** Where cells stand for the rows, those that are named have a mark all the same. */
    private void addLabelled(List<Label> labels, List<Layer> layers) {
        for (int i = 0; rows == null && i < series.size(); i++) {
            int group = i;
            int[] named = labels.stream().mapToInt(Label::row).filter(row -> groups.of(row) == group).sorted()
                    .toArray();
            if (named.length > 0) {
                layers.add(points(series.get(i), named, null));
            }
        }
    }

    private List<Layer> curves(List<Series> legend) {
        List<Layer> layers = new ArrayList<>();
        for (TrendLine trend : trends) {
            Series line = new Series(trend.name(), legend.size(), Series.Kind.TREND);
            legend.add(line);
            if (trend.rowLow() != null) {
                layers.add(0, new Layer.Band(line, trend.x(), within(trend.rowLow()), within(trend.rowHigh()), true));
            }
            if (trend.low() != null) {
                layers.add(new Layer.Band(line, trend.x(), within(trend.low()), within(trend.high()), false));
            }
            layers.add(new Layer.Curve(line, trend.x(), trend.y()));
        }
        // What lies around a curve is the same for all, and nothing else in a picture says what it is.
        if (!trends.isEmpty() && trends.get(0).low() != null) {
            legend.add(new Series("95% of the curve", 0, Series.Kind.BAND));
        }
        if (!trends.isEmpty() && trends.get(0).rowLow() != null) {
            legend.add(new Series("95% of rows", 0, Series.Kind.INTERVAL));
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
        if (spec.frontier() && placed.count > 0) {
            Series steps = new Series("frontier", 0, Series.Kind.FRONTIER);
            int[] kept = Staircase.of(xs, ys, placed, stop);
            legend.add(steps);
            layers.add(new Layer.Steps(steps, Marks.pick(xs, kept), Marks.pick(ys, kept), kept, names(kept)));
        }
    }

    private List<String> names(int[] of) {
        if (table.label() == null) {
            return null;
        }
        int column = table.schema().find(table.label());
        List<String> names = new ArrayList<>();
        for (int row : of) {
            names.add(CellText.of(table.schema().field(column), table.column(column), row, null));
        }
        return names;
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
        int[] named = Tops.of(ys, placed, table.column(column), labelled(), stop);
        List<Label> labels = new ArrayList<>();
        for (int row : named) {
            labels.add(new Label(labels.size() + 1, row, CellText.of(table.schema().field(column),
                    table.column(column), row, spec.label().display()), xs[row], ys[row]));
        }
        return labels;
    }

    /** Among marks as many as there is room for, which is found out when they are drawn. */
    private int labelled() {
        return spec.labelled() >= 0 ? (int) Math.min(Integer.MAX_VALUE, spec.labelled())
                : rows == null ? LABELS : Integer.MAX_VALUE;
    }
}
