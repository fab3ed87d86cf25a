package llmq.note;

import java.util.List;
import llmq.fit.Model;
import llmq.plan.Expression;
import llmq.plan.Plan;
import llmq.result.Result;

/**
 * A statement that was run, as the rules see it.
 *
 * @param plan    of the whole statement; {@code null} for a bare expression
 * @param ranking the node of the plan whose ranks are shown, or {@code null}
 * @param keys    the ranking's keys as the user wrote them, in order; where fewer are given than there are, the
 *                rules word them from the plan
 * @param values  the bare expressions of a statement that has no plan, else empty
 * @param result  what it gave, before any note
 * @param fitted  the model that a fit gave, {@code null} where the statement is none
 */
public record Asked(Plan plan, Plan.Order ranking, List<String> keys, List<Expression> values, Result result,
        Facts facts, Model fitted) {

    /** Checks that look at all rows, not only at the shown ones, are made up to so many. */
    static final long MANY_ROWS = 20_000;

    public Asked {
        keys = List.copyOf(keys);
        values = List.copyOf(values);
    }

    /** A statement that is no fit. */
    public Asked(Plan plan, Plan.Order ranking, List<String> keys, List<Expression> values, Result result,
            Facts facts) {
        this(plan, ranking, keys, values, result, facts, null);
    }

    boolean isManyRows() {
        return result.considered() > MANY_ROWS;
    }
}
