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

    private Groups(int[] values, int[] groups, List<String> names, int[] counts, boolean rest) {
        this.values = values;
        this.groups = groups;
        this.names = names;
        this.counts = counts;
        this.rest = rest;
    }

    /** All rows as one, those without a place among them. */
    static Groups one(String name, int rows) {
        return new Groups(null, null, List.of(name), new int[] {rows}, false);
    }

    /** By value, in the order in which the values first appear; numbers and dates in their own order. */
    static Groups of(Table table, int column, Placed placed, Stop stop) {
        Column cells = table.column(column);
        Values values = cells instanceof NumberColumn numbers ? new Values.Numbers(numbers.values())
                : cells instanceof TextColumn texts ? new Values.Texts(texts)
                : new Values.Truths(((BooleanColumn) cells).values());
        int[] of = new int[placed.rows];
        int[] firsts = new int[16];
        int[] rows = new int[16];
        int size = 0;
        for (int row = 0; row < of.length; row++) {
            stop.at(row);
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
                false);
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

    /** The rows of each group that have a place, upwards. */
    int[][] rows(Stop stop) {
        int[][] rows = new int[size()][];
        for (int group = 0; group < rows.length; group++) {
            rows[group] = new int[counts[group]];
        }
        int[] filled = new int[rows.length];
        for (int row = 0; row < values.length; row++) {
            stop.at(row);
            int group = of(row);
            if (group >= 0) {
                rows[group][filled[group]++] = row;
            }
        }
        return rows;
    }

    /** Those with the most rows, as many as there are colours, and the rest as one. @param ordered as they stand */
    Groups series(boolean ordered) {
        List<Integer> order = new ArrayList<>();
        for (int group = 0; group < size(); group++) {
            order.add(group);
        }
        if (!ordered || size() > COLORS) {
            order.sort((a, b) -> Integer.compare(counts[b], counts[a]));
        }
        int own = size() <= COLORS ? size() : COLORS - 1;
        List<String> kept = new ArrayList<>();
        int[] series = new int[size()];
        int[] rows = new int[own < size() ? COLORS : own];
        for (int i = 0; i < order.size(); i++) {
            int group = order.get(i);
            series[group] = Math.min(i, own);
            rows[series[group]] += counts[group];
            if (i < own) {
                kept.add(names.get(group));
            }
        }
        if (own < size()) {
            kept.add(size() - own + " others");
        }
        int[] to = new int[groups.length];
        for (int value = 0; value < to.length; value++) {
            to[value] = series[groups[value]];
        }
        return new Groups(values, to, kept, rows, own < size());
    }
}
