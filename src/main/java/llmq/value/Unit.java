package llmq.value;

import java.util.Arrays;
import java.util.function.Function;

/**
 * What a number counts: a product of powers of the base units. Units multiply, divide and cancel.
 *
 * <p>{@link #BARE} is the unit of a number written without one: it multiplies like {@link #NONE}, and takes the unit
 * that it meets in a sum or a comparison.
 */
public final class Unit {
    private static final int SIZE = Dimension.values().length;

    /** A pure number, such as a ratio of two token counts. */
    public static final Unit NONE = new Unit(new double[SIZE]);
    /** A number literal that names no unit. */
    public static final Unit BARE = new Unit(new double[SIZE]);

    public static final Unit PERCENT = of(Dimension.PERCENT);
    public static final Unit FLOP = of(Dimension.OPERATION);
    public static final Unit TOKEN = of(Dimension.TOKEN);
    public static final Unit PARAMETER = of(Dimension.PARAMETER);
    public static final Unit SECOND = of(Dimension.SECOND);
    public static final Unit DOLLAR = of(Dimension.DOLLAR);
    public static final Unit BYTE = of(Dimension.BYTE);
    public static final Unit RATING = of(Dimension.RATING);
    public static final Unit JOULE = of(Dimension.JOULE);
    public static final Unit WATT = JOULE.per(SECOND);

    private final double[] exponents;

    private Unit(double[] exponents) {
        this.exponents = exponents;
    }

    public static Unit of(Dimension dimension) {
        double[] exponents = new double[SIZE];
        exponents[dimension.ordinal()] = 1;
        return new Unit(exponents);
    }

    public double exponent(Dimension dimension) {
        return exponents[dimension.ordinal()];
    }

    public boolean isBare() {
        return this == BARE;
    }

    /** Whether a number of this unit is a pure number, written with or without saying so. */
    public boolean isNone() {
        for (double exponent : exponents) {
            if (exponent != 0) {
                return false;
            }
        }
        return true;
    }

    public Unit times(Unit other) {
        return combine(other, 1);
    }

    public Unit per(Unit other) {
        return combine(other, -1);
    }

    private Unit combine(Unit other, int sign) {
        if (isBare() && other.isBare()) {
            return BARE;
        }
        double[] sum = new double[SIZE];
        for (int i = 0; i < SIZE; i++) {
            sum[i] = exponents[i] + sign * other.exponents[i];
        }
        return new Unit(sum);
    }

    public Unit pow(double power) {
        if (isBare()) {
            return BARE;
        }
        double[] product = new double[SIZE];
        for (int i = 0; i < SIZE; i++) {
            product[i] = exponents[i] == 0 ? 0 : exponents[i] * power;
        }
        return new Unit(product);
    }

    /** Whether the two can be added or compared: the same unit, or one of them bare. */
    public boolean fits(Unit other) {
        return isBare() || other.isBare() || equals(other);
    }

    /** The unit of a sum of the two, which must fit. */
    public Unit meet(Unit other) {
        return isBare() ? other : this;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Unit unit && Arrays.equals(exponents, unit.exponents);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(exponents);
    }

    /** The unit in base units: {@code %/FLOP}, {@code token/param}; the empty text for a pure number. */
    @Override
    public String toString() {
        if (equals(WATT)) {
            return "W";
        }
        return Units.symbol(this, new Function<>() {
            @Override
            public String apply(Dimension dimension) {
                return dimension.symbol();
            }
        });
    }
}
