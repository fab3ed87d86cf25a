package llmq.value;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import java.time.YearMonth;
import org.junit.jupiter.api.Test;

class DatesTest {

    @Test
    void daysAreThoseOfTheCalendar() {
        LocalDate end = LocalDate.of(2201, 1, 1);
        for (LocalDate day = LocalDate.of(1598, 1, 1); day.isBefore(end); day = day.plusDays(1)) {
            assertEquals(day.toEpochDay(), Dates.days(day), day.toString());
            assertEquals(day, Dates.date(Dates.days(day)));
        }
        for (int year : new int[] {-1, 0, 1, 4, 9999}) {
            assertEquals(LocalDate.of(year, 2, 28).toEpochDay(), Dates.days(LocalDate.of(year, 2, 28)));
            assertEquals(LocalDate.of(year, 3, 1).toEpochDay(), Dates.days(LocalDate.of(year, 3, 1)));
        }
    }

    @Test
    void monthsEndWhereTheyDo() {
        for (int year : new int[] {1900, 2000, 2023, 2024, 2100}) {
            for (int month = 1; month <= 12; month++) {
                YearMonth whole = YearMonth.of(year, month);
                assertEquals(whole.lengthOfMonth(), Dates.daysInMonth(year, month));
                assertEquals(whole.atEndOfMonth(), Dates.endOfMonth(whole.atDay(1)));
            }
        }
    }
}
