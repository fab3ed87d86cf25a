package llmq.function;

import java.util.List;
import llmq.value.Type;

/**
 * A function of the values of one row.
 *
 * @param arguments the type of each argument; the last one stands for all that follow
 * @param body      works on a batch; what it gives is made unknown where it is not finite
 */
public record ScalarFunction(Doc doc, int least, int most, List<Type> arguments, Type result, UnitRule units,
        Body body) implements Function {

    public ScalarFunction {
        arguments = List.copyOf(arguments);
    }

    /** The function over a batch: {@code arguments[i][0..n)} in, {@code out[0..n)} out; NaN is unknown. */
    public interface Body {
        void apply(double[][] arguments, double[] out, int n);
    }

    /** The type of the argument at this position, from 0. */
    public Type argument(int position) {
        return arguments.get(Math.min(position, arguments.size() - 1));
    }
}
