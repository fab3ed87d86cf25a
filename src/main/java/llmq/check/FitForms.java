package llmq.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import llmq.diagnostic.ErrorCode;
import llmq.diagnostic.Nearest;
import llmq.fit.Part;
import llmq.plan.Columns;
import llmq.plan.Expression;
import llmq.plan.Plan;
import llmq.syntax.Formatter;
import llmq.syntax.tree.Expr;
import llmq.value.Type;
import llmq.value.Unit;

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
            case "effective_flops", "density" -> effective(call, what, fit, scope);
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
        String near = written instanceof Expr.Name name ? Nearest.sentence(name.identifier().name(), fits) : null;
        return problems.add(ErrorCode.E119, written.span(), "'" + what + "' takes the name of a fit, and "
                + Formatter.expression(written) + " is none", near != null ? near : fits.isEmpty()
                        ? "fit mmlu on log10(flops) as trend, then " + what + "(trend)"
                        : "there " + (fits.size() == 1 ? "is " : "are ") + String.join(", ", fits));
    }

    /** The compute at which the fit reaches a row's own response, and for the density how many times its own it is. */
    private Expression effective(Expr.Call call, String what, Namespace.Fitted fit, Scope scope) {
        Expression.Column compute = compute(call, what, fit);
        int term = compute == null ? -1 : term(call, what, fit, compute);
        if (term < 0) {
            return null;
        }
        Expression whole = fit.plan().terms().get(term);
        Inversion inversion = Inversion.of(whole, compute);
        if (inversion == null) {
            String name = compute.field().name();
            return problems.add(ErrorCode.E119, call.span(), "'" + what + "' cannot tell " + name + " from "
                    + fit.plan().spec().inputs().get(term).title() + ", in which " + fit.name() + " has it",
                    "it can from " + name + ", its log10, log2, ln, sqrt, exp and powers, and sums and products of"
                            + " those with other values");
        }
        List<Expression> arguments = new ArrayList<>();
        arguments.add(calls.solved(fit, term, scope, call.span()));
        for (Expression operand : inversion.operands()) {
            arguments.add(calls.applied(operand, fit, Map.of(), scope, call.span()));
        }
        if (arguments.contains(null)) {
            return null;
        }
        Expression effective = new Expression.Call(inversion.function("effective_flops(" + fit.name() + ")"),
                arguments, compute.unit());
        if (what.equals("effective_flops")) {
            return effective;
        }
        Expression own = calls.applied(compute, fit, Map.of(), scope, call.span());
        return own == null ? null : new Expression.Arithmetic(Expression.Operator.DIVIDE, effective, own, Type.NUMBER,
                Unit.NONE);
    }

    /** The one input of the fit that counts FLOP. */
    private Expression.Column compute(Expr.Call call, String what, Namespace.Fitted fit) {
        List<Expression.Column> found = new ArrayList<>();
        List<String> others = new ArrayList<>();
        for (Expression.Column input : FitCalls.columns(fit.plan())) {
            if (input.type() == Type.NUMBER && input.unit().equals(Unit.FLOP)) {
                found.add(input);
            } else {
                others.add(input.field().name());
            }
        }
        if (found.size() == 1) {
            return found.get(0);
        }
        if (found.isEmpty()) {
            return problems.add(ErrorCode.E119, call.span(), "'" + what + "' takes a fit on compute, and no input of "
                    + fit.name() + " counts FLOP" + (others.isEmpty() ? "" : ": it is on " + String.join(", ", others)),
                    instead(fit), unitless(others));
        }
        return problems.add(ErrorCode.E119, call.span(), "'" + what + "' takes a fit on one kind of compute, and "
                + fit.name() + " is on both " + found.get(0).field().name() + " and " + found.get(1).field().name(),
                instead(fit));
    }

    private static String instead(Namespace.Fitted fit) {
        return "a fit that serves: fit " + fit.plan().spec().response().title() + " on log10(flops) as " + fit.name();
    }

    /** A file's numbers of FLOP are pure numbers unless it is said what they are. */
    private static String unitless(List<String> names) {
        for (String name : names) {
            if (name.toLowerCase(Locale.ROOT).contains("flop")) {
                return "what counts FLOP is loaded so: load … with (" + name + " = \"" + name + "\" FLOP)";
            }
        }
        return null;
    }

    /** Number of the one term that the field stands in; −1, and an error, where there is no such one. */
    private int term(Expr.Call call, String what, Namespace.Fitted fit, Expression.Column compute) {
        int found = -1;
        int count = 0;
        for (int i = 0; i < fit.plan().terms().size(); i++) {
            if (Columns.place(Columns.used(fit.plan().terms().get(i)), compute) >= 0) {
                found = i;
                count++;
            }
        }
        boolean key = false;
        for (Plan.Named named : fit.plan().per()) {
            key |= Columns.place(Columns.used(named.value()), compute) >= 0;
        }
        if (count == 1 && !key) {
            return found;
        }
        problems.add(ErrorCode.E119, call.span(), "'" + what + "' needs " + compute.field().name()
                + " in one term alone, and " + fit.name() + " has it in " + (count > 1 ? count + " terms"
                : count == 0 ? "a key" : "a term and a key"), instead(fit));
        return -1;
    }

    private Expression residual(Expr.Call call, Namespace.Fitted fit, Scope scope) {
        Expression predicted = calls.value(fit, Part.PREDICTED, Map.of(), scope, call.span());
        Expression actual = predicted == null ? null
                : calls.applied(fit.plan().response(), fit, Map.of(), scope, call.span());
        return actual == null ? null : new Expression.Arithmetic(Expression.Operator.MINUS, actual, predicted,
                Type.NUMBER, predicted.unit());
    }
}
