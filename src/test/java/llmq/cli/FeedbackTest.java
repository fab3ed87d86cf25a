package llmq.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import llmq.Masked;
import llmq.syntax.Verb;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is said of each kind of statement in each mode of feedback. */
class FeedbackTest {
    private static final String STATEMENTS = """
            list models where open top 3 show name      |   | $1 is now a source of 3 rows: list $1 asks of them
            list models where name = 'DBRX Base' show name |   | $1 is now a source of 1 row: list $1 asks of it
            rank models by mmlu top 2 show name         |   | $1 is now a source of 2 rows: list $1 asks of them
            plot mmlu against flops where released < 2022 |   | $1 is now a source of N rows: list $1 asks of them
            summarize models show count() per open      |   | $1 is now a source of 2 rows: list $1 asks of them
            compare DBRX, "Llama 2 70B" show mmlu       |   | $1 is now a source of 2 rows: list $1 asks of them
            rank models by mmlu top 2 show name, mmlu ¦ list where mmlu > 3 |   | $1 is now a source of 2 rows: list $1 asks of them
            frontier mmlu against flops for models where released < 2022 |   | $1 is now a source of N rows: list $1 asks of them
            fit mmlu on log10(flops)                    |   | $1 is now a source of 2 rows, the terms of the fit; fit ... as NAME keeps the fit itself
            fit mmlu on log10(flops) as f               |   | created fit f: predict f uses it, describe f shows it; $1 is now a source of 2 rows, its terms
            predict old at flops = 1e24                 |   | $1 is now a source of 1 row: list $1 asks of it
            whatif "Llama 2 70B" with tokens = 15T using old |   | $1 is now a source of 5 rows: list $1 asks of them
            plot mmlu against flops                     |   | $1 is now a source of N rows: list $1 asks of them
            trace flops of DBRX                         |   | $1 is now a source of 3 rows: list $1 asks of them
            describe mmlu                               |   | $1 is now a source of 10 rows, the lines of this page
            explain list models top 1                   |   | $1 is now a source of 3 rows: list $1 asks of them
            1 + 1                                       |   | $1 is now a value that can stand in any expression
            let a = mmlu / 2                            |   | created measure a: it can stand wherever a field can, and follows the data
            let kept = mmlu / 2                         |   | replaced measure kept: it can stand wherever a field can, and follows the data
            let g(x, y) = x + y                         |   | created function g of x, y
            let old2 = models where name = 'DBRX Base'  |   | created view old2: a source of 1 row as of now, chosen anew at each use
            let none = models where mmlu > 200          |   | created view none: a source of 0 rows as of now, chosen anew at each use
            param limit = 3T                            |   | created parameter limit = 3T: llmq run FILE limit=VALUE gives it another value
            load "two.csv" as mine                      | loaded 2 rows of 2 columns as mine | created source mine: describe mine says what it has, list mine shows it
            save (list models top 2) to "f.csv"         | saved 2 rows to f.csv |
            assume tokens of "Mixtral 8x7B" = 8T        |   | this holds until the session ends, and is marked with ~ wherever it counts; /undo takes it back
            assert 1 < 2                                |   | the assertion holds
            require catalog 2026.11                     |   | the catalog is the one that the script was written for
            """;

    @TempDir
    Path folder;

    private String answer(String feedback, String statement) throws IOException {
        Files.writeString(folder.resolve("two.csv"), "name,n\na,1\nb,2\n");
        Files.deleteIfExists(folder.resolve("f.csv"));
        Dialogue dialogue = new Dialogue(folder);
        dialogue.answer("/set feedback silent");
        dialogue.answer("let kept = mmlu");
        dialogue.answer("fit mmlu on log10(flops) as old");
        dialogue.answer("/set feedback " + feedback);
        return dialogue.answer(statement.replace('¦', '|')).replace("$2", "$1");
    }

    @Test
    void everyVerbIsThere() {
        Set<String> verbs = new TreeSet<>();
        for (Verb verb : Verb.values()) {
            verbs.add(verb.word());
        }
        STATEMENTS.lines().forEach(line -> verbs.remove(line.strip().split(" ")[0]));
        assertEquals(Set.of(), verbs);
    }

    /** A statement; what is said of it; what is said of it in words. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '^', textBlock = STATEMENTS)
    void everyModeSaysLessThanTheOneBefore(String statement, String message, String words) throws IOException {
        String verbose = answer("verbose", statement);
        String normal = answer("normal", statement);
        String concise = answer("concise", statement);
        String silent = answer("silent", statement);
        String expected = normal + (words == null ? "" : words + "\n");
        assertEquals(expected, Masked.like(expected, verbose));
        assertEquals(concise + (message == null ? "" : message + "\n"), normal);
        assertEquals(silent, concise.replaceFirst("^\\$1( = |\n)", ""));
        assertEquals(concise.startsWith("$1"), !silent.isEmpty(), concise);
    }
}
