package llmq.table;

import llmq.value.ColumnScale;
import llmq.value.Dates;
import llmq.value.ScaledUnit;
import llmq.value.Type;
import llmq.value.Unit;

/** One cell in words, with its unit and with {@code ~} where it is rough, for pages and messages. */
public final class CellText {
    public static final String UNKNOWN = "unknown";

    private CellText() {
    }

    /** @param display the unit asked for, {@code null} to choose */
    public static String of(Field field, Column column, int row, ScaledUnit display) {
        return of(field, column, row, display, 0);
    }

    /** The same. @param digits how many of a number count; 0 for as many as suit it */
    public static String of(Field field, Column column, int row, ScaledUnit display, int digits) {
        if (!column.isKnown(row)) {
            return UNKNOWN;
        }
        String rough = column.status(row).isRough() ? "~" : "";
        if (column instanceof NumberColumn numbers) {
            return rough + number(numbers.values()[row], field.type(), field.unit(), display, digits);
        }
        if (column instanceof TextColumn texts) {
            return rough + texts.value(row);
        }
        return rough + (((BooleanColumn) column).values()[row] == BooleanColumn.TRUE ? "yes" : "no");
    }

    /** A number or a date with its unit; NaN is unknown. @param display the unit asked for, {@code null} to choose */
    public static String number(double value, Type type, Unit unit, ScaledUnit display) {
        return number(value, type, unit, display, 0);
    }

    private static String number(double value, Type type, Unit unit, ScaledUnit display, int digits) {
        if (value != value) {
            return UNKNOWN;
        }
        if (type == Type.DATE) {
            return Dates.format(value);
        }
        ColumnScale scale = display == null ? ColumnScale.of(unit, value) : ColumnScale.in(display);
        return scale.withDigits(digits).quantity(value);
    }
}
