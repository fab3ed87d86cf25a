package llmq.syntax;

import java.util.ArrayList;
import java.util.List;
import llmq.diagnostic.Span;
import llmq.syntax.tree.Expr;

/** A divisor of several parts that was written without parentheses, so that all but its first part multiply. */
public final class Divisor {
    private Divisor() {
    }

    /** {@code a / (b * c)} in place of {@code a / b * c}; {@code null} of what is no such thing. */
    public static Expr.Binary grouped(Expr value) {
        List<Expr> factors = new ArrayList<>();
        Expr rest = value;
        while (rest instanceof Expr.Binary product && product.operator() == Expr.Operator.TIMES) {
            factors.add(0, product.right());
            rest = product.left();
        }
        if (factors.isEmpty() || !(rest instanceof Expr.Binary quotient)
                || quotient.operator() != Expr.Operator.DIVIDE) {
            return null;
        }
        Expr divisor = quotient.right();
        for (Expr factor : factors) {
            divisor = new Expr.Binary(Expr.Operator.TIMES, divisor, factor, factor.span(),
                    new Span(divisor.span().start(), factor.span().end()));
        }
        return new Expr.Binary(Expr.Operator.DIVIDE, quotient.left(), divisor, quotient.operatorSpan(), value.span());
    }
}
