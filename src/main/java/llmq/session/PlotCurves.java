package llmq.session;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import llmq.check.Checked;
import llmq.engine.Tables;
import llmq.fit.FitFunctions;
import llmq.plot.Scale;
import llmq.plot.TrendLine;
import llmq.table.CellText;
import llmq.table.Column;
import llmq.table.NumberColumn;
import llmq.table.Table;

/** The curves of fits in a picture. */
final class PlotCurves {
    /** Points of a curve: more than a window has columns, and so many that no corner is seen on paper. */
    private static final int POINTS = 241;
    /** What a fit says of a point: the curve, the ends of its interval, those for single rows. */
    private static final int SAID = 5;

    private final Tables own;
    private final Workspace workspace;

    PlotCurves(Tables own, Workspace workspace) {
        this.own = own;
        this.workspace = workspace;
    }

    /** The curve of a fit from end to end of the rows, one for each of its groups. */
    List<TrendLine> lines(Checked.Trend trend, Checked.Plot plot, double[] reach) {
        FitFunctions functions = new FitFunctions(trend.fit().name(), trend.fit().plan().spec(), trend.fit().model());
        int keys = trend.grid().size() - 1;
        int groups = keys == 0 ? 1 : functions.groups().size();
        double[] xs = points(plot.spec().x().scale(), reach[0], reach[1]);
        double[][] said = said(trend, grid(trend, functions, keys, groups, xs));
        List<TrendLine> lines = new ArrayList<>();
        for (int group = 0; group < groups; group++) {
            double[][] parts = new double[SAID][];
            for (int part = 0; part < SAID; part++) {
                parts[part] = Arrays.copyOfRange(said[part], group * xs.length, (group + 1) * xs.length);
            }
            lines.add(line(name(trend, functions, keys, group), plot, xs, parts));
        }
        return lines;
    }

    /**
     * What a fit says of rows: the curve, the ends of its interval, those for single rows.
     *
     * @param points x in base units, and the keys of the fit
     */
    double[][] said(Checked.Trend trend, Table points) {
        Table said = workspace.engine().run(trend.curve(), new Tables() {
            @Override
            public Table table(String source) {
                return source.equals(Checked.Trend.GRID) ? points : own.table(source);
            }
        }, workspace.cancel()).table();
        double[][] parts = new double[SAID][];
        for (int part = 0; part < SAID; part++) {
            parts[part] = ((NumberColumn) said.column(trend.grid().size() + part)).values();
        }
        return parts;
    }

    private static TrendLine line(String name, Checked.Plot plot, double[] xs, double[][] parts) {
        boolean[] known = new boolean[xs.length];
        int count = 0;
        for (int i = 0; i < xs.length; i++) {
            known[i] = parts[0][i] - parts[0][i] == 0;
            count += known[i] ? 1 : 0;
        }
        return new TrendLine(name, kept(xs, known, count), kept(parts[0], known, count),
                plot.band() ? kept(parts[1], known, count) : null, plot.band() ? kept(parts[2], known, count) : null,
                plot.interval() ? kept(parts[3], known, count) : null,
                plot.interval() ? kept(parts[4], known, count) : null);
    }

    private static double[] kept(double[] values, boolean[] known, int count) {
        double[] kept = new double[count];
        int at = 0;
        for (int i = 0; i < values.length; i++) {
            if (known[i]) {
                kept[at++] = values[i];
            }
        }
        return kept;
    }

    private static String name(Checked.Trend trend, FitFunctions functions, int keys, int group) {
        StringBuilder name = new StringBuilder(trend.fit().name());
        for (int key = 0; key < keys; key++) {
            name.append(key == 0 ? ": " : ", ").append(CellText.of(trend.grid().field(1 + key), functions.key(key),
                    group, null));
        }
        return name.toString();
    }

    /** The points of each group, one group after another. */
    private static Table grid(Checked.Trend trend, FitFunctions functions, int keys, int groups, double[] xs) {
        double[] all = new double[groups * xs.length];
        int[] group = new int[all.length];
        for (int i = 0; i < all.length; i++) {
            all[i] = xs[i % xs.length];
            group[i] = i / xs.length;
        }
        List<Column> columns = new ArrayList<>();
        columns.add(NumberColumn.of(all));
        for (int key = 0; key < keys; key++) {
            columns.add(functions.key(key).take(group));
        }
        return new Table(trend.grid(), columns, all.length, null);
    }

    private static double[] points(Scale scale, double low, double high) {
        double[] points = new double[POINTS];
        for (int i = 0; i < POINTS; i++) {
            double share = i / (POINTS - 1.0);
            points[i] = scale == Scale.LOG
                    ? Math.exp(Math.log(low) + share * (Math.log(high) - Math.log(low)))
                    : low + share * (high - low);
        }
        // Rounding must not carry the ends beyond what there is.
        points[POINTS - 1] = high;
        return points;
    }
}
