package llmq.syntax;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What may follow at a caret: things, words and signs, and '.' where the statement may end. */
class ExpectedTest {

    @ParameterizedTest
    @CsvSource(delimiter = '~', value = {
        "'' ~ <expression> VERBS .",
        "'list ' ~ <source> VERBS where top show sort | .",
        "'rank models ' ~ where by per top show with +",
        "'rank models where ' ~ <expression>",
        "'rank models by mmlu with ' ~ intervals",
        "'frontier mmlu against flops with ' ~ dominated",
        "'let ' ~ <name>",
        "'mmlu of ' ~ <model name> <result> (",
        "'compare DBRX, ' ~ <model name>",
        "'flops in ' ~ <unit> (",
        "'save models ' ~ to +",
        "'list where a is ' ~ not known unknown",
        "'list models were open' ~ ",
        "'require ' ~ catalog"})
    void after(String before, String wanted) {
        Expected expected = Expected.after(before);
        StringBuilder all = new StringBuilder();
        expected.things().forEach(each -> all.append(each).append(' '));
        expected.words().forEach(each -> all.append(each).append(' '));
        expected.signs().forEach(each -> all.append(each).append(' '));
        all.append(expected.end() ? "." : "");
        String verbs = String.join(" ", Keywords.verbs());
        assertEquals(wanted == null ? "" : wanted.replace("VERBS", verbs), all.toString().strip());
    }
}
