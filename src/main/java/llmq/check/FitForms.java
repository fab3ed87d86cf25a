package llmq.check;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import llmq.diagnostic.ErrorCode;
import llmq.fit.Part;
import llmq.plan.Expression;
import llmq.syntax.Formatter;
import llmq.syntax.tree.Expr;
import llmq.value.Type;

/** What a row is to a fit that is given by its name: {@code residual(april24)}. */
final class FitForms {
    private final Namespace names;
    private final Problems problems;
    private final FitCalls calls;

    FitForms(ExpressionChecker expressions, Namespace names, Problems problems) {
        this.names = names;
        this.problems = problems;
        this.calls = new FitCalls(expressions, problems);
    }

    /** @param call of a form that takes the name of a fit and nothing else */
    Expression of(Expr.Call call, Scope scope) {
        String what = call.function().name().toLowerCase(Locale.ROOT);
        Namespace.Fitted fit = fit(call, what);
        if (fit == null) {
            return null;
        }
        return switch (what) {
            case "predicted" -> calls.value(fit, Part.PREDICTED, Map.of(), scope, call.span());
            case "leverage" -> calls.value(fit, Part.LEVERAGE, Map.of(), scope, call.span());
            case "residual" -> residual(call, fit, scope);
            default -> throw new IllegalStateException("no reading for the form " + what);
        };
    }

    private Namespace.Fitted fit(Expr.Call call, String what) {
        Expr written = call.arguments().get(0).value();
        Namespace.Definition named = written instanceof Expr.Name name ? names.find(name.identifier().name()) : null;
        if (named instanceof Namespace.Fitted fit) {
            return fit;
        }
        List<String> fits = names.fits();
        return problems.add(ErrorCode.E119, written.span(), "'" + what + "' takes the name of a fit, and "
                + Formatter.expression(written) + " is none", fits.isEmpty()
                        ? "fit mmlu on log10(flops) as trend, then " + what + "(trend)"
                        : "there " + (fits.size() == 1 ? "is " : "are ") + String.join(", ", fits));
    }

    private Expression residual(Expr.Call call, Namespace.Fitted fit, Scope scope) {
        Expression predicted = calls.value(fit, Part.PREDICTED, Map.of(), scope, call.span());
        Expression actual = predicted == null ? null
                : calls.applied(fit.plan().response(), fit, Map.of(), scope, call.span());
        return actual == null ? null : new Expression.Arithmetic(Expression.Operator.MINUS, actual, predicted,
                Type.NUMBER, predicted.unit());
    }
}
