package llmq.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import llmq.Running;
import llmq.catalog.Catalog;
import llmq.diagnostic.SourceText;
import llmq.syntax.Lexeme;
import llmq.syntax.Lexemes;
import llmq.syntax.Parser;
import llmq.syntax.tree.Statement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KnownNamesTest {
    private static final Session START = Session.start(Catalog.builtIn());

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '^', textBlock = """
            rnak models by mmlu                         | rnak
            rank modles by mmlu/flops                   | modles
            list where tokns < 3T and Mmlu > 20 and x=1 | tokns x
            list show medain(mmlu), log10(flops)        | medain
            fit mmlu on log10(flosp) using logistic     | flosp
            mlu of DBRX                                 | mlu
            list where few_shots > 3 and bandwidth > 1  | few_shots
            summarize show avg(mmlu) as m sort by m     | ^^
            list small where kept > 1                   | ^^
            list where renamed > 1                      | ^^
            """)
    void tellsWhatNothingIsCalled(String text, String expected) {
        Session session = run("let small = list models show params as kept", run(
                "let renamed = mmlu * 2", START));
        assertEquals(expected, String.join(" ", unknown(text, session)));
    }

    /** Whatever runs without an error has no name in it that nothing has. */
    @Test
    void givesNoFalseAlarm() throws IOException {
        List<String> alarms = new ArrayList<>();
        int seen = 0;
        for (Path folder : List.of(Path.of("src/test/resources/golden"), Path.of("scripts"))) {
            List<Path> files;
            try (Stream<Path> walk = Files.walk(folder)) {
                files = walk.filter(file -> file.toString().endsWith(".llmq") && !file.toString().contains("error"))
                        .toList();
            }
            for (Path file : files) {
                seen++;
                for (String name : unknown(Files.readString(file), START)) {
                    alarms.add(file + ": " + name);
                }
            }
        }
        assertEquals(List.of(), alarms);
        assertTrue(seen > 100, seen + " files");
    }

    private static List<String> unknown(String text, Session session) {
        KnownNames names = new KnownNames(session);
        List<String> unknown = new ArrayList<>();
        for (Lexeme lexeme : Lexemes.of(text)) {
            String word = text.substring(lexeme.start(), lexeme.end());
            if (lexeme.bound() && names.isUnknown(word)) {
                unknown.add(word);
            }
        }
        return unknown;
    }

    private static Session run(String line, Session session) {
        SourceText text = SourceText.of(line);
        Statement statement = new Parser().parse(text).statements().get(0);
        return session.run(statement, text, Running.workspace()).session();
    }
}
