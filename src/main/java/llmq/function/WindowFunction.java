package llmq.function;

import java.util.List;

/**
 * A function of a row among all rows of the query: a z-score, a percentile.
 *
 * @param arguments what each argument may be; the last one stands for all that follow
 * @param body      works on whole columns
 */
public record WindowFunction(Doc doc, int least, int most, List<Takes> arguments, UnitRule units, Body body)
        implements Function {

    public WindowFunction {
        arguments = List.copyOf(arguments);
    }

    /**
     * {@code arguments[i]} are whole columns, in row order; gives a column of the same size. NaN is unknown. The
     * pulse is run now and then, and throws where the work is to end.
     */
    public interface Body {
        double[] apply(double[][] arguments, Runnable pulse);
    }

    /** What the argument at this position, from 0, may be. */
    public Takes argument(int position) {
        return arguments.get(Math.min(position, arguments.size() - 1));
    }
}
