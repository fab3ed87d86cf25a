package llmq.text;

/**
 * Texts from outside, made fit for a terminal: a character that would move the cursor, change colours or turn the
 * direction of writing is shown as an escape ({@code \n}, {@code \x1b}) instead of being sent.
 */
public final class SafeText {
    private SafeText() {
    }

    /** The text with every unsafe character made visible. */
    public static String of(String text) {
        return of(text, "");
    }

    /** The same, but line ends stay. */
    public static String lines(String text) {
        return of(text, "\n");
    }

    /** The same, but line ends and tabs stay, as they part cells. */
    public static String cells(String text) {
        return of(text, "\n\t");
    }

    private static String of(String text, String kept) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (isSuspect(c) && kept.indexOf(c) < 0) {
                return escaped(text, kept);
            }
        }
        return text;
    }

    private static boolean isSuspect(char c) {
        return c < ' ' || c > '~' && (c < 0xA0 || c >= 0x2028 && isUnsafe(c)) || Character.isSurrogate(c);
    }

    private static String escaped(String text, String kept) {
        StringBuilder out = new StringBuilder(text.length() + 16);
        int i = 0;
        while (i < text.length()) {
            int character = text.codePointAt(i);
            boolean unsafe = isUnsafe(character) && kept.indexOf(character) < 0;
            if (unsafe) {
                appendEscape(out, character);
            } else {
                out.appendCodePoint(character);
            }
            i += Character.charCount(character);
        }
        return out.toString();
    }

    /** Whether a character does something to a terminal, or to how others are read, rather than be seen. */
    public static boolean isUnsafe(int character) {
        return character < ' ' || character >= 0x7F && character < 0xA0
                || character >= 0x2028 && character <= 0x202E || character >= 0x2066 && character <= 0x2069
                || character >= Character.MIN_SURROGATE && character <= Character.MAX_SURROGATE;
    }

    /** Writes a character by its name in a string, or by its number. */
    public static void appendEscape(StringBuilder out, int character) {
        switch (character) {
            case '\n' -> out.append("\\n");
            case '\r' -> out.append("\\r");
            case '\t' -> out.append("\\t");
            case 0 -> out.append("\\0");
            default -> {
                out.append(character < 0x100 ? "\\x" : "\\u");
                for (int shift = character < 0x100 ? 4 : 12; shift >= 0; shift -= 4) {
                    out.append(Character.forDigit(character >> shift & 15, 16));
                }
            }
        }
    }
}
