package llmq.check;

import java.util.ArrayList;
import java.util.List;
import llmq.diagnostic.ErrorCode;
import llmq.diagnostic.Span;
import llmq.plan.Columns;
import llmq.plan.Expression;
import llmq.plan.Plan;

/**
 * Keeps what one statement stands for within bounds. A text is short enough when it gets here, but a name may stand
 * for two that stand for two each, and thirty such definitions for more than any memory holds.
 */
final class Growth {
    /** Expressions within expressions, through all definitions: what the stack carries while they are read. */
    private static final int MOST_NESTED = 1_500;
    /** Levels of what comes of them; the stages after this one go down them in their turn. */
    private static final int DEEPEST = 1_000;
    /** Parts of what comes of them: as many as a text may have words and signs. */
    private static final int LARGEST = 200_000;
    /** Parts looked at on the way, over one statement. */
    private static final long MOST_WORK = 5_000_000;

    /** Parts after which it is asked whether to go on, a power of two. */
    private static final int BETWEEN = 1 << 10;

    /** {@code null} where nobody stops it. */
    private final Runnable pulse;
    private int nested;
    private long work;

    /** @param pulse called now and then, to throw what ends it; {@code null} for nothing */
    Growth(Runnable pulse) {
        this.pulse = pulse;
    }

    /** What comes of an expression or a definition. */
    enum Finding {
        FITS, TOO_DEEP, TOO_LARGE;

        /** An error, where it does not fit. @param what such as {@code 'efficiency'}, or {@code this} */
        void report(String what, Span span, Problems problems) {
            if (this == TOO_DEEP) {
                problems.add(ErrorCode.E008, span, what + ", with all that it stands for, goes too deep",
                        "a chain of so many definitions is one formula in the end: shorten it");
            } else if (this == TOO_LARGE) {
                problems.add(ErrorCode.E009, span, what + ", with all that it stands for, is too long",
                        "a name that stands for two that stand for two each soon stands for millions: shorten it");
            }
        }
    }

    /** One level down. Every call that finds that it fits is followed by {@link #leave}. */
    Finding enter() {
        if (nested == MOST_NESTED) {
            return Finding.TOO_DEEP;
        }
        if (++work > MOST_WORK) {
            return Finding.TOO_LARGE;
        }
        nested++;
        beat();
        return Finding.FITS;
    }

    private void beat() {
        if ((work & BETWEEN - 1) == 0) {
            pulse();
        }
    }

    /** Throws what ends it, if it is to end. */
    void pulse() {
        if (pulse != null) {
            pulse.run();
        }
    }

    void leave() {
        nested--;
    }

    Finding look(Expression expression) {
        return look((Object) expression);
    }

    Finding look(Plan plan) {
        return look((Object) plan);
    }

    /** Level by level, so that neither a deep tree nor one whose branches are the same thing is a trouble here. */
    private Finding look(Object root) {
        List<Object> level = new ArrayList<>();
        level.add(root);
        int parts = 0;
        for (int depth = 1; !level.isEmpty(); depth++) {
            if (depth > DEEPEST) {
                return Finding.TOO_DEEP;
            }
            List<Object> below = new ArrayList<>();
            for (Object part : level) {
                if (part instanceof Expression expression) {
                    addParts(expression, below);
                } else {
                    addParts((Plan) part, below);
                }
                parts++;
                work++;
                beat();
                if (parts + below.size() > LARGEST || work > MOST_WORK) {
                    return Finding.TOO_LARGE;
                }
            }
            level = below;
        }
        return Finding.FITS;
    }

    private static void addParts(Expression expression, List<Object> parts) {
        if (expression instanceof Expression.OfRow of) {
            parts.add(of.value());
        } else if (expression instanceof Expression.OfRows of) {
            parts.add(of.rows());
            parts.addAll(of.arguments());
        } else {
            parts.addAll(Columns.parts(expression));
        }
    }

    private static void addParts(Plan plan, List<Object> parts) {
        parts.addAll(plan.inputs());
        if (plan instanceof Plan.Filter filter) {
            parts.add(filter.condition());
        } else if (plan instanceof Plan.Extend extend) {
            addNamed(extend.columns(), parts);
        } else if (plan instanceof Plan.Window window) {
            for (Plan.WindowCall call : window.calls()) {
                parts.addAll(call.arguments());
            }
        } else if (plan instanceof Plan.Order order) {
            for (Plan.Key key : order.keys()) {
                parts.add(key.value());
            }
            parts.addAll(order.per());
        } else if (plan instanceof Plan.Aggregate aggregate) {
            addNamed(aggregate.groups(), parts);
            for (Plan.AggregateCall call : aggregate.calls()) {
                parts.addAll(call.arguments());
            }
        } else if (plan instanceof Plan.Fit fit) {
            parts.add(fit.response());
            parts.addAll(fit.terms());
            addNamed(fit.per(), parts);
        } else if (plan instanceof Plan.Row row) {
            addNamed(row.values(), parts);
        } else if (plan instanceof Plan.Frontier frontier) {
            parts.add(frontier.y());
            parts.add(frontier.x());
        }
    }

    private static void addNamed(List<Plan.Named> columns, List<Object> parts) {
        for (Plan.Named column : columns) {
            parts.add(column.value());
        }
    }
}
