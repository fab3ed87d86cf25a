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
    /** The need of a column that is shown because a condition used it. */
    private static final int CONDITION = 50;

    private Traits() {
    }

    /**
     * In words that follow "the extra ones"; {@code null} where there is no such property.
     *
     * @param result whose rows they are
     * @param answer whose question says which numbers matter
     * @param right  rows that belong
     * @param odd    rows that do not
     */
    static String of(Result result, Result answer, List<Integer> right, List<Integer> odd) {
        Table table = result.table();
        if (right.isEmpty() || odd.isEmpty()) {
            return null;
        }
        for (int i = 0; i < table.schema().size(); i++) {
            if (table.column(i) instanceof BooleanColumn truths) {
                String trait = truth(table.schema().field(i).name(), truths, right, odd);
                if (trait != null) {
                    return trait;
                }
            }
        }
        if (right.size() + odd.size() < FEW) {
            return null;
        }
        for (Shown shown : answer.shown()) {
            // What is computed of a whole group is no property of it that anybody would choose by.
            boolean plain = shown.title().indexOf('(') < 0;
            boolean used = shown.need() == Shown.ASKED || shown.need() == CONDITION || answer.layout() == Layout.PLOT;
            int column = table.schema().find(shown.title());
            if (plain && used && column >= 0 && table.column(column) instanceof NumberColumn numbers) {
                String trait = number(table.schema().field(column), numbers, right, odd);
                if (trait != null) {
                    return trait;
                }
            }
        }
        for (int i = 0; i < table.schema().size(); i++) {
            if (table.column(i) instanceof TextColumn texts && right.size() > 2) {
                String trait = text(table.schema().field(i).name(), texts, right, odd);
                if (trait != null) {
                    return trait;
                }
            }
        }
        return null;
    }

    private static String truth(String name, BooleanColumn column, List<Integer> right, List<Integer> odd) {
        byte of = column.values()[right.get(0)];
        if (of == BooleanColumn.UNKNOWN || !all(column, right, of)) {
            return null;
        }
        byte opposite = of == BooleanColumn.TRUE ? BooleanColumn.FALSE : BooleanColumn.TRUE;
        String be = odd.size() == 1 ? "is " : "are ";
        return !all(column, odd, opposite) ? null
                : name.equals("open") ? be + (opposite == BooleanColumn.TRUE ? "open" : "not open")
                : (odd.size() == 1 ? "has" : "have") + " `" + name + "` "
                        + (opposite == BooleanColumn.TRUE ? "true" : "false");
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
    private static String text(String name, TextColumn column, List<Integer> right, List<Integer> odd) {
        Set<String> texts = new HashSet<>();
        for (int row : right) {
            texts.add(Cells.key(column, row));
        }
        String only = texts.iterator().next();
        for (int row : odd) {
            if (Cells.key(column, row).equals(only)) {
                return null;
            }
        }
        return texts.size() > 1 || !column.isKnown(right.get(0)) ? null
                : (odd.size() == 1 ? "has another" : "have another") + " `" + name + "` than the right ones";
    }

    private static String number(Field field, NumberColumn column, List<Integer> right, List<Integer> odd) {
        double[] own = range(column, right);
        double[] others = range(column, odd);
        boolean one = odd.size() == 1;
        if (own != null && others == null && allUnknown(column, odd)) {
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
