package llmq.plot;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import llmq.value.Dates;

/** The ticks of an axis of days: the starts of years, quarters or months, or days where it is as short as that. */
final class TimeTicks {
    /** Months from one text to the next, and in the same place from one mark without text to the next. */
    private static final int[] MONTHS = {1, 2, 3, 6, 12, 24, 60, 120, 240, 600, 1200, 2400, 6000, 12_000, 24_000, 60_000, 120_000, 480_000};
    private static final int[] MINOR = {0, 1, 1, 3, 3, 12, 12, 24, 60, 120, 240, 600, 1200, 2400, 6000, 12_000, 24_000, 120_000};
    private static final int[] DAYS = {1, 2, 7, 14};
    private static final int YEAR = 12;
    /** The ends of what dates are written for. */
    private static final double FARTHEST = 3_000_000;

    private TimeTicks() {
    }

    static List<Tick> of(Axis axis, int most) {
        double low = Math.max(-FARTHEST, axis.low());
        double high = Math.min(FARTHEST, axis.high());
        if (!(low < high)) {
            return List.of();
        }
        long firstMonth = month(Dates.date(Math.ceil(low)).minusDays(1)) + 1;
        long lastMonth = month(Dates.date(Math.floor(high)));
        if (lastMonth - firstMonth < 1) {
            return days(low, high, most);
        }
        int kind = 0;
        while (kind < MONTHS.length - 1 && count(firstMonth, lastMonth, MONTHS[kind]) > most) {
            kind++;
        }
        // An odd text tells more than none.
        while (kind > 0 && count(firstMonth, lastMonth, MONTHS[kind]) < 1
                && count(firstMonth, lastMonth, MONTHS[kind - 1]) <= most) {
            kind--;
        }
        return months(firstMonth, lastMonth, MONTHS[kind], MINOR[kind]);
    }

    private static long count(long first, long last, int step) {
        return Math.floorDiv(last, step) - Math.floorDiv(first - 1, step);
    }

    private static List<Tick> months(long first, long last, int step, int minor) {
        List<Tick> ticks = new ArrayList<>();
        int part = minor > 0 ? minor : step;
        for (long month = part * -Math.floorDiv(-first, (long) part); month <= last; month += part) {
            boolean major = Math.floorMod(month, (long) step) == 0;
            int year = (int) Math.floorDiv(month, (long) YEAR);
            int ofYear = (int) Math.floorMod(month, (long) YEAR) + 1;
            String text = !major ? "" : step >= YEAR ? Integer.toString(year)
                    : year + (ofYear < 10 ? "-0" : "-") + ofYear;
            ticks.add(new Tick(Dates.days(LocalDate.of(year, ofYear, 1)), text));
        }
        return ticks;
    }

    private static List<Tick> days(double low, double high, int most) {
        long first = (long) Math.ceil(low);
        long last = (long) Math.floor(high);
        long step = Math.max(1, (last - first) / 2);
        for (int i = DAYS.length - 1; i >= 0; i--) {
            step = (last - first) / DAYS[i] + 1 <= most ? DAYS[i] : step;
        }
        List<Tick> ticks = new ArrayList<>();
        for (long day = first; day <= last; day++) {
            boolean major = (day - first) % step == 0 && (day - first) / step < most;
            if (major || last - first <= 31) {
                ticks.add(new Tick(day, major ? Dates.format(day) : ""));
            }
        }
        return ticks;
    }

    /** Months since the year 0. */
    private static long month(LocalDate date) {
        return YEAR * (long) date.getYear() + date.getMonthValue() - 1;
    }
}
