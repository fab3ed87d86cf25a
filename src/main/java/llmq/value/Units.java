package llmq.value;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;

/**
 * The registry of units: every name that may follow a number or {@code in}, read and written.
 *
 * <p>A unit is written as names joined by {@code /} and {@code *}: {@code TFLOP/s}, {@code USD/hour},
 * {@code PFLOP/s*day}. Everything after the first {@code /} up to a {@code *} divides.
 */
public final class Units {

    /**
     * One row of the registry.
     *
     * @param names     how it may be written, the canonical way first
     * @param prefixes  letters that may stand in front, smallest first, each with its factor: those of the metric
     *                  system, or k M B T where one counts in billions, or none
     * @param summary   one line for {@code describe units}
     */
    public record Entry(List<String> names, Unit unit, double factor, Map<String, Double> prefixes, String summary) {
    }

    /** The metric prefixes, smallest first, as letter and factor. */
    public static final Map<String, Double> PREFIXES =
            prefixes(List.of("k", "M", "G", "T", "P", "E", "Z", "Y", "R", "Q"));

    /** The prefixes of things that are counted, as in a number's suffix: {@code Btokens} is 1e9 tokens. */
    public static final Map<String, Double> COUNTS = prefixes(List.of("k", "M", "B", "T"));

    private static final Map<String, Double> NO_PREFIX = Map.of();

    private static final List<Entry> ENTRIES = List.of(
            new Entry(List.of("%", "percent"), Unit.PERCENT, 1, NO_PREFIX, "a score out of a hundred"),
            new Entry(List.of("fraction", "fractions"), Unit.PERCENT, 100, NO_PREFIX,
                    "a score out of one, as some files have it"),
            new Entry(List.of("FLOP", "FLOPs", "flops"), Unit.FLOP, 1, PREFIXES, "one floating-point operation"),
            new Entry(List.of("token", "tokens"), Unit.TOKEN, 1, COUNTS, "one token of text"),
            new Entry(List.of("param", "params", "parameter", "parameters"), Unit.PARAMETER, 1, COUNTS,
                    "one weight of a model"),
            new Entry(List.of("USD", "dollar", "dollars"), Unit.DOLLAR, 1, NO_PREFIX, "one United States dollar"),
            new Entry(List.of("byte", "bytes"), Unit.BYTE, 1, NO_PREFIX, "one byte"),
            new Entry(List.of("B"), Unit.BYTE, 1, PREFIXES, "one byte, mostly with a prefix: GB, TB"),
            new Entry(List.of("J", "joule", "joules"), Unit.JOULE, 1, PREFIXES, "one joule of energy"),
            new Entry(List.of("W", "watt", "watts"), Unit.WATT, 1, PREFIXES, "one joule per second"),
            new Entry(List.of("Elo"), Unit.RATING, 1, NO_PREFIX, "one point of an Elo rating"),
            new Entry(List.of("s", "second", "seconds"), Unit.SECOND, 1, NO_PREFIX, "one second"),
            new Entry(List.of("minute", "minutes"), Unit.SECOND, 60, NO_PREFIX, "60 seconds"),
            new Entry(List.of("h", "hour", "hours"), Unit.SECOND, 3600, NO_PREFIX, "3600 seconds"),
            new Entry(List.of("day", "days"), Unit.SECOND, 86_400, NO_PREFIX, "24 hours"),
            new Entry(List.of("week", "weeks"), Unit.SECOND, 7 * 86_400, NO_PREFIX, "7 days"),
            new Entry(List.of("month", "months"), Unit.SECOND, 365.2425 / 12 * 86_400, NO_PREFIX,
                    "a twelfth of a year"),
            new Entry(List.of("year", "years"), Unit.SECOND, 365.2425 * 86_400, NO_PREFIX, "365.2425 days"));

    private Units() {
    }

    public static List<Entry> entries() {
        return ENTRIES;
    }

    private static Map<String, Double> prefixes(List<String> letters) {
        Map<String, Double> map = new LinkedHashMap<>();
        double factor = 1;
        for (String letter : letters) {
            factor *= 1000;
            map.put(letter, factor);
        }
        return Collections.unmodifiableMap(map);
    }

    /**
     * The unit of one name, with or without a prefix; {@code null} if there is none. A name's case does not matter
     * where no prefix is read off it: {@code usd} is USD, but {@code mflop} is no MFLOP.
     */
    public static ScaledUnit atom(String name) {
        for (Entry entry : ENTRIES) {
            if (entry.names().contains(name)) {
                return new ScaledUnit(entry.unit(), entry.factor(), name);
            }
        }
        for (Entry entry : ENTRIES) {
            for (String written : entry.names()) {
                boolean prefixed = name.length() == written.length() + 1 && name.endsWith(written);
                Double prefix = prefixed ? entry.prefixes().get(name.substring(0, 1)) : null;
                if (prefix != null) {
                    return new ScaledUnit(entry.unit(), entry.factor() * prefix, name);
                }
            }
        }
        String folded = name.toLowerCase(Locale.ROOT);
        for (Entry entry : ENTRIES) {
            for (String written : entry.names()) {
                if (written.length() > 1 && written.toLowerCase(Locale.ROOT).equals(folded)) {
                    return new ScaledUnit(entry.unit(), entry.factor(), written);
                }
            }
        }
        return null;
    }

    /** The unit that the text spells, such as {@code TFLOP/s}; {@code null} if a part of it is no unit. */
    public static ScaledUnit parse(String text) {
        Unit unit = Unit.NONE;
        double factor = 1;
        StringBuilder symbol = new StringBuilder();
        int start = 0;
        char operator = '*';
        for (int i = 0; i <= text.length(); i++) {
            boolean cut = i == text.length() || text.charAt(i) == '/' || text.charAt(i) == '*';
            if (!cut) {
                continue;
            }
            String name = text.substring(start, i).strip();
            ScaledUnit part = name.equals("1") ? new ScaledUnit(Unit.NONE, 1, "1") : atom(name);
            if (part == null) {
                return null;
            }
            if (operator == '/') {
                unit = unit.per(part.unit());
                factor /= part.factor();
            } else {
                unit = unit.times(part.unit());
                factor *= part.factor();
            }
            if (start > 0) {
                symbol.append(operator);
            }
            symbol.append(part.symbol());
            if (i < text.length()) {
                operator = text.charAt(i);
            }
            start = i + 1;
        }
        return new ScaledUnit(unit, factor, symbol.toString());
    }

    /** Every canonical name, for completion and “did you mean”. */
    public static List<String> names() {
        List<String> names = new ArrayList<>();
        for (Entry entry : ENTRIES) {
            names.add(entry.names().get(0));
            boolean metric = entry.prefixes() == PREFIXES;
            if (!metric && entry.names().size() > 1) {
                names.add(entry.names().get(1));
            }
            // One says TFLOP but Ttokens.
            String prefixed = entry.names().get(metric ? 0 : Math.min(1, entry.names().size() - 1));
            for (String prefix : entry.prefixes().keySet()) {
                names.add(prefix + prefixed);
            }
        }
        return names;
    }

    /** The name as it follows a one: {@code day} of {@code days}; of a unit without such a name the name itself. */
    static String singular(String name) {
        String one = name.endsWith("s") ? name.substring(0, name.length() - 1) : name;
        for (Entry entry : ENTRIES) {
            if (entry.names().contains(name) && entry.names().contains(one)) {
                return one;
            }
        }
        return name;
    }

    /** The unit in base units as it follows a number other than one: {@code tokens}, {@code %/FLOP}. */
    public static String plural(Unit unit) {
        return UnitSymbol.of(unit).text(-1, "", true);
    }

    /** A unit in symbols, each base unit named by {@code naming} (so that a caller can put prefixes in). */
    static String symbol(Unit unit, Function<Dimension, String> naming) {
        StringBuilder above = new StringBuilder();
        StringBuilder below = new StringBuilder();
        for (Dimension dimension : Dimension.values()) {
            double exponent = unit.exponent(dimension);
            if (exponent != 0) {
                StringBuilder side = exponent > 0 ? above : below;
                if (side.length() > 0) {
                    side.append(exponent > 0 ? '*' : '/');
                }
                side.append(naming.apply(dimension));
                double power = Math.abs(exponent);
                if (power != 1) {
                    side.append('^').append(power == Math.rint(power) ? Long.toString((long) power)
                            : Double.toString(power));
                }
            }
        }
        if (below.length() == 0) {
            return above.toString();
        }
        return (above.length() == 0 ? "1" : above.toString()) + "/" + below;
    }
}
