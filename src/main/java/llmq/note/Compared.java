package llmq.note;

import java.util.ArrayList;
import java.util.List;
import llmq.plan.Expression;
import llmq.plan.Expression.Comparator;
import llmq.plan.ExpressionText;
import llmq.plan.Plan;

/**
 * A field that a statement compares with a number which names no unit, so that the field's own is meant. An aggregate
 * of a field counts as one, as it has the same size; what is computed may well be smaller than any value of the field.
 *
 * @param field  as it is written; an aggregate or another row's value, too
 * @param column the field itself
 */
record Compared(Expression field, Expression.Column column, Comparator comparator, double number) {

    /** All in a statement, in the order in which it is run from its end. */
    static List<Compared> in(Asked asked) {
        List<Compared> found = new ArrayList<>();
        for (Expression value : asked.values()) {
            look(value, found);
        }
        for (Plan node : PlanWalk.nodes(asked)) {
            for (Expression expression : PlanWalk.expressions(node)) {
                look(expression, found);
            }
        }
        return found;
    }

    private static void look(Expression expression, List<Compared> found) {
        if (expression instanceof Expression.Comparison c) {
            add(c.left(), c.comparator(), c.right(), found);
            add(c.right(), mirrored(c.comparator()), c.left(), found);
        } else if (expression instanceof Expression.In in) {
            for (Expression option : in.options()) {
                add(in.value(), Comparator.EQUAL, option, found);
            }
        }
        for (Expression part : PlanWalk.parts(expression)) {
            look(part, found);
        }
    }

    private static void add(Expression field, Comparator comparator, Expression literal, List<Compared> found) {
        if (literal instanceof Expression.NumberValue number && number.unit().isBare()) {
            Expression.Column column = column(field);
            if (column != null) {
                found.add(new Compared(field, column, comparator, number.value()));
            }
        }
    }

    /** The column that this is a value of; {@code null} where it is computed. */
    private static Expression.Column column(Expression expression) {
        if (expression instanceof Expression.Convert convert) {
            return column(convert.value());
        } else if (expression instanceof Expression.OfRow row) {
            return column(row.value());
        } else if (expression instanceof Expression.OfRows rows) {
            return rows.arguments().isEmpty() || rows.function().name().equals("stddev") ? null
                    : column(rows.arguments().get(0));
        }
        return expression instanceof Expression.Column column ? column : null;
    }

    private static Comparator mirrored(Comparator comparator) {
        return switch (comparator) {
            case EQUAL, UNEQUAL -> comparator;
            case LESS -> Comparator.MORE;
            case AT_MOST -> Comparator.AT_LEAST;
            case MORE -> Comparator.LESS;
            case AT_LEAST -> Comparator.AT_MOST;
        };
    }

    String name() {
        return ExpressionText.of(field);
    }

    /** The comparison as text, with this on its right. */
    String with(Expression number) {
        return ExpressionText.of(new Expression.Comparison(comparator, field, number));
    }
}
