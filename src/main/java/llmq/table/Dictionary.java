package llmq.table;

import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;

/** The distinct texts of a column; a cell holds the position of its text, or {@link #UNKNOWN}. */
public final class Dictionary {
    public static final int UNKNOWN = -1;

    /** Distinct texts held in a form of their own, each made a {@code String} when asked for; never changed. */
    public interface Texts {
        int size();

        String value(int code);
    }

    /** {@code null} where {@link #texts} holds them. */
    private final String[] values;
    private final Texts texts;

    private Dictionary(String[] values, Texts texts) {
        this.values = values;
        this.texts = texts;
    }

    /** A dictionary of these texts, no two of them alike, whose codes are their places. */
    public static Dictionary of(String... values) {
        return new Dictionary(values.clone(), null);
    }

    /** For millions of texts, which as objects would take several times the space. */
    public static Dictionary of(Texts texts) {
        return new Dictionary(null, texts);
    }

    public int size() {
        return values != null ? values.length : texts.size();
    }

    /** The text of a code, which is known. */
    public String value(int code) {
        return values != null ? values[code] : texts.value(code);
    }

    /** For each code its place in the order of the texts, so that comparing places compares texts. */
    public int[] places() {
        int size = size();
        String[] all = new String[size];
        Integer[] codes = new Integer[size];
        for (int code = 0; code < size; code++) {
            all[code] = value(code);
            codes[code] = code;
        }
        Arrays.sort(codes, new Comparator<>() {
            @Override
            public int compare(Integer a, Integer b) {
                return all[a].compareTo(all[b]);
            }
        });
        int[] places = new int[size];
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
            return new Dictionary(Arrays.copyOf(values, codes.size()), null);
        }
    }
}
