package llmq.syntax;

import llmq.syntax.tree.Expr;
import llmq.syntax.tree.ModelName;

/**
 * An expression that ends in {@code of NAME}, taken apart: {@code trace mmlu/flops of DBRX} asks for the whole
 * quotient, though in an expression {@code of} would take only what stands right before it.
 */
record Traced(Expr value, ModelName model) {

    /** @return {@code null} where the expression does not end so */
    static Traced of(Expr whole) {
        if (whole instanceof Expr.Of of) {
            return new Traced(of.value(), of.model());
        }
        if (whole instanceof Expr.Binary b) {
            Traced right = of(b.right());
            return right == null ? null : new Traced(
                    new Expr.Binary(b.operator(), b.left(), right.value, b.operatorSpan(),
                            b.left().span().to(right.value.span())), right.model);
        }
        if (whole instanceof Expr.Negate negate) {
            Traced operand = of(negate.operand());
            return operand == null ? null : new Traced(new Expr.Negate(operand.value, negate.span()), operand.model);
        }
        if (whole instanceof Expr.Convert convert) {
            Traced value = of(convert.value());
            return value == null ? null : new Traced(
                    new Expr.Convert(value.value, convert.unit(), convert.unitSpan(), convert.span()), value.model);
        }
        return null;
    }
}
