package llmq.check;

import java.util.HashMap;
import java.util.Map;
import llmq.diagnostic.ErrorCode;
import llmq.plan.Columns;
import llmq.plan.Expression;
import llmq.syntax.tree.Expr;

/**
 * What a parameter of a function stands for. A value that differs from row to row is one of the rows where the call
 * stands; where the body looks at other rows, the argument is read anew there: with {@code r(x) = max(x) - min(x)},
 * the {@code mmlu} of {@code r(mmlu)} is that of each row of the group.
 */
final class Binding {
    private final Expr written;
    private final Expression value;
    private final Scope home;
    private final ExpressionChecker at;
    private final Problems failure;
    private boolean read;

    private Binding(Expr written, Expression value, Scope home, ExpressionChecker at, Problems failure) {
        this.written = written;
        this.value = value;
        this.home = home;
        this.at = at;
        this.failure = failure;
    }

    /** The same value wherever it is used. */
    static Binding of(Expression value) {
        return new Binding(null, value, null, null, null);
    }

    /** An argument as it stands. @param home where it does, and {@code at} what reads it there */
    static Binding of(Expr written, Scope home, ExpressionChecker at) {
        ExpressionChecker apart = at.apart();
        return new Binding(written, apart.check(written, home), home, at, apart.problems());
    }

    /** The same for a condition on other rows, in which what differs from row to row has no clear meaning. */
    static Map<String, Binding> inCondition(Map<String, Binding> bindings) {
        Map<String, Binding> fixed = new HashMap<>();
        for (Map.Entry<String, Binding> entry : bindings.entrySet()) {
            Binding binding = entry.getValue();
            fixed.put(entry.getKey(), new Binding(null, binding.value, binding.home, binding.at, binding.failure));
        }
        return fixed;
    }

    /** Where the call stands it is nothing. */
    boolean isFailed() {
        return value == null;
    }

    /** Whether it never served, or is why the body has errors. */
    boolean isToReport(Problems ofBody) {
        return isFailed() && (!read || !ofBody.isEmpty()
                && ofBody.first().message().endsWith(failure.first().message()));
    }

    Problems failure() {
        return failure;
    }

    /** Its value there; {@code null}, and an error, where it has none. */
    Expression value(Expr.Name name, Scope scope, Problems problems) {
        boolean here = home == null || home.schema() == scope.schema() && home.groups() == scope.groups()
                && home.windows() == scope.windows();
        if (value != null && (here || Columns.used(value).isEmpty())) {
            return value;
        }
        String called = "'" + name.identifier().name() + "'";
        if (here) {
            return problems.addAs(failure, name.span(), "");
        }
        if (written == null) {
            return problems.add(ErrorCode.E110, name.span(), called + " differs from row to row, and"
                    + " the condition is one on other rows", "call it with one value: of one model, or an aggregate");
        }
        ExpressionChecker apart = at.apart();
        Expression other = apart.check(written, scope.reading(home));
        read |= other != null;
        return other != null ? other : problems.addAs(apart.problems(), name.span(), "in " + called + ": ");
    }
}
