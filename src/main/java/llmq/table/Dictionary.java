package llmq.table;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/** The distinct texts of a column; a cell holds the position of its text, or {@link #UNKNOWN}. */
public final class Dictionary {
    public static final int UNKNOWN = -1;

    private final String[] values;

    private Dictionary(String[] values) {
        this.values = values;
    }

    public static Dictionary of(String... values) {
        return new Dictionary(values.clone());
    }

    public int size() {
        return values.length;
    }

    public String value(int code) {
        return values[code];
    }

    /** For each code its place in the order of the texts, so that comparing places compares texts. */
    public int[] places() {
        Integer[] codes = new Integer[values.length];
        Arrays.setAll(codes, i -> i);
        Arrays.sort(codes, (a, b) -> values[a].compareTo(values[b]));
        int[] places = new int[values.length];
        for (int place = 0; place < codes.length; place++) {
            places[codes[place]] = place;
        }
        return places;
    }

    /** Collects texts and gives each a code. Not safe for use by several threads. */
    public static final class Builder {
        private final Map<String, Integer> codes = new HashMap<>();
        private String[] values = new String[16];

        /** The code of a text, new or known; {@link #UNKNOWN} for {@code null}. */
        public int code(String value) {
            if (value == null) {
                return UNKNOWN;
            }
            Integer known = codes.get(value);
            if (known != null) {
                return known;
            }
            int code = codes.size();
            if (code == values.length) {
                values = Arrays.copyOf(values, code * 2);
            }
            values[code] = value;
            codes.put(value, code);
            return code;
        }

        public Dictionary build() {
            return new Dictionary(Arrays.copyOf(values, codes.size()));
        }
    }
}
