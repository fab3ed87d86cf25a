package llmq.note;

import java.util.Arrays;
import java.util.List;
import llmq.plan.Expression;
import llmq.plan.ExpressionText;
import llmq.plan.Plan;
import llmq.result.Note;
import llmq.result.NoteKind;
import llmq.value.Type;

/**
 * {@code rank models by mmlu per flops}: rows are ranked within groups that share a number, and there are nearly as
 * many groups as rows. Nearly each is the first of its group then, and a ratio was meant.
 */
final class GroupsOfOneRule implements NoteRule {
    /** Groups for each row. Sizes of one family of models to the next repeat, compute hardly does. */
    private static final double NEARLY_ALL = 0.8;
    /** Of fewer rows it is easily chance that no two are alike. */
    private static final int FEWEST_ROWS = 5;

    @Override
    public void look(Asked asked, Ranked ranked, List<Note> notes) {
        Plan.Order order = asked.ranking();
        if (order == null || order.per().isEmpty() || asked.isManyRows()) {
            return;
        }
        Expression key = order.keys().get(0).value();
        for (Expression per : order.per()) {
            if (per.type() == Type.NUMBER && isAlone(asked.facts(), order, key, per)) {
                Expression divisor = per instanceof Expression.Convert convert ? convert.value() : per;
                String name = ExpressionText.of(per);
                notes.add(new Note(NoteKind.GROUPS_OF_ONE, "per " + name + " makes a group of nearly every row"
                        + (key.type() == Type.NUMBER ? "; for a ratio write " + ratio(key, divisor) : "")));
                return;
            }
        }
    }

    private static String ratio(Expression key, Expression divisor) {
        return ExpressionText.of(new Expression.Arithmetic(Expression.Operator.DIVIDE, key, divisor, Type.NUMBER,
                key.unit().per(divisor.unit())));
    }

    /** Whether nearly every row that can be ranked has a number of its own. */
    private static boolean isAlone(Facts facts, Plan.Order order, Expression key, Expression per) {
        boolean numeric = key.type() == Type.NUMBER;
        double[][] numbers = facts.numbers(facts.rows(order.input()), numeric ? List.of(per, key) : List.of(per));
        // A field's numbers are those of the table itself.
        double[] groups = numbers[0].clone();
        int ranked = 0;
        for (int row = 0; row < groups.length; row++) {
            boolean known = groups[row] == groups[row] && (!numeric || numbers[1][row] == numbers[1][row]);
            if (known) {
                groups[ranked++] = groups[row];
            }
        }
        Arrays.sort(groups, 0, ranked);
        int different = 0;
        for (int i = 0; i < ranked; i++) {
            different += i == 0 || groups[i - 1] != groups[i] ? 1 : 0;
        }
        return ranked >= FEWEST_ROWS && different >= NEARLY_ALL * ranked;
    }
}
