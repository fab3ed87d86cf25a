package llmq.lesson;

import llmq.table.Field;
import llmq.value.Type;

/** What to say of a number that is not the one asked for. */
final class Numbers {
    private static final double[] FACTORS = {100, 1e3, 1e6, 1e9, 1e12};
    /** Beyond this many times as much it is another thing, and not one gone wrong. */
    private static final double FAR = 10;

    private Numbers() {
    }

    /** In words; {@code null} where they have nothing to do with each other. */
    static String difference(Field field, double right, Field otherField, double other, double tolerance) {
        if (field.type() != otherField.type()) {
            return null;
        }
        if (field.type() == Type.DATE) {
            long days = Math.round(Math.abs(other - right));
            return (days == 1 ? "a day" : days + " days") + (other > right ? " too late" : " too early");
        }
        String factor = factor(right, other, tolerance);
        if (factor != null) {
            return factor;
        }
        if (right != 0 && isNear(1, right * other, tolerance) && !isNear(right, other, tolerance)) {
            return "upside down: it is one divided by what is asked for";
        }
        if (isNear(right, -other, tolerance)) {
            return "the sign is the other way round";
        }
        double ratio = other / right;
        if (!field.unit().equals(otherField.unit()) || !(ratio >= 1 / FAR && ratio <= FAR)) {
            return null;
        }
        return share(ratio);
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

    private static String words(double factor) {
        return factor == 1e3 ? "1000" : factor == 1e6 ? "a million" : factor == 1e9 ? "a billion" : "a trillion";
    }

    private static boolean isNear(double right, double other, double tolerance) {
        return Math.abs(right - other) <= tolerance * Math.abs(right);
    }

    private static String share(double ratio) {
        double off = Math.abs(ratio - 1) * 100;
        if (ratio >= 2) {
            return digits(ratio) + " times as much as it should be";
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
