package llmq.plan;

import llmq.value.Type;
import llmq.value.Unit;

/** A truth value as the number that functions take it for. */
public final class AsNumber {
    private AsNumber() {
    }

    /** 1 for true and 0 for false; any other expression as it is. */
    public static Expression of(Expression expression) {
        return expression.type() != Type.BOOLEAN ? expression : new Expression.If(expression,
                Expression.NumberValue.of(1, Unit.NONE), Expression.NumberValue.of(0, Unit.NONE), Type.NUMBER,
                Unit.NONE);
    }
}
