package llmq.plot;

/**
 * The curve of a fit at points in the order of x, all in base units.
 *
 * @param name    as the legend has it
 * @param low     the ends of the interval of the curve itself; {@code null} where it is not drawn, and so is
 *                {@code high}
 * @param rowLow  the ends of the interval of single rows; {@code null} where it is not drawn, and so is
 *                {@code rowHigh}
 */
public record TrendLine(String name, double[] x, double[] y, double[] low, double[] high, double[] rowLow,
        double[] rowHigh) {
}
