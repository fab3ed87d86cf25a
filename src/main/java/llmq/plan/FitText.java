package llmq.plan;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import llmq.fit.FitFunctions;
import llmq.fit.Variable;

/** What is asked of a fit as text: {@code april24(flops)}, where the call takes terms and truth values. */
final class FitText {
    private FitText() {
    }

    static String of(Expression.Call call, FitFunctions.Body body) {
        String fit = ExpressionText.name(body.fit());
        String at = fit + "(" + String.join(", ", inputs(call, body)) + ")";
        return switch (body.part()) {
            case PREDICTED -> at;
            case MEAN_LOW -> "the low end of the 95% interval of the mean of " + at;
            case MEAN_HIGH -> "the high end of the 95% interval of the mean of " + at;
            case LOW -> "the low end of the 95% interval of a prediction by " + at;
            case HIGH -> "the high end of the 95% interval of a prediction by " + at;
            case LEVERAGE -> "leverage(" + fit + ")";
            case SOLVED -> "effective_" + body.spec().inputs().get(body.input()).of() + "(" + fit + ")";
        };
    }

    /** The columns that the arguments are made of, and what stands in the place of one. */
    private static Set<String> inputs(Expression.Call call, FitFunctions.Body body) {
        Set<String> inputs = new LinkedHashSet<>();
        List<Expression> arguments = call.arguments();
        int at = 0;
        for (int i = 0; i < body.spec().inputs().size(); i++) {
            int width = body.arguments(i);
            if (width > 0) {
                Expression first = arguments.get(at);
                boolean factor = body.spec().inputs().get(i).isFactor();
                add(body.spec().inputs().get(i), factor ? ((Expression.Comparison) first).left() : first, inputs);
            }
            at += width;
        }
        for (Expression key : arguments.subList(at, arguments.size())) {
            for (Expression.Column column : Columns.used(key)) {
                inputs.add(ExpressionText.name(column.field().name()));
            }
        }
        return inputs;
    }

    private static void add(Variable input, Expression value, Set<String> inputs) {
        List<Expression.Column> used = Columns.used(value);
        for (Expression.Column column : used) {
            inputs.add(ExpressionText.name(column.field().name()));
        }
        if (used.isEmpty()) {
            boolean inner = input.transform().isLog() && value instanceof Expression.Call;
            inputs.add(inner ? input.of() + " = " + ExpressionText.of(((Expression.Call) value).arguments().get(0))
                    : input.title() + " = " + ExpressionText.of(value));
        }
    }
}
