package llmq.syntax;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CompletenessTest {

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\n\n", "# a comment", "#!/usr/bin/env llmq\n", ";", " ;; # none\n;"})
    void empty(String text) {
        assertEquals(Completeness.EMPTY, Completeness.of(text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"list", "list models", "list models;", "rank models by mmlu",
        "rank models by mmlu top 5 # five",
        "1 + 1", "let a = 3", "let v = models where open", "describe", "describe mmlu", "compare", "load \"f\" as x",
        "assert 1 < 2", "list models where a = \"b\"", "mmlu of DBRX\nlist models",
        "fit mmlu on flops", "fit mmlu on flops\nusing line\nwith leave one out\nas f", "predict f",
        "predict f at flops = 1e25", "whatif DBRX with tokens = 1T using f", "list (fit a on b)",
        "rank models\nby mmlu\n"})
    void complete(String text) {
        assertEquals(Completeness.COMPLETE, Completeness.of(text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"rank", "rank models", "rank models by", "rank models by mmlu,",
        "rank models # by what\n",
        "list models where", "list models where open and", "list models where (open", "list show", "list top",
        "list sort",
        "list models |", "summarize models", "summarize models per family", "let", "let a", "let a =",
        "let f(a", "let f(a)",
        "param x", "1 +", "2 *\n", "(1 + 2", "f(", "f(1,", "mmlu of", "trace mmlu", "frontier mmlu",
        "frontier mmlu against",
        "load", "load \"f\"", "load \"f\" as x with (a = \"b\"", "save models", "save models to",
        "assume tokens of DBRX",
        "assert", "require", "require catalog", "explain", "list where a between 1", "list where a is",
        "list where a in (1",
        "fit", "fit mmlu", "fit mmlu on", "fit mmlu on flops,", "fit mmlu on flops using", "fit mmlu on flops as",
        "fit mmlu on flops with", "fit mmlu on flops with plain", "fit mmlu on flops with leave one",
        "fit mmlu on flops with leave out", "fit mmlu on flops with bootstrap", "fit mmlu on flops with constant,",
        "fit mmlu on flops using line between 1", "models | fit mmlu", "list (fit mmlu on flops", "predict",
        "predict f at", "predict f at flops", "predict f at flops = 1,", "predict f for", "whatif", "whatif DBRX",
        "whatif DBRX with a = 1", "whatif DBRX using f", "whatif DBRX using f with a",
        "list models where a in", "list models; rank models", "-", "not", "list models where a not"})
    void incomplete(String text) {
        assertEquals(Completeness.INCOMPLETE, Completeness.of(text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"rank models were open", "list models where a = 'b", "list where `a", "\"",
        "1 +* 2", ")", "3Tx",
        "list top 5 top 6", "list where released < 2024-13", "list & x", "plot mmlu vs", "fit mmlu ~ flops",
        "fit mmlu against", "fit mmlu on flops with robust", "predict f at 3", "whatif DBRX tokens = 1T",
        "whatif DBRX with a = 1 with b = 2 using f",
        "list models where a = 'b\n",
        "models where open", "list where 3x and"})
    void error(String text) {
        assertEquals(Completeness.ERROR, Completeness.of(text));
    }
}
