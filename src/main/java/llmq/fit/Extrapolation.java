package llmq.fit;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import llmq.text.Plural;
import llmq.value.NumberText;

/**
 * How many rows lie outside of the ranges that a model was fitted on, and how far those do that lie farthest. Truth
 * values and factors have no range to leave.
 */
public final class Extrapolation {
    /** From here on a span of time is told in months, and then in years. */
    private static final double FEW_DAYS = 61;
    private static final double FEW_MONTHS = 24;
    private static final double MILLION = 1e6;
    private static final double MONTHS_A_YEAR = 12;

    /** A value that lies beyond the end of a range. @param name of the row at the end, {@code null} where it has none */
    private record Beyond(double value, double end, String name) {
        double distance() {
            return Math.abs(value - end);
        }
    }

    private final String fit;
    private final FitSpec spec;
    private final Beyond[] below;
    private final Beyond[] above;
    private final BitSet judged = new BitSet();
    private final BitSet outside = new BitSet();

    /** @param fit what the fit is called */
    public Extrapolation(String fit, FitSpec spec) {
        this.fit = fit;
        this.spec = spec;
        this.below = new Beyond[spec.inputs().size()];
        this.above = new Beyond[spec.inputs().size()];
    }

    /**
     * Takes the inputs of a row in; the same row may be taken in several times, with other inputs.
     *
     * @param values the number of each input; NaN for a factor
     */
    public void add(int row, Design design, double[] values) {
        judged.set(row);
        for (int i = 0; i < values.length; i++) {
            if (!spec.inputs().get(i).type().isNumeric()) {
                continue;
            }
            if (values[i] < design.lows()[i]) {
                below[i] = farther(below[i], new Beyond(values[i], design.lows()[i], design.lowest()[i]));
                outside.set(row);
            } else if (values[i] > design.highs()[i]) {
                above[i] = farther(above[i], new Beyond(values[i], design.highs()[i], design.highest()[i]));
                outside.set(row);
            }
        }
    }

    private static Beyond farther(Beyond known, Beyond other) {
        return known == null || other.distance() > known.distance() ? other : known;
    }

    public boolean isAny() {
        return !outside.isEmpty();
    }

    /** What lies outside, and how far; only where something does. */
    public String sentence() {
        int rows = judged.cardinality();
        int out = outside.cardinality();
        List<String> parts = new ArrayList<>();
        for (int i = 0; i < below.length; i++) {
            Variable input = spec.inputs().get(i);
            if (rows == 1) {
                addSingle(input, below[i], false, parts);
                addSingle(input, above[i], true, parts);
            } else if (below[i] != null || above[i] != null) {
                parts.add(input.of() + " " + reach(input, below[i], above[i]));
            }
        }
        String all = String.join("; ", parts);
        return rows == 1 ? all : out + " of " + rows + " rows " + (out == 1 ? "lies" : "lie")
                + " outside the range that " + fit + " was fitted on: " + all;
    }

    /** {@code flops 1e26 FLOP lies 5.2x above the most that april24 was fitted on (1.9e25 FLOP, of GPT-4)}. */
    private void addSingle(Variable input, Beyond beyond, boolean over, List<String> parts) {
        if (beyond != null) {
            parts.add(input.of() + " " + Amounts.of(input, beyond.value()) + " lies " + distance(input, beyond, over)
                    + " that " + fit + " was fitted on " + end(input, beyond));
        }
    }

    private String reach(Variable input, Beyond low, Beyond high) {
        String down = low == null ? null : distance(input, low, false) + " " + end(input, low);
        String up = high == null ? null : distance(input, high, true) + " " + end(input, high);
        return down == null ? "up to " + up : up == null ? "down to " + down : "from " + down + " to " + up;
    }

    private String end(Variable input, Beyond beyond) {
        return "(" + Amounts.of(input, beyond.end()) + (beyond.name() == null ? "" : ", of " + beyond.name()) + ")";
    }

    /** {@code 5.2x above the most}, {@code 30B params below the least}, {@code 7 months after the last}. */
    private String distance(Variable input, Beyond beyond, boolean over) {
        if (input.transform() == Transform.YEARS) {
            return span(beyond.distance() * Transform.DAYS_A_YEAR) + (over ? " after the last" : " before the first");
        }
        double factor = factor(input, beyond);
        String far = Double.isNaN(factor) ? Amounts.distance(beyond.distance(), input.unit())
                : factor < 1.05 ? "just" : factor < 10 ? NumberText.shortened(Math.rint(factor * 10) / 10) + "x"
                : factor < MILLION ? NumberText.shortened(Math.rint(factor)) + "x" : "more than a million times";
        return far + (over ? " above the most" : " below the least");
    }

    /** How many times the end the value is, or the other way round; NaN where the fit does not go by ratios. */
    private double factor(Variable input, Beyond beyond) {
        if (input.transform().isLog()) {
            return finite(Math.pow(input.transform().base(), beyond.distance()));
        }
        boolean ratios = spec.method() == Method.POWER || spec.method() == Method.CHINCHILLA;
        double ratio = beyond.value() / beyond.end();
        return ratios && ratio > 0 ? finite(Math.max(ratio, 1 / ratio)) : Double.NaN;
    }

    private static double finite(double value) {
        return Double.isFinite(value) ? value : Double.NaN;
    }

    private static String span(double days) {
        double months = days / Transform.DAYS_A_YEAR * MONTHS_A_YEAR;
        if (days < FEW_DAYS) {
            return Plural.count((long) Math.max(1, Math.rint(days)), "day");
        }
        return months < FEW_MONTHS ? Plural.count((long) Math.rint(months), "month")
                : NumberText.shortened(Math.rint(months / MONTHS_A_YEAR * 10) / 10) + " years";
    }
}
