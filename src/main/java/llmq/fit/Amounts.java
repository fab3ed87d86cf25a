package llmq.fit;

import java.math.BigDecimal;
import java.math.MathContext;
import llmq.value.ColumnScale;
import llmq.value.Dates;
import llmq.value.Dimension;
import llmq.value.NumberForm;
import llmq.value.NumberText;
import llmq.value.Unit;
import llmq.value.Units;

/** Quantities within a sentence. All take finite numbers. */
public final class Amounts {
    private static final MathContext DIGITS = new MathContext(12);
    private static final MathContext FEW = new MathContext(3);
    /** As many years as a date of four digits can have. */
    private static final double MOST_DAYS = 8000 * Transform.DAYS_A_YEAR;

    private Amounts() {
    }

    /** {@code 74.9%}, {@code 1.9e25 FLOP}, {@code 15T tokens}. */
    public static String of(double value, Unit unit) {
        if (unit.equals(Unit.PERCENT)) {
            return tenths(value) + "%";
        }
        if (unit.isNone()) {
            return NumberText.shortened(value);
        }
        // Readers know training compute by its power of ten, everything else by its prefix.
        return unit.exponent(Dimension.OPERATION) != 0 && unit.exponent(Dimension.SECOND) == 0
                ? NumberForm.EACH.text(new BigDecimal(value).round(FEW).doubleValue()) + " " + Units.plural(unit)
                : ColumnScale.of(unit, value).quantity(value);
    }

    /** A value of what an input is made of, from the number fitted: {@code 1.9e25 FLOP}, {@code 2024-05-23}. */
    static String of(Variable input, double value) {
        if (input.transform() == Transform.YEARS) {
            double days = Math.rint(value * Transform.DAYS_A_YEAR);
            return Math.abs(days) < MOST_DAYS ? Dates.format(days) : "beyond all dates";
        }
        double of = input.transform().isLog() ? Math.pow(input.transform().base(), value) : value;
        if (!Double.isFinite(of)) {
            return "beyond all numbers";
        }
        // There and back again through a logarithm leaves noise in the last digits.
        return of(new BigDecimal(of).round(DIGITS).doubleValue(), input.unit());
    }

    /** How far two values lie apart: of percents, {@code 9.7 points}. */
    public static String distance(double value, Unit unit) {
        String number = tenths(Math.abs(value));
        return unit.equals(Unit.PERCENT) ? number + (number.equals("1.0") ? " point" : " points")
                : of(Math.abs(value), unit);
    }

    /** The same with its sign: {@code +9.7 points}, {@code -0.3 points}. */
    public static String change(double value, Unit unit) {
        return (value < 0 ? "-" : "+") + distance(value, unit);
    }

    /** The ends of an interval of a change: {@code +8.0 to +14.4}. */
    public static String changes(double low, double high, Unit unit) {
        return unit.equals(Unit.PERCENT)
                ? (low < 0 ? "-" : "+") + tenths(Math.abs(low)) + " to " + (high < 0 ? "-" : "+") + tenths(Math.abs(high))
                : change(low, unit) + " to " + change(high, unit);
    }

    private static String tenths(double value) {
        return NumberForm.TENTHS.text(value);
    }
}
