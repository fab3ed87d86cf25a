package llmq.syntax;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the prompt of the next line says is still to come; nothing where a text is complete, wrong or plainly open. */
class PendingTest {

    @ParameterizedTest
    @CsvSource(delimiter = '~', quoteCharacter = '^', value = {
        "whatif DBRX ~ with", "whatif DBRX with tokens = 15T ~ using", "whatif ~ a model",
        "whatif DBRX with tokens ~ = …", "whatif DBRX with tokens = 15T using ~ a fit",
        "whatif DBRX with tokens = 15T using f ~ ",
        "fit mmlu ~ on", "fit mmlu on flops with ~ an option", "fit mmlu on flops with bootstrap ~ a number",
        "fit mmlu on flops with bootstrap 9 seed ~ a number", "fit mmlu on flops with plain ~ errors",
        "fit mmlu on flops with leave ~ one out", "fit mmlu on flops with leave one ~ out",
        "fit mmlu on flops using ~ a method", "fit mmlu on flops as ~ a name", "fit mmlu on flops ~ ",
        "fit mmlu on flops using logistic between 25 ~ and", "fit mmlu on ~ ", "fit mmlu on flops, ~ ",
        "predict ~ a fit", "predict f at ~ a name", "predict f at flops ~ = …", "predict f for ~ a table",
        "rank ~ by", "rank models where open ~ by", "rank models by mmlu with ~ intervals", "rank models by ~ ",
        "summarize models ~ show", "summarize models per family ~ show", "list sort ~ by",
        "list top ~ a number", "list models where (open ~ )", "list (fit mmlu on flops ~ )", "list models | ~ ",
        "frontier mmlu ~ against", "frontier mmlu against flops with ~ dominated", "trace mmlu ~ of",
        "load \"f.csv\" ~ as", "load ~ a file", "save models ~ to", "let a ~ = …", "let f(a ~ )",
        "param x ~ = …", "assume tokens ~ of", "assume tokens of DBRX ~ = …", "require ~ catalog",
        "1 + ~ ", "list models where a between 1 ~ and", "list models where a is ~ ", "list models ~ ",
        "rank models were open ~ ", "list models; rank models ~ by"})
    void after(String text, String wanted) {
        assertEquals(wanted == null ? "" : wanted, Pending.after(text));
        assertEquals(wanted == null ? "" : wanted, Pending.after(text + " # so far\n"));
        String told = Pending.told(text);
        assertTrue(told.isEmpty() == (wanted == null) && told.length() <= 40, told);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '~', value = {
        "rank models ~ by …, what to order by", "fit mmlu ~ on …, what it depends on",
        "whatif DBRX with tokens = 15T ~ using …, the name of a fit", "list models where (open ~ )",
        "frontier mmlu ~ against …, what to hold it against", "save models ~ to …, a file in quotes"})
    void told(String text, String wanted) {
        assertEquals(wanted, Pending.told(text));
    }
}
