package llmq.syntax;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import llmq.diagnostic.SourceText;
import org.antlr.v4.runtime.CommonToken;
import org.antlr.v4.runtime.Token;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which words are keywords where: keywords in capitals, names as they are, a separator put in as ';'. */
class WordsTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "list where rank < 5 | LIST WHERE rank < 5",
        "LIST Models Where OPEN | LIST Models WHERE OPEN",
        "list show list, rank rank models by rank | LIST SHOW list , rank RANK models BY rank",
        "let a = 3T rank models where open by mmlu list models |"
            + " LET a = 3T RANK models WHERE open BY mmlu LIST models",
        "let v = rank models by mmlu | LET v = RANK models BY mmlu",
        "let x = rank + 1 | LET x = rank + 1",
        "let rank = list | LET rank = LIST",
        "list where a = rank list models | LIST WHERE a = rank LIST models",
        "(list models) + 1 | ( LIST models ) + 1",
        "count((list)) | count ( ( LIST ) )", "(list - 1) | ( list - 1 )",
        "(rank - 1) | ( rank - 1 )",
        "max(rank) | max ( rank )",
        "describe rank | DESCRIBE rank",
        "describe rank models by mmlu | DESCRIBE RANK models BY mmlu",
        "describe⏎list models | DESCRIBE LIST models",
        "explain list models | EXPLAIN LIST models",
        "trace rank of DBRX | TRACE rank OF DBRX",
        "list models as x | LIST models AS x",
        "list show load, seed, catalog, log, best | LIST SHOW load , seed , catalog , log , best",
        "list show known, unknown where known is known | LIST SHOW known , unknown WHERE known IS KNOWN",
        "a is not unknown | a IS NOT UNKNOWN",
        "rank by a with intervals seed 3 | RANK BY a WITH INTERVALS SEED 3",
        "list where intervals > seed | LIST WHERE intervals > seed",
        "require catalog 2026.11 | REQUIRE CATALOG 2026.11",
        "list where top > 3 top 3 | LIST WHERE top > 3 TOP 3",
        "frontier a against b for models | FRONTIER a AGAINST b FOR models",
        "list show for, to, against | LIST SHOW for , to , against",
        "save models to 'x' | SAVE models TO 'x'",
        "save to 'x' | SAVE TO 'x'",
        "plot a | PLOT a", "fit + 1 | fit + 1", "list show plot | LIST SHOW plot",
        "a⏎b | a ; b", "a⏎+ b | a + b", "a +⏎b | a + b", "a⏎(b) | a ; ( b )", "(a⏎b) | ( a b )",
        "a⏎-b | a - b",
        "a⏎not b | a ; NOT b",
        "a⏎not in (b) | a NOT IN ( b )", "a⏎'x' | a ; 'x'", "assert a⏎'x' | ASSERT a 'x'",
        "list⏎models⏎where a | LIST models WHERE a", "list models⏎where a⏎b | LIST models WHERE a ; b",
        "`list` models | list models", "list `where` | LIST where"})
    void read(String text, String wanted) {
        StringBuilder read = new StringBuilder();
        for (CommonToken token : Tokens.of(SourceText.of(text.replace('⏎', '\n'))).list()) {
            if (token.getType() != Token.EOF) {
                String written = Words.isUnwritten(token) ? ";" : token.getText().replace("`", "");
                read.append(read.length() == 0 ? "" : " ")
                        .append(Keywords.isWord(token.getType()) ? written.toUpperCase(Locale.ROOT) : written);
            }
        }
        assertEquals(wanted, read.toString().replace("MODELS", "models"));
    }

    /** Adaptive prediction is what makes a first parse slow; the grammar gets by without any. */
    @Test
    void grammarNeedsOneTokenOfLookahead() throws IOException {
        Path generated = Path.of("target/generated-sources/antlr4/llmq/syntax/LlmqParser.java");
        assertFalse(Files.readString(generated).contains("adaptivePredict"));
    }
}
