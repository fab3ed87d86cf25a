package llmq.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AsciiTextTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "plain words | plain words",
        "R² 0.78, adjusted R² 0.77 | R2 0.78, adjusted R2 0.77",
        "3·10⁻¹¹ and (a + b)³ | 3*10^-11 and (a + b)^3",
        "−213.4 + 11.2·log10(flops) | -213.4 + 11.2*log10(flops)",
        "each 10× of flops: +11 ± 2 ≈ 13 | each 10x of flops: +11 +/- 2 ~ 13",
        "p ≤ 0.05, p ≥ 0.01, p ≠ 0 | p <= 0.05, p >= 0.01, p != 0",
        "“before” → ‘after’ — 1–3… | \"before\" -> 'after' - 1-3...",
        "E + A/N^α + B/D^β, √n | E + A/N^alpha + B/D^beta, sqrt n",
        "a\u00a0b\u202fc | a b c",
        "Qwen 通义千问 é 🚀 | Qwen 通义千问 é 🚀",
    })
    void signsAreSpelledAndNamesStay(String text, String ascii) {
        assertEquals(ascii, AsciiText.of(text));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "true | false | n 5 · R² 0.78 | 6 · N",
        "true | true | n 5, R² 0.78 | 6 · N",
        "false | false | n 5, R2 0.78 | 6 * N",
        "false | true | n 5, R2 0.78 | 6 * N",
    })
    void aDotBetweenItemsIsNoProduct(boolean unicode, boolean plain, String list, String words) {
        Style style = new Style(80, Theme.NONE, unicode, plain, 0);
        assertEquals(list, style.list("n 5 · R² 0.78"));
        assertEquals(words, style.words("6 · N"));
    }
}
