package llmq.fit;

import llmq.stats.Fitted;

/** Curves the other way round: the value of one column of the design at which the curve reaches y. */
final class Solution {
    private Solution() {
    }

    /** NaN where the curve never reaches y, or does not depend on the column. */
    static double of(FitSpec spec, Fitted fitted, double[] x, int column, double y) {
        double[] b = fitted.parameters();
        return switch (spec.method()) {
            case LINE -> line(b, x, column, y);
            case LOGISTIC -> line(b, x, column, Math.log((y - spec.low()) / (spec.high() - y)));
            case POWER -> Math.pow((y - (spec.constant() ? b[2] : 0)) / b[0], 1 / b[1]);
            case CHINCHILLA -> {
                int other = 1 - column;
                double rest = y - b[0] - b[1 + 2 * other] * Math.pow(x[other], -b[2 + 2 * other]);
                yield Math.pow(b[1 + 2 * column] / rest, 1 / b[2 + 2 * column]);
            }
        };
    }

    private static double line(double[] b, double[] x, int column, double y) {
        double rest = y - b[0];
        for (int i = 0; i < x.length; i++) {
            rest -= i == column ? 0 : b[i + 1] * x[i];
        }
        return rest / b[column + 1];
    }
}
