package llmq.catalog;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import llmq.diagnostic.Nearest;
import llmq.value.Dates;
import llmq.value.ScaledUnit;
import llmq.value.Unit;
import llmq.value.Units;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;

/**
 * The keys and values of one entry. Each getter takes one key, checks its value and reports what is wrong with it;
 * {@link #close} then reports the keys that nothing asked for. Scalars are read as the text they are written in, so
 * that YAML's own ideas of numbers and truth ({@code no}, {@code 1e5}) do not matter.
 */
final class YamlMap {
    private final YamlFile file;
    private final MappingNode node;
    private final Map<String, Node> values = new LinkedHashMap<>();
    private final Map<String, Node> keys = new LinkedHashMap<>();
    private final Set<String> asked = new LinkedHashSet<>();

    YamlMap(YamlFile file, MappingNode node) {
        this.file = file;
        this.node = node;
        for (NodeTuple tuple : node.getValue()) {
            if (!(tuple.getKeyNode() instanceof ScalarNode key)) {
                file.fault(tuple.getKeyNode(), "expected a key");
            } else if (values.containsKey(key.getValue())) {
                file.fault(key, "key '" + key.getValue() + "' stands here twice");
            } else {
                values.put(key.getValue(), tuple.getValueNode());
                keys.put(key.getValue(), key);
            }
        }
    }

    Place place() {
        return file.place(node);
    }

    /** Reports the keys that no getter asked for. */
    void close() {
        for (Map.Entry<String, Node> key : keys.entrySet()) {
            if (!asked.contains(key.getKey())) {
                String near = Nearest.sentence(key.getKey(), asked);
                String help = near != null ? near : "the keys here are " + String.join(", ", asked);
                file.fault(key.getValue(), "unknown key '" + key.getKey() + "'", help);
            }
        }
    }

    /** The text of a key, or {@code null} where the key is absent. */
    String text(String key) {
        ScalarNode scalar = scalar(key);
        return scalar == null ? null : scalar.getValue();
    }

    /** The text of a key that must be there; the empty text (and a fault) if it is not. */
    String need(String key) {
        String text = text(key);
        if (text == null && !values.containsKey(key)) {
            missing(key);
        }
        return text == null ? "" : text;
    }

    /** A number such as {@code 4096}, {@code 69B} or {@code 1.7e24}; NaN where the key is absent. */
    double number(String key) {
        return parse(key, Double.NaN, YamlMap::decimal, "a number, such as 4096, 70B, 2T or 1.7e24");
    }

    double needNumber(String key) {
        need(key);
        return number(key);
    }

    /** A whole number, −1 where the key is absent. */
    int whole(String key) {
        double number = number(key);
        if (number == number && (number != Math.rint(number) || number < 0 || number > 1_000_000)) {
            file.fault(values.get(key), "'" + text(key) + "' is not a whole number from 0");
            return -1;
        }
        return number == number ? (int) number : -1;
    }

    /** A quantity such as {@code 80 GB}, in base units; NaN where the key is absent. */
    double quantity(String key, Unit unit, String example) {
        return parse(key, Double.NaN, text -> quantity(text, unit), "a quantity such as " + example);
    }

    /** A day as days since 1970-01-01; NaN where the key is absent. */
    double date(String key) {
        return parse(key, Double.NaN, YamlMap::day, "a day, such as 2024-04-10");
    }

    boolean truth(String key, boolean otherwise) {
        return parse(key, otherwise, YamlMap::truthOf, "true or false");
    }

    /** One of a few words, or {@code null} where the key is absent. */
    String choice(String key, List<String> words) {
        return parse(key, null, text -> words.contains(text) ? text : null, "one of " + String.join(", ", words));
    }

    /** The figure that stands under a key as {@code {value: 69B, status: estimated, source: key}}; may be absent. */
    Figure figure(String key, boolean date) {
        asked.add(key);
        Node at = values.get(key);
        if (at == null) {
            return null;
        }
        YamlMap map = file.map(at);
        if (map == null) {
            return Figure.absent(place());
        }
        double value = date ? map.date("value") : map.number("value");
        if (value <= 0 && !date) {
            file.fault(at, key + " must be above 0");
        }
        String word = map.choice("status", List.of("reported", "estimated", "undisclosed"));
        String source = map.text("source");
        map.close();
        FigureStatus status = FigureStatus.REPORTED;
        for (FigureStatus each : FigureStatus.values()) {
            status = each.word().equals(word) ? each : status;
        }
        return new Figure(value, status, source, file.place(at));
    }

    /** The list of mappings under a key; empty where the key is absent. */
    List<YamlMap> list(String key) {
        asked.add(key);
        Node at = values.get(key);
        return at == null ? List.of() : file.list(at);
    }

    private <T> T parse(String key, T absent, Function<String, T> parser, String expected) {
        ScalarNode scalar = scalar(key);
        if (scalar == null) {
            return absent;
        }
        T value = parser.apply(scalar.getValue());
        if (value == null) {
            file.fault(scalar, "'" + scalar.getValue() + "' is not " + expected);
            return absent;
        }
        return value;
    }

    private ScalarNode scalar(String key) {
        asked.add(key);
        Node at = values.get(key);
        if (at == null) {
            return null;
        }
        if (!(at instanceof ScalarNode scalar)) {
            file.fault(at, "expected one value for '" + key + "'");
            return null;
        }
        if (scalar.getValue().isEmpty()) {
            file.fault(keys.get(key), "'" + key + "' has no value", "leave the key out where nothing is known");
            return null;
        }
        return scalar;
    }

    private void missing(String key) {
        file.fault(node, "key '" + key + "' is missing");
    }

    /** Exact to the last digit written, then rounded once to the nearest double; {@code null} if it is no number. */
    private static Double decimal(String text) {
        int power = text.isEmpty() ? -1 : "kMBT".indexOf(text.charAt(text.length() - 1));
        String digits = power < 0 ? text : text.substring(0, text.length() - 1);
        for (int i = 0; i < digits.length(); i++) {
            char c = digits.charAt(i);
            boolean allowed = c >= '0' && c <= '9' || c == '.' || c == '-' || c == '+' || c == 'e' && power < 0;
            if (!allowed) {
                return null;
            }
        }
        try {
            double value = new BigDecimal(digits).scaleByPowerOfTen(3 * (power + 1)).doubleValue();
            return Double.isInfinite(value) ? null : value;
        } catch (NumberFormatException | ArithmeticException none) {
            return null;
        }
    }

    private static Double quantity(String text, Unit unit) {
        int space = text.indexOf(' ');
        ScaledUnit scaled = space < 0 ? null : Units.parse(text.substring(space + 1));
        Double number = scaled == null || !scaled.unit().equals(unit) ? null : decimal(text.substring(0, space));
        if (number == null || number <= 0) {
            return null;
        }
        double value = new BigDecimal(text.substring(0, space)).multiply(new BigDecimal(scaled.factor())).doubleValue();
        return Double.isInfinite(value) ? null : value;
    }

    private static Double day(String text) {
        try {
            return Dates.days(LocalDate.parse(text));
        } catch (DateTimeException none) {
            return null;
        }
    }

    private static Boolean truthOf(String text) {
        return text.equals("true") ? Boolean.TRUE : text.equals("false") ? Boolean.FALSE : null;
    }
}
