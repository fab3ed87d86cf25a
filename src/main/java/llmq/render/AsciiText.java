package llmq.render;

/** Sentences and formulas for a screen that has ASCII only: their signs are spelled, letters of names stay. */
final class AsciiText {
    private static final String SUPERSCRIPTS = "⁰¹²³⁴⁵⁶⁷⁸⁹⁻";
    private static final String DIGITS = "0123456789-";

    private AsciiText() {
    }

    static String of(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) > '~') {
                return spelled(text);
            }
        }
        return text;
    }

    private static String spelled(String text) {
        StringBuilder out = new StringBuilder(text.length() + 16);
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            int power = SUPERSCRIPTS.indexOf(c);
            if (power >= 0) {
                // R² is R2, but 10² is not 102.
                boolean raised = i > 0 && (Character.isDigit(text.charAt(i - 1)) || text.charAt(i - 1) == ')');
                out.append(raised ? "^" : "").append(DIGITS.charAt(power));
            } else {
                String sign = sign(c);
                out.append(sign == null ? String.valueOf(c) : sign);
            }
        }
        return out.toString();
    }

    /** The sign in ASCII, or {@code null} if it is none of those that sentences use. */
    private static String sign(char c) {
        return switch (c) {
            case '·' -> "*";
            case '×' -> "x";
            case '−', '–', '—' -> "-";
            case '±' -> "+/-";
            case '≈' -> "~";
            case '≤' -> "<=";
            case '≥' -> ">=";
            case '≠' -> "!=";
            case '→' -> "->";
            case '…' -> "...";
            case '√' -> "sqrt ";
            case 'α' -> "alpha";
            case 'β' -> "beta";
            case '“', '”' -> "\"";
            case '‘', '’' -> "'";
            case '\u00a0', '\u2009', '\u202f' -> " ";
            default -> null;
        };
    }
}
