package llmq.plot;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
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

    static Pictures.Drawn drawn(PlotSpec spec, Table table) {
        double[] values = Marks.numbers(table, spec.y());
        List<Integer> placed = IntStream.range(0, table.rows())
                .filter(row -> Spread.isPlaced(spec.y().scale(), values[row])).boxed().toList();
        Map<String, List<Integer>> groups = Groups.of(table, spec.x().column(), placed);
        boolean lying = !(table.column(spec.x().column()) instanceof NumberColumn);
        List<String> names = new ArrayList<>(groups.keySet());
        if (lying && spec.form() == PlotSpec.Form.BOXES) {
            names.sort(Comparator.comparing(name -> -median(values, groups.get(name))));
        }
        int unshown = Math.max(0, names.size() - MOST);
        names = names.subList(0, names.size() - unshown);
        List<Integer> shown = new ArrayList<>();
        names.forEach(name -> shown.addAll(groups.get(name)));
        Series series = new Series(spec.y().title(), 0, Series.Kind.ROWS);
        Spread spread = Spread.of(spec.y().scale(), Marks.pick(values, Marks.array(shown)));
        boolean bars = spec.form() == PlotSpec.Form.BARS;
        Axis along = categories(spec.x(), names, lying);
        // Where values lie by ratios there is no 0 to stand on.
        Axis across = bars && spec.y().scale() == Scale.LINEAR
                ? spread.fromZero(spec.y(), Marks.unit(table, spec.y()))
                : spread.axis(spec.y(), Marks.unit(table, spec.y()));
        Layer layer = bars ? bars(series, values, groups, names, lying, across.scale() == Scale.LINEAR ? 0 : across.low())
                : boxes(series, values, groups, names, lying);
        Panel panel = new Panel(lying ? across : along, lying ? along : across, List.of(layer), List.of());
        return new Pictures.Drawn(new Picture(spec.title(), List.of(panel), null, List.of(), List.of()),
                table.rows() - placed.size(), unshown);
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

    private static double median(double[] values, List<Integer> rows) {
        return Quantiles.quantile(Marks.pick(values, Marks.array(rows)), 0.5);
    }

    private static Layer bars(Series series, double[] values, Map<String, List<Integer>> groups, List<String> names,
            boolean lying, double base) {
        int size = names.size();
        double[] from = new double[size];
        double[] to = new double[size];
        double[] value = new double[size];
        int[] rows = new int[size];
        for (int i = 0; i < size; i++) {
            rows[i] = groups.get(names.get(i)).get(0);
            value[i] = values[rows[i]];
            from[i] = position(i, size, lying) - HALF;
            to[i] = position(i, size, lying) + HALF;
        }
        return new Layer.Bars(series, from, to, base, value, null, null, rows);
    }

    private static Layer boxes(Series series, double[] values, Map<String, List<Integer>> groups, List<String> names,
            boolean lying) {
        List<Layer.Box> boxes = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            boxes.add(box(position(i, names.size(), lying), values, groups.get(names.get(i))));
        }
        return new Layer.Boxes(series, boxes);
    }

    /** As Tukey, “Exploratory Data Analysis” (1977), draws them, with the quartiles that {@code quantile} gives. */
    static Layer.Box box(double at, double[] values, List<Integer> rows) {
        double[] own = Marks.pick(values, Marks.array(rows));
        double lower = Quantiles.quantile(own, 0.25);
        double median = Quantiles.quantile(own, 0.5);
        double upper = Quantiles.quantile(own, 0.75);
        double reach = WHISKER * (upper - lower);
        double low = lower;
        double high = upper;
        List<Integer> beyond = new ArrayList<>();
        for (int row : rows) {
            boolean near = values[row] >= lower - reach && values[row] <= upper + reach;
            if (near) {
                low = Math.min(low, values[row]);
                high = Math.max(high, values[row]);
            } else {
                beyond.add(row);
            }
        }
        return new Layer.Box(at, low, lower, median, upper, high, Marks.pick(values, Marks.array(beyond)),
                Marks.array(beyond), rows.size());
    }
}
