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
        "plot a | PLOT a", "plot color against size color by label size by log | PLOT color AGAINST size COLOR BY label"
            + " SIZE BY log",
        "plot x against y log x linear y | PLOT x AGAINST y LOG X LINEAR Y",
        "plot x against y log x, y colour by x | PLOT x AGAINST y LOG X , Y COLOUR BY x",
        "plot log(x) against y where label > size label by label label top top | PLOT log ( x ) AGAINST y WHERE"
            + " label > size LABEL BY label LABEL TOP TOP",
        "plot fit x with band, interval, band | PLOT fit x WITH BAND , INTERVAL , BAND",
        "plot fit against band | PLOT fit AGAINST band", "plot fit per titled | PLOT fit PER titled",
        "plot a with frontier frontier b against c | PLOT a WITH frontier FRONTIER b AGAINST c",
        "plot a⏎color by b⏎label | PLOT a COLOR BY b LABEL", "plot a⏎color + b | PLOT a ; color + b",
        "plot a log x⏎x | PLOT a LOG X ; x", "plot a with band⏎band | PLOT a WITH BAND ; band",
        "plot bins bins 5 where bins > bins | PLOT bins BINS 5 WHERE bins > bins",
        "plot a⏎bins 5 | PLOT a BINS 5", "plot a⏎bins + 5 | PLOT a ; bins + 5",
        "plot a titled 'b' to 'c' list log, x | PLOT a TITLED 'b' TO 'c' LIST log , x",
        "list where color > 1⏎color | LIST WHERE color > 1 ; color", "a ¦ plot b against c | a ¦ PLOT b AGAINST c",
        "list show fit, predict | LIST SHOW fit , predict",
        "fit on on on | FIT on ON on", "fit a on on, out on | FIT a ON on , out on",
        "fit a on b with plain errors, leave one out per plain, leave | FIT a ON b WITH PLAIN ERRORS , LEAVE ONE OUT"
            + " PER plain , leave",
        "fit a on b with leave out out, constant as constant | FIT a ON b WITH LEAVE OUT out , CONSTANT AS constant",
        "fit a on f(b, constant) with leave out if(a, leave, b) | FIT a ON f ( b , constant ) WITH LEAVE OUT"
            + " if ( a , leave , b )",
        "fit a on b using using with bootstrap 3 seed 4 | FIT a ON b USING using WITH BOOTSTRAP 3 SEED 4",
        "list (fit a on b using c) show on, using | LIST ( FIT a ON b USING c ) SHOW on , using",
        "predict at at at = 1 | PREDICT at AT at = 1", "predict f where at > out | PREDICT f WHERE at > out",
        "whatif x with plain = 1, top = 2 using using | WHATIF x WITH plain = 1 , top = 2 USING using",
        "on⏎at + out | on ; at + out", "fit a on b⏎on + 1 | FIT a ON b ; on + 1",
        "fit a on b with leave one out⏎c | FIT a ON b WITH LEAVE ONE OUT ; c",
        "fit a on b with constant⏎c | FIT a ON b WITH CONSTANT ; c",
        "fit a on b with leave out⏎c | FIT a ON b WITH LEAVE OUT c",
        "fit a on b with constant list x | FIT a ON b WITH CONSTANT LIST x",
        "a ¦ fit b on c ¦ list where on | a ¦ FIT b ON c ¦ LIST WHERE on",
        "count((fit a on b)) + fit | count ( ( FIT a ON b ) ) + fit", "list show plot | LIST SHOW plot",
        "a⏎b | a ; b", "a⏎+ b | a + b", "a +⏎b | a + b", "a⏎(b) | a ; ( b )", "(a⏎b) | ( a b )",
        "a⏎-b | a - b",
        "a⏎not b | a ; NOT b",
        "a⏎not in (b) | a NOT IN ( b )", "a⏎'x' | a ; 'x'", "assert a⏎'x' | ASSERT a 'x'",
        "list⏎models⏎where a | LIST models WHERE a", "list models⏎where a⏎b | LIST models WHERE a ; b",
        "`list` models | list models", "list `where` | LIST where"})
    void read(String text, String wanted) {
        StringBuilder read = new StringBuilder();
        for (CommonToken token : Tokens.of(SourceText.of(text.replace('⏎', '\n').replace('¦', '|'))).list()) {
            if (token.getType() != Token.EOF) {
                String written = Words.isUnwritten(token) ? ";" : token.getText().replace("`", "");
                read.append(read.length() == 0 ? "" : " ")
                        .append(Keywords.isWord(token.getType()) ? written.toUpperCase(Locale.ROOT) : written);
            }
        }
        assertEquals(wanted, read.toString().replace("MODELS", "models").replace('|', '¦'));
    }

    /** Adaptive prediction is what makes a first parse slow; the grammar gets by without any. */
    @Test
    void grammarNeedsOneTokenOfLookahead() throws IOException {
        Path generated = Path.of("target/generated-sources/antlr4/llmq/syntax/LlmqParser.java");
        assertFalse(Files.readString(generated).contains("adaptivePredict"));
    }
}
