package llmq.lesson;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import llmq.result.Layout;
import llmq.result.Result;
import llmq.result.Shown;
import llmq.table.BooleanColumn;
import llmq.table.Column;
import llmq.table.Field;
import llmq.table.NumberColumn;
import llmq.table.Table;
import llmq.table.TextColumn;
import llmq.value.Type;

/** What some rows have in common that others lack, where it is one plain property. */
final class Traits {
    /** Of fewer rows something is always true by chance. */
    private static final int FEW = 5;

    private Traits() {
    }

    /** Some rows of a table. */
    record Rows(Table table, List<Integer> rows) {
        boolean isOne() {
            return rows.size() == 1;
        }

        /** The column of a name, where it is of a kind; {@code null} for none. */
        private <C extends Column> C column(String name, Class<C> kind) {
            int column = table.schema().find(name);
            return column >= 0 && kind.isInstance(table.column(column)) ? kind.cast(table.column(column)) : null;
        }
    }

    /**
     * In words that follow "the extra ones"; {@code null} where there is no such property.
     *
     * @param right  rows that belong
     * @param odd    rows that do not
     * @param answer whose question says which numbers matter
     */
    static String of(Rows right, Rows odd, Result answer) {
        if (right.rows().isEmpty() || odd.rows().isEmpty()) {
            return null;
        }
        for (Field field : right.table().schema().fields()) {
            if (odd.rows().size() == opposite(field.name(), right, odd)) {
                return truth(field.name(), right, odd.isOne());
            }
        }
        if (right.rows().size() + odd.rows().size() < FEW) {
            return null;
        }
        for (Shown shown : answer.shown()) {
            // What is computed of a whole group is no property of it that anybody would choose by.
            boolean plain = shown.title().indexOf('(') < 0;
            boolean used = shown.isNamed() || shown.isCondition() || answer.layout() == Layout.PLOT;
            String trait = plain && used ? number(shown.title(), right, odd) : null;
            if (trait != null) {
                return trait;
            }
        }
        for (Field field : right.table().schema().fields()) {
            String trait = right.rows().size() > 2 ? text(field.name(), right, odd) : null;
            if (trait != null) {
                return trait;
            }
        }
        return null;
    }

    /** The same of at least half of the odd ones, with how many: {@code 7 of them are not open}. */
    static String ofMost(Rows right, Rows odd, String them) {
        for (Field field : right.table().schema().fields()) {
            int opposite = right.rows().isEmpty() ? 0 : opposite(field.name(), right, odd);
            if (opposite > 0 && 2 * opposite >= odd.rows().size()) {
                boolean all = opposite == odd.rows().size();
                return (all ? odd.isOne() ? "it" : "they" : opposite + " of " + them) + " "
                        + truth(field.name(), right, opposite == 1);
            }
        }
        return null;
    }

    /** How many of the odd rows have the opposite of what all that belong have, where that is true or false. */
    private static int opposite(String name, Rows right, Rows odd) {
        BooleanColumn own = right.column(name, BooleanColumn.class);
        BooleanColumn others = odd.column(name, BooleanColumn.class);
        byte of = own == null ? BooleanColumn.UNKNOWN : own.values()[right.rows().get(0)];
        if (others == null || of == BooleanColumn.UNKNOWN || !all(own, right.rows(), of)) {
            return 0;
        }
        int count = 0;
        for (int row : odd.rows()) {
            byte value = others.values()[row];
            count += value != of && value != BooleanColumn.UNKNOWN ? 1 : 0;
        }
        return count;
    }

    /** What is said of those that have the opposite of what belongs. */
    private static String truth(String name, Rows right, boolean one) {
        boolean opposite = right.column(name, BooleanColumn.class).values()[right.rows().get(0)] != BooleanColumn.TRUE;
        return name.equals("open") ? (one ? "is " : "are ") + (opposite ? "open" : "not open")
                : (one ? "has" : "have") + " `" + name + "` " + (opposite ? "true" : "false");
    }

    private static boolean all(BooleanColumn column, List<Integer> rows, byte value) {
        for (int row : rows) {
            if (column.values()[row] != value) {
                return false;
            }
        }
        return true;
    }

    /** All that belong have one text, and the odd ones have others. */
    private static String text(String name, Rows right, Rows odd) {
        TextColumn own = right.column(name, TextColumn.class);
        TextColumn others = odd.column(name, TextColumn.class);
        if (own == null || others == null) {
            return null;
        }
        Set<String> texts = new HashSet<>();
        for (int row : right.rows()) {
            texts.add(Cells.key(own, row));
        }
        String only = texts.iterator().next();
        for (int row : odd.rows()) {
            if (Cells.key(others, row).equals(only)) {
                return null;
            }
        }
        return texts.size() > 1 || !own.isKnown(right.rows().get(0)) ? null
                : (odd.isOne() ? "has another" : "have another") + " `" + name + "` than the right ones";
    }

    private static String number(String name, Rows right, Rows odd) {
        NumberColumn numbers = right.column(name, NumberColumn.class);
        NumberColumn odds = odd.column(name, NumberColumn.class);
        if (numbers == null || odds == null) {
            return null;
        }
        Field field = right.table().schema().field(right.table().schema().find(name));
        double[] own = range(numbers, right.rows());
        double[] others = range(odds, odd.rows());
        boolean one = odd.isOne();
        if (own != null && others == null && allUnknown(odds, odd.rows())) {
            return (one ? "has" : "have") + " no known `" + field.name() + "`";
        }
        if (own == null || others == null || others[1] >= own[0] && others[0] <= own[1]) {
            return null;
        }
        boolean lower = others[1] < own[0];
        return (field.type() == Type.DATE ? (one ? "is " : "are ") + (lower ? "older" : "newer")
                : (one ? "has a " : "have a ") + (lower ? "lower" : "higher") + " `" + field.name() + "`")
                + " than any of the right ones";
    }

    private static boolean allUnknown(Column column, List<Integer> rows) {
        for (int row : rows) {
            if (column.isKnown(row)) {
                return false;
            }
        }
        return true;
    }

    /** The least and the greatest; {@code null} where one is not known. */
    private static double[] range(NumberColumn column, List<Integer> rows) {
        double[] range = {Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY};
        for (int row : rows) {
            if (!column.isKnown(row)) {
                return null;
            }
            range[0] = Math.min(range[0], column.values()[row]);
            range[1] = Math.max(range[1], column.values()[row]);
        }
        return range;
    }
}
