package llmq.note;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import llmq.fit.FitFunctions;
import llmq.fit.Part;
import llmq.function.ScalarFunction;
import llmq.plan.AsNumber;
import llmq.plan.Columns;
import llmq.plan.Expression;
import llmq.plan.Plan;
import llmq.result.Note;
import llmq.result.NoteKind;
import llmq.table.Table;

/**
 * Rows are shown of which a curve gives no compute, as their score lies where it never reaches. Where rows are chosen
 * or ranked by what the compute leads to, they are left out, which is said with its reason.
 */
final class BeyondCurveRule implements NoteRule {

    @Override
    public void look(Asked asked, Ranked ranked, List<Note> notes) {
        Plan node = asked.plan();
        if (!(node instanceof Plan.Extend extend) || asked.isManyRows()) {
            return;
        }
        List<Expression.Call> calls = new ArrayList<>();
        for (Plan.Named column : extend.columns()) {
            addCalls(column.value(), calls);
        }
        if (!calls.isEmpty()) {
            look(asked.facts(), extend.input(), calls, notes);
        }
    }

    private static void addCalls(Expression expression, List<Expression.Call> calls) {
        if (expression instanceof Expression.Call call && call.function().body() instanceof FitFunctions.Body body
                && body.part() == Part.SOLVED && body.model() != null && !isKnown(call, calls)) {
            calls.add(call);
        }
        for (Expression part : Columns.parts(expression)) {
            addCalls(part, calls);
        }
    }

    private static boolean isKnown(Expression.Call call, List<Expression.Call> calls) {
        boolean known = false;
        for (Expression.Call other : calls) {
            known |= other.function().body().equals(call.function().body())
                    && other.arguments().equals(call.arguments());
        }
        return known;
    }

    private static void look(Facts facts, Plan input, List<Expression.Call> calls, List<Note> notes) {
        Table rows = facts.rows(input);
        for (Expression.Call call : calls) {
            List<Expression> wanted = new ArrayList<>();
            for (Expression argument : call.arguments()) {
                wanted.add(AsNumber.of(argument));
            }
            wanted.add(call);
            double[][] numbers = facts.numbers(rows, wanted);
            double[][] arguments = new double[wanted.size() - 1][];
            System.arraycopy(numbers, 0, arguments, 0, arguments.length);
            Map<String, Integer> reasons = new TreeMap<>();
            ScalarFunction.Body body = call.function().body();
            for (int row = 0; row < rows.rows(); row++) {
                int reason = isUnknown(numbers, arguments.length, row) ? body.reason(arguments, row) : -1;
                if (reason >= 0) {
                    ScalarFunction.Reason why = body.reasons().get(reason);
                    reasons.merge(why.what() + " " + why.why(), 1, Integer::sum);
                }
            }
            for (Map.Entry<String, Integer> entry : reasons.entrySet()) {
                notes.add(new Note(NoteKind.BEYOND_CURVE, entry.getValue() + " of " + rows.rows()
                        + (rows.rows() == 1 ? " row" : " rows") + (entry.getValue() == 1 ? " has" : " have")
                        + " no effective compute: " + entry.getKey()));
            }
        }
    }

    /** Whether the value is unknown, though what it is found from is known. */
    private static boolean isUnknown(double[][] numbers, int value, int row) {
        boolean known = true;
        for (int i = 0; i < value; i++) {
            known &= numbers[i][row] == numbers[i][row];
        }
        return known && numbers[value][row] != numbers[value][row];
    }
}
