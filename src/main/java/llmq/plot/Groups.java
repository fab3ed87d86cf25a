package llmq.plot;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import llmq.table.CellText;
import llmq.table.Column;
import llmq.table.NumberColumn;
import llmq.table.Table;

/** Rows by the value of a column: the series of a picture, or its categories. */
final class Groups {
    /** Colours that most people can tell apart, and marks that do not look alike. */
    static final int COLORS = 8;
    private static final String NOT_KNOWN = "not known";

    private Groups() {
    }

    /** The rows of each value, in the order in which the values first appear; numbers and dates in their own order. */
    static Map<String, List<Integer>> of(Table table, int column, List<Integer> rows) {
        Column values = table.column(column);
        List<Integer> ordered = rows;
        if (values instanceof NumberColumn numbers) {
            ordered = new ArrayList<>(rows);
            ordered.sort((a, b) -> Double.compare(numbers.values()[a], numbers.values()[b]));
        }
        Map<String, List<Integer>> groups = new LinkedHashMap<>();
        for (int row : ordered) {
            groups.computeIfAbsent(name(table, column, row), value -> new ArrayList<>()).add(row);
        }
        return groups;
    }

    /** What the rows of a value are called: {@code 2024}, {@code Llama}, {@code yes}. */
    static String name(Table table, int column, int row) {
        return table.column(column).isKnown(row)
                ? CellText.of(table.schema().field(column), table.column(column), row, null) : NOT_KNOWN;
    }

    /** Those with the most rows, as many as there are colours, and the rest as one. */
    static Map<Series, List<Integer>> series(Table table, int column, List<Integer> rows) {
        Map<String, List<Integer>> groups = of(table, column, rows);
        List<String> names = new ArrayList<>(groups.keySet());
        boolean ordered = table.column(column) instanceof NumberColumn && names.size() <= COLORS;
        if (!ordered) {
            names.sort((a, b) -> groups.get(b).size() - groups.get(a).size());
        }
        int own = names.size() <= COLORS ? names.size() : COLORS - 1;
        Map<Series, List<Integer>> series = new LinkedHashMap<>();
        for (int i = 0; i < own; i++) {
            series.put(new Series(names.get(i), i, Series.Kind.ROWS), groups.get(names.get(i)));
        }
        if (own < names.size()) {
            List<Integer> rest = new ArrayList<>();
            for (String name : names.subList(own, names.size())) {
                rest.addAll(groups.get(name));
            }
            series.put(new Series(names.size() - own + " others", 0, Series.Kind.REST), rest);
        }
        return series;
    }
}
