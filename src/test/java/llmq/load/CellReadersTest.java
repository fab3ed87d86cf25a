package llmq.load;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CellReadersTest {

    private static double number(String text, int scale) {
        return NumberReader.read(text.toCharArray(), 0, text.length(), scale);
    }

    private static double date(String text) {
        return DateReader.read(text.toCharArray(), 0, text.length());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "3T | 3e12", "70B | 70e9", "500M | 500e6", "40k | 40e3", "40K | 40e3", "1.5 T | 1.5e12", "70% | 70",
                "70 % | 70",
        "1_000 | 1000", "1_0_0 | 100", "1,000 | 1000", "12,345,678.25 | 12345678.25", "-1,000 | -1000", "1,000k | 1e6",
        "1e24 | 1e24", "1E+24 | 1e24", "6.84e-3 | 0.00684", "-7 | -7", "+7 | 7", "−7 | -7", ".5 | 0.5", "5. | 5",
        "0.57T | 570000000000", "1.1B | 1100000000", "007 | 7",
    })
    void numbers(String text, double expected) {
        assertEquals(expected, number(text, 0));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "-", "n.d.", "1.2.3", "1,00", "1,0000", "1000,000", ",5", "1,", "1_", "_1", "1__0",
            "1,000_0",
        "3X", "3TB", "3 T tokens", "1e", "1e+", "1e5k", "e5", ".", "0x1F", "1d", "1f", "NaN", "Infinity", "inf",
                "1e400",
        "٣", "1.5,000", "%", "T", "2024-04-10"})
    void notNumbers(String text) {
        assertEquals(Double.NaN, number(text, 0));
    }

    @ParameterizedTest
    @CsvSource({"0.57, 12, 570000000000", "84.0, 21, 84e21", "0.29, 2, 29", "0.0070, 2, 0.7", "70%, 2, 70",
            "3k, 9, 3e12"})
    void aScaleMovesThePointBeforeRounding(String text, int scale, double expected) {
        assertEquals(expected, number(text, scale));
    }

    @ParameterizedTest
    @CsvSource({"2024-04-10, 2024-04-10", "2024-02-29, 2024-02-29", "2000-02-29, 2000-02-29", "1969-12-31, 1969-12-31",
        "0001-01-01, 0001-01-01", "9999-12-31, 9999-12-31", "2024-04, 2024-04-01", "2024-04-10T12:30:00Z, 2024-04-10",
        "2024-04-10 23:59:59.123+02:00, 2024-04-10", "2024-04-10 00:00, 2024-04-10",
                "2024-04-10 00:00:00 UTC, 2024-04-10"})
    void dates(String text, String expected) {
        assertEquals(LocalDate.parse(expected).toEpochDay(), date(text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"2024", "2024-4", "2024-13", "2024-00", "2023-02-29", "1900-02-29", "2024-04-31",
            "2024-04-00",
        "2024-04-1", "2024-04-10x", "2024-04-10T", "2024-04-10T99:00", "2024/04/10", "10.04.2024", "20240410",
                "2024-04-",
        "2024-04-10 to 2024"})
    void notDates(String text) {
        assertEquals(Double.NaN, date(text));
    }

    @Test
    void everyDayOfFourCenturies() {
        LocalDate day = LocalDate.of(1800, 1, 1);
        while (day.getYear() < 2201) {
            assertEquals(day.toEpochDay(), date(day.toString()), day::toString);
            day = day.plusDays(1);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "NA", "N/A", "n/a", "null", "NULL", "NaN", "nan", "-", "–", "?"})
    void unknown(String text) {
        assertTrue(Slices.isUnknown(text.toCharArray(), 0, text.length()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "--", "??", "n.d.", "none", "NAN1", "nil", "x"})
    void known(String text) {
        assertTrue(!Slices.isUnknown(text.toCharArray(), 0, text.length()));
    }
}
