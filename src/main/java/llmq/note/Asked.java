package llmq.note;

import java.util.List;
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
 */
public record Asked(Plan plan, Plan.Order ranking, List<String> keys, List<Expression> values, Result result,
        Facts facts) {

    /** Checks that look at all rows, not only at the shown ones, are made up to so many. */
    static final long MANY_ROWS = 20_000;

    public Asked {
        keys = List.copyOf(keys);
        values = List.copyOf(values);
    }

    boolean isManyRows() {
        return result.considered() > MANY_ROWS;
    }
}
