package llmq.load;

/** Questions about a cell that is still a stretch of characters in a parser's buffer. */
final class Slices {
    private static final char NO_BREAK_SPACE = '\u00a0';

    private Slices() {
    }

    static boolean isBlank(char c) {
        return c <= ' ' || c == NO_BREAK_SPACE;
    }

    static int skipBlanks(char[] buffer, int from, int to) {
        int start = from;
        while (start < to && isBlank(buffer[start])) {
            start++;
        }
        return start;
    }

    static int dropBlanks(char[] buffer, int from, int to) {
        int end = to;
        while (end > from && isBlank(buffer[end - 1])) {
            end--;
        }
        return end;
    }

    /** Whether the whole cell is one of the ways to say that nothing is known: empty, NA, N/A, null, NaN, - or ?. */
    static boolean isUnknown(char[] buffer, int from, int to) {
        switch (to - from) {
            case 0:
                return true;
            case 1:
                char c = buffer[from];
                return c == '-' || c == '?' || c == '–' || c == '—';
            case 2:
                return is(buffer, from, "na");
            case 3:
                return is(buffer, from, "n/a") || is(buffer, from, "nan");
            case 4:
                return is(buffer, from, "null");
            default:
                return false;
        }
    }

    /** Whether the text at {@code from}, which must be as long, is this lower-case word without regard to case. */
    static boolean is(char[] buffer, int from, String word) {
        for (int i = 0; i < word.length(); i++) {
            char c = buffer[from + i];
            char lower = c >= 'A' && c <= 'Z' ? (char) (c + ('a' - 'A')) : c;
            if (lower != word.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    /** 1 for true, 0 for false, −1 for neither. */
    static int truth(char[] buffer, int from, int to) {
        if (to - from == 4 && is(buffer, from, "true")) {
            return 1;
        }
        return to - from == 5 && is(buffer, from, "false") ? 0 : -1;
    }
}
