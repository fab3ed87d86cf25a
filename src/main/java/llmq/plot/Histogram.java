package llmq.plot;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import llmq.stats.Brackets;
import llmq.table.Table;
import llmq.value.Unit;

/** How many rows lie in each range of a value. */
final class Histogram {
    private static final double[] STEPS = {1, 2, 5, 10};
    /** Parts of a decade: a whole one, halves, fifths and so on. */
    private static final double[] DECADES = {0.05, 0.1, 0.2, 0.5, 1, 2, 5, 10, 20};
    private static final int[] MONTHS = {1, 3, 6, 12, 60, 120, 600, 1200, 6000};
    private static final double MONTH = 365.25 / 12;
    private static final int MOST = 50;
    private static final double FINER = 0.8;
    /** The least width of a bin, as a share of what it is of: less is noise, and nothing is less than this. */
    private static final double LEAST = 1e-12;
    private static final double LEAST_OF_ALL = 1e-250;

    private Histogram() {
    }

    static Pictures.Drawn drawn(PlotSpec spec, Table table, Stop stop) {
        Scale scale = spec.x().scale();
        double[] values = Marks.numbers(table, spec.x());
        Brackets.Found found = quartiles(scale, values, stop);
        Spread spread = Spread.between(scale, found.low(), found.high());
        double[] edges = spec.bins() > 0 ? parts(spread, spec.bins())
                : edges(spread, (int) found.count(), apart(scale, found), areWhole(scale, values, stop));
        double[] from = new double[edges.length - 1];
        double[] to = new double[from.length];
        for (int i = 0; i < from.length; i++) {
            from[i] = scale.value(edges[i]);
            to[i] = scale.value(edges[i + 1]);
        }
        Placed placed = spec.color() == null ? null : Placed.upwards(scale, values, stop);
        Groups groups = placed == null ? Groups.one("rows", values.length)
                : Groups.of(table, spec.color().column(), placed, stop).series();
        double[][] counts = counts(scale, groups, from, to[to.length - 1], values, stop);
        double[] all = new double[from.length];
        List<Layer> layers = new ArrayList<>();
        List<Series> legend = new ArrayList<>();
        for (int group = 0; group < groups.size(); group++) {
            double[] start = all.clone();
            for (int i = 0; i < all.length; i++) {
                all[i] += counts[group][i];
            }
            legend.add(groups.series(group));
            layers.add(new Layer.Bars(groups.series(group), from, to, 0, counts[group], null, null, null,
                    spec.color() == null ? null : start));
        }
        // A tick names the bar around a whole number: before the first of them there is none.
        boolean around = scale == Scale.LINEAR && spec.bins() <= 0 && Math.abs(from[0] - Math.rint(from[0])) == 0.5
                && to[0] - from[0] == 1;
        Spread along = Spread.of(scale, from).with(to);
        if (from.length == 1) {
            // A bar alone is seen as one by what is free on both sides of it.
            double width = scale.place(to[0]) - scale.place(from[0]);
            along = along.with(scale.value(scale.place(from[0]) - width), scale.value(scale.place(to[0]) + width));
        }
        Axis x = along.along(spec.x(), Marks.unit(table, spec.x()), !around);
        PlotSpec.Channel rows = new PlotSpec.Channel(-1, "rows", null, Scale.LINEAR);
        Axis y = Spread.of(Scale.LINEAR, all).fromZero(rows, Unit.NONE, true);
        return new Pictures.Drawn(new Picture(spec.title(), List.of(new Panel(x, y, layers, List.of())),
                spec.color() == null ? null : spec.color().title(), spec.color() == null ? List.of() : legend),
                table.rows() - found.count(), 0);
    }

    /** A value where two bins meet belongs to the one that starts there; the last edge closes the last bin. */
    private static double[][] counts(Scale scale, Groups groups, double[] from, double end, double[] values,
            Stop stop) {
        double[] edges = Arrays.copyOf(from, from.length + 1);
        edges[from.length] = end;
        Ruler ruler = new Ruler(scale, edges);
        double least = Spread.least(scale);
        double greatest = Spread.greatest(scale);
        int[][] counts = new int[stop.parts(values.length)][from.length * groups.size()];
        stop.pass(values.length, counts.length, (part, first, last) -> {
            int[] own = counts[part];
            for (int row = first; row < last; row++) {
                stop.at(row - first);
                double value = values[row];
                if (value >= least && value <= greatest) {
                    // Where powers are rounded, the outermost values may lie a hair beyond the edges.
                    int range = ruler.range(value < edges[0] ? edges[0] : value > end ? end : value);
                    own[groups.of(row) * from.length + range]++;
                }
            }
        });
        double[][] all = new double[groups.size()][from.length];
        for (int[] own : counts) {
            for (int i = 0; i < own.length; i++) {
                all[i / from.length][i % from.length] += own[i];
            }
        }
        return all;
    }

    /** The lower and the upper quartile of the values that have a place on the scale. */
    static Brackets.Found quartiles(Scale scale, double[] values, Stop stop) {
        Brackets brackets = new Brackets(values, Spread.least(scale), Spread.greatest(scale), 0.25, 0.75);
        List<Brackets.Part> parts = new ArrayList<>();
        for (int i = 0; i < stop.parts(values.length); i++) {
            parts.add(brackets.new Part());
        }
        stop.pass(values.length, parts.size(), (part, first, last) -> {
            for (int at = first; at < last; at += Stop.OFTEN) {
                stop.at(0);
                parts.get(part).count(at, Math.min(last, at + Stop.OFTEN));
            }
        });
        brackets.locate(parts);
        stop.pass(values.length, parts.size(), (part, first, last) -> {
            for (int at = first; at < last; at += Stop.OFTEN) {
                stop.at(0);
                parts.get(part).look(at, Math.min(last, at + Stop.OFTEN));
            }
        });
        return brackets.found(parts);
    }

    /** Whether all values are whole numbers, as counts, years and months are; one that is not ends the question. */
    private static boolean areWhole(Scale scale, double[] values, Stop stop) {
        if (scale != Scale.LINEAR) {
            return false;
        }
        for (int row = 0; row < values.length; row++) {
            stop.at(row);
            double value = values[row];
            if (value != Math.rint(value) && Spread.isPlaced(scale, value)) {
                return false;
            }
        }
        return true;
    }

    /** How far the quartiles are apart on the scale. */
    static double apart(Scale scale, Brackets.Found quartiles) {
        return quartiles.low() < quartiles.high()
                ? scale.place(quartiles.values()[1]) - scale.place(quartiles.values()[0]) : 0;
    }

    /**
     * Where bins begin and end, at round places. Their width is the round one that is nearest to four fifths, so that
     * there are rather more than fewer, of the lesser of two: that of Freedman and Diaconis, “On the histogram as a
     * density estimator” (1981), twice the distance of the quartiles over the cube root of n; and that of Sturges, “The
     * choice of a class interval” (1926), the reach over 1 + log₂ n, as the first is coarse where values lie in two
     * heaps. NumPy calls the lesser one “auto”. There are no more than {@link #MOST} or so. Whole numbers get ranges of
     * whole width, so that each holds as many of them as the others: of width 1, around them.
     *
     * @param count     of the values
     * @param quartiles how far theirs are apart on the scale
     * @param whole     whether all values are whole numbers
     */
    static double[] edges(Spread spread, int count, double quartiles, boolean whole) {
        Scale scale = spread.scale();
        if (spread.isEmpty()) {
            return new double[] {0, 1};
        }
        double low = scale.place(spread.low());
        double high = scale.place(spread.high());
        double reach = high - low;
        double wanted = wanted(reach, count, quartiles);
        double size = Math.max(Math.abs(low), Math.abs(high));
        if (scale == Scale.LINEAR && (wanted > 0 && wanted < LEAST * size || size * LEAST > 1)) {
            wanted = Math.max(wanted, 10 * LEAST * size);
        }
        wanted = wanted < LEAST_OF_ALL ? 0 : wanted;
        if (scale == Scale.TIME) {
            return months(low, high, wanted);
        }
        double width = width(scale, wanted, reach);
        return !whole || width > 1 ? even(low, high, width) : size < 1 / LEAST ? around(low, high) : even(low, high, 1);
    }

    /** As wide as bins would be if they need not be round. */
    static double wanted(double reach, int count, double quartiles) {
        double sturges = reach / (1 + Math.log(count) / Math.log(2));
        return quartiles > 0 ? Math.min(2 * quartiles / Math.cbrt(count), sturges) : sturges;
    }

    /** So many alike ones from the least value to the greatest. */
    private static double[] parts(Spread spread, int count) {
        double low = spread.isEmpty() ? 0 : spread.scale().place(spread.low());
        double high = spread.isEmpty() ? 1 : spread.scale().place(spread.high());
        if (!(high - low > LEAST * Math.max(Math.abs(low), Math.abs(high)) + LEAST_OF_ALL)) {
            // Around a single value as much as an axis shows of it.
            double aside = Math.max(0.5, Math.abs(low) * 10 * LEAST);
            low -= aside;
            high += aside;
        }
        double[] edges = new double[count + 1];
        for (int i = 0; i <= count; i++) {
            edges[i] = i == count ? high : low + (high - low) * i / count;
        }
        return edges;
    }

    /** The round width nearest to the wanted one, as ratios go; a greater one where bins would be too many. */
    private static double width(Scale scale, double wanted, double reach) {
        if (!(wanted > 0)) {
            return scale == Scale.LOG ? 0.1 : 1;
        }
        double least = reach / MOST;
        double[] steps = scale == Scale.LOG ? DECADES : STEPS;
        double from = Math.max(wanted, least);
        double power = scale == Scale.LOG ? 1 : Math.pow(10, Math.floor(Math.log10(from)));
        double nearest = 0;
        for (double step : steps) {
            double width = step * power;
            boolean better = nearest == 0 || far(width, wanted) < far(nearest, wanted) || nearest < least * (1 - LEAST);
            nearest = better ? width : nearest;
        }
        return nearest;
    }

    private static double far(double width, double wanted) {
        return Math.abs(Math.log(width / (FINER * wanted)));
    }

    /** A value on an edge opens a bin, the greatest one too: else two values would share the last one. */
    private static double[] even(double low, double high, double width) {
        long first = (long) Math.floor(low / width);
        first += edge(first + 1, width) <= low ? 1 : 0;
        long last = (long) Math.ceil(high / width);
        last += edge(last, width) <= high ? 1 : 0;
        double[] edges = new double[(int) (last - first) + 1];
        for (int i = 0; i < edges.length; i++) {
            edges[i] = edge(first + i, width);
        }
        return edges;
    }

    /** So that three tenths are 0.3, and not a hair more. */
    private static double edge(long number, double width) {
        double inverse = Math.rint(1 / width);
        return width < 1 && Math.abs(1 / width - inverse) < LEAST * inverse ? number / inverse : number * width;
    }

    /** A bin around each whole number. */
    private static double[] around(double low, double high) {
        double[] edges = new double[(int) (high - low) + 2];
        for (int i = 0; i < edges.length; i++) {
            edges[i] = low - 0.5 + i;
        }
        return edges;
    }

    /** Bins of so many whole months, as years and quarters are. */
    private static double[] months(double low, double high, double wanted) {
        int step = MONTHS[0];
        for (int months : MONTHS) {
            boolean better = wanted > 0 && far(months * MONTH, wanted) < far(step * MONTH, wanted);
            step = better || high - low > MOST * step * MONTH ? months : step;
        }
        LocalDate start = LocalDate.ofEpochDay((long) Math.floor(low)).withDayOfMonth(1);
        start = start.minusMonths(Math.floorMod(start.getYear() * 12L + start.getMonthValue() - 1, step));
        List<Double> edges = new ArrayList<>();
        for (LocalDate edge = start; edges.size() < 2 || edges.get(edges.size() - 1) <= high;
                edge = edge.plusMonths(step)) {
            edges.add((double) edge.toEpochDay());
        }
        return edges.stream().mapToDouble(Double::doubleValue).toArray();
    }
}
