package llmq.stats;

/**
 * How near predictions came to what was observed.
 *
 * @param n      how many pairs
 * @param rmse   root mean square of observed less predicted; NaN of none
 * @param bias   mean of observed less predicted: above 0 where more came than was predicted; NaN of none
 * @param judged how many had an interval to lie in
 * @param inside how many of those lay in it, its ends included
 */
public record Accuracy(int n, double rmse, double bias, int judged, int inside) {

    /**
     * Pairs in which one is NaN do not count; those whose interval has an unknown end are not judged by it.
     *
     * @param low  ends of the interval of each prediction; {@code high} likewise
     */
    public static Accuracy of(double[] observed, double[] predicted, double[] low, double[] high) {
        int n = 0;
        int judged = 0;
        int inside = 0;
        double sum = 0;
        double squares = 0;
        for (int i = 0; i < observed.length; i++) {
            double residual = observed[i] - predicted[i];
            if (residual != residual) {
                continue;
            }
            n++;
            sum += residual;
            squares += residual * residual;
            if (low[i] == low[i] && high[i] == high[i]) {
                judged++;
                inside += observed[i] >= low[i] && observed[i] <= high[i] ? 1 : 0;
            }
        }
        // 0/0 is NaN, which none has.
        return new Accuracy(n, Math.sqrt(squares / n), sum / n, judged, inside);
    }

    /** The share of those judged; NaN of none. */
    public double coverage() {
        return (double) inside / judged;
    }
}
