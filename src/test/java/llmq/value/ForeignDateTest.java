package llmq.value;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ForeignDateTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "April 24 2024 | 2024-04-24", "April 24, 2024 | 2024-04-24", "24 April 2024 | 2024-04-24",
        "24th of April 2024 | 2024-04-24", "24th Apr 2024 | 2024-04-24", "2024 April 24 | 2024-04-24", "May 2024 | 2024-05",
        "sept 2023 | 2023-09", "24-04-2024 | 2024-04-24", "24.4.2024 | 2024-04-24", "4/24/2024 | 2024-04-24",
        "4/4/2024 | 2024-04-04", "2024/4/2 | 2024-04-02", "04/2024 | 2024-04", "JULY 18 2023 | 2023-07-18"})
    void isWritten(String written, String iso) {
        assertEquals(iso, ForeignDate.iso(written));
    }

    @ParameterizedTest
    @ValueSource(strings = {"4/5/2024", "31 April 2024", "April 24", "2024", "24 - 3", "13/13/2024", "April May 2024",
        "3 4 5 2024", "0-1-2024", "tokens 2024", "2024 2023", ""})
    void cannotBeTold(String written) {
        assertNull(ForeignDate.iso(written), written);
    }
}
