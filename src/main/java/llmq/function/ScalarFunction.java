package llmq.function;

import java.util.List;
import llmq.value.Status;
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

        /** What its values are at best, however well its arguments are known. */
        default Status best() {
            return Status.REPORTED;
        }

        /** All the reasons there can be for a value that is unknown although every argument is known. */
        default List<Reason> reasons() {
            return List.of();
        }

        /** Which of {@link #reasons} it is at such a row, by place; −1 where it is none of them. */
        default int reason(double[][] arguments, int row) {
            return -1;
        }
    }

    /**
     * Why a value is unknown, in words that follow one another: {@code mmlu}, {@code beyond the ends of april24}.
     *
     * @param what what does not serve
     * @param why  a word or more on it, such that {@code of DBRX} may stand between the two
     */
    public record Reason(String what, String why) {
    }

    /** The type of the argument at this position, from 0. */
    public Type argument(int position) {
        return arguments.get(Math.min(position, arguments.size() - 1));
    }
}
