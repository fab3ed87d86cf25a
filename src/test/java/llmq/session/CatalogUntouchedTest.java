package llmq.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import llmq.Running;
import llmq.catalog.Catalog;
import llmq.diagnostic.LlmqException;
import llmq.diagnostic.SourceText;
import llmq.syntax.Parser;
import llmq.syntax.tree.Statement;
import llmq.table.BooleanColumn;
import llmq.table.Column;
import llmq.table.NumberColumn;
import org.junit.jupiter.api.Test;

/** Columns are shared by all that reads them: no question, and no note on its answer, may change a figure. */
class CatalogUntouchedTest {
    private static final List<Path> QUESTIONS =
            List.of(Path.of("src/test/resources/golden/query"), Path.of("src/test/resources/golden/note"));

    private final Catalog catalog = Catalog.builtIn();

    @Test
    void whateverIsAskedTheFiguresStay() throws IOException {
        long before = sum();
        // The note on groups of one row orders the numbers that it finds.
        int asked = ask("rank models by mmlu per flops top 1");
        assertEquals(before, sum());
        for (Path folder : QUESTIONS) {
            try (Stream<Path> files = Files.list(folder)) {
                for (Path file : files.filter(path -> path.toString().endsWith(".llmq")).sorted().toList()) {
                    asked += ask(Files.readString(file));
                    assertEquals(before, sum(), file.toString());
                }
            }
        }
        assertTrue(asked > 100, "only " + asked + " questions had an answer");
    }

    /** How many statements ran, up to the first that does not. */
    private int ask(String text) {
        SourceText source = SourceText.of(text);
        Session session = Session.start(catalog);
        int ran = 0;
        try {
            for (Statement statement : new Parser().parse(source).statements()) {
                session = session.run(statement, source, Running.workspace()).session();
                ran++;
            }
        } catch (LlmqException e) {
            // It reads a file, or is of errors.
            return ran;
        }
        return ran;
    }

    private long sum() {
        long sum = 0;
        for (String table : Catalog.TABLES) {
            for (Column column : catalog.table(table).columns()) {
                sum = sum * 31 + (column instanceof NumberColumn numbers ? Arrays.hashCode(numbers.values())
                        : column instanceof BooleanColumn truths ? Arrays.hashCode(truths.values()) : 0);
            }
        }
        return sum;
    }
}
