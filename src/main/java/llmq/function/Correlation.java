package llmq.function;

import java.util.Arrays;

/**
 * How two columns change together, over the rows where both values are known; unknown below two rows, or where what
 * it is judged by never changes. Running co-moments, as in {@link Spread}.
 */
final class Correlation implements Aggregator {
    private static final int N = 0;
    private static final int MEAN_X = 1;
    private static final int MEAN_Y = 2;
    private static final int XX = 3;
    private static final int YY = 4;
    private static final int XY = 5;
    private static final int WIDTH = 6;

    private final boolean slope;
    /** Six numbers a group, side by side, as they are always used together. */
    private double[] moments = new double[0];

    /** @param slope whether the least-squares slope of the first on the second is asked for, not Pearson's r */
    Correlation(boolean slope) {
        this.slope = slope;
    }

    @Override
    public void grow(int groups) {
        if (groups * WIDTH > moments.length) {
            moments = Arrays.copyOf(moments, Math.max(groups * WIDTH, moments.length * 2));
        }
    }

    @Override
    public void add(int[] group, double[][] arguments, int[] rows, int n) {
        double[] m = moments;
        for (int i = 0; i < n; i++) {
            double x = arguments[0][i];
            double y = arguments[1][i];
            if (x == x && y == y) {
                int g = group[i] * WIDTH;
                double count = ++m[g + N];
                double awayX = x - m[g + MEAN_X];
                double awayY = y - m[g + MEAN_Y];
                m[g + MEAN_X] += awayX / count;
                m[g + MEAN_Y] += awayY / count;
                m[g + XX] += awayX * (x - m[g + MEAN_X]);
                m[g + YY] += awayY * (y - m[g + MEAN_Y]);
                m[g + XY] += awayX * (y - m[g + MEAN_Y]);
            }
        }
    }

    @Override
    public void merge(Aggregator other, int[] map) {
        double[] from = ((Correlation) other).moments;
        double[] m = moments;
        int groups = Math.min(map.length, from.length / WIDTH);
        for (int i = 0; i < groups; i++) {
            int f = i * WIDTH;
            double more = from[f + N];
            if (more > 0) {
                int g = map[i] * WIDTH;
                double all = m[g + N] + more;
                double awayX = from[f + MEAN_X] - m[g + MEAN_X];
                double awayY = from[f + MEAN_Y] - m[g + MEAN_Y];
                double weight = m[g + N] * more / all;
                m[g + XX] += from[f + XX] + awayX * awayX * weight;
                m[g + YY] += from[f + YY] + awayY * awayY * weight;
                m[g + XY] += from[f + XY] + awayX * awayY * weight;
                m[g + MEAN_X] += awayX * more / all;
                m[g + MEAN_Y] += awayY * more / all;
                m[g + N] = all;
            }
        }
    }

    @Override
    public double value(int group) {
        int g = group * WIDTH;
        double xx = moments[g + XX];
        double yy = moments[g + YY];
        if (moments[g + N] < 2 || !(yy > 0) || xx + yy == Double.POSITIVE_INFINITY) {
            return Double.NaN;
        }
        if (slope) {
            return moments[g + XY] / yy;
        }
        if (!(xx > 0)) {
            return Double.NaN;
        }
        double correlation = moments[g + XY] / (Math.sqrt(xx) * Math.sqrt(yy));
        return Math.max(-1, Math.min(1, correlation));
    }
}
