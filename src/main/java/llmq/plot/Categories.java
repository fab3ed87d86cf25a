package llmq.plot;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import llmq.stats.Quantiles;
import llmq.table.NumberColumn;
import llmq.table.Table;

/** Bars or boxes, one for each value of a key. Names read best beside bars that lie; numbers stand in a row beneath. */
final class Categories {
    /** Beyond so many nobody reads them. */
    static final int MOST = 60;
    private static final double HALF = 0.4;
    private static final double WHISKER = 1.5;

    private Categories() {
    }

    /** The groups of a table in the order in which they are drawn. @param quartiles of boxes only */
    private record Sorted(Groups groups, int[][] rows, double[][] quartiles, List<Integer> order, int placed) {
    }

    private static Sorted sorted(PlotSpec spec, Table table, Stop stop) {
        double[] values = Marks.numbers(table, spec.y());
        Placed placed = Placed.upwards(spec.y().scale(), values, stop);
        Groups groups = Groups.of(table, spec.x().column(), placed, stop);
        boolean bars = spec.form() == PlotSpec.Form.BARS;
        int[][] rows = groups.rows(stop);
        double[][] quartiles = new double[rows.length][];
        List<Integer> order = new ArrayList<>();
        for (int group = 0; group < rows.length; group++) {
            stop.at(group);
            order.add(group);
            quartiles[group] = bars ? null : Quantiles.quartiles(Marks.pick(values, rows[group]));
        }
        if (isLying(spec, table) && !bars) {
            order.sort((a, b) -> Double.compare(quartiles[b][1], quartiles[a][1]));
        }
        return new Sorted(groups, rows, quartiles, order, placed.count);
    }

    private static boolean isLying(PlotSpec spec, Table table) {
        return !(table.column(spec.x().column()) instanceof NumberColumn);
    }

    /** The rows of the first so many categories; {@code null} where there are no others. */
    static Pictures.First first(PlotSpec spec, Table table, Stop stop) {
        Sorted sorted = sorted(spec, table, stop);
        if (sorted.order.size() <= spec.top()) {
            return null;
        }
        int[] rows = sorted.order.subList(0, (int) spec.top()).stream()
                .flatMapToInt(group -> Arrays.stream(sorted.rows[group])).sorted().toArray();
        return new Pictures.First(rows, sorted.order.size());
    }

    static Pictures.Drawn drawn(PlotSpec spec, Table table, Stop stop) {
        double[] values = Marks.numbers(table, spec.y());
        Sorted sorted = sorted(spec, table, stop);
        Groups groups = sorted.groups;
        int[][] rows = sorted.rows;
        double[][] quartiles = sorted.quartiles;
        List<Integer> order = sorted.order;
        boolean lying = isLying(spec, table);
        boolean bars = spec.form() == PlotSpec.Form.BARS;
        int unshown = (int) Math.max(0, order.size() - (spec.top() < 0 ? MOST : spec.top()));
        order = order.subList(0, order.size() - unshown);
        List<String> names = new ArrayList<>();
        Spread spread = Spread.of(spec.y().scale());
        for (int group : order) {
            names.add(groups.name(group));
            spread = spread.with(Marks.pick(values, rows[group]));
        }
        Series series = new Series(spec.y().title(), 0, Series.Kind.ROWS);
        Axis along = categories(spec.x(), names, lying);
        // Where values lie by ratios there is no 0 to stand on.
        Axis across = bars && spec.y().scale() == Scale.LINEAR
                ? spread.fromZero(spec.y(), Marks.unit(table, spec.y()))
                : spread.axis(spec.y(), Marks.unit(table, spec.y()));
        Layer layer;
        if (bars) {
            layer = bars(series, values, order, rows, lying, across.scale() == Scale.LINEAR ? 0 : across.low());
        } else {
            List<Layer.Box> boxes = new ArrayList<>();
            for (int group : order) {
                boxes.add(box(position(boxes.size(), order.size(), lying), values, rows[group], quartiles[group]));
            }
            layer = new Layer.Boxes(series, boxes);
        }
        Panel panel = new Panel(lying ? across : along, lying ? along : across, List.of(layer), List.of());
        return new Pictures.Drawn(new Picture(spec.title(), List.of(panel), null, List.of(), null, spec.top() >= 0,
                Caption.NONE), table.rows() - sorted.placed, unshown);
    }

    /** The first of those that lie is at the top, where reading begins. */
    private static Axis categories(PlotSpec.Channel channel, List<String> names, boolean lying) {
        List<String> ordered = new ArrayList<>(names);
        if (lying) {
            Collections.reverse(ordered);
        }
        return new Axis(channel.title(), null, Scale.CATEGORY, -0.5, Math.max(1, names.size()) - 0.5, ordered);
    }

    private static double position(int index, int size, boolean lying) {
        return lying ? size - 1 - index : index;
    }

    private static Layer bars(Series series, double[] values, List<Integer> order, int[][] groups, boolean lying,
            double base) {
        int size = order.size();
        double[] from = new double[size];
        double[] to = new double[size];
        double[] value = new double[size];
        int[] rows = new int[size];
        for (int i = 0; i < size; i++) {
            rows[i] = groups[order.get(i)][0];
            value[i] = values[rows[i]];
            from[i] = position(i, size, lying) - HALF;
            to[i] = position(i, size, lying) + HALF;
        }
        return new Layer.Bars(series, from, to, base, value, null, null, rows);
    }

    /**
     * As Tukey, “Exploratory Data Analysis” (1977), draws them, with the quartiles that {@code quantile} gives.
     *
     * @param rows      of the category
     * @param quartiles of their values, the median between them
     */
    static Layer.Box box(double at, double[] values, int[] rows, double[] quartiles) {
        double lower = quartiles[0];
        double upper = quartiles[2];
        double reach = WHISKER * (upper - lower);
        double low = lower;
        double high = upper;
        int[] beyond = new int[rows.length];
        int far = 0;
        for (int row : rows) {
            boolean near = values[row] >= lower - reach && values[row] <= upper + reach;
            if (near) {
                low = Math.min(low, values[row]);
                high = Math.max(high, values[row]);
            } else {
                beyond[far++] = row;
            }
        }
        beyond = Arrays.copyOf(beyond, far);
        return new Layer.Box(at, low, lower, quartiles[1], upper, high, Marks.pick(values, beyond), beyond,
                rows.length);
    }
}
