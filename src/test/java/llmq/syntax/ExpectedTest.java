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
        "'fit mmlu ' ~ and or not in between like is of on = <= >= < > + - * / ^",
        "'fit mmlu on ' ~ <expression>",
        "'models | fit mmlu on flops using ' ~ <method>",
        "'fit mmlu on flops using logistic ' ~ VERBS where per as with between for using | .",
        "'fit mmlu on flops with ' ~ plain bootstrap leave constant",
        "'fit mmlu on flops with leave ' ~ out one",
        "'fit mmlu on flops with leave one out ' ~ VERBS where per as with for using | , .",
        "'fit mmlu on flops with bootstrap 100 ' ~ VERBS where per as with for using seed | , .",
        "'list (fit mmlu on flops as f ' ~ where per as with for using | )",
        "'predict ' ~ <fit>", "'predict f ' ~ VERBS where for at | .", "'predict f at ' ~ <name>",
        "'predict f for models ' ~ VERBS where for | + .",
        "'whatif ' ~ <model name>", "'whatif DBRX ' ~ with using", "'whatif DBRX with ' ~ <name>",
        "'whatif DBRX with tokens = 1 using ' ~ <fit>", "'whatif DBRX with tokens = 1 using f ' ~ VERBS with using | .",
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
