package llmq.fit;

import java.util.List;
import llmq.stats.Fitted;
import llmq.value.NumberText;
import llmq.value.Units;

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

    /** Whether some value of the column gives y, provided that the curve depends on the column at all. */
    static boolean isReached(FitSpec spec, Fitted fitted, double[] x, int column, double y) {
        double[] b = fitted.parameters();
        return switch (spec.method()) {
            case LINE -> true;
            case LOGISTIC -> y > spec.low() && y < spec.high();
            case POWER -> (y - (spec.constant() ? b[2] : 0)) / b[0] > 0;
            case CHINCHILLA -> {
                int other = 1 - column;
                double rest = y - b[0] - b[1 + 2 * other] * Math.pow(x[other], -b[2 + 2 * other]);
                yield b[1 + 2 * column] / rest > 0;
            }
        };
    }

    /** Why a response is not reached: {@code beyond the ends of april24 (25 to 100 %)}. */
    static String beyond(String fit, FitSpec spec, List<Model.Group> groups) {
        String unit = Units.plural(spec.response().unit());
        String after = unit.isEmpty() ? ")" : " " + unit + ")";
        return switch (spec.method()) {
            case LOGISTIC -> "beyond the ends of " + fit + " (" + NumberText.shortened(spec.low()) + " to "
                    + NumberText.shortened(spec.high()) + after;
            case POWER -> "beyond the end of " + fit + (!spec.constant() ? " (0" + after : groups.size() != 1 ? ""
                    : " (" + NumberText.shortened(groups.get(0).fitted().parameters()[2]) + after);
            case LINE, CHINCHILLA -> "beyond what " + fit + " reaches";
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
