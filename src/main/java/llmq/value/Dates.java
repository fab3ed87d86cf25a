package llmq.value;

import java.time.LocalDate;

/** Dates as the engine holds them: whole days since 1970-01-01, in a double whose NaN is “unknown”. */
public final class Dates {
    private Dates() {
    }

    public static double days(LocalDate date) {
        return date.toEpochDay();
    }

    public static LocalDate date(double days) {
        return LocalDate.ofEpochDay((long) days);
    }

    /** The last day of the month that a day lies in. Without YearMonth, whose class readies formats at a cost. */
    public static LocalDate endOfMonth(LocalDate day) {
        return day.withDayOfMonth(day.lengthOfMonth());
    }

    /** ISO 8601: {@code 2024-04-10}. */
    public static String format(double days) {
        return date(days).toString();
    }
}
