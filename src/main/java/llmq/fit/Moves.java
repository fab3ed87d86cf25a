package llmq.fit;

import llmq.table.Field;
import llmq.value.NumberForm;
import llmq.value.Type;

/** What becomes of the main term as the rows of each value of a field are left out, in one line. */
final class Moves {
    private Moves() {
    }

    /** {@code null} where nothing was left out, or nothing can be said. */
    static String sentence(FitSpec spec, Model.Group group, int parameter) {
        if (spec.leaveOut() == null || parameter < 0) {
            return null;
        }
        String term = TermsTable.terms(spec.method(), group.design()).get(parameter);
        double whole = group.fitted().parameters()[parameter];
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        Model.Without most = null;
        double farthest = Double.NaN;
        int unknown = 0;
        Model.Without failed = null;
        for (Model.Without part : group.without()) {
            double estimate = part.estimate(spec.method(), term);
            if (estimate != estimate) {
                unknown++;
                failed = failed == null ? part : failed;
                continue;
            }
            low = Math.min(low, estimate);
            high = Math.max(high, estimate);
            if (most == null || Math.abs(estimate - whole) > Math.abs(farthest - whole)) {
                most = part;
                farthest = estimate;
            }
        }
        String why = failed == null ? null : failed.why() == null ? "no row of it has another value" : failed.why();
        if (most == null) {
            return "whatever " + spec.leaveOut().name() + " is left out, the rest gives no fit of " + term
                    + (why == null ? "" : ": " + why);
        }
        boolean line = spec.method() == Method.LINE || spec.method() == Method.LOGISTIC;
        String what = line && !term.contains(" = ") ? "the slope of " + term : line ? "the figure of " + term : term;
        return "without " + value(spec, most) + " " + what + " is " + text(farthest) + " (moves most, from "
                + text(whole) + ")" + all(group.without().size() - unknown, text(low), text(high))
                + (unknown == 0 ? "" : "; without " + value(spec, failed) + (unknown == 1 ? "" : " and " + (unknown - 1)
                + (unknown == 2 ? " other" : " others")) + " the rest gives no fit of it: " + why);
    }

    private static String all(int count, String low, String high) {
        return count == 1 ? "" : low.equals(high) ? "; all are " + low : "; all within " + low + " to " + high;
    }

    /** A number or a truth value says nothing without what it is a value of. */
    private static String value(FitSpec spec, Model.Without part) {
        Field field = spec.leaveOut();
        return field.type() == Type.TEXT ? part.value() : field.name() + " " + part.value();
    }

    private static String text(double value) {
        return NumberForm.SCALED.text(value);
    }
}
