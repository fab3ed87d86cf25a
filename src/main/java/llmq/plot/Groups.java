package llmq.plot;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import llmq.table.BooleanColumn;
import llmq.table.CellText;
import llmq.table.Column;
import llmq.table.Field;
import llmq.table.NumberColumn;
import llmq.table.Table;
import llmq.table.TextColumn;

/** Rows by the value of a column: the series of a picture, or its categories. */
final class Groups {
    /** Colours that most people can tell apart, and marks that do not look alike. */
    static final int COLORS = 8;
    private static final String NOT_KNOWN = "not known";

    /** Of each row a number for its value, −1 where the row has no place; {@code null} where all rows are one group. */
    private final int[] values;
    /** Of each such number, the group. */
    private final int[] groups;
    private final List<String> names;
    private final int[] counts;
    /** Whether the last group is of what has no series of its own. */
    private final boolean rest;
    /** Which colour and mark each group has; {@code null} before it is a series, and of one alone. */
    private final int[] looks;
    /** Whether they are in the order of numbers or dates. */
    private final boolean ordered;

    private Groups(int[] values, int[] groups, List<String> names, int[] counts, boolean rest, int[] looks,
            boolean ordered) {
        this.looks = looks;
        this.ordered = ordered;
        this.values = values;
        this.groups = groups;
        this.names = names;
        this.counts = counts;
        this.rest = rest;
    }

    /** All rows as one, those without a place among them. */
    static Groups one(String name, int rows) {
        return new Groups(null, null, List.of(name), new int[] {rows}, false, null, false);
    }

    /** By value, in the order in which the values first appear; numbers and dates in their own order. */
    static Groups of(Table table, int column, Placed placed, Stop stop) {
        Column cells = table.column(column);
        int parts = parts(cells, placed.rows, stop);
        Counted[] counted = new Counted[parts];
        int[] of = new int[placed.rows];
        stop.pass(of.length, parts, (part, from, to) -> counted[part] = new Counted(values(cells), placed, of, from, to,
                stop));
        // Each part numbered the values in the order in which it met them; the first part's numbers are those of all.
        Values values = counted[0].values;
        int[] firsts = counted[0].firsts;
        int[] rows = counted[0].rows;
        int size = counted[0].size;
        int[][] numbered = new int[parts][];
        for (int part = 1; part < parts; part++) {
            Counted own = counted[part];
            numbered[part] = new int[own.size];
            for (int i = 0; i < own.size; i++) {
                stop.at(i);
                int value = values.number(own.firsts[i]);
                if (value == size) {
                    if (size == rows.length) {
                        firsts = Arrays.copyOf(firsts, 2 * size);
                        rows = Arrays.copyOf(rows, 2 * size);
                    }
                    firsts[size++] = own.firsts[i];
                }
                rows[value] += own.rows[i];
                numbered[part][i] = value;
            }
        }
        if (parts > 1) {
            stop.pass(of.length, parts, (part, from, to) -> renumber(of, from, to, numbered[part], stop));
        }
        // Values that are written alike are one.
        Map<String, Integer> numbers = new LinkedHashMap<>();
        int[] groups = new int[size];
        int[] counts = new int[size];
        int done = 0;
        for (int value : values.order(size)) {
            stop.at(done++);
            String name = name(table.schema().field(column), cells, firsts[value]);
            Integer known = numbers.putIfAbsent(name, numbers.size());
            groups[value] = known == null ? numbers.size() - 1 : known;
            counts[groups[value]] += rows[value];
        }
        return new Groups(of, groups, new ArrayList<>(numbers.keySet()), Arrays.copyOf(counts, numbers.size()),
                false, fixed(cells, groups, firsts, numbers.size()), cells instanceof NumberColumn);
    }

    /** Many values would cost each part more than its rows. */
    private static int parts(Column cells, int rows, Stop stop) {
        return cells instanceof TextColumn texts && texts.dictionary().size() > Stop.OFTEN ? 1 : stop.parts(rows);
    }

    private static Values values(Column cells) {
        return cells instanceof NumberColumn numbers ? new Values.Numbers(numbers.values())
                : cells instanceof TextColumn texts ? new Values.Texts(texts)
                : new Values.Truths(((BooleanColumn) cells).values());
    }

    private static void renumber(int[] of, int from, int to, int[] numbers, Stop stop) {
        for (int row = from; numbers != null && row < to; row++) {
            stop.at(row - from);
            int value = of[row];
            of[row] = value < 0 ? value : numbers[value];
        }
    }

    /** The values of some rows that follow one another, how many rows each has, and the first of these. */
    private static final class Counted {
        private final Values values;
        private int[] firsts = new int[16];
        private int[] rows = new int[16];
        private int size;

        Counted(Values values, Placed placed, int[] of, int from, int to, Stop stop) {
            this.values = values;
            for (int row = from; row < to; row++) {
                stop.at(row - from);
                int value = placed.at(row) ? values.number(row) : -1;
                of[row] = value;
                if (value == size) {
                    if (size == rows.length) {
                        firsts = Arrays.copyOf(firsts, 2 * size);
                        rows = Arrays.copyOf(rows, 2 * size);
                    }
                    firsts[size++] = row;
                }
                if (value >= 0) {
                    rows[value]++;
                }
            }
        }
    }

    /** What the rows of a value are called: {@code 2024}, {@code Llama}, {@code yes}. */
    private static String name(Field field, Column cells, int row) {
        return !cells.isKnown(row) ? NOT_KNOWN
                : cells instanceof NumberColumn numbers ? CellText.number(numbers.values()[row], field.type(),
                        field.unit(), null)
                : cells instanceof TextColumn texts ? texts.value(row)
                : ((BooleanColumn) cells).values()[row] == BooleanColumn.TRUE ? "yes" : "no";
    }

    /** The group of a row that has a place, −1 for some or all that have none. */
    int of(int row) {
        if (values == null) {
            return 0;
        }
        int value = values[row];
        return value < 0 ? -1 : groups[value];
    }

    int size() {
        return names.size();
    }

    String name(int group) {
        return names.get(group);
    }

    /** Whether it holds what has no series of its own. */
    boolean isRest(int group) {
        return rest && group == size() - 1;
    }

    /** How many rows a group has. */
    int count(int group) {
        return counts[group];
    }

    /**
     * The rows that have a place, one group after another, and upwards in each.
     *
     * @param starts where each group begins, and where the last one ends
     * @param values of the rows
     */
    record Gathered(int[] starts, int[] rows, double[] values) {
    }

    Gathered gathered(double[] values, Stop stop) {
        int[] starts = new int[size() + 1];
        for (int group = 0; group < size(); group++) {
            starts[group + 1] = starts[group] + counts[group];
        }
        int parts = size() > Stop.OFTEN ? 1 : stop.parts(this.values.length);
        int[][] next = new int[parts][size()];
        if (parts > 1) {
            stop.pass(this.values.length, parts, (part, from, to) -> count(from, to, next[part], stop));
        }
        int[] begin = starts.clone();
        for (int[] own : next) {
            for (int group = 0; group < own.length; group++) {
                int rows = own[group];
                own[group] = begin[group];
                begin[group] += rows;
            }
        }
        int[] rows = new int[starts[size()]];
        double[] gathered = new double[rows.length];
        stop.pass(this.values.length, parts, (part, from, to) -> {
            int[] own = next[part];
            for (int row = from; row < to; row++) {
                stop.at(row - from);
                int group = of(row);
                if (group >= 0) {
                    int at = own[group]++;
                    rows[at] = row;
                    gathered[at] = values[row];
                }
            }
        });
        return new Gathered(starts, rows, gathered);
    }

    private void count(int from, int to, int[] rows, Stop stop) {
        for (int row = from; row < to; row++) {
            stop.at(row - from);
            int group = of(row);
            if (group >= 0) {
                rows[group]++;
            }
        }
    }

    /**
     * Of a column of few values in all, the place of each among them, so that it looks the same however the rows are
     * chosen: a text's dictionary holds those of all rows that it came with. {@code null} of other columns.
     */
    private static int[] fixed(Column cells, int[] groups, int[] firsts, int size) {
        boolean few = cells instanceof TextColumn texts ? texts.dictionary().size() <= COLORS
                : cells instanceof BooleanColumn;
        if (!few) {
            return null;
        }
        int[] places = new int[size];
        for (int value = 0; value < groups.length; value++) {
            int row = firsts[value];
            places[groups[value]] = cells instanceof TextColumn texts
                    ? cells.isKnown(row) ? texts.codes()[row] : texts.dictionary().size()
                    : ((BooleanColumn) cells).values()[row] == BooleanColumn.TRUE ? 0 : cells.isKnown(row) ? 1 : 2;
        }
        return places;
    }

    /**
     * Those of few values in all in the order of these; of others those with the most rows, as many as there are
     * colours, and the rest as one. Numbers and dates stay in their order.
     */
    Groups series() {
        boolean all = size() <= COLORS && (looks != null || ordered);
        List<Integer> order = new ArrayList<>();
        for (int group = 0; group < size(); group++) {
            order.add(group);
        }
        if (!all) {
            // Of as many rows that by its name, in whichever order rows come.
            order.sort((a, b) -> counts[a] != counts[b] ? counts[b] - counts[a] : names.get(a).compareTo(names.get(b)));
        }
        // What is not known has no place in an order.
        boolean unknown = ordered && order.remove((Integer) names.indexOf(NOT_KNOWN));
        if (unknown) {
            order.add(names.indexOf(NOT_KNOWN));
        }
        int own = size() > COLORS ? COLORS - 1 : unknown ? size() - 1 : size();
        List<Integer> chosen = new ArrayList<>(order.subList(0, own));
        if (looks != null && all) {
            chosen.sort((a, b) -> looks[a] - looks[b]);
        } else if (ordered) {
            chosen.sort(null);
        }
        int[] series = new int[size()];
        Arrays.fill(series, own);
        List<String> kept = new ArrayList<>();
        int[] places = new int[own];
        for (int i = 0; i < own; i++) {
            int group = chosen.get(i);
            series[group] = i;
            kept.add(names.get(group));
            places[i] = looks != null && all ? looks[group] : i;
        }
        int[] rows = new int[own < size() ? own + 1 : own];
        for (int group = 0; group < size(); group++) {
            rows[series[group]] += counts[group];
        }
        if (own < size()) {
            kept.add(unknown && own == size() - 1 ? NOT_KNOWN : size() - own + " others");
        }
        int[] to = new int[groups.length];
        for (int value = 0; value < to.length; value++) {
            to[value] = series[groups[value]];
        }
        return new Groups(values, to, kept, rows, own < size(), places, ordered);
    }

    /** How a group looks, once they are series. */
    Series series(int group) {
        if (looks == null) {
            return new Series(name(group), 0, Series.Kind.ROWS);
        }
        // Beyond the last colour there is what is not known of a column of as many values as colours.
        return isRest(group) || looks[group] >= COLORS ? new Series(name(group), 0, Series.Kind.REST)
                : new Series(name(group), looks[group], Series.Kind.ROWS, ordered ? looks.length : 0);
    }
}
