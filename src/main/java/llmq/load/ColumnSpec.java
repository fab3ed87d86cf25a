package llmq.load;

import llmq.table.Field;
import llmq.value.ScaledUnit;
import llmq.value.Type;
import llmq.value.Unit;

/**
 * How the cells of one column are read.
 *
 * @param title   in the file
 * @param scale   power of ten that takes a cell to base units, exactly
 * @param factor  what remains of the unit's factor beyond that power
 * @param forced  a unit was given, so that it is a column of numbers whatever it holds
 * @param open    nothing was seen yet that says what the column holds: it is read as text and decided at the end
 */
record ColumnSpec(Field field, String title, int scale, double factor, boolean forced, boolean open) {
    private static final int MOST_TENS = 40;

    static ColumnSpec of(String name, String title, ScaledUnit unit, Evidence evidence) {
        if (unit != null) {
            int tens = tens(unit.factor());
            return new ColumnSpec(Field.number(name, unit.unit()), title, tens, tens == 0 ? unit.factor() : 1, true,
                    false);
        }
        Type type = evidence.type();
        Field field = type == Type.NUMBER ? Field.number(name, evidence.isPercent() ? Unit.PERCENT : Unit.NONE)
                : Field.of(name, type);
        return new ColumnSpec(field, title, 0, 1, false, evidence.isEmpty());
    }

    ColumnSpec asText() {
        return new ColumnSpec(Field.of(field.name(), Type.TEXT), title, 0, 1, false, false);
    }

    private static int tens(double factor) {
        int tens = (int) Math.rint(Math.log10(factor));
        boolean exact = Math.abs(tens) <= MOST_TENS && Math.abs(factor / Math.pow(10, tens) - 1) < 1e-12;
        return exact ? tens : 0;
    }

    Cells cells() {
        return switch (field.type()) {
            case NUMBER -> new NumberCells(scale, factor);
            case DATE -> new DateCells();
            case BOOLEAN -> new TruthCells();
            case TEXT -> new TextCells();
        };
    }
}
