package llmq.load;

/** Dates as files have them: {@code 2024-04-10}, with or without a time after it, and {@code 2024-04}. */
final class DateReader {
    private static final int[] DAYS_BEFORE = {0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334, 365};
    private static final int DAYS_TO_1970 = 719_528;

    private DateReader() {
    }

    /**
     * Days since 1970-01-01, NaN where the text is no date. A month is its first day, and of a date with a time the
     * date is kept as written, whatever the time zone.
     */
    static double read(char[] buffer, int from, int to) {
        int length = to - from;
        if (length < 7 || buffer[from + 4] != '-') {
            return Double.NaN;
        }
        int year = digits(buffer, from, 4);
        int month = digits(buffer, from + 5, 2);
        if (year < 0 || month < 1 || month > 12) {
            return Double.NaN;
        }
        if (length == 7) {
            return days(year, month, 1);
        }
        if (length < 10 || buffer[from + 7] != '-') {
            return Double.NaN;
        }
        int day = digits(buffer, from + 8, 2);
        boolean leap = isLeap(year);
        int last = DAYS_BEFORE[month] - DAYS_BEFORE[month - 1] + (leap && month == 2 ? 1 : 0);
        if (day < 1 || day > last || length > 10 && !isTime(buffer, from + 10, to)) {
            return Double.NaN;
        }
        return days(year, month, day);
    }

    private static boolean isTime(char[] buffer, int from, int to) {
        if (buffer[from] != 'T' && buffer[from] != ' ' || to - from < 6) {
            return false;
        }
        int hour = digits(buffer, from + 1, 2);
        int minute = digits(buffer, from + 4, 2);
        if (hour < 0 || hour > 24 || buffer[from + 3] != ':' || minute < 0 || minute > 59) {
            return false;
        }
        for (int i = from + 6; i < to; i++) {
            char c = buffer[i];
            boolean part = c >= '0' && c <= '9' || c == ':' || c == '.' || c == ',' || c == '+' || c == '-' || c == 'Z'
                    || c == ' ' || c == 'U' || c == 'T' || c == 'C';
            if (!part) {
                return false;
            }
        }
        return true;
    }

    private static int digits(char[] buffer, int from, int count) {
        int value = 0;
        for (int i = from; i < from + count; i++) {
            int digit = buffer[i] - '0';
            if (digit < 0 || digit > 9) {
                return -1;
            }
            value = value * 10 + digit;
        }
        return value;
    }

    private static boolean isLeap(int year) {
        return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
    }

    private static double days(int year, int month, int day) {
        // Years before this one, from the year 0, which is a leap year itself.
        int leaps = year == 0 ? 0 : (year - 1) / 4 - (year - 1) / 100 + (year - 1) / 400 + 1;
        int ofYear = DAYS_BEFORE[month - 1] + day - 1 + (isLeap(year) && month > 2 ? 1 : 0);
        return year * 365.0 + leaps + ofYear - DAYS_TO_1970;
    }
}
