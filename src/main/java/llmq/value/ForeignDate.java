package llmq.value;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Dates as people write them: {@code April 24, 2024}, {@code 24-04-2024}, {@code 4/24/2024}. */
public final class ForeignDate {
    private static final List<String> MONTHS = List.of("january", "february", "march", "april", "may", "june", "july",
            "august", "september", "october", "november", "december");
    private static final int SHORT = 3;

    private ForeignDate() {
    }

    /**
     * As llmq writes it, {@code 2024-04-24} or {@code 2024-04}.
     *
     * @return {@code null} for no date, or for one of which nobody can tell the day from the month
     */
    public static String iso(String written) {
        List<String> parts = parts(written);
        if (parts.size() < 2 || parts.size() > 3) {
            return null;
        }
        int year = 0;
        int month = 0;
        List<Integer> others = new ArrayList<>();
        for (String part : parts) {
            int named = month(part);
            int number = named > 0 ? 0 : number(part);
            if (named > 0 && month == 0) {
                month = named;
            } else if (number >= 1900 && number < 2200 && year == 0) {
                year = number;
            } else if (number > 0 && number <= 31) {
                others.add(number);
            } else {
                return null;
            }
        }
        if (month == 0 && !others.isEmpty()) {
            int at = monthAmong(others, number(parts.get(0)) == year);
            month = at < 0 ? 0 : others.remove(at);
        }
        int day = others.isEmpty() ? 1 : others.get(0);
        if (year == 0 || month < 1 || month > 12 || others.size() > 1 || day > Dates.daysInMonth(year, month)) {
            return null;
        }
        return year + two(month) + (others.isEmpty() ? "" : two(day));
    }

    /** From 1 on; 0 for no month's name, and of short ones those of three letters. */
    public static int month(String word) {
        String lower = word.toLowerCase(Locale.ROOT);
        for (int i = 0; i < MONTHS.size(); i++) {
            String month = MONTHS.get(i);
            boolean brief = lower.length() == SHORT && month.startsWith(lower) || i == 8 && lower.equals("sept");
            if (brief || lower.equals(month)) {
                return i + 1;
            }
        }
        return 0;
    }

    /** Which of one or two numbers is the month; −1 where either may be. */
    private static int monthAmong(List<Integer> numbers, boolean yearFirst) {
        if (numbers.size() == 1 || yearFirst || numbers.get(0).equals(numbers.get(1))) {
            return 0;
        }
        boolean first = numbers.get(0) <= 12;
        boolean second = numbers.get(1) <= 12;
        return first == second ? -1 : first ? 0 : 1;
    }

    private static String two(int number) {
        return (number < 10 ? "-0" : "-") + number;
    }

    private static List<String> parts(String written) {
        List<String> parts = new ArrayList<>();
        StringBuilder part = new StringBuilder();
        for (int i = 0; i <= written.length(); i++) {
            if (i < written.length() && Character.isLetterOrDigit(written.charAt(i))) {
                part.append(written.charAt(i));
            } else if (part.length() > 0) {
                if (!part.toString().equals("of")) {
                    parts.add(part.toString());
                }
                part.setLength(0);
            }
        }
        return parts;
    }

    /** Of digits, with or without the ending of {@code 24th}; 0 for anything else. */
    private static int number(String part) {
        int digits = 0;
        while (digits < part.length() && part.charAt(digits) >= '0' && part.charAt(digits) <= '9') {
            digits++;
        }
        String ending = part.substring(digits).toLowerCase(Locale.ROOT);
        boolean number = digits > 0 && digits <= 4 && (ending.isEmpty() || ending.equals("st") || ending.equals("nd")
                || ending.equals("rd") || ending.equals("th"));
        return number ? Integer.parseInt(part.substring(0, digits)) : 0;
    }
}
