package llmq.lesson;

import llmq.table.BooleanColumn;
import llmq.table.Column;
import llmq.table.Field;
import llmq.table.NumberColumn;
import llmq.table.TextColumn;
import llmq.value.Type;

/** Whether single values are the same: unknown is like unknown, an estimate like the figure. */
final class Cells {
    /** Of whole numbers beyond this nobody knows the last digit. */
    private static final double COUNTED = 1e9;
    private static final double ROUNDING = 1e-9;

    private final double tolerance;
    private final boolean counts;

    /** @param tolerance as a share of the value that is right */
    Cells(double tolerance) {
        this.tolerance = tolerance;
        this.counts = tolerance <= Exercise.Terms.USUAL_TOLERANCE;
    }

    /** Whether two columns hold the same kind of values. */
    static boolean alike(Column right, Column other) {
        return right.getClass() == other.getClass();
    }

    /** @param field of the value that is right */
    boolean same(Field field, Column right, int row, Column other, int otherRow) {
        if (!alike(right, other) || right.isKnown(row) != other.isKnown(otherRow)) {
            return false;
        }
        if (!right.isKnown(row)) {
            return true;
        }
        if (right instanceof TextColumn texts) {
            return texts.value(row).equals(((TextColumn) other).value(otherRow));
        }
        if (right instanceof BooleanColumn truths) {
            return truths.values()[row] == ((BooleanColumn) other).values()[otherRow];
        }
        return same(field, ((NumberColumn) right).values()[row], ((NumberColumn) other).values()[otherRow]);
    }

    /** The same of two known numbers. */
    boolean same(Field field, double right, double other) {
        if (field.type() == Type.DATE) {
            return Math.abs(right - other) < 0.5;
        }
        boolean whole = counts && field.unit().isNone() && right == Math.rint(right) && Math.abs(right) < COUNTED;
        return Math.abs(right - other) <= (whole ? ROUNDING : Math.max(tolerance, ROUNDING)) * Math.abs(right);
    }

    /** What tells a row by this value. */
    static String key(Column column, int row) {
        if (!column.isKnown(row)) {
            return "\0";
        }
        if (column instanceof TextColumn texts) {
            return texts.value(row);
        }
        return column instanceof NumberColumn numbers ? Double.toString(numbers.values()[row] + 0.0)
                : Byte.toString(((BooleanColumn) column).values()[row]);
    }
}
