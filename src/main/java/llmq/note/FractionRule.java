package llmq.note;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import llmq.plan.Expression;
import llmq.plan.Expression.Comparator;
import llmq.plan.ExpressionText;
import llmq.plan.Plan;
import llmq.result.Note;
import llmq.result.NoteKind;
import llmq.value.Unit;

/**
 * A field in percent is compared with a number of at most 1 that names no unit, as if it were a share of one. A
 * difference of two scores may well be so small, so only a field itself counts, or an average of one. One note a field.
 */
final class FractionRule implements NoteRule {
    private static final int MOST = 3;

    @Override
    public void look(Asked asked, Ranked ranked, List<Note> notes) {
        Map<String, String> found = new LinkedHashMap<>();
        for (Expression value : asked.values()) {
            look(value, found);
        }
        for (Plan node : PlanWalk.nodes(asked)) {
            for (Expression expression : PlanWalk.expressions(node)) {
                look(expression, found);
            }
        }
        int left = MOST;
        for (String text : found.values()) {
            if (left-- > 0) {
                notes.add(new Note(NoteKind.FRACTION, text));
            }
        }
    }

    private static void look(Expression expression, Map<String, String> found) {
        if (expression instanceof Expression.Comparison c) {
            compare(c.left(), c.comparator(), c.right(), found);
            compare(c.right(), mirrored(c.comparator()), c.left(), found);
        } else if (expression instanceof Expression.In in) {
            for (Expression option : in.options()) {
                compare(in.value(), Comparator.EQUAL, option, found);
            }
        }
        for (Expression part : PlanWalk.parts(expression)) {
            look(part, found);
        }
    }

    private static void compare(Expression field, Comparator comparator, Expression literal, Map<String, String> found) {
        boolean fraction = literal instanceof Expression.NumberValue number && number.unit().isBare()
                && Math.abs(number.value()) <= 1 && number.value() != 0;
        if (fraction && field.unit().equals(Unit.PERCENT) && isField(field)) {
            double value = ((Expression.NumberValue) literal).value();
            Expression hundredfold = Expression.NumberValue.of(Math.rint(value * 1e10) / 1e8, Unit.BARE);
            String name = ExpressionText.of(field);
            found.putIfAbsent(name, name + " is in percent: "
                    + ExpressionText.of(new Expression.Comparison(comparator, field, literal)) + " asks for "
                    + ExpressionText.of(literal) + "%; for " + ExpressionText.of(hundredfold) + "% write "
                    + ExpressionText.of(new Expression.Comparison(comparator, field, hundredfold)));
        }
    }

    private static boolean isField(Expression expression) {
        if (expression instanceof Expression.Convert convert) {
            return isField(convert.value());
        } else if (expression instanceof Expression.OfRow row) {
            return isField(row.value());
        } else if (expression instanceof Expression.OfRows rows) {
            return !rows.arguments().isEmpty() && !rows.function().name().equals("stddev")
                    && isField(rows.arguments().get(0));
        }
        return expression instanceof Expression.Column;
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
}
