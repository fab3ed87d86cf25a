package llmq.plot;

import java.util.ArrayList;
import java.util.List;

/** Where the marks of an axis stand, and what is written beside them, in the unit of the axis. */
public final class Ticks {
    private static final String RAISED = "⁰¹²³⁴⁵⁶⁷⁸⁹";
    private static final int[] STEPS = {1, 2, 5};
    /** From this power of ten on, and from the other down, powers are written as such. */
    private static final int LARGE = 5;
    private static final int SMALL = -4;
    /** Axes that are shorter have no ticks, whose distances would have no digits left. */
    private static final double LEAST = 1e-290;

    private Ticks() {
    }

    /**
     * The ticks within an axis, from its low end to its high end.
     *
     * @param most how many may have a text; at least two have where the axis has two places that deserve one
     */
    public static List<Tick> of(Axis axis, int most) {
        int texts = Math.max(1, most);
        return switch (axis.scale()) {
            case LINEAR -> linear(axis, texts);
            case LOG -> log(axis, texts);
            case TIME -> TimeTicks.of(axis, texts);
            case CATEGORY -> categories(axis, texts);
        };
    }

    /**
     * An axis made longer, so that there is a tick at both of its ends; along time it stays as it is.
     *
     * @param most how many steps it has at most from the one to the other, where steps are equal
     */
    static Axis ended(Axis axis, int most) {
        double low = axis.low() / factor(axis);
        double high = axis.high() / factor(axis);
        boolean linear = axis.scale() == Scale.LINEAR && high - low > LEAST && high - low < Double.MAX_VALUE;
        if (!linear && axis.scale() != Scale.LOG) {
            return axis;
        }
        double start = linear ? linearEnd(low, (high - low) / most, false) : logEnd(low, false);
        double end = linear ? linearEnd(high, (high - low) / most, true) : logEnd(high, true);
        // Where digits end, there may be no such place; and none before 0 where a scale has no 0.
        start = start > 0 || linear ? Math.min(start * factor(axis), axis.low()) : axis.low();
        end = end - end == 0 ? Math.max(end * factor(axis), axis.high()) : axis.high();
        return new Axis(axis.title(), axis.unit(), axis.scale(), start, end, axis.categories(), axis.whole());
    }

    /** The round place at or beyond the end of an axis. @param least how far such places are apart at least */
    private static double linearEnd(double end, double least, boolean up) {
        int power = (int) Math.floor(Math.log10(least)) - 1;
        int kind = 0;
        while (scaled(STEPS[kind], power) < least * (1 - 1e-9)) {
            kind = (kind + 1) % STEPS.length;
            power += kind == 0 ? 1 : 0;
        }
        double steps = end / scaled(STEPS[kind], power);
        return scaled((up ? Math.ceil(steps - 1e-9) : Math.floor(steps + 1e-9)) * STEPS[kind], power);
    }

    /** The next place with 1, 2 or 5 as its only digit. */
    private static double logEnd(double end, boolean up) {
        int power = magnitude(end);
        for (int i = 0; i <= STEPS.length; i++) {
            // Downwards from the next power of ten.
            double place = up ? i < STEPS.length ? scaled(STEPS[i], power) : scaled(1, power + 1)
                    : i == 0 ? scaled(1, power + 1) : scaled(STEPS[STEPS.length - i], power);
            if (up ? place >= end * (1 - 1e-9) : place <= end * (1 + 1e-9)) {
                return place;
            }
        }
        return end;
    }

    private static double factor(Axis axis) {
        return axis.unit() == null ? 1 : axis.unit().factor();
    }

    /** Steps of 1, 2 or 5 times a power of ten; the next smaller ones without text. */
    private static List<Tick> linear(Axis axis, int most) {
        double low = axis.low() / factor(axis);
        double high = axis.high() / factor(axis);
        if (!(high - low > LEAST && high - low < Double.MAX_VALUE)) {
            return List.of();
        }
        int power = (int) Math.floor(Math.log10((high - low) / most)) - 1;
        int kind = 0;
        while (count(low, high, STEPS[kind], power) > most || axis.whole() && power < 0) {
            kind = (kind + 1) % STEPS.length;
            power += kind == 0 ? 1 : 0;
        }
        // Between them the steps are a fifth as long, or half as long where that is the round number.
        int parts = STEPS[kind] == 2 ? 2 : 5;
        int minorStep = STEPS[kind] == 1 ? 2 : 1;
        int minorPower = STEPS[kind] == 1 ? power - 1 : power;
        if (axis.whole() && minorPower < 0) {
            parts = 1;
            minorStep = 1;
            minorPower = 0;
        }
        List<Tick> ticks = new ArrayList<>();
        long first = first(low, minorStep, minorPower);
        long last = last(high, minorStep, minorPower);
        int large = magnitude(Math.max(Math.abs(low), Math.abs(high)));
        for (long i = first; i <= last; i++) {
            double value = within(axis, scaled(i * minorStep, minorPower) * factor(axis));
            boolean major = Math.floorMod(i, (long) parts) == 0;
            if (axis.holds(value)) {
                ticks.add(new Tick(value, major ? text(i / parts * STEPS[kind], power, large) : ""));
            }
        }
        return ticks;
    }

    /** A place as far beyond an end as only digits are, at that end. */
    private static double within(Axis axis, double value) {
        double hair = 1e-9 * (axis.high() - axis.low());
        return value > axis.high() && value < axis.high() + hair ? axis.high()
                : value < axis.low() && value > axis.low() - hair ? axis.low() : value;
    }

    private static long count(double low, double high, int step, int power) {
        return last(high, step, power) - first(low, step, power) + 1;
    }

    private static long first(double low, int step, int power) {
        return (long) Math.ceil(low / scaled(step, power) - 1e-9);
    }

    private static long last(double high, int step, int power) {
        return (long) Math.floor(high / scaled(step, power) + 1e-9);
    }

    /** {@code number · 10^power} without the noise of binary fractions, as far as a double can. */
    private static double scaled(double number, int power) {
        return power < 0 ? number / Math.pow(10, -power) : number * Math.pow(10, power);
    }

    /** The power of ten of a number's first digit. */
    private static int magnitude(double size) {
        return size == 0 ? 0 : (int) Math.floor(Math.log10(size) + 1e-12);
    }

    /** @param large the power of ten of the axis' farther end, which all of its texts share */
    private static String text(long number, int power, int large) {
        if (number == 0) {
            return "0";
        }
        boolean powers = large > LARGE || large < SMALL;
        int shift = powers ? power - large : power;
        String digits = decimal(number, shift);
        return powers ? digits + "·" + tens(large) : digits;
    }

    /** {@code number · 10^power} with all digits: −12, −1 is {@code -1.2}. */
    private static String decimal(long number, int power) {
        String digits = Long.toString(Math.abs(number));
        String sign = number < 0 ? "-" : "";
        if (power >= 0) {
            return sign + digits + "0".repeat(number == 0 ? 0 : power);
        }
        String padded = "0".repeat(Math.max(0, 1 - power - digits.length())) + digits;
        int point = padded.length() + power;
        return sign + padded.substring(0, point) + "." + padded.substring(point);
    }

    /** {@code 10²³}. */
    private static String tens(int power) {
        StringBuilder text = new StringBuilder("10");
        String digits = Integer.toString(power);
        for (int i = 0; i < digits.length(); i++) {
            char c = digits.charAt(i);
            text.append(c == '-' ? '⁻' : RAISED.charAt(c - '0'));
        }
        return text.toString();
    }

    private static List<Tick> log(Axis axis, int most) {
        double low = axis.low() / factor(axis);
        double high = axis.high() / factor(axis);
        double decades = Math.log10(high / low);
        if (decades < 2) {
            List<Tick> within = within(axis, low, high, most);
            if (texts(within) >= 2) {
                return within;
            }
            // Less than from 1 to 2: ratios hardly differ from distances there.
            return decades < 1 ? linear(axis, most) : within;
        }
        int first = (int) Math.ceil(Math.log10(low) - 1e-9);
        int last = (int) Math.floor(Math.log10(high) + 1e-9);
        int step = 1;
        while ((last - first) / step + 1 > most) {
            step++;
        }
        boolean powers = first < SMALL || last > LARGE;
        List<Tick> ticks = new ArrayList<>();
        for (int power = first - 1; power <= last; power++) {
            for (int digit = 1; digit <= 9; digit++) {
                double value = scaled(digit, power) * factor(axis);
                boolean major = digit == 1 && Math.floorMod(power, step) == 0;
                // Where a text stands for several decades, those are what lies between.
                if (axis.holds(value) && (digit == 1 || step == 1)) {
                    ticks.add(new Tick(value, !major ? "" : powers ? tens(power) : decimal(1, power)));
                }
            }
        }
        return ticks;
    }

    /** Within a decade or two: 1, 2, 5, 10, 20 …, or fewer of them. */
    private static List<Tick> within(Axis axis, double low, double high, int most) {
        int first = magnitude(low);
        int last = magnitude(high);
        boolean powers = first < SMALL || last > LARGE;
        for (String digits : new String[] {"125", "13", "1"}) {
            List<Tick> ticks = new ArrayList<>();
            for (int power = first; power <= last; power++) {
                for (int digit = 1; digit <= 9; digit++) {
                    double value = scaled(digit, power) * factor(axis);
                    boolean major = digits.indexOf('0' + digit) >= 0;
                    if (axis.holds(value)) {
                        ticks.add(new Tick(value, !major ? "" : !powers ? decimal(digit, power)
                                : (digit == 1 ? "" : digit + "·") + tens(power)));
                    }
                }
            }
            if (texts(ticks) <= most) {
                return ticks;
            }
        }
        return List.of();
    }

    private static int texts(List<Tick> ticks) {
        int texts = 0;
        for (Tick tick : ticks) {
            texts += tick.isMinor() ? 0 : 1;
        }
        return texts;
    }

    /** Each, or each second, third … if there are too many. */
    private static List<Tick> categories(Axis axis, int most) {
        int count = axis.categories().size();
        int step = Math.max(1, (count + most - 1) / most);
        List<Tick> ticks = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            if (axis.holds(i)) {
                ticks.add(new Tick(i, i % step == 0 ? axis.categories().get(i) : ""));
            }
        }
        return ticks;
    }
}
