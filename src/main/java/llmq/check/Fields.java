package llmq.check;

import llmq.plan.Expression;
import llmq.table.Field;
import llmq.value.Unit;

/** Fields of computed columns. */
final class Fields {
    private Fields() {
    }

    /** A column of that title for the expression's values; a plain column keeps its summary and scale. */
    static Field of(String title, Expression value) {
        Expression inner = value instanceof Expression.Convert convert ? convert.value() : value;
        if (inner instanceof Expression.Column column) {
            return column.field().named(title);
        }
        return new Field(title, value.type(), plain(value.unit()), "", null);
    }

    /** A number that named no unit is, in a column, a pure number. */
    static Unit plain(Unit unit) {
        return unit.isBare() ? Unit.NONE : unit;
    }
}
