package llmq.value;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ColumnScaleTest {
    private static final Map<String, Unit> OTHER = Map.of("none", Unit.NONE, "bare", Unit.BARE,
            "FLOP^2", Unit.FLOP.pow(2), "FLOP^0.5", Unit.FLOP.pow(0.5), "1/FLOP", Unit.NONE.per(Unit.FLOP));

    private static Unit unit(String text) {
        Unit other = OTHER.get(text);
        return other == null ? Units.parse(text).unit() : other;
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "FLOP | 3.02e24 | 3.02 YFLOP",
        "FLOP | 999 | 999 FLOP",
        "FLOP | 999.5 | 1.00 kFLOP",
        "FLOP | 999500 | 1.00 MFLOP",
        "FLOP | 1e30 | 1000000 YFLOP",
        "FLOP | 1e35 | 1e35 FLOP",
        "FLOP | 1e40 | 1e40 FLOP",
        "FLOP | 1.7976931348623157e308 | 1.80e308 FLOP",
        "FLOP | 0.001 | 0.001 FLOP",
        "FLOP | 0 | 0 FLOP",
        "FLOP | -3.02e24 | -3.02 YFLOP",
        "FLOP/s | 4e14 | 400 TFLOP/s",
        "token | 12e12 | 12T tokens",
        "token | 999.95e9 | 1.00T tokens",
        "token | 8192 | 8192 tokens",
        "token | 131072 | 131k tokens",
        "token | 1 | 1 token",
        "token | 3e16 | 30000T tokens",
        "param | 7e10 | 70B params",
        "param | 1.3e9 | 1.3B params",
        "tokens/param | 90.909 | 90.9 tokens/param",
        "tokens/param | 1 | 1 token/param",
        "params/token | 0.0111 | 0.0111 params/token",
        "FLOP/token | 7.8e10 | 78 GFLOP/token",
        "token/FLOP | 1.28e-11 | 12.8 tokens/TFLOP",
        "%/FLOP | 1.2e-23 | 12 %/YFLOP",
        "%/FLOP | 3.25e-20 | 32.5 %/ZFLOP",
        "%/param | 9.8e-10 | 980 %/T params",
        "%/param | 2e-9 | 2 %/B params",
        "% | 36.1 | 36.1 %",
        "% | 36.149 | 36.1 %",
        "% | 1e-7 | 1e-7 %",
        "% | 0.25 | 0.3 %",
        "USD | 1234567 | 1234567 USD",
        "USD | 0.5 | 0.5 USD",
        "USD/token | 1.5e-7 | 150 USD/B tokens",
        "USD/s | 0.000555555 | 2.00 USD/hour",
        "USD/s | 2e-7 | 6.31 USD/year",
        "Elo | 1287.6 | 1288 Elo",
        "W | 700 | 700 W",
        "W | 7e6 | 7 MW",
        "J | 3.6e6 | 3.6 MJ",
        "FLOP/J | 1.4e12 | 1.4 TFLOP/J",
        "%/W | 0.0001 | 100 %/MW",
        "byte | 8e10 | 80 GB",
        "byte | 12 | 12 bytes",
        "byte/s | 3.35e12 | 3.35 TB/s",
        "s | 0.25 | 0.25 s",
        "s | 90 | 90 s",
        "s | 150 | 2.5 minutes",
        "s | 5400 | 90 minutes",
        "s | 129600 | 36 hours",
        "s | 3888000 | 45 days",
        "s | 31622400 | 366 days",
        "s | 94672800 | 3.00 years",
        "none | 14042 | 14042",
        "bare | 1e-7 | 1e-7",
        "none | 1.2e24 | 1.2e24",
        "none | 5e-324 | 5e-324",
        "FLOP^2 | 1e40 | 1e40 FLOP^2",
        "FLOP^0.5 | 1e12 | 1000000000000 FLOP^0.5",
        "1/FLOP | 2e-22 | 200 1/YFLOP",
        "1/FLOP | 2.51e-25 | 0.251 1/YFLOP",
    })
    void aValueAlone(String unit, double value, String text) {
        assertEquals(text, ColumnScale.of(unit(unit), value).quantity(value));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "FLOP | YFLOP | 3.02e24 8.41e24 1e21 2e28 | 3.02 8.41 0.001 20000",
        "FLOP | ZFLOP | 1e16 5e21 5e21 | 0.00001 5 5",
        "FLOP | YFLOP | 1e18 5e24 9e31 | 1e-6 5 9e7",
        "token | T tokens | 12e12 1.4e12 3e11 26e9 | 12 1.4 0.3 0.026",
        "token | tokens | 4096 8192 131072 | 4096 8192 131072",
        "token | T tokens | 1e5 2e12 2e12 | 1e-7 2 2",
        "% | % | 36.1 100 0 67.25 | 36.1 100.0 0.0 67.3",
        "none | '' | 0.5 14042 1.2e24 | 0.5 14042 1.2e24",
        "s | days | 86400 864000 43200000 | 1 10 500",
    })
    void oneScaleForAColumn(String unit, String symbol, String values, String texts) {
        double[] numbers = Arrays.stream(values.split(" ")).mapToDouble(Double::parseDouble).toArray();
        ColumnScale scale = ColumnScale.of(unit(unit), numbers);
        assertEquals(symbol, scale.symbol());
        assertEquals(texts, Arrays.stream(numbers).mapToObj(scale::number).collect(Collectors.joining(" ")));
    }

    @Test
    void unknownAndZeroValuesDoNotChooseTheScale() {
        double nan = Double.NaN;
        assertEquals("YFLOP", ColumnScale.of(Unit.FLOP, nan, 0, 0, 0, nan, 3e24).symbol());
        assertEquals("FLOP", ColumnScale.of(Unit.FLOP, nan, nan).symbol());
        assertEquals("tokens", ColumnScale.of(Unit.TOKEN).symbol());
        assertEquals("%/FLOP", ColumnScale.of(Unit.PERCENT.per(Unit.FLOP)).symbol());
    }

    @Test
    void aLongColumnIsSampledToItsEnd() {
        double[] values = new double[50_003];
        Arrays.fill(values, 1e9);
        Arrays.fill(values, 20_000, values.length, 1e12);
        assertEquals("TFLOP", ColumnScale.of(Unit.FLOP, values).symbol());
    }

    @Test
    void theUnitAskedForWins() {
        ColumnScale days = ColumnScale.in(Units.parse("days"));
        assertEquals("4.5 days", days.quantity(388_800));
        assertEquals("1 day", days.quantity(86_400));
        assertEquals("1 FLOP", ColumnScale.in(Units.parse("FLOPs")).quantity(1));
        assertEquals("1 s", ColumnScale.in(Units.parse("s")).quantity(1));
        assertEquals("1 tokens/s", ColumnScale.in(Units.parse("tokens/s")).quantity(1));
        assertEquals("%/EFLOP", ColumnScale.in(Units.parse("%/EFLOP")).symbol());
        assertEquals("0.012", ColumnScale.in(Units.parse("%/EFLOP")).number(1.2e-20));
        assertEquals("67.3 %", ColumnScale.in(Units.parse("%")).quantity(67.25));
    }
}
