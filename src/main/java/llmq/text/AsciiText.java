package llmq.text;

import java.text.Normalizer;
import java.util.function.Predicate;

/** Sentences and formulas for a screen that has ASCII only: their signs are spelled, letters of names stay. */
public final class AsciiText {
    private static final String SUPERSCRIPTS = "⁰¹²³⁴⁵⁶⁷⁸⁹⁻";
    private static final String DIGITS = "0123456789-";

    private AsciiText() {
    }

    static String of(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) > '~') {
                return spelled(text, true);
            }
        }
        return text;
    }

    /**
     * The text in the characters that there are, ASCII at the least: signs are spelled, letters go without their
     * accents, and what is left is written as in {@code \\u4e2d}.
     */
    public static String in(String text, Predicate<CharSequence> has) {
        if (has.test(text)) {
            return text;
        }
        // Some have ³ and no ⁻: of a power all is spelled or nothing.
        String powers = hasPowers(text, has) ? text : spelled(text, false);
        StringBuilder out = new StringBuilder(text.length() + 16);
        int next;
        for (int i = 0; i < powers.length(); i = next) {
            next = powers.offsetByCodePoints(i, 1);
            String character = powers.substring(i, next);
            out.append(has.test(character) ? character : without(character, has));
        }
        return out.toString();
    }

    /** A number beside an axis: {@code 2·10²³} is {@code 2e23}. */
    public static String tick(String text) {
        int ten = text.indexOf("10");
        boolean power = ten >= 0 && text.length() > ten + 2 && SUPERSCRIPTS.indexOf(text.charAt(ten + 2)) >= 0
                && (ten == 0 || text.charAt(ten - 1) == '·');
        if (!power) {
            return of(text);
        }
        StringBuilder out = new StringBuilder(ten == 0 ? "1" : text.substring(0, ten - 1)).append('e');
        for (int i = ten + 2; i < text.length(); i++) {
            out.append(DIGITS.charAt(SUPERSCRIPTS.indexOf(text.charAt(i))));
        }
        return out.toString();
    }

    private static boolean hasPowers(String text, Predicate<CharSequence> has) {
        for (int i = 0; i < SUPERSCRIPTS.length(); i++) {
            String power = SUPERSCRIPTS.substring(i, i + 1);
            if (text.contains(power) && !has.test(power)) {
                return false;
            }
        }
        return true;
    }

    private static String without(String character, Predicate<CharSequence> has) {
        String spelled = spelled(character, true);
        if (!spelled.equals(character)) {
            return spelled;
        }
        StringBuilder out = new StringBuilder();
        Normalizer.normalize(character, Normalizer.Form.NFKD).codePoints().forEach(part -> {
            String letter = Character.toString(part);
            if (Character.getType(part) != Character.NON_SPACING_MARK) {
                out.append(has.test(letter) ? letter : "");
            }
        });
        if (out.length() == 0) {
            for (int i = 0; i < character.length(); i++) {
                SafeText.appendEscape(out, character.charAt(i));
            }
        }
        return out.toString();
    }

    /** @param signs whether others than powers are spelled, too */
    private static String spelled(String text, boolean signs) {
        StringBuilder out = new StringBuilder(text.length() + 16);
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            int power = SUPERSCRIPTS.indexOf(c);
            if (power >= 0) {
                // R² is R2, but 10² is not 102.
                boolean raised = i > 0 && (Character.isDigit(text.charAt(i - 1)) || text.charAt(i - 1) == ')');
                out.append(raised ? "^" : "").append(DIGITS.charAt(power));
            } else {
                String sign = signs ? sign(c) : null;
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
            case '─' -> "-";
            case '│' -> "|";
            case '┌', '┬', '┐', '├', '┼', '┤', '└', '┴', '┘' -> "+";
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
