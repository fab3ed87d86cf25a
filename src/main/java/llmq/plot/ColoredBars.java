package llmq.plot;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import llmq.diagnostic.Diagnostic;
import llmq.diagnostic.ErrorCode;
import llmq.table.NumberColumn;
import llmq.table.Table;

/** Bars of several colours for each category: on one another where they add up, else side by side. */
final class ColoredBars {
    private final PlotSpec spec;
    private final Table table;
    private final Groups series;
    private final Groups.Gathered gathered;
    private final List<Integer> order;
    private final boolean lying;
    private final boolean stacked;
    /** How far the stack of each category reaches up to now. */
    private final double[] tops;

    /** @param order which groups of what is gathered are drawn, the first one first */
    ColoredBars(PlotSpec spec, Table table, Groups.Gathered gathered, List<Integer> order, boolean lying, Stop stop) {
        this.spec = spec;
        this.table = table;
        this.gathered = gathered;
        this.order = order;
        this.lying = lying;
        Placed placed = Placed.upwards(spec.y().scale(), Marks.numbers(table, spec.y()), stop);
        this.series = Groups.of(table, spec.color().column(), placed, stop).series();
        this.stacked = adds(spec, gathered);
        this.tops = new double[order.size()];
        if (!stacked && series.size() > 0 && series.isRest(series.size() - 1)) {
            throw Diagnostic.of(ErrorCode.E120, "'" + spec.color().title() + "' has more than " + Groups.COLORS
                    + " values, and a picture no room for so many bars side by side", "choose some of them with where",
                    "counts and sums stand on one another: plot count() per " + spec.x().title() + " color by "
                            + spec.color().title()).toException();
        }
    }

    /** Whether the lengths of a category's bars come to something: nothing below 0 does. */
    static boolean adds(PlotSpec spec, Groups.Gathered gathered) {
        return spec.stacked() && Arrays.stream(gathered.values()).noneMatch(value -> value < 0);
    }

    List<Series> legend() {
        List<Series> legend = new ArrayList<>();
        for (int i = 0; i < series.size(); i++) {
            legend.add(series.series(i));
        }
        return legend;
    }

    /** A layer for each, in the order of the legend. @param base where those begin that stand on no other */
    List<Layer> layers(double base) {
        List<Layer> layers = new ArrayList<>();
        for (int i = 0; i < series.size(); i++) {
            layers.add(layer(i, base));
        }
        return layers;
    }

    private Layer layer(int own, double base) {
        int size = order.size();
        double[] value = new double[size];
        double[] from = new double[size];
        double[] to = new double[size];
        double[] start = new double[size];
        int[] rows = new int[size];
        int count = 0;
        for (int i = 0; i < size; i++) {
            int group = order.get(i);
            boolean any = false;
            for (int at = gathered.starts()[group]; at < gathered.starts()[group + 1]; at++) {
                if (series.of(gathered.rows()[at]) == own) {
                    // What has no colour of its own is several rows as one.
                    rows[count] = any ? -1 : gathered.rows()[at];
                    value[count] = (any ? value[count] : 0) + gathered.values()[at];
                    any = true;
                }
            }
            if (any) {
                place(i, own, count, from, to);
                start[count] = tops[i];
                tops[i] += value[count++];
            }
        }
        int[] kept = Arrays.copyOf(rows, count);
        long[] counts = spec.low() == null || spec.gathered() < 0 ? null : Arrays.stream(kept).mapToLong(row ->
                (long) ((NumberColumn) table.column(spec.gathered())).values()[row]).toArray();
        return new Layer.Bars(series.series(own), Arrays.copyOf(from, count), Arrays.copyOf(to, count), base,
                Arrays.copyOf(value, count), Categories.ends(spec.low(), table, kept),
                Categories.ends(spec.high(), table, kept), kept, stacked ? Arrays.copyOf(start, count) : null, counts);
    }

    private void place(int category, int own, int at, double[] from, double[] to) {
        double middle = Categories.position(category, order.size(), lying);
        // As much as a bar is left free between categories.
        double slot = 1.0 / (series.size() + 1);
        double first = stacked ? -Categories.HALF : (lying ? series.size() / 2.0 - 1 - own : own - series.size() / 2.0)
                * slot;
        from[at] = middle + first;
        to[at] = from[at] + (stacked ? 2 * Categories.HALF : slot);
    }
}
