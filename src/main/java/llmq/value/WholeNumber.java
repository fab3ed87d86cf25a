package llmq.value;

/** Whole numbers as options, settings and the environment give them. */
public final class WholeNumber {
    private static final int MOST_DIGITS = 6;

    private WholeNumber() {
    }

    /** A whole number of at most six digits, without a sign; −1 where the text is none. */
    public static int of(String text) {
        if (text.isEmpty() || text.length() > MOST_DIGITS) {
            return -1;
        }
        int number = 0;
        for (int i = 0; i < text.length(); i++) {
            int digit = text.charAt(i) - '0';
            if (digit < 0 || digit > 9) {
                return -1;
            }
            number = number * 10 + digit;
        }
        return number;
    }
}
