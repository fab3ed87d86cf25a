package llmq.value;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CountedUnitsTest {

    @ParameterizedTest
    @CsvSource({
        "ktokens, token, 1e3", "Mtokens, token, 1e6", "Btokens, token, 1e9", "Ttokens, token, 1e12",
        "Ttoken, token, 1e12", "Bparams, param, 1e9", "Mparam, param, 1e6", "Bparameters, param, 1e9",
        "Ttokens/Bparams, token/param, 1e3", "USD/Mtokens, USD/token, 1e-6",
        "fraction, %, 100", "GB, byte, 1e9", "TB, byte, 1e12", "ZFLOP, FLOP, 1e21",
    })
    void countsTakeTheSuffixesOfNumbers(String written, String unit, double factor) {
        ScaledUnit found = Units.parse(written);
        assertEquals(unit, found.unit().toString());
        assertEquals(factor, found.factor(), factor * 1e-15);
        assertEquals(written, found.symbol());
    }

    @ParameterizedTest
    @ValueSource(strings = {"Gtokens", "Pparams", "BFLOP", "Tpercent", "ttokens", "bparams", "kUSD"})
    void noOtherPrefixes(String written) {
        assertNull(Units.parse(written));
    }

    @Test
    void namesAreOfferedAsOneSaysThem() {
        List<String> names = Units.names();
        assertTrue(names.containsAll(List.of("token", "tokens", "Btokens", "Ttokens", "params", "Bparams", "TFLOP",
                "GB", "days")), names::toString);
        assertEquals(names.size(), names.stream().distinct().count());
        for (String name : names) {
            assertEquals(name, Units.parse(name).symbol());
        }
    }
}
