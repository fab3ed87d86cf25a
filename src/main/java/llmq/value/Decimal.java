package llmq.value;

/**
 * A finite number in decimal: its digits, and where the point stands. Made from the shortest decimal that reads back
 * as the same double, so that shifting it by a power of ten and rounding it add no noise of binary fractions.
 *
 * <p>The value is 0.d1d2d3… · 10^point; no digit at either end is zero; zero has no digits.
 */
final class Decimal {
    /** Before Java 19 the text of a double could be longer than need be: 8.409999999999999E21 for 8.41E21. */
    private static final boolean WORDY = Runtime.version().feature() < 19;
    private static final Decimal ZERO = new Decimal(false, "", 0, true);

    private final boolean negative;
    private final String digits;
    private final int point;
    private final boolean exact;

    private Decimal(boolean negative, String digits, int point, boolean exact) {
        this.negative = negative;
        this.digits = digits;
        this.point = point;
        this.exact = exact;
    }

    /** The number of a finite double; −0 is 0. */
    static Decimal of(double value) {
        return value == 0 ? ZERO : read(Double.toString(Math.abs(value)), value < 0).shortest(value);
    }

    /** The same where the last digit or two will be rounded away: may have one too many, but is cheaper to make. */
    static Decimal toBeRounded(double value) {
        if (value == 0) {
            return ZERO;
        }
        Decimal decimal = read(Double.toString(Math.abs(value)), value < 0);
        int length = decimal.digits.length();
        boolean ends = length > 15 && (decimal.digits.startsWith("999", length - 4)
                || decimal.digits.startsWith("000", length - 4));
        return ends || length == 2 ? decimal.shortest(value) : decimal;
    }

    private Decimal shortest(double value) {
        int length = digits.length();
        // In every version the very smallest have two digits where one would do.
        int least = length == 2 && Math.abs(value) < 1e-300 ? 1 : WORDY && length > 15 ? 15 : length;
        for (int count = least; count < length; count++) {
            Decimal shorter = significant(count);
            if (Double.parseDouble(shorter.scientific()) == value) {
                return shorter.asExact();
            }
        }
        return this;
    }

    private static Decimal read(String text, boolean negative) {
        int mark = text.indexOf('E');
        int end = mark < 0 ? text.length() : mark;
        int exponent = mark < 0 ? 0 : Integer.parseInt(text, mark + 1, text.length(), 10);
        int dot = text.indexOf('.');
        String all = text.substring(0, dot) + text.substring(dot + 1, end);
        int first = 0;
        while (all.charAt(first) == '0') {
            first++;
        }
        return trimmed(negative, all.substring(first), dot - first + exponent, true);
    }

    private static Decimal trimmed(boolean negative, String digits, int point, boolean exact) {
        int end = digits.length();
        while (end > 0 && digits.charAt(end - 1) == '0') {
            end--;
        }
        return end == 0 ? ZERO : new Decimal(negative, digits.substring(0, end), point, exact);
    }

    private Decimal asExact() {
        return new Decimal(negative, digits, point, true);
    }

    boolean isZero() {
        return digits.isEmpty();
    }

    /** Whether nothing was rounded away. */
    boolean isExact() {
        return exact;
    }

    boolean isWhole() {
        return digits.length() <= point;
    }

    /** The power of ten of the first digit: 2 for 123. */
    int exponent() {
        return point - 1;
    }

    /** This number times 10^power. */
    Decimal shift(int power) {
        return isZero() ? this : new Decimal(negative, digits, point + power, exact);
    }

    /** Rounded to this many significant digits, a half away from zero. */
    Decimal significant(int count) {
        if (count >= digits.length()) {
            return this;
        }
        if (count < 0) {
            return ZERO;
        }
        boolean up = digits.charAt(count) >= '5';
        char[] kept = digits.substring(0, count).toCharArray();
        int i = count - 1;
        while (up && i >= 0) {
            up = kept[i] == '9';
            kept[i] = up ? '0' : (char) (kept[i] + 1);
            i--;
        }
        return up ? trimmed(negative, "1" + new String(kept), point + 1, false)
                : trimmed(negative, new String(kept), point, false);
    }

    /** Rounded to this many digits after the point, a half away from zero. */
    Decimal decimals(int count) {
        return significant(point + count);
    }

    /** Without exponent, with at least so many digits after the point: {@code 0.00042}. */
    String plain(int decimals) {
        StringBuilder out = new StringBuilder();
        plain(out, decimals);
        return out.toString();
    }

    void plain(StringBuilder out, int decimals) {
        if (negative) {
            out.append('-');
        }
        int length = digits.length();
        if (point <= 0) {
            out.append('0');
        } else if (length <= point) {
            out.append(digits);
            zeros(out, point - length);
        } else {
            out.append(digits, 0, point);
        }
        int after = isZero() ? 0 : Math.max(0, length - point);
        int wanted = Math.max(after, decimals);
        if (wanted > 0) {
            out.append('.');
            if (after > 0) {
                zeros(out, Math.max(0, -point));
                out.append(digits, Math.max(0, point), length);
            }
            zeros(out, wanted - after);
        }
    }

    /** With an exponent: {@code 1.2e24}. */
    String scientific() {
        return scientific(1);
    }

    /** With an exponent and at least so many digits. */
    String scientific(int atLeast) {
        StringBuilder out = new StringBuilder();
        if (negative) {
            out.append('-');
        }
        out.append(isZero() ? '0' : digits.charAt(0));
        if (Math.max(digits.length(), atLeast) > 1) {
            out.append('.').append(digits, Math.min(1, digits.length()), digits.length());
            zeros(out, atLeast - Math.max(1, digits.length()));
        }
        return out.append('e').append(exponent()).toString();
    }

    private static void zeros(StringBuilder out, int count) {
        for (int i = 0; i < count; i++) {
            out.append('0');
        }
    }
}
