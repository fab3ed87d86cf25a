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
import llmq.diagnostic.Diagnostic;
import llmq.diagnostic.ErrorCode;
import llmq.diagnostic.LlmqException;
import llmq.diagnostic.SourceText;
import llmq.syntax.Parser;
import llmq.syntax.tree.Statement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CorrectionTest {
    private static final boolean ACCEPT = Boolean.getBoolean("accept");
    private static final Path EXPECTED = Path.of("src/test/resources/session/corrected.txt");
    private static final String RENEW = "to renew it: mvn test -Dtest=CorrectionTest -Daccept=true";

    private final Workspace nowhere = Running.workspace();

    /** How a text fares. @param from where the statement that failed begins */
    private record Fate(int from, LlmqException failure) {
    }

    /** @return {@code null} where all of it works */
    private Fate run(String text) {
        Session session = Session.start(Catalog.builtIn());
        SourceText source = SourceText.of(text);
        List<Statement> statements;
        try {
            statements = new Parser().parse(source).statements();
        } catch (LlmqException e) {
            return new Fate(0, e);
        }
        for (Statement statement : statements) {
            try {
                session = session.run(statement, source, nowhere).session();
            } catch (LlmqException e) {
                return new Fate(statement.span().start(), e);
            }
        }
        return null;
    }

    /** With a bar for the caret. */
    private String corrected(String text) {
        Fate fate = run(text);
        if (fate == null) {
            return "works";
        }
        Correction correction = Correction.of(text, fate.from(), fate.failure());
        return correction.text().substring(0, correction.caret()) + "|"
                + correction.text().substring(correction.caret()) + (correction.mended() ? "" : " (as it was)");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '~', quoteCharacter = '^', textBlock = """
            rank models by mmul                            ~ rank models by mmlu|
            rank modles where tokns < 3T by mmul           ~ rank models where tokns < 3T by mmul|
            rank models where tokns < 3T by mmul           ~ rank models where tokens < 3T by mmlu|
            let a = 1; rank models by mmul; list top 3     ~ rank models by mmlu; list top 3|
            rank models were open by mmlu                  ~ rank models where open by mmlu|
            lisst models                                   ~ list models|
            list models where org = "Met                   ~ list models where org = "Met"|
            list models where org = "                      ~ list models where org = "| (as it was)
            list where open && mmlu > 80                   ~ list where open and mmlu > 80|
            list where open&&mmlu > 80                     ~ list where open and mmlu > 80|
            list where open || mmlu > 80                   ~ list where open or mmlu > 80|
            list where (open||mmlu > 80)                   ~ list where (open or mmlu > 80)|
            list where mmlu = NULL and open                ~ list where mmlu is unknown and open|
            list where mmlu != null                        ~ list where mmlu is known|
            list where !open                               ~ list where not open|
            list where open and !(mmlu > 80)               ~ list where open and not (mmlu > 80)|
            list where open & & open                       ~ list where open &| & open (as it was)
            rank models by mmlu\u2009                      ~ rank models by mmlu| (as it was)
            list where tokens ≤ 3T                         ~ list where tokens <= 3T|
            list where tokens < 3b                         ~ list where tokens < 3B|
            list where tokens < 3 tokns                    ~ list where tokens < 3 tokens|
            3 days in huor                                 ~ 3 days in hour|
            3 FLOP/s in TFLOP/huor                         ~ 3 FLOP/s in TFLOP/hour|
            mmlu of DBRX Bas                               ~ mmlu of "DBRX Bas"|
            mmlu of "DBRY Base"                            ~ mmlu of "DBRX Base"|
            mmlu of DBRY                                   ~ mmlu of "DBRX Base"|
            mean(mmlu of models)                           ~ avg(mmlu of models)|
            medain(mmlu of models)                         ~ median(mmlu of models)|
            fit mmlu vs log10(flops)                       ~ fit mmlu on log10(flops)|
            fit mmlu on log10(flops) using logistc         ~ fit mmlu on log10(flops) using logistic|
            fit mmlu on log10(flops) as t; predict u at flops = 1e25 ~ predict u| at flops = 1e25 (as it was)
            fit mmlu on log10(flops) as trend; predict tren at flops = 1e25 ~ predict trend at flops = 1e25|
            describe mmul                                  ~ describe mmlu|
            let m = mmul                                   ~ let m = mmlu|
            rank models by                                 ~ rank models by| (as it was)
            list where name + 1 > 2                        ~ list where name| + 1 > 2 (as it was)
            1 + 1                                          ~ works
            list models where org = Meta                   ~ list models where org = 'Meta'|
            rank models by mmlu limit 5                    ~ rank models by mmlu top 5|
            rank models by mmlu head                       ~ rank models by mmlu head| (as it was)
            plot mmlu vs flops                             ~ plot mmlu against flops|
            list models order by mmlu desc                 ~ list models sort by mmlu desc|
            list models where mmlu is null                 ~ list models where mmlu is unknown|
            summarize models show count() group by org     ~ summarize models show count() per org|
            list where open && mmlu > 40                   ~ list where open and mmlu > 40|
            list where open || mmlu > 40                   ~ list where open or mmlu > 40|
            list where mmlu = NULL and open                ~ list where mmlu is unknown and open|
            list where mmlu != null                        ~ list where mmlu is known|
            list where !open                               ~ list where not open|
            """)
    void putsWhatTheErrorsSuggest(String text, String expected) {
        assertEquals(expected, corrected(text));
    }

    /** Statements of SQL and what they are here, which runs. */
    @ParameterizedTest
    @CsvSource(delimiter = '~', quoteCharacter = '^', textBlock = """
            select * from models ~ list models|
            SELECT name, mmlu FROM models WHERE open ORDER BY mmlu DESC LIMIT 5; ~ rank models where open by mmlu top 5 show name, mmlu;|
            SELECT name FROM models ORDER BY released ~ list models sort by released show name|
            SELECT * FROM models ORDER BY org, mmlu DESC LIMIT 3 ~ list models sort by org, mmlu desc top 3|
            SELECT org, COUNT(*), AVG(mmlu) FROM models GROUP BY org ~ summarize models show count(), avg(mmlu) per org|
            SELECT COUNT(*) FROM models ~ summarize models show count()|
            SELECT org, count(*) FROM models GROUP BY org ORDER BY count(*) DESC ~ summarize models show count() per org sort by count() desc|
            select name from models where org = 'Meta' AND mmlu IS NOT NULL ~ list models where org = 'Meta' and mmlu is known show name|
            select name from models where org like '%AI%' or tokens is null ~ list models where org like '*AI*' or tokens is unknown show name|
            select name from models where org <> 'Meta' and mmlu BETWEEN 40 and 60 ~ list models where org <> 'Meta' and mmlu between 40 and 60 show name|
            select mmlu/flops as value from models ~ list models show mmlu/flops as value|
            SELECT name⏎FROM models⏎WHERE open⏎ORDER BY mmlu DESC ~ rank models where open by mmlu show name|
            SELECT a.name FROM models a JOIN scores b ~ SELECT| a.name FROM models a JOIN scores b (as it was)
            SELECT DISTINCT org FROM models ~ SELECT| DISTINCT org FROM models (as it was)
            SELECT org FROM models GROUP BY org HAVING count(*) > 1 ~ SELECT| org FROM models GROUP BY org HAVING count(*) > 1 (as it was)
            select name ~ select| name (as it was)
            list models; select * from scores ~ list models; list scores|
            """)
    void sqlIsPutAsItIsHere(String sql, String expected) {
        assertEquals(expected, corrected(sql.replace('⏎', '\n')));
        String mended = expected.replace("|", "");
        assertTrue(mended.endsWith("(as it was)") || run(mended) == null, mended);
    }

    /** What is mended works, or fails at something else. */
    @Test
    void mendsEveryErrorThatSuggestsSomething() throws IOException {
        StringBuilder all = new StringBuilder();
        List<Path> scripts;
        try (Stream<Path> files = Files.list(Path.of("src/test/resources/golden/error"))) {
            scripts = files.filter(file -> file.toString().endsWith(".llmq")).sorted().toList();
        }
        for (Path script : scripts) {
            String text = Files.readString(script).stripTrailing();
            Fate fate = text.startsWith("#!") ? null : run(text);
            if (fate == null) {
                continue;
            }
            Correction correction = Correction.of(text, fate.from(), fate.failure());
            if (!correction.mended()) {
                continue;
            }
            all.append(script.getFileName()).append('\n').append(correction.text()).append('\n');
            Fate again = run(text.substring(0, fate.from()) + correction.text());
            List<String> wrong = new ArrayList<>();
            for (Diagnostic diagnostic : again == null ? List.<Diagnostic>of() : again.failure().diagnostics()) {
                wrong.add(diagnostic.message());
            }
            for (Diagnostic diagnostic : fate.failure().diagnostics()) {
                assertTrue(diagnostic.fix() == null || !wrong.contains(diagnostic.message()),
                        script + ": " + diagnostic.message());
            }
        }
        if (ACCEPT) {
            Files.createDirectories(EXPECTED.getParent());
            Files.writeString(EXPECTED, all);
        }
        assertEquals(Files.readString(EXPECTED), all.toString(), RENEW);
    }

    /** A command; what is wrong with it; what it could be. */
    @ParameterizedTest
    @CsvSource(delimiter = '~', textBlock = """
            /hlep            ~ unknown command '/hlep'                   ~ did you mean '/help'?    ~ /help
            /set them dark   ~ there is no setting 'them'                ~ did you mean 'theme'?    ~ /set theme dark
            /save -al x      ~ /save has no option '-al'                 ~ did you mean '-all'?     ~ /save -all x
            /exti now        ~ unknown command '/exti'                   ~ /help lists the commands ~ /exti now
            """)
    void putsACommandRight(String line, String message, String help, String expected) {
        LlmqException failure = Diagnostic.of(ErrorCode.E404, message, help).toException();
        assertEquals(new Correction(expected, expected.length(), !expected.equals(line)),
                Correction.of(line, 0, failure));
    }
}
