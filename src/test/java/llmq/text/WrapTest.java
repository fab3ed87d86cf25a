package llmq.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WrapTest {

    @ParameterizedTest
    @CsvSource(delimiter = ';', value = {
        "one two three; 7; one two/three",
        "one two three; 8; one two/three",
        "one two three; 0; one two three",
        "one  two; 5; one/two",
        "abcdefghij; 4; abcd/efgh/ij",
        "a abcdefghij; 4; a/abcd/efgh/ij",
        "'  abcdefgh'; 6; '  abcd/efgh'",
        "模型模型模; 5; 模型/模型/模",
        "模; 1; 模",
        "e\u0301e\u0301e\u0301; 2; e\u0301e\u0301/e\u0301",
        "🚀🚀; 3; 🚀/🚀",
        "''; 5; ''",
        "'abcde   '; 5; abcde",
    })
    void breaksAtSpacesWhereThereAreAny(String text, int width, String lines) {
        assertEquals(List.of(lines.split("/", -1)), Wrap.lines(text, width));
    }

    @Test
    void lineEndsStay() {
        assertEquals(List.of("a", "", "b c", "d"), Wrap.lines("a\n\nb c d", 3));
    }

    @Test
    void aLongTextTakesTimeByItsLengthOnly() {
        String text = "word and ".repeat(600_000) + "x".repeat(2_000_000);
        int lines = assertTimeoutPreemptively(Duration.ofSeconds(20), () -> Wrap.lines(text, 20).size());
        assertEquals(300_000 + 100_000, lines, 1);
    }
}
