package llmq.engine;

import java.util.List;
import llmq.plan.Plan;
import llmq.table.Schema;

/**
 * A part of a plan that needs no row but the one at hand: a table, conditions and computed columns. Nothing has been
 * run of it yet.
 *
 * @param columns what gives each column of the schema
 */
record Pipe(Graph graph, List<Test> tests, Node[] columns, Schema schema, String label) {

    /** A condition, and the node of the plan that ends with it; {@code null} where that has more conditions. */
    record Test(Node condition, Plan node) {
    }
}
