package llmq.value;

/** Numbers as text, the same in every locale. All take finite numbers only: what is unknown is worded elsewhere. */
public final class NumberText {
    private static final double WHOLE_LIMIT = 1e15;
    private static final double FEW_DIGITS = 10_000;
    /** From this power of ten on, a number that was rounded anyway is written with an exponent. */
    private static final int MANY_DIGITS = 7;
    private static final int MANY_DIGITS_UNSCALED = 9;
    private static final int MANY_DIGITS_WHOLE = 15;
    private static final int SMALLEST_PLAIN = -5;
    private static final int SHORT_DIGITS = 3;
    private static final int EACH_DIGITS = 4;
    /** Below, an exponent is shorter than the zeros after the point: {@code 0.0001234}, {@code 1.234e-5}. */
    private static final int EACH_SMALLEST = -4;

    private NumberText() {
    }

    /**
     * For programs to read: the shortest decimal that reads back as the same double, with an exponent only from 1e21
     * on and below 1e-6; whole numbers without a point; −0 as 0.
     */
    public static String exact(double value) {
        StringBuilder out = new StringBuilder();
        appendExact(out, value);
        return out.toString();
    }

    public static void appendExact(StringBuilder out, double value) {
        if (value == Math.rint(value) && Math.abs(value) < WHOLE_LIMIT) {
            out.append((long) value);
            return;
        }
        double parts = value * FEW_DIGITS;
        if (Math.abs(parts) < WHOLE_LIMIT && Math.rint(parts) / FEW_DIGITS == value) {
            appendParts(out, (long) Math.rint(parts));
        } else {
            appendExact(out, Decimal.of(value));
        }
    }

    /** A number of ten-thousandths. Most scores are of this kind, and this is the quick way to write them. */
    private static void appendParts(StringBuilder out, long parts) {
        if (parts < 0) {
            out.append('-');
        }
        long size = Math.abs(parts);
        long rest = size % (long) FEW_DIGITS;
        out.append(size / (long) FEW_DIGITS).append('.');
        for (long place = (long) FEW_DIGITS / 10; rest > 0; place /= 10) {
            out.append((char) ('0' + rest / place));
            rest %= place;
        }
    }

    /** The number in this unit, from its value in base units; a factor that is a power of ten adds no noise. */
    public static void appendExact(StringBuilder out, double base, ScaledUnit unit) {
        if (unit == null || unit.factor() == 1) {
            appendExact(out, base);
        } else {
            appendExact(out, scaled(base, unit));
        }
    }

    private static void appendExact(StringBuilder out, Decimal decimal) {
        if (decimal.isZero() || decimal.exponent() >= -6 && decimal.exponent() < 21) {
            decimal.plain(out, 0);
        } else {
            out.append(decimal.scientific());
        }
    }

    /** Whether the number is still finite in this unit, and so can be written. */
    public static boolean isWritable(double base, ScaledUnit unit) {
        return Double.isFinite(base) && (unit == null || Double.isFinite(unit.fromBase(base)));
    }

    static Decimal scaled(double base, ScaledUnit unit) {
        int power = powerOfTen(unit.factor());
        return power == Integer.MIN_VALUE ? Decimal.of(unit.fromBase(base)) : Decimal.of(base).shift(-power);
    }

    private static int powerOfTen(double factor) {
        double power = Math.rint(Math.log10(factor));
        // A product of thousands may be off from the power of ten by a last bit.
        return Math.abs(factor / Math.pow(10, power) - 1) < 1e-13 ? (int) power : Integer.MIN_VALUE;
    }

    /**
     * For people: three significant digits, but no digit before the point dropped, no zeros that say nothing, and
     * whole numbers whole: {@code 3.02}, {@code 12346}, {@code 0.00042}, {@code 1.2e24}.
     */
    public static String shortened(double value) {
        return shortened(Decimal.toBeRounded(value), false);
    }

    static String shortened(Decimal decimal, boolean scaled) {
        return shortened(decimal, scaled, SHORT_DIGITS);
    }

    /** The same with another number of significant digits. */
    static String shortened(Decimal decimal, boolean scaled, int digits) {
        if (decimal.isZero()) {
            return "0";
        }
        boolean whole = decimal.isWhole() && !scaled;
        int limit = scaled ? MANY_DIGITS : whole ? MANY_DIGITS_WHOLE : MANY_DIGITS_UNSCALED;
        if (decimal.exponent() >= limit || decimal.exponent() < SMALLEST_PLAIN) {
            Decimal rounded = decimal.significant(digits);
            return rounded.scientific(rounded.isExact() ? 1 : digits);
        }
        Decimal rounded = decimal.significant(whole ? MANY_DIGITS_WHOLE : Math.max(digits, decimal.exponent() + 1));
        return rounded.plain(rounded.isExact() ? 0 : Math.max(0, digits - 1 - rounded.exponent()));
    }

    /** Four significant digits, but no digit before the point dropped, and no zeros that say nothing. */
    static String each(Decimal decimal) {
        if (decimal.isZero()) {
            return "0";
        }
        if (decimal.exponent() >= MANY_DIGITS || decimal.exponent() < EACH_SMALLEST) {
            Decimal rounded = decimal.significant(EACH_DIGITS);
            return rounded.scientific(rounded.isExact() ? 1 : EACH_DIGITS);
        }
        Decimal rounded = decimal.significant(Math.max(EACH_DIGITS, decimal.exponent() + 1));
        return rounded.plain(rounded.isExact() ? 0 : Math.max(0, EACH_DIGITS - 1 - rounded.exponent()));
    }

    /** One digit after the point, more where it would show nothing but zero. */
    static String tenths(Decimal decimal) {
        if (decimal.isZero()) {
            return "0.0";
        }
        boolean usual = decimal.exponent() >= -1 && decimal.exponent() < MANY_DIGITS;
        return usual ? decimal.decimals(1).plain(1) : shortened(decimal, false);
    }

    /** Two digits after the point, even where they are zeros. */
    static String hundredths(Decimal decimal) {
        return decimal.exponent() < MANY_DIGITS ? decimal.decimals(2).plain(2) : shortened(decimal, false);
    }

    /** Three digits after the point, four below 0.001; what is too small for them is only said to be so. */
    static String probability(Decimal decimal) {
        int exponent = decimal.isZero() ? Integer.MIN_VALUE : decimal.exponent();
        return exponent < -4 ? "<0.0001" : decimal.decimals(exponent < -3 ? 4 : 3).plain(3);
    }
}
