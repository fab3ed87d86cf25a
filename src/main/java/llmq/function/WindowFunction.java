package llmq.function;

/**
 * A function of a row among all rows of the query: a z-score, a percentile.
 *
 * @param body works on whole columns
 */
public record WindowFunction(Doc doc, int least, int most, UnitRule units, Body body) implements Function {

    /** {@code arguments[i]} are whole columns, in row order; gives a column of the same size. NaN is unknown. */
    public interface Body {
        double[] apply(double[][] arguments);
    }
}
