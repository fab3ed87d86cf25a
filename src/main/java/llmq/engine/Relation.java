package llmq.engine;

import java.util.List;
import llmq.plan.Plan;
import llmq.table.Table;

/**
 * What a plan gives.
 *
 * @param table      the rows, with all columns of the plan's schema
 * @param considered how many rows the scanned tables have together
 * @param matched    how many rows met the conditions and had their keys known, before any limit
 * @param omissions  what was left out for being unknown, over the whole plan, in the order in which it was run
 * @param steps      what each node of the plan made, inputs first
 */
public record Relation(Table table, long considered, long matched, List<Omission> omissions, List<Step> steps) {
    public Relation {
        omissions = List.copyOf(omissions);
        steps = List.copyOf(steps);
    }

    /** How many rows came out of a node of the plan; −1 where that was not counted. */
    public long rows(Plan node) {
        for (Step step : steps) {
            if (step.node() == node) {
                return step.rows();
            }
        }
        return -1;
    }

    /** One node of the plan and how many rows came out of it. */
    public record Step(Plan node, long rows) {
    }
}
