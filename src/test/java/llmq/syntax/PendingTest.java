package llmq.syntax;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the prompt of the next line says is still to come; nothing where a text is complete, wrong or plainly open. */
class PendingTest {

    @ParameterizedTest
    @CsvSource(delimiter = '~', quoteCharacter = '^', value = {
        "whatif DBRX ~ with FIELD = V", "whatif DBRX with tokens = 15T ~ using FIT", "whatif ~ NAME",
        "whatif DBRX with tokens ~ = …", "whatif DBRX with tokens = 15T using ~ FIT",
        "whatif DBRX with tokens = 15T using f ~ ",
        "fit mmlu ~ on X", "fit mmlu on flops with ~ an option", "fit mmlu on flops with bootstrap ~ a number",
        "fit mmlu on flops with bootstrap 9 seed ~ a number", "fit mmlu on flops with plain ~ errors",
        "fit mmlu on flops with leave ~ out K, or one out", "fit mmlu on flops with leave one ~ out",
        "fit mmlu on flops using ~ a method", "fit mmlu on flops as ~ a name", "fit mmlu on flops ~ ",
        "fit mmlu on flops using logistic between 25 ~ and E", "fit mmlu on ~ ", "fit mmlu on flops, ~ ",
        "predict ~ FIT", "predict f at ~ a name", "predict f at flops ~ = …", "predict f for ~ SOURCE",
        "rank ~ by E", "rank models where open ~ by E", "rank models by mmlu with ~ intervals", "rank models by ~ ",
        "summarize models ~ show …", "summarize models per family ~ show …", "list sort ~ by E",
        "list top ~ a number", "list models where (open ~ )", "list (fit mmlu on flops ~ )", "list models | ~ ",
        "frontier mmlu ~ against X", "frontier mmlu against flops with ~ dominated", "trace mmlu ~ of NAME",
        "load \"f.csv\" ~ as NAME", "load ~ \"file\"", "save models ~ to \"file\"", "let a ~ = …", "let f(a ~ )",
        "param x ~ = …", "assume tokens ~ of NAME", "assume tokens of DBRX ~ = …", "require ~ catalog 2026.11",
        "1 + ~ ", "list models where a between 1 ~ and E", "list models where a is ~ ", "list models ~ ",
        "rank models were open ~ ", "list models; rank models ~ by E"})
    void after(String text, String wanted) {
        assertEquals(wanted == null ? "" : wanted, Pending.after(text));
        assertEquals(wanted == null ? "" : wanted, Pending.after(text + " # so far\n"));
    }
}
