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
        if (!column.isKnown(row)) {
            return UNKNOWN;
        }
        String rough = column.status(row).isRough() ? "~" : "";
        if (column instanceof NumberColumn numbers) {
            return rough + number(numbers.values()[row], field.type(), field.unit(), display);
        }
        if (column instanceof TextColumn texts) {
            return rough + texts.value(row);
        }
        return rough + (((BooleanColumn) column).values()[row] == BooleanColumn.TRUE ? "yes" : "no");
    }

    public static String number(double value, Type type, Unit unit, ScaledUnit display) {
        if (value != value) {
            return UNKNOWN;
        }
        if (type == Type.DATE) {
            return Dates.format(value);
        }
        return (display == null ? ColumnScale.of(unit, value) : ColumnScale.in(display)).quantity(value);
    }
}
