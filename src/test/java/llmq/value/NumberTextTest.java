package llmq.value;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NumberTextTest {

    @ParameterizedTest
    @CsvSource({
        "0, 0", "-0.0, 0", "1, 1", "-1, -1", "14042, 14042", "999.5, 999.5", "0.1, 0.1", "1e6, 1000000",
        "1e15, 1000000000000000", "123456789012345680000, 123456789012345680000", "1e20, 100000000000000000000",
        "1e21, 1e21", "3.02e24, 3.02e24", "-1.5e300, -1.5e300", "1.7976931348623157e308, 1.7976931348623157e308",
        "0.00042, 0.00042", "0.000001, 0.000001", "1e-7, 1e-7", "1.25e-7, 1.25e-7", "4.9e-324, 5e-324",
        "2e23, 2e23", "8.41e21, 8.41e21", "2.2250738585072014e-308, 2.2250738585072014e-308",
        "9007199254740993, 9007199254740992", "-123.456, -123.456",
    })
    void exactNumbersAreTheShortestThatReadBack(double value, String text) {
        assertEquals(text, NumberText.exact(value));
    }

    @Test
    void sumsKeepWhatBinaryFractionsMakeOfThem() {
        assertEquals("0.30000000000000004", NumberText.exact(0.1 + 0.2));
        assertEquals("0.300", NumberText.shortened(0.1 + 0.2));
    }

    @Test
    void exactNumbersReadBackAsTheSameDouble() {
        Random random = new Random(7);
        for (int i = 0; i < 200_000; i++) {
            double value = Double.longBitsToDouble(random.nextLong());
            if (Double.isFinite(value)) {
                assertEquals(value, Double.parseDouble(NumberText.exact(value)), 0);
            }
            double everyday = (random.nextInt(2_000_001) - 1_000_000) / Math.pow(10, random.nextInt(12));
            String text = NumberText.exact(everyday);
            assertEquals(everyday + 0.0, Double.parseDouble(text), 0);
            String plain = BigDecimal.valueOf(everyday).stripTrailingZeros().toPlainString();
            assertTrue(text.length() <= plain.length(), text);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "0, 0", "-0.0, 0", "1, 1", "999, 999", "999.4, 999", "999.5, 1000", "999.95, 1000", "1000, 1000",
        "9.994, 9.99", "9.996, 10.0", "99.96, 100", "12345.6, 12346", "14042, 14042", "2024, 2024",
        "1e6, 1000000", "1234567890, 1234567890", "1e14, 100000000000000", "1e15, 1e15", "1.2e24, 1.2e24",
        "123456789.4, 123456789", "1234567890.5, 1.23e9", "1.9999e30, 2.00e30",
        "36.04, 36.0", "36, 36", "1.5, 1.5", "1.25, 1.25", "1.255, 1.26", "1.005, 1.01", "0.5, 0.5",
        "0.00042, 0.00042", "0.00041999, 0.000420", "0.00001, 0.00001", "0.0000099, 9.9e-6", "1e-7, 1e-7",
        "1.9999e-7, 2.00e-7", "5e-324, 5e-324", "1.8e308, 1.8e308", "-1.8e307, -1.8e307",
        "-0.5, -0.5", "-12345.6, -12346", "-999.95, -1000", "0.9996, 1.00", "0.0996, 0.0996", "0.09996, 0.100",
    })
    void shortenedNumbersKeepThreeDigitsAndEveryWholeOne(String value, String text) {
        double number = Double.parseDouble(value);
        assertEquals(text, Double.isInfinite(number) ? value : NumberText.shortened(number));
    }

    @ParameterizedTest
    @CsvSource({
        "0, 0.0", "-0.0, 0.0", "36, 36.0", "36.04, 36.0", "36.05, 36.1", "99.96, 100.0", "100, 100.0", "0.1, 0.1",
        "0.04, 0.04", "-0.04, -0.04", "-12.34, -12.3", "0.96, 1.0", "1e9, 1000000000", "1e-9, 1e-9",
    })
    void tenthsAreAtLeastOneDigitAfterThePoint(double value, String text) {
        assertEquals(text, NumberText.tenths(Decimal.of(value)));
    }

    @Test
    void aPowerOfTenAddsNoNoise() {
        assertEquals("3.02", inUnit(3.02e24, "YFLOP"));
        assertEquals("8.41", inUnit(8.41e21, "ZFLOP"));
        assertEquals("1.4", inUnit(1.4e12, "Ttokens"));
        assertEquals("0.7", inUnit(70, "fraction"));
        assertEquals("1.5", inUnit(129_600, "days"));
        assertEquals("36.1", inUnit(36.1, "%"));
    }

    private static String inUnit(double base, String unit) {
        StringBuilder out = new StringBuilder();
        NumberText.appendExact(out, base, Units.parse(unit));
        return out.toString();
    }

    @Test
    void whatIsNotFiniteCannotBeWritten() {
        assertTrue(NumberText.isWritable(1e308, null));
        assertFalse(NumberText.isWritable(Double.NaN, null));
        assertFalse(NumberText.isWritable(Double.NEGATIVE_INFINITY, null));
        assertFalse(NumberText.isWritable(1e308, new ScaledUnit(Unit.FLOP, 1e-3, "x")));
    }
}
