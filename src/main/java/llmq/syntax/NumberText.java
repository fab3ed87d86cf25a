package llmq.syntax;

/** How numbers are written: {@code 3T 70B 500M 40k 1e24 1_000 1.5e3 .5}. */
final class NumberText {
    private NumberText() {
    }

    /** The value of a number, exact to the last bit; infinite where it is out of range. */
    static double value(String number) {
        StringBuilder digits = new StringBuilder(number.length() + 3);
        for (int i = 0; i < number.length(); i++) {
            if (number.charAt(i) != '_') {
                digits.append(number.charAt(i));
            }
        }
        int last = digits.length() - 1;
        int power = power(digits.charAt(last));
        if (power > 0) {
            // Through text, since 3.3 times 1e12 is not the number nearest to 3.3e12.
            digits.setLength(last);
            digits.append('e').append(power);
        }
        return Double.parseDouble(digits.toString());
    }

    private static int power(char suffix) {
        return switch (suffix) {
            case 'k', 'K' -> 3;
            case 'M' -> 6;
            case 'B' -> 9;
            case 'T' -> 12;
            default -> 0;
        };
    }

    /** How many characters from the start of {@code text} make its longest number with, or without, a suffix. */
    static int length(String text, boolean withSuffix) {
        int at = digits(text, 0);
        if (at < text.length() && text.charAt(at) == '.') {
            int end = digits(text, at + 1);
            at = end > at + 1 ? end : at;
        }
        if (at == 0) {
            return 0;
        }
        if (at < text.length() && (text.charAt(at) == 'e' || text.charAt(at) == 'E')) {
            int end = digits(text, at + 1);
            if (end > at + 1) {
                return end;
            }
        }
        return withSuffix && at < text.length() && power(text.charAt(at)) > 0 ? at + 1 : at;
    }

    private static int digits(String text, int from) {
        int at = from;
        while (at < text.length()) {
            char c = text.charAt(at);
            boolean separator = c == '_' && at > from && at + 1 < text.length() && isDigit(text.charAt(at + 1))
                    && isDigit(text.charAt(at - 1));
            if (!isDigit(c) && !separator) {
                break;
            }
            at++;
        }
        return at;
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }
}
