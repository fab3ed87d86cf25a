package llmq.check;

import java.util.ArrayList;
import java.util.List;
import llmq.plan.Plan;
import llmq.result.Layout;
import llmq.result.Shown;
import llmq.result.Wanted;

/**
 * A checked query: what to compute, and which of its columns a reader is to see.
 *
 * @param ranking     what its ranks are, for the notes on them; {@code null} where nothing is ranked
 * @param onlyKnown   whether shown columns that turn out unknown in every row are dropped ({@code compare})
 * @param tested      the fit that its rows test; {@code null} where they test none
 * @param said        what is to be said of its columns, line by line
 */
public record Query(Plan plan, List<Shown> shown, Layout layout, Ranking ranking, boolean onlyKnown,
        Wanted wanted, Tested tested, List<String> said) {
    public Query {
        shown = List.copyOf(shown);
        said = List.copyOf(said);
    }

    /** A query of which there is nothing to say. */
    public Query(Plan plan, List<Shown> shown, Layout layout, Ranking ranking, boolean onlyKnown, Wanted wanted,
            Tested tested) {
        this(plan, shown, layout, ranking, onlyKnown, wanted, tested, List.of());
    }

    /** A query that tests no fit. */
    public Query(Plan plan, List<Shown> shown, Layout layout, Ranking ranking, boolean onlyKnown, Wanted wanted) {
        this(plan, shown, layout, ranking, onlyKnown, wanted, null);
    }

    /** @param keys what rows are ranked by, as the user wrote it */
    public record Ranking(Plan.Order order, List<String> keys) {
        public Ranking {
            keys = List.copyOf(keys);
        }
    }

    /** Which columns of the plan hold what was observed, what the fit says, and the interval around that. */
    public record Tested(Namespace.Fitted fit, int actual, int predicted, int low, int high) {
    }

    /** Of other rows, with the same columns. */
    Query of(Plan other) {
        return new Query(other, shown, layout, ranking, onlyKnown, wanted, tested, said);
    }

    Query wanting(Wanted other) {
        return new Query(plan, shown, layout, ranking, onlyKnown, other, tested, said);
    }

    Query saying(String line) {
        return new Query(plan, shown, layout, ranking, onlyKnown, wanted, tested, List.of(line));
    }

    /** As a source for the next stage of a pipe. */
    Sources.Rows rows(String name) {
        List<String> titles = new ArrayList<>();
        for (Shown column : shown) {
            titles.add(plan.schema().field(column.column()).name());
        }
        return new Sources.Rows(plan, titles, name);
    }
}
