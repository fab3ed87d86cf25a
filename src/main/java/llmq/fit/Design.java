package llmq.fit;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.TreeSet;
import llmq.table.BooleanColumn;
import llmq.table.Column;
import llmq.table.NumberColumn;
import llmq.table.TextColumn;

/**
 * How the inputs of a fit become columns of numbers: a number is one, a factor one for each of its values but the
 * first, which is 1 where the row has that value.
 *
 * @param levels  of each input the values of a factor in alphabetical order; {@code null} for a number
 * @param lows    of each input the least value fitted, NaN for a factor; {@code highs} the greatest
 * @param lowest  of each input the name of the row that has the least value, {@code null} where it has none;
 *                {@code highest} of the one that has the greatest
 */
public record Design(List<Variable> inputs, List<List<String>> levels, double[] lows, double[] highs,
        String[] lowest, String[] highest) {

    public Design(List<Variable> inputs, List<List<String>> levels, double[] lows, double[] highs) {
        this(inputs, levels, lows, highs, new String[lows.length], new String[lows.length]);
    }

    /** @param names of the rows, {@code null} where they have none */
    static Design of(List<Variable> inputs, List<Column> columns, TextColumn names) {
        List<List<String>> levels = new ArrayList<>();
        double[] lows = new double[inputs.size()];
        double[] highs = new double[inputs.size()];
        String[] lowest = new String[inputs.size()];
        String[] highest = new String[inputs.size()];
        for (int i = 0; i < lows.length; i++) {
            Column column = columns.get(i);
            lows[i] = Double.NaN;
            highs[i] = Double.NaN;
            levels.add(inputs.get(i).isFactor() ? levels((TextColumn) column) : null);
            for (int row = 0; levels.get(i) == null && row < column.size(); row++) {
                double value = number(column, row);
                if (!(value >= lows[i])) {
                    lows[i] = value;
                    lowest[i] = names == null ? null : names.value(row);
                }
                if (!(value <= highs[i])) {
                    highs[i] = value;
                    highest[i] = names == null ? null : names.value(row);
                }
            }
        }
        return new Design(inputs, Collections.unmodifiableList(levels), lows, highs, lowest, highest);
    }

    private static List<String> levels(TextColumn column) {
        boolean[] used = used(column);
        TreeSet<String> levels = new TreeSet<>();
        for (int code = 0; code < used.length; code++) {
            if (used[code]) {
                levels.add(column.dictionary().value(code));
            }
        }
        return List.copyOf(levels);
    }

    static int countLevels(Column column) {
        int count = 0;
        for (boolean each : used((TextColumn) column)) {
            count += each ? 1 : 0;
        }
        return count;
    }

    private static boolean[] used(TextColumn column) {
        boolean[] used = new boolean[column.dictionary().size()];
        for (int code : column.codes()) {
            used[code] = true;
        }
        return used;
    }

    private static double number(Column column, int row) {
        return column instanceof BooleanColumn truths ? truths.values()[row] : ((NumberColumn) column).values()[row];
    }

    /** How many columns the inputs become. */
    public int columns() {
        int count = 0;
        for (List<String> values : levels) {
            count += values == null ? 1 : values.size() - 1;
        }
        return count;
    }

    /** The input that a column belongs to. */
    public int input(int column) {
        int input = 0;
        int left = column;
        while (left >= width(input)) {
            left -= width(input++);
        }
        return input;
    }

    private int width(int input) {
        return levels.get(input) == null ? 1 : levels.get(input).size() - 1;
    }

    /** Where the columns of an input begin. */
    public int first(int input) {
        int first = 0;
        for (int i = 0; i < input; i++) {
            first += width(i);
        }
        return first;
    }

    /** What each column is called: {@code log10(flops)}, {@code family = Qwen2}. */
    public List<String> titles() {
        List<String> titles = new ArrayList<>();
        for (int i = 0; i < inputs.size(); i++) {
            String title = inputs.get(i).title();
            if (levels.get(i) == null) {
                titles.add(title);
            } else {
                for (String level : levels.get(i).subList(1, levels.get(i).size())) {
                    titles.add(title + " = " + level);
                }
            }
        }
        return titles;
    }

    double[][] rows(List<Column> columns) {
        int n = columns.get(0).size();
        double[][] rows = new double[n][columns()];
        int at = 0;
        for (int i = 0; i < inputs.size(); i++) {
            Column column = columns.get(i);
            List<String> values = levels.get(i);
            for (int row = 0; values == null && row < n; row++) {
                rows[row][at] = number(column, row);
            }
            if (values != null) {
                indicate((TextColumn) column, values, rows, at - 1);
            }
            at += width(i);
        }
        return rows;
    }

    /** 1 in the column of the level of each row, of which the first has none. */
    private static void indicate(TextColumn column, List<String> levels, double[][] rows, int before) {
        boolean[] used = used(column);
        int[] places = new int[used.length];
        for (int code = 0; code < used.length; code++) {
            places[code] = used[code] ? Collections.binarySearch(levels, column.dictionary().value(code)) : 0;
        }
        for (int row = 0; row < rows.length; row++) {
            int level = places[column.codes()[row]];
            if (level > 0) {
                rows[row][before + level] = 1;
            }
        }
    }
}
