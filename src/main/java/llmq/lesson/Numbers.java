package llmq.lesson;

import llmq.table.Field;
import llmq.value.Dimension;
import llmq.value.Type;
import llmq.value.Unit;
import llmq.value.Units;

/** What to say of a number that is not the one asked for. */
final class Numbers {
    private static final double[] FACTORS = {100, 1e3, 1e6, 1e9, 1e12, 1e15, 1e18, 1e21, 1e24};
    /** Beyond this many times as much it is another thing, and not one gone wrong. */
    private static final double FAR = 10;

    private Numbers() {
    }

    /**
     * In words; {@code null} where they have nothing to do with each other.
     *
     * @param computed whether somebody worked the other one out, so that it is meant, however far off it is
     */
    static String difference(Field field, double right, Field otherField, double other, double tolerance,
            boolean computed) {
        if (field.type() != otherField.type()) {
            return null;
        }
        if (field.type() == Type.DATE) {
            long days = Math.round(Math.abs(other - right));
            return (days == 1 ? "a day" : days + " days") + (other > right ? " too late" : " too early");
        }
        boolean percents = otherField.unit().exponent(Dimension.PERCENT) != 0
                && field.unit().exponent(Dimension.PERCENT) == 0;
        if (percents && !otherField.unit().equals(Unit.PERCENT)) {
            return "`%` is a unit, too, and it is left in the result: write `0.4` for `40%`";
        }
        String factor = factor(right, other, tolerance);
        if (factor != null) {
            return factor;
        }
        boolean percent = computed && field.unit().equals(Unit.PERCENT) && isNear(100, right * other, tolerance);
        if (percent || isNear(1, right * other, tolerance)) {
            return "upside down: it is one divided by what is asked for";
        }
        if (sign(right, other, tolerance) != null) {
            return "right but for the sign";
        }
        if (!field.unit().equals(otherField.unit())) {
            return computed && !field.unit().isNone() && !otherField.unit().isNone()
                    ? "this counts " + words(otherField.unit()) + ", and what is asked for counts "
                            + words(field.unit()) : null;
        }
        double ratio = other / right;
        if (ratio >= 1 / FAR && ratio <= FAR) {
            return share(ratio);
        }
        return !computed || !(ratio > 0) ? null : ratio > 1 ? "far too high" : "far too low";
    }

    /** Where a number has the other sign; else {@code null}. */
    static String sign(double right, double other, double tolerance) {
        return right != 0 && isNear(right, -other, tolerance) ? "of the other sign" : null;
    }

    /** Where a number is off by a factor that a unit or a percent sign makes; else {@code null}. */
    static String factor(double right, double other, double tolerance) {
        double ratio = Math.abs(right) > Math.abs(other) ? right / other : other / right;
        for (double factor : FACTORS) {
            if (isNear(factor, ratio, Math.min(tolerance, Exercise.Terms.USUAL_TOLERANCE))) {
                return factor == 100 ? "off by a factor of 100: one is in percent, the other a fraction"
                        : "off by a factor of " + words(factor) + ": look at the unit";
            }
        }
        return null;
    }

    /** What a number of that unit counts. */
    static String words(Unit unit) {
        return unit.equals(Unit.SECOND) ? "seconds" : unit.equals(Unit.DOLLAR) ? "dollars" : Units.plural(unit);
    }

    private static String words(double factor) {
        return factor == 1e3 ? "1000" : factor == 1e6 ? "a million" : factor == 1e9 ? "a billion"
                : factor == 1e12 ? "a trillion" : "more than a trillion";
    }

    private static boolean isNear(double right, double other, double tolerance) {
        return Math.abs(right - other) <= tolerance * Math.abs(right);
    }

    private static String share(double ratio) {
        double off = Math.abs(ratio - 1) * 100;
        if (ratio >= 2 || ratio <= 0.5) {
            return "too " + (ratio > 1 ? "high" : "low") + " by a factor of " + digits(ratio > 1 ? ratio : 1 / ratio);
        }
        return (off < 1 ? "less than 1" : digits(off)) + "% too " + (ratio > 1 ? "high" : "low");
    }

    /** Two digits, and no more than the whole number of what is greater. */
    private static String digits(double value) {
        if (value >= 9.95) {
            return Long.toString(Math.round(value));
        }
        double tenths = Math.round(value * 10) / 10.0;
        return tenths == Math.rint(tenths) ? Long.toString((long) tenths) : Double.toString(tenths);
    }
}
