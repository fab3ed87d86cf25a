package llmq.value;

import java.util.Arrays;

/**
 * How the numbers of one column are written for people: one prefix for all of them, so that they compare at a
 * glance. Chosen so that the middle one of the known values lies between 1 and 1000 where the unit has such a prefix:
 * {@code YFLOP}, {@code T tokens}, {@code %/ZFLOP}; spans of time count in the unit that suits them.
 */
public final class ColumnScale {
    /** Ronna and quetta, which queries may use, are left out: hardly anyone can read them. */
    private static final String[] METRIC = {"", "k", "M", "G", "T", "P", "E", "Z", "Y"};
    private static final String[] COUNTS = {"", "k", "M", "B", "T"};
    private static final double[] SPANS = {365.2425 * 86_400, 86_400, 3600, 60};
    private static final String[] SPAN_NAMES = {"year", "day", "hour", "minute"};
    /** Looking at this many values is enough to find their middle. */
    private static final int SAMPLE = 10_001;

    private final String symbol;
    private final String oneSymbol;
    private final boolean joined;
    private final NumberForm form;
    private final int power;
    private final ScaledUnit display;
    private final int digits;

    private ColumnScale(String symbol, String oneSymbol, boolean joined, NumberForm form, int power,
            ScaledUnit display) {
        this(symbol, oneSymbol, joined, form, power, display, 0);
    }

    private ColumnScale(String symbol, String oneSymbol, boolean joined, NumberForm form, int power,
            ScaledUnit display, int digits) {
        this.symbol = symbol;
        this.oneSymbol = oneSymbol;
        this.joined = joined;
        this.form = form;
        this.power = power;
        this.display = display;
        this.digits = digits;
    }

    /** The same with so many significant digits as the reader asked for; 0 for as many as suit the form. */
    public ColumnScale withDigits(int count) {
        return count == digits ? this : new ColumnScale(symbol, oneSymbol, joined, form, power, display, count);
    }

    /** The unit that the reader asked for. */
    public static ColumnScale in(ScaledUnit display) {
        return in(display, NumberForm.SCALED);
    }

    /** The same, its numbers in this form. */
    public static ColumnScale in(ScaledUnit display, NumberForm form) {
        boolean percent = display.unit().equals(Unit.PERCENT) && display.factor() == 1;
        return new ColumnScale(display.symbol(), Units.singular(display.symbol()), false,
                percent && form == NumberForm.SCALED ? NumberForm.TENTHS : form, 0, display);
    }

    /** Numbers of that unit in this form; only {@link NumberForm#SCALED} puts a prefix to the unit. */
    public static ColumnScale of(NumberForm form, Unit unit, double... values) {
        if (form == NumberForm.SCALED) {
            return of(unit, values);
        }
        UnitSymbol symbol = UnitSymbol.of(unit);
        return new ColumnScale(symbol.text(-1, "", true), symbol.text(-1, "", false), false, form, 0, null);
    }

    /** The scale that suits these values of that unit; what is not finite does not count. */
    public static ColumnScale of(Unit unit, double... values) {
        if (unit.isNone()) {
            return new ColumnScale("", "", false, NumberForm.SCALED, 0, null);
        }
        double middle = middle(values);
        if (unit.equals(Unit.SECOND)) {
            return span(middle);
        }
        return compound(unit, middle);
    }

    private static double middle(double[] values) {
        int step = 1 + values.length / SAMPLE;
        double[] sizes = new double[(values.length + step - 1) / step];
        int known = 0;
        for (int i = 0; i < values.length; i += step) {
            double size = Math.abs(values[i]);
            if (size > 0 && size <= Double.MAX_VALUE) {
                sizes[known++] = size;
            }
        }
        if (known == 0) {
            return 1;
        }
        Arrays.sort(sizes, 0, known);
        return sizes[known / 2];
    }

    /** Seconds, or the longest unit of which there are at least two. */
    private static ColumnScale span(double middle) {
        for (int i = 0; i < SPANS.length; i++) {
            if (middle >= 2 * SPANS[i]) {
                ScaledUnit unit = new ScaledUnit(Unit.SECOND, SPANS[i], SPAN_NAMES[i] + "s");
                return new ColumnScale(unit.symbol(), SPAN_NAMES[i], false, NumberForm.SCALED, 0, unit);
            }
        }
        return new ColumnScale("s", "s", false, NumberForm.SCALED, 0, null);
    }

    private static ColumnScale compound(Unit unit, double middle) {
        UnitSymbol symbol = UnitSymbol.of(unit);
        int exponent = Decimal.toBeRounded(middle).significant(3).exponent();
        boolean above = exponent >= 0;
        int carrier = symbol.carrier(above);
        if (carrier < 0) {
            return above ? plain(unit, symbol) : perSpan(unit, symbol, middle);
        }
        boolean metric = symbol.isMetric(carrier);
        String[] prefixes = metric ? METRIC : COUNTS;
        int steps = above ? exponent / 3 : (2 - exponent) / 3;
        if (above && !metric && exponent < 5) {
            // Numbers of tokens that people know by heart (8192, 32768) stay as they are.
            steps = 0;
        }
        steps = Math.min(steps, prefixes.length - 1);
        int left = above ? exponent - 3 * steps : exponent + 3 * steps;
        boolean hopeless = left >= 7 || left < -7;
        if (steps == 0 || hopeless) {
            return plain(unit, symbol);
        }
        String text = symbol.text(carrier, prefixes[steps], true);
        boolean joined = above && !metric && carrier == symbol.first();
        return new ColumnScale(text, text, joined, NumberForm.SCALED, above ? -3 * steps : 3 * steps, null);
    }

    private static ColumnScale plain(Unit unit, UnitSymbol symbol) {
        return new ColumnScale(symbol.text(-1, "", true), symbol.text(-1, "", false), false,
                unit.equals(Unit.PERCENT) ? NumberForm.TENTHS : NumberForm.SCALED, 0, null);
    }

    /** A small rate per second reads better per hour: {@code USD/hour}. */
    private static ColumnScale perSpan(Unit unit, UnitSymbol symbol, double middle) {
        boolean perSecond = unit.exponent(Dimension.SECOND) == -1 && unit.exponent(Dimension.JOULE) == 0;
        for (int i = SPANS.length - 2; perSecond && i >= 0; i--) {
            if (middle * SPANS[i] >= 1) {
                String text = symbol.perSpan(SPAN_NAMES[i]);
                return new ColumnScale(text, text, false, NumberForm.SCALED, 0,
                        new ScaledUnit(unit, 1 / SPANS[i], text));
            }
        }
        return plain(unit, symbol);
    }

    /** The unit that the numbers are written in. @param unit that they have */
    public ScaledUnit scaled(Unit unit) {
        return display != null ? display : new ScaledUnit(unit, Math.pow(10, -power), symbol);
    }

    /** What stands over the column; empty for pure numbers. */
    public String symbol() {
        return symbol;
    }

    /** Whether the value, in base units, can be written here: finite in itself and in the unit asked for. */
    public boolean isWritable(double base) {
        return NumberText.isWritable(base, display);
    }

    /** The number without its unit: {@code 3.02}. The value is in base units and {@linkplain #isWritable writable}. */
    public String number(double base) {
        Decimal decimal = display == null ? Decimal.toBeRounded(base).shift(power) : NumberText.scaled(base, display);
        return form.text(decimal, power != 0 || display != null, digits);
    }

    /** The number with its unit, as it stands alone: {@code 36.1 %}, {@code 12T tokens}, {@code 1 token}. */
    public String quantity(double base) {
        return quantity(number(base));
    }

    /** A number that is written already, with its unit. */
    public String quantity(String number) {
        if (symbol.isEmpty()) {
            return number;
        }
        return number + (joined ? "" : " ") + (number.equals("1") ? oneSymbol : symbol);
    }
}
