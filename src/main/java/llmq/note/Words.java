package llmq.note;

import java.util.List;
import llmq.value.NumberText;

/** Small turns of phrase that several rules share. */
final class Words {
    private Words() {
    }

    /** {@code a}, {@code a and b}, {@code a, b and c}; beyond {@code most}, {@code a, b and 3 more}. */
    static String list(List<String> words, int most) {
        int shown = words.size() <= most ? words.size() : most - 1;
        StringBuilder out = new StringBuilder(words.get(0));
        for (int i = 1; i < shown; i++) {
            boolean last = i == words.size() - 1;
            out.append(last ? " and " : ", ").append(words.get(i));
        }
        return shown == words.size() ? out.toString() : out + " and " + (words.size() - shown) + " more";
    }

    /** The number of decimals given, cut towards zero, so that 0.9996 never reads as 1. */
    static String cut(double value, int decimals) {
        double factor = Math.pow(10, decimals);
        double whole = value * factor;
        return NumberText.exact((whole < 0 ? Math.ceil(whole) : Math.floor(whole)) / factor);
    }
}
