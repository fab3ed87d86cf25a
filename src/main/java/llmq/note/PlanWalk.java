package llmq.note;

import java.util.ArrayList;
import java.util.List;
import llmq.plan.Columns;
import llmq.plan.Expression;
import llmq.plan.Plan;

/** The nodes of a plan and the expressions in them, those of plans inside expressions included. */
final class PlanWalk {
    private PlanWalk() {
    }

    /** The expressions of a node itself, over its input; a filter's condition among them. */
    static List<Expression> expressions(Plan node) {
        List<Expression> found = new ArrayList<>();
        if (node instanceof Plan.Filter filter) {
            found.add(filter.condition());
        } else if (node instanceof Plan.Extend extend) {
            addNamed(extend.columns(), found);
        } else if (node instanceof Plan.Window window) {
            for (Plan.WindowCall call : window.calls()) {
                found.addAll(call.arguments());
            }
        } else if (node instanceof Plan.Order order) {
            for (Plan.Key key : order.keys()) {
                found.add(key.value());
            }
            found.addAll(order.per());
        } else if (node instanceof Plan.Aggregate aggregate) {
            addNamed(aggregate.groups(), found);
            for (Plan.AggregateCall call : aggregate.calls()) {
                found.addAll(call.arguments());
            }
        } else if (node instanceof Plan.Fit fit) {
            found.add(fit.response());
            found.addAll(fit.terms());
            addNamed(fit.per(), found);
        } else if (node instanceof Plan.Row row) {
            addNamed(row.values(), found);
        } else if (node instanceof Plan.Frontier frontier) {
            found.add(frontier.y());
            found.add(frontier.x());
        }
        return found;
    }

    private static void addNamed(List<Plan.Named> columns, List<Expression> found) {
        for (Plan.Named column : columns) {
            found.add(column.value());
        }
    }

    /** Every node of what was asked: the plan's, outermost first, then those of plans inside expressions. */
    static List<Plan> nodes(Asked asked) {
        List<Plan> nodes = new ArrayList<>();
        if (asked.plan() != null) {
            addNodes(asked.plan(), nodes);
        }
        for (Expression value : asked.values()) {
            addNodes(value, nodes);
        }
        return nodes;
    }

    private static void addNodes(Plan node, List<Plan> nodes) {
        nodes.add(node);
        for (Plan input : node.inputs()) {
            addNodes(input, nodes);
        }
        for (Expression expression : expressions(node)) {
            addNodes(expression, nodes);
        }
    }

    private static void addNodes(Expression expression, List<Plan> nodes) {
        if (expression instanceof Expression.OfRows rows) {
            addNodes(rows.rows(), nodes);
        }
        for (Expression part : parts(expression)) {
            addNodes(part, nodes);
        }
    }

    /** What an expression is made of, over its own input or over another's. */
    static List<Expression> parts(Expression expression) {
        if (expression instanceof Expression.OfRow row) {
            return List.of(row.value());
        }
        return expression instanceof Expression.OfRows rows ? rows.arguments() : Columns.parts(expression);
    }

    /** The conditions that all must hold for this one to. */
    static List<Expression> conjuncts(Expression condition) {
        List<Expression> found = new ArrayList<>();
        addConjuncts(condition, found);
        return found;
    }

    private static void addConjuncts(Expression condition, List<Expression> found) {
        if (condition instanceof Expression.And and) {
            addConjuncts(and.left(), found);
            addConjuncts(and.right(), found);
        } else {
            found.add(condition);
        }
    }

    /** The condition that holds where all of these do; {@code null} for none. */
    static Expression all(List<Expression> conditions) {
        Expression all = null;
        for (Expression condition : conditions) {
            all = all == null ? condition : new Expression.And(all, condition);
        }
        return all;
    }
}
