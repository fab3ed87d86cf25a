package llmq.load;

/**
 * Numbers as files have them: {@code 3T}, {@code 70B}, {@code 1_000}, {@code 1,000}, {@code 70%}, {@code 1e24}. What
 * stands for a power of ten, a suffix or the unit of a column, moves the decimal point before anything is rounded, so
 * that 0.57 in {@code Ttokens} is 570000000000 exactly.
 */
final class NumberReader {
    private static final int MOST_DIGITS = 19;
    private static final int MOST_EXPONENT = 100_000;

    private NumberReader() {
    }

    /**
     * The number times 10^scale, NaN where the text, which has no blanks around it, is no number or no finite one. A
     * percent sign says that the number is a percentage whatever the column's scale.
     */
    static double read(char[] buffer, int from, int to, int scale) {
        int at = from;
        boolean negative = false;
        if (at < to && (buffer[at] == '-' || buffer[at] == '+' || buffer[at] == '\u2212')) {
            negative = buffer[at] != '+';
            at++;
        }
        int start = at;
        long digits = 0;
        int significant = 0;
        int seen = 0;
        int fraction = 0;
        boolean point = false;
        for (; at < to; at++) {
            char c = buffer[at];
            int digit = c - '0';
            if (digit >= 0 && digit <= 9) {
                digits = digits * 10 + digit;
                seen++;
                if (significant > 0 || digit != 0) {
                    significant++;
                }
                if (point) {
                    fraction++;
                }
            } else if (c == '.' && !point) {
                point = true;
            } else if ((c == ',' || c == '_') && !point && seen > 0) {
                return separated(buffer, from, to, scale);
            } else {
                break;
            }
        }
        if (seen == 0) {
            return Double.NaN;
        }
        int end = at;
        int exponent = 0;
        boolean percent = false;
        if (at < to) {
            char c = buffer[at];
            if (c == 'e' || c == 'E') {
                int sign = 1;
                at++;
                if (at < to && (buffer[at] == '-' || buffer[at] == '+')) {
                    sign = buffer[at] == '-' ? -1 : 1;
                    at++;
                }
                if (at == to) {
                    return Double.NaN;
                }
                for (; at < to; at++) {
                    int digit = buffer[at] - '0';
                    if (digit < 0 || digit > 9) {
                        return Double.NaN;
                    }
                    exponent = Math.min(exponent * 10 + digit, MOST_EXPONENT);
                }
                exponent *= sign;
            } else {
                at = Slices.skipBlanks(buffer, at, to);
                int suffix = at == to - 1 ? suffix(buffer[at]) : -1;
                if (suffix < 0) {
                    return Double.NaN;
                }
                exponent = suffix;
                percent = buffer[at] == '%';
            }
        }
        exponent += percent ? 0 : scale;
        double value = significant <= MOST_DIGITS ? DecimalToDouble.of(digits, exponent - fraction)
                : Double.parseDouble(new String(buffer, start, end - start) + "E" + exponent);
        if (value == Double.POSITIVE_INFINITY) {
            return Double.NaN;
        }
        return negative ? -value : value;
    }

    /** The power of ten that a suffix stands for, −1 where it is none. */
    private static int suffix(char c) {
        switch (c) {
            case '%':
                return 0;
            case 'k':
            case 'K':
                return 3;
            case 'M':
                return 6;
            case 'B':
                return 9;
            case 'T':
                return 12;
            default:
                return -1;
        }
    }

    /** Takes out separators that stand where they should: commas before groups of three, a _ between two digits. */
    private static double separated(char[] buffer, int from, int to, int scale) {
        char[] plain = new char[to - from];
        int length = 0;
        int group = -1;
        int run = 0;
        boolean whole = true;
        for (int i = from; i < to; i++) {
            char c = buffer[i];
            boolean digit = c >= '0' && c <= '9';
            if (whole && c == ',') {
                boolean right = group < 0 ? run >= 1 && run <= 3 : run == 3;
                if (!right || group == '_') {
                    return Double.NaN;
                }
                group = ',';
                run = 0;
            } else if (whole && c == '_') {
                boolean between = run > 0 && i + 1 < to && buffer[i + 1] >= '0' && buffer[i + 1] <= '9';
                if (!between || group == ',') {
                    return Double.NaN;
                }
                group = '_';
                run = 0;
            } else {
                boolean sign = i == from && !digit;
                if (whole && !digit && !sign) {
                    whole = false;
                    if (group == ',' && run != 3) {
                        return Double.NaN;
                    }
                }
                run += digit ? 1 : 0;
                plain[length++] = c;
            }
        }
        if (whole && group == ',' && run != 3) {
            return Double.NaN;
        }
        for (int i = 0; i < length; i++) {
            if (plain[i] == ',' || plain[i] == '_') {
                return Double.NaN;
            }
        }
        return read(plain, 0, length, scale);
    }
}
