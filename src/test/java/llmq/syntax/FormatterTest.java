package llmq.syntax;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import llmq.diagnostic.SourceText;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FormatterTest {

    /** Comments, empty lines, clauses out of order, long lines: one script with all of them. */
    @Test
    void untidyScript() throws IOException {
        String tidy = resource("tidy");
        assertEquals(tidy, Formatter.format(SourceText.of(resource("untidy"))));
        assertEquals(tidy, Formatter.format(SourceText.of(tidy)));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "mmlu / flops | mmlu/flops", "tokens/params | tokens/params", "6*active_params*tokens | 6*active_params*tokens",
        "skill(mmlu)/flops | skill(mmlu)/flops", "a/2 | a/2", "(a+b)/2 | (a + b) / 2", "a/(b/c) | a / (b/c)",
        "1000*400 TFLOP/s | 1000 * 400 TFLOP/s", "mmlu of DBRX/2 | mmlu of DBRX / 2", "-a | -a", "a- -b | a - -b",
        "2 ^ 3 | 2^3", "((a)) | a", "(a)=(b) | a = b", "a<>b | a != b", "a==b | a = b", "NOT a AND b | not a and b",
        "not (a and b) | not (a and b)", "(a and b) or c | a and b or c", "a and (b or c) | a and (b or c)",
        "a in (1,2) | a in (1, 2)", "70 % | 70%", "80GB | 80 GB", "(3T tokens)/s | 3T tokens / (s)",
        "flops in days | flops in days", "(flops in days)+1 | (flops in days) + 1", "a is not unknown | a is known",
        "count( ) | count()", "avg(mmlu of models where open) | avg(mmlu of models where open)",
        "`a b`+`where`+`list` | `a b` + `where` + list", "TRUE | true", "on(at) + using - leave(out) | on(at) + using - leave(out)", "`fit`(x) | `fit`(x)",
        "`plot`(x) | `plot`(x)", "f(flops=1e25) | f(flops = 1e25)"})
    void oneExpression(String text, String wanted) {
        assertEquals(wanted, Formatter.expression(new Parser().parseExpression(SourceText.of(text))));
    }

    private static String resource(String name) throws IOException {
        try (InputStream in = FormatterTest.class.getResourceAsStream("/syntax/" + name + ".llmq")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
