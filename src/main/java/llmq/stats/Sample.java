package llmq.stats;

/**
 * What is fitted to: n rows, all of them known and finite.
 *
 * @param y        n values
 * @param x        n rows of k input columns, without an intercept
 * @param clusters of each row the number of the cluster that it belongs to, from 0; {@code null} where rows are
 *                 independent
 */
public record Sample(double[] y, double[][] x, int[] clusters) {

    public int size() {
        return y.length;
    }
}
