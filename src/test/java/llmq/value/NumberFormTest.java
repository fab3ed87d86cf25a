package llmq.value;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NumberFormTest {

    @ParameterizedTest
    @CsvSource({
        "SCALED, -213.42, -213", "SCALED, 0.78, 0.78", "SCALED, 12345.6, 12346",
        "EACH, 0, 0", "EACH, -0.0, 0", "EACH, 118, 118", "EACH, 0.5, 0.5", "EACH, -213.42, -213.4",
        "EACH, 213.996, 214.0", "EACH, 11.2345, 11.23", "EACH, 0.33917, 0.3392", "EACH, 1.6934, 1.693",
        "EACH, 0.99999, 1.000", "EACH, 12345.6, 12346", "EACH, 999999.7, 1000000", "EACH, 1234567.8, 1234568",
        "EACH, 12345678.9, 1.235e7", "EACH, 20000000, 2e7", "EACH, 0.0012345, 0.001235", "EACH, 0.00012345, 0.0001235",
        "EACH, 0.000012345, 1.235e-5", "EACH, 3.2e-11, 3.2e-11", "EACH, 3.20004e-11, 3.200e-11",
        "EACH, -1.5e300, -1.5e300", "EACH, 4.9e-324, 5e-324",
        "TENTHS, 765.3456, 765.3", "TENTHS, 36, 36.0", "TENTHS, 0.04, 0.04",
        "HUNDREDTHS, -15.0349, -15.03", "HUNDREDTHS, 2, 2.00", "HUNDREDTHS, 0.004, 0.00", "HUNDREDTHS, -0.004, 0.00",
        "HUNDREDTHS, 0.005, 0.01", "HUNDREDTHS, 0, 0.00", "HUNDREDTHS, 9.999, 10.00",
        "HUNDREDTHS, 1234567.891, 1234567.89", "HUNDREDTHS, 2.25e14, 225000000000000", "HUNDREDTHS, 2.2512345e16, 2.25e16",
        "PROBABILITY, 1, 1.000", "PROBABILITY, 0.9996, 1.000", "PROBABILITY, 0.5, 0.500", "PROBABILITY, 0.0342, 0.034",
        "PROBABILITY, 0.00149, 0.001", "PROBABILITY, 0.001, 0.001", "PROBABILITY, 0.00097, 0.001",
        "PROBABILITY, 0.00071, 0.0007", "PROBABILITY, 0.0001, 0.0001", "PROBABILITY, 0.00009999, <0.0001",
        "PROBABILITY, 3e-40, <0.0001", "PROBABILITY, 0, <0.0001",
    })
    void everyFormWritesItsWay(NumberForm form, double value, String text) {
        assertEquals(text, form.text(value));
    }

    /** Unit, form and numbers; what stands over the column, its cells, and the first one alone. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "% | SCALED | 42.94 0.1 | % | 42.9 0.1 | 42.9 %",
        "% | EACH | 42.94 0.00123 | % | 42.94 0.00123 | 42.94 %",
        "FLOP | EACH | 3.2e24 40 | FLOP | 3.2e24 40 | 3.2e24 FLOP",
        "token | HUNDREDTHS | 1 12e12 | tokens | 1.00 12000000000000 | 1.00 tokens",
        "token | EACH | 1 12345 | tokens | 1 12345 | 1 token",
    })
    void onlyAScaledColumnHasAPrefix(String unit, NumberForm form, String values, String symbol, String texts,
            String alone) {
        double[] numbers = Arrays.stream(values.split(" ")).mapToDouble(Double::parseDouble).toArray();
        ColumnScale scale = ColumnScale.of(form, Units.parse(unit).unit(), numbers);
        assertEquals(symbol, scale.symbol());
        assertEquals(texts, Arrays.stream(numbers).mapToObj(scale::number).collect(Collectors.joining(" ")));
        assertEquals(alone, scale.quantity(numbers[0]));
    }

    @Test
    void aUnitAskedForGoesWithEveryForm() {
        assertEquals("0.3271 fraction", ColumnScale.in(Units.parse("fraction"), NumberForm.EACH).quantity(32.7123));
        assertEquals("67.25 %", ColumnScale.in(Units.parse("%"), NumberForm.EACH).quantity(67.25));
        assertEquals("67.3 %", ColumnScale.in(Units.parse("%"), NumberForm.SCALED).quantity(67.25));
        assertEquals("", ColumnScale.of(NumberForm.EACH, Unit.NONE, 1).symbol());
    }

    /** Unit, form, how many digits count, and the numbers; then the column's cells, a quantity last. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "% | SCALED | 2 | 42.94 7 0.123 0 | 43 7 0.12 0 | 43 %",
        "% | SCALED | 5 | 42.9412 7 67.25 99.99999 | 42.941 7 67.25 100.00 | 42.941 %",
        "% | TENTHS | 5 | 42.9412 7 67.25 99.99999 | 42.941 7 67.25 100.00 | 42.941 %",
        "% | TENTHS | 1 | 42.9412 7.6 | 43 8 | 43 %",
        "% | HUNDREDTHS | 4 | 1 3.14159 | 1 3.142 | 1 %",
        "FLOP | EACH | 2 | 3.256e24 40 | 3.3e24 40 | 3.3e24 FLOP",
        "FLOP | SCALED | 6 | 3.25678912e24 4e23 | 3.25679 0.4 | 3.25679 YFLOP",
        "token | SCALED | 2 | 123 8192 | 123 8192 | 123 tokens",
        "token | SCALED | 15 | 0.1 | 0.1 | 0.1 tokens",
        "token | PROBABILITY | 9 | 0.034 | 0.034 | 0.034 tokens",
    })
    void theReaderSaysHowManyDigitsCount(String unit, NumberForm form, int digits, String values, String texts,
            String alone) {
        double[] numbers = Arrays.stream(values.split(" ")).mapToDouble(Double::parseDouble).toArray();
        ColumnScale scale = ColumnScale.of(form, Units.parse(unit).unit(), numbers).withDigits(digits);
        assertEquals(texts, Arrays.stream(numbers).mapToObj(scale::number).collect(Collectors.joining(" ")));
        assertEquals(alone, scale.quantity(numbers[0]));
    }
}
