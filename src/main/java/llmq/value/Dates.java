package llmq.value;

import java.time.LocalDate;

/** Dates as the engine holds them: whole days since 1970-01-01, in a double whose NaN is “unknown”. */
public final class Dates {
    /** Days from the first of March of the year 0 to 1970-01-01. */
    private static final int FIRST_OF_MARCH_IN_YEAR_0 = 719_468;

    private Dates() {
    }

    /**
     * Counted here by the calendar's 400-year cycle, years beginning in March so that a leap day comes last: the date's
     * own count readies, from Java 24 on, formats that a cold start pays for.
     */
    public static double days(LocalDate date) {
        int month = (date.getMonthValue() + 9) % 12;
        long year = date.getYear() - (month > 9 ? 1 : 0);
        long leapDays = Math.floorDiv(year, 4) - Math.floorDiv(year, 100) + Math.floorDiv(year, 400);
        // Months from March on: 31 30 31 30 31, twice, then 31 and February.
        int before = (153 * month + 2) / 5;
        return 365 * year + leapDays + before + date.getDayOfMonth() - 1 - FIRST_OF_MARCH_IN_YEAR_0;
    }

    public static LocalDate date(double days) {
        return LocalDate.ofEpochDay((long) days);
    }

    /** The last day of the month that a day lies in. Without YearMonth, whose class readies formats at a cost. */
    public static LocalDate endOfMonth(LocalDate day) {
        return day.withDayOfMonth(daysInMonth(day.getYear(), day.getMonthValue()));
    }

    /** How many days a month has, from 28 to 31. */
    public static int daysInMonth(int year, int month) {
        if (month == 2) {
            return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28;
        }
        return month == 4 || month == 6 || month == 9 || month == 11 ? 30 : 31;
    }

    /** ISO 8601: {@code 2024-04-10}. */
    public static String format(double days) {
        return date(days).toString();
    }
}
