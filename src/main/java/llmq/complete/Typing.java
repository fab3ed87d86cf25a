package llmq.complete;

import java.util.Locale;

/** The beginning of a word, and which words it may be the beginning of. */
final class Typing {
    private final String typed;

    private static final int TELLING = 3;

    /** @param typed without its quote */
    Typing(String typed) {
        this.typed = typed.toLowerCase(Locale.ROOT);
    }

    boolean isEmpty() {
        return typed.isEmpty();
    }

    /** Whether it is enough to tell words from each other. */
    boolean isLong() {
        return typed.length() >= TELLING;
    }

    boolean starts(String word) {
        return word.regionMatches(true, 0, typed, 0, typed.length());
    }

    /** Whether the text, or one of its words, starts so. */
    boolean startsWordOf(String text) {
        for (int i = 0; i + typed.length() <= text.length(); i++) {
            boolean start = i == 0 || !Character.isLetterOrDigit(text.charAt(i - 1));
            if (start && text.regionMatches(true, i, typed, 0, typed.length())) {
                return true;
            }
        }
        return false;
    }

    /** Whether a part of the name begins so, or, without regard to punctuation, some of it is so. */
    boolean within(String name) {
        return typed.isEmpty() || name.toLowerCase(Locale.ROOT).contains(typed)
                || folded(name).contains(folded(typed)) && !folded(typed).isEmpty();
    }

    private static String folded(String name) {
        StringBuilder folded = new StringBuilder(name.length());
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            if (Character.isLetterOrDigit(c) || c == '+') {
                folded.append(Character.toLowerCase(c));
            }
        }
        return folded.toString();
    }
}
