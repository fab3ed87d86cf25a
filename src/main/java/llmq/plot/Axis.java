package llmq.plot;

import java.util.List;
import llmq.value.ScaledUnit;
import llmq.value.Units;

/**
 * One direction of a panel.
 *
 * @param title      what is measured, without its unit
 * @param unit       the unit in which its ticks are written; the values themselves are in base units
 * @param low        the least value that has a place, in base units (categories: −0.5)
 * @param high       the greatest; above {@code low}
 * @param categories what the whole numbers from 0 stand for; empty unless the scale is of categories
 * @param whole      whether only whole numbers are on it, such as counts, so that between them there is no tick
 */
public record Axis(String title, ScaledUnit unit, Scale scale, double low, double high, List<String> categories,
        boolean whole) {

    /** An axis of values of any kind. */
    public Axis(String title, ScaledUnit unit, Scale scale, double low, double high, List<String> categories) {
        this(title, unit, scale, low, high, categories, false);
    }

    public Axis {
        categories = List.copyOf(categories);
        if (!(scale.place(low) < scale.place(high))) {
            throw new IllegalArgumentException("an axis from " + low + " to " + high);
        }
    }

    /** Where a value lies, from 0 at the low end to 1 at the high end; outside of that where it is outside. */
    public double at(double value) {
        double start = scale.place(low);
        return (scale.place(value) - start) / (scale.place(high) - start);
    }

    /** The value at a place from 0 to 1. */
    public double value(double at) {
        double start = scale.place(low);
        return scale.value(start + at * (scale.place(high) - start));
    }

    public boolean holds(double value) {
        return value >= low && value <= high;
    }

    /**
     * The title with its unit, once: {@code flops (FLOP)}, {@code mmlu (%)}, {@code flops (ZFLOP)} of
     * {@code flops in ZFLOP}; {@code tokens} counts itself.
     */
    public String heading() {
        String symbol = unit == null ? "" : unit.factor() == 1 ? Units.plural(unit.unit()) : unit.symbol();
        if (symbol.isEmpty() || symbol.equals(title)) {
            return title;
        }
        String converted = " in " + symbol;
        String comma = converted + ",";
        String plain = title.endsWith(converted) ? title.substring(0, title.length() - converted.length())
                : title.replace(comma, ",");
        return plain + " (" + symbol + ")";
    }
}
