package llmq.plot;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import llmq.stats.Brackets;
import llmq.table.NumberColumn;
import llmq.table.Table;

/** Bars or boxes, one for each value of a key. Names read best beside bars that lie; numbers stand in a row beneath. */
final class Categories {
    /** Beyond so many nobody reads them. */
    static final int MOST = 60;
    static final double HALF = 0.4;

    private Categories() {
    }

    /** The groups of a table in the order in which they are drawn. @param found of boxes only, their quartiles */
    private record Sorted(Groups groups, Groups.Gathered gathered, Brackets.Found[] found, List<Integer> order) {
    }

    private static Sorted sorted(PlotSpec spec, Table table, Stop stop) {
        double[] values = Marks.numbers(table, spec.y());
        Placed placed = Placed.upwards(spec.y().scale(), values, stop);
        Groups groups = Groups.of(table, spec.x().column(), placed, stop);
        Groups.Gathered gathered = groups.gathered(values, stop);
        List<Integer> order = new ArrayList<>();
        for (int group = 0; group < groups.size(); group++) {
            order.add(group);
        }
        if (spec.form() == PlotSpec.Form.BARS) {
            if (spec.color() != null && ColoredBars.adds(spec, gathered) && isLying(spec, table)) {
                double[] totals = totals(gathered, groups.size());
                order.sort((a, b) -> Double.compare(totals[b], totals[a]));
            }
            return new Sorted(groups, gathered, null, order);
        }
        Brackets.Found[] found = new Boxes(gathered, stop).quartiles();
        if (isLying(spec, table)) {
            order.sort((a, b) -> Double.compare(found[b].values()[1], found[a].values()[1]));
        }
        return new Sorted(groups, gathered, found, order);
    }

    /** Whether the values are counts, or as whole as those. */
    private static boolean isWhole(PlotSpec spec, Table table, Groups.Gathered gathered) {
        return spec.low() == null && Marks.unit(table, spec.y()).isNone()
                && Arrays.stream(gathered.values()).allMatch(value -> value == Math.rint(value));
    }

    private static double[] totals(Groups.Gathered gathered, int groups) {
        double[] totals = new double[groups];
        for (int group = 0; group < groups; group++) {
            for (int at = gathered.starts()[group]; at < gathered.starts()[group + 1]; at++) {
                totals[group] += gathered.values()[at];
            }
        }
        return totals;
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
        int[] starts = sorted.gathered.starts();
        int[] rows = sorted.order.subList(0, (int) spec.top()).stream()
                .flatMapToInt(group -> Arrays.stream(sorted.gathered.rows(), starts[group], starts[group + 1])).sorted()
                .toArray();
        return new Pictures.First(rows, sorted.order.size());
    }

    static Pictures.Drawn drawn(PlotSpec spec, Table table, Stop stop) {
        Sorted sorted = sorted(spec, table, stop);
        Groups.Gathered gathered = sorted.gathered;
        List<Integer> order = sorted.order;
        boolean lying = isLying(spec, table);
        boolean bars = spec.form() == PlotSpec.Form.BARS;
        int unshown = (int) Math.max(0, order.size() - (spec.top() < 0 ? MOST : spec.top()));
        order = order.subList(0, order.size() - unshown);
        List<String> names = new ArrayList<>();
        Spread spread = Spread.of(spec.y().scale());
        for (int group : order) {
            names.add(sorted.groups.name(group)
                    + counted(spec, table, gathered.rows()[gathered.starts()[group]], lying));
            spread = bars ? spread.with(Arrays.copyOfRange(gathered.values(), gathered.starts()[group],
                    gathered.starts()[group + 1])) : spread.with(sorted.found[group].low(), sorted.found[group].high());
        }
        if (spec.low() != null) {
            spread = spread.with(Marks.numbers(table, spec.low())).with(Marks.numbers(table, spec.high()));
        }
        boolean colored = bars && spec.color() != null;
        ColoredBars colors = colored ? new ColoredBars(spec, table, gathered, order, lying, stop) : null;
        if (colored && ColoredBars.adds(spec, gathered)) {
            double[] totals = totals(gathered, sorted.groups.size());
            for (int group : order) {
                spread = spread.with(totals[group]);
            }
        }
        Series series = new Series(spec.y().title(), 0, Series.Kind.ROWS);
        Axis along = categories(spec.x(), names, lying);
        // Where values lie by ratios there is no 0 to stand on.
        PlotSpec.Channel height = spec.low() == null ? spec.y() : new PlotSpec.Channel(spec.y().column(),
                spec.y().title() + ", 95% interval", spec.y().display(), spec.y().scale());
        Axis across = bars && spec.y().scale() == Scale.LINEAR
                ? spread.fromZero(height, Marks.unit(table, spec.y()), isWhole(spec, table, gathered))
                : spread.axis(height, Marks.unit(table, spec.y()));
        double base = across.scale() == Scale.LINEAR ? 0 : across.low();
        Layer layer = null;
        if (bars && !colored) {
            layer = bars(spec, table, series, gathered, order, lying, base);
        } else if (!bars) {
            layer = new Layer.Boxes(series, boxes(sorted, order, lying, stop));
        }
        Panel panel = new Panel(lying ? across : along, lying ? along : across,
                colored ? colors.layers(base) : List.of(layer), List.of());
        return new Pictures.Drawn(new Picture(spec.title(), List.of(panel), colored ? spec.color().title() : null,
                colored ? colors.legend() : List.of(), null, spec.top() >= 0, Caption.NONE),
                table.rows() - gathered.rows().length, unshown);
    }

    /** Of how many rows a mean is, where it has an interval, and its name stands beside it. */
    private static String counted(PlotSpec spec, Table table, int row, boolean lying) {
        return spec.low() == null || spec.color() != null || spec.gathered() < 0 || !lying ? ""
                : " (n " + (long) ((NumberColumn) table.column(spec.gathered())).values()[row] + ")";
    }

    /** The first of those that lie is at the top, where reading begins. */
    private static Axis categories(PlotSpec.Channel channel, List<String> names, boolean lying) {
        List<String> ordered = new ArrayList<>(names);
        if (lying) {
            Collections.reverse(ordered);
        }
        return new Axis(channel.title(), null, Scale.CATEGORY, -0.5, Math.max(1, names.size()) - 0.5, ordered);
    }

    static double position(int index, int size, boolean lying) {
        return lying ? size - 1 - index : index;
    }

    /** Of rows, one end of their intervals; {@code null} where there are none. */
    static double[] ends(PlotSpec.Channel channel, Table table, int[] rows) {
        return channel == null ? null : Marks.pick(Marks.numbers(table, channel), rows);
    }

    private static Layer bars(PlotSpec spec, Table table, Series series, Groups.Gathered gathered, List<Integer> order,
            boolean lying, double base) {
        int size = order.size();
        double[] from = new double[size];
        double[] to = new double[size];
        double[] value = new double[size];
        int[] rows = new int[size];
        for (int i = 0; i < size; i++) {
            int first = gathered.starts()[order.get(i)];
            rows[i] = gathered.rows()[first];
            value[i] = gathered.values()[first];
            from[i] = position(i, size, lying) - HALF;
            to[i] = position(i, size, lying) + HALF;
        }
        return new Layer.Bars(series, from, to, base, value, ends(spec.low(), table, rows),
                ends(spec.high(), table, rows), rows);
    }

    private static List<Layer.Box> boxes(Sorted sorted, List<Integer> order, boolean lying, Stop stop) {
        double[] at = new double[sorted.groups.size()];
        double[][] quartiles = new double[at.length][];
        Arrays.fill(at, Double.NaN);
        for (int i = 0; i < order.size(); i++) {
            int group = order.get(i);
            at[group] = position(i, order.size(), lying);
            quartiles[group] = sorted.found[group].values();
        }
        Layer.Box[] all = new Boxes(sorted.gathered, stop).boxes(at, quartiles);
        List<Layer.Box> boxes = new ArrayList<>();
        for (int group : order) {
            boxes.add(all[group]);
        }
        return boxes;
    }
}
