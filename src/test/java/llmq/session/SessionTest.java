package llmq.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import llmq.Running;
import llmq.catalog.Catalog;
import llmq.check.Namespace;
import llmq.diagnostic.Diagnostic;
import llmq.diagnostic.ErrorCode;
import llmq.diagnostic.LlmqException;
import llmq.diagnostic.SourceText;
import llmq.render.Printers;
import llmq.result.Format;
import llmq.syntax.Parser;
import llmq.syntax.tree.Statement;
import llmq.table.NumberColumn;
import llmq.text.Style;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a session keeps, and what a statement that fails leaves alone. */
class SessionTest {
    private static final Session START = Session.start(Catalog.builtIn());

    @TempDir
    Path folder;
    private Workspace workspace;

    @BeforeEach
    void data() throws IOException {
        workspace = Running.workspace(folder);
        Files.writeString(folder.resolve("mine.csv"), "name,mmlu\nMy 7B,61.5%\nMy 70B,71.2%\n");
    }

    private Session run(Session session, String written) {
        SourceText text = SourceText.of(written);
        Session after = session;
        for (Statement statement : new Parser().parse(text).statements()) {
            after = after.run(statement, text, workspace).session();
        }
        return after;
    }

    /** The number that an expression comes to. */
    private double number(Session session, String expression) {
        SourceText text = SourceText.of(expression);
        Outcome outcome = session.run(new Parser().parse(text).statements().get(0), text, workspace);
        return ((NumberColumn) outcome.result().table().column(0)).values()[0];
    }

    private List<ErrorCode> failure(Session session, String written) {
        LlmqException e = assertThrows(LlmqException.class, () -> run(session, written));
        return e.diagnostics().stream().map(Diagnostic::code).toList();
    }

    /** Names that stand for two that stand for two take long to read. */
    @Test
    void cancelStopsAStatementWhileItIsRead() {
        StringBuilder views = new StringBuilder("let v0 = models where open\n");
        for (int i = 1; i <= 12; i++) {
            views.append("let v").append(i).append(" = v").append(i - 1).append(" + v").append(i - 1).append('\n');
        }
        Session session = run(START, views.toString());
        SourceText text = SourceText.of("list v12");
        Statement statement = new Parser().parse(text).statements().get(0);
        AtomicInteger asked = new AtomicInteger();
        session.check(statement, text, () -> asked.incrementAndGet() < 0);
        assertTrue(asked.get() > 1_000, asked + " times asked");
        AtomicInteger left = new AtomicInteger(asked.get() / 2);
        LlmqException e = assertThrows(LlmqException.class,
                () -> session.check(statement, text, () -> left.decrementAndGet() <= 0));
        assertEquals(ErrorCode.E203, e.diagnostics().get(0).code());
    }

    @ParameterizedTest
    @ValueSource(strings = {"list show mmul", "let x = mmul", "let eff = eff + 1", "let v = v where open",
        "load 'mine.csv' as models", "load 'nothing.csv' as other", "load 'mine.csv' as other with (a = 'nothing')",
        "assert 1 > 2", "assume tokens of DBRX = tokens of \"GPT-4\"", "assume tokens of DBRX = 3 USD",
        "assume tokens of DBRX = -3T", "assume params of DBRX = 0", "assume mmlu of DBRX = 101",
        "save models to 'no/such/folder.csv'", "save models to 'models.xls'", "describe nothing_at_all",
        "require catalog 2999.01", "list $9", "param p = mmul", "fit mmlu on params where name = 'DBRX' as trend"})
    void aStatementThatFailsChangesNothing(String statement) {
        Session before = run(START, "let eff = mmlu/flops  let v = models where open  load 'mine.csv' as mine\n"
                + "count(mine)");
        List<Namespace.Definition> names = before.names().all();
        failure(before, statement);
        assertEquals(names, before.names().all());
        assertEquals(1, before.results());
        assertEquals(2, number(before, "$1"));
        assertEquals(12e12, number(before, "tokens of DBRX"));
        assertEquals(2, number(before, "count(mine)"));
    }

    @Test
    void aSessionIsAValue() {
        Session one = run(START, "let limit = 3; limit");
        Session two = run(one, "let limit = 4; limit; assume tokens of \"GPT-4\" = 5T");
        assertEquals(3, number(one, "limit"));
        assertEquals(4, number(two, "limit"));
        assertTrue(Double.isNaN(number(one, "tokens of \"GPT-4\"")));
        assertEquals(5e12, number(two, "tokens of \"GPT-4\""));
        assertEquals(1, one.results());
        assertEquals(2, two.results());
    }

    @Test
    void resultsAreNumberedAndStayAsTheyWere() {
        Session session = run(START, "1 + 1; rank models by mmlu top 3; describe mmlu; trace mmlu of DBRX\n"
                + "explain list models; let x = 3; save $2 to 'top.csv'; 7; load 'mine.csv' as mine");
        assertEquals(6, session.results());
        assertEquals(2, number(session, "$1"));
        assertEquals(3, number(session, "count($2)"));
        assertEquals(7, number(session, "$6"));
        assertEquals(7, number(session, "$"));
        assertEquals(List.of(ErrorCode.E117), failure(session, "list $7"));
        Session later = run(session, "assume mmlu of DBRX = 99; rank models by mmlu top 1");
        assertEquals(90, number(later, "max(mmlu of $2)"));
        assertEquals(99, number(later, "max(mmlu of $7)"));
    }

    @Test
    void definitionsAreLazyAndCanBeReplaced() {
        Session session = run(START, "let half = 10/2; let twice = half*4\n"
                + "let strong = models where mmlu > 85");
        assertEquals(20, number(session, "twice"));
        assertEquals(40, number(run(session, "let half = 10"), "twice"));
        double before = number(session, "count(strong)");
        assertEquals(before + 1, number(run(session, "assume mmlu of DBRX = 90"), "count(strong)"));
    }

    @Test
    void assumptionsCarryToWhatIsDerived() {
        Session session = run(START, "assume tokens of \"Mixtral 8x22B\" = 8T");
        assertEquals(6 * 39e9 * 8e12, number(session, "flops_6nd of \"Mixtral 8x22B\""), 1e12);
        assertEquals(9e12, number(run(session, "assume tokens of \"mixtral 8x22b\" = 9T"),
                "tokens of \"Mixtral 8x22B\""));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            param limit = 3T                | 5T         | tokens of DBRX / limit        | 2.4
            param limit = 3T                | 5T tokens  | limit in Ttokens              | 5e12
            param limit = 3                 | 1 + 1      | limit * 2                     | 4
            param since = 2024-01           | 2024-04    | year(since) * 100 + month(since) | 202404
            param who = 'Meta'              | Google     | count(models where org = who and name = 'Gemma 7B') | 1
            param n = 1                     | 4          | count((list models top n))    | 4
            """)
    void parametersTakeTheValueGiven(String declared, String given, String asked, double expected) {
        String name = declared.split(" ")[1];
        Session session = START.withParameters(Map.of(name.toUpperCase(Locale.ROOT), given));
        assertEquals(expected, number(run(session, declared), asked), expected * 1e-12);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            param limit = 3T | mmul     | E101
            param limit = 3T | 3 +      | E002
            param limit = 3T | $1       | E117
            param n = 3      | 2 lights | E001
            """)
    void aParameterGivenWronglyIsAnError(String declared, String given, ErrorCode code) {
        Session session = START.withParameters(Map.of(declared.split(" ")[1], given));
        assertEquals(List.of(code), failure(session, declared));
    }

    /** Checking finds what running would, and says nothing where running would not fail. */
    @ParameterizedTest
    @CsvSource(delimiterString = "=>", textBlock = """
            let e = mmlu/flops; rank by e; rank by e2                                       => E101
            load 'mine.csv' as mine; list mine where mmlu > 3; list mine where mmul > 3     => E101
            load 'mine.csv' as mine; mmlu of "My 7B"; mmlu of "My 8B"                       => E102
            load 'nothing.csv' as mine                                                      => E301
            list models top 1 | save to "top.csv"; load "top.csv" as one; list one show org =>
            1 + 1; $1 + 1; $3                                                               => E117
            describe; trace mmlu of DBRX; list hardware; list $3 where memory > 3; list $4  =>
            describe mmlu; describe $1; describe nothing_at_all                             => E101
            rank by mmlu/flops top 3; list $1 where `mmlu/flops` > 0; list $1 where e > 0   => E101
            rank by mmlu top 3 | describe; explain list $1; $1 + 1                          => E116
            assert 1 > 2                                                                    =>
            rank by mmlu top 3; save $ to "top.xls"                                         => E303
            let v = models where open; let w = v where mmlu > 3; list w; list u             => E111
            param n = 3; list top n; list top m                                             => E101
            assume tokens of DBRX = 3T; assume tokns of DBRX = 3T                           => E101
            rank by mmul; list where nme = 'x'                                              => E101 E101
            summarize show count() per org; list $1 where `count()` > 3; avg(`count()` of $1) =>
            compare DBRX, "Llama 2 70B"; list $1 where mmlu > 3; count($1)                  =>
            fit mmlu on log10(flops) as t; predict t at flops = 3; list $2 show mean_low, x => E101
            fit mmlu on log10(flops) as t; predict t where open; list $2 where inside; list $2 show x => E101
            fit mmlu on log10(flops) as t; whatif DBRX with tokens = 3T using t; list $2 show `tokens/params`, x => E101
            fit mmlu on flops, family as t; predict t at flops = 3, family = 'Any'; predict u where open => E101
            """)
    void checkingFindsWhatRunningWould(String script, String codes) {
        SourceText text = SourceText.of(script);
        List<String> found = new ArrayList<>();
        for (Diagnostic diagnostic : DryRun.errors(START, new Parser().parse(text), text, workspace)) {
            found.add(diagnostic.code().name());
        }
        assertEquals(codes == null ? "" : codes, String.join(" ", found));
        assertFalse(Files.exists(folder.resolve("top.csv")));
        boolean fails = false;
        try {
            run(START, text.text());
        } catch (LlmqException e) {
            fails = e.diagnostics().get(0).code() != ErrorCode.E201;
        }
        assertEquals(codes != null, fails);
    }

    /** The formula and the words of a fit stand in its file as on the screen. */
    @Test
    void aFitThatIsSavedSaysWhatItComesTo() throws IOException {
        String fit = "fit mmlu on log10(flops) per architecture";
        SourceText text = SourceText.of(fit);
        Outcome outcome = START.run(new Parser().parse(text).statements().get(0), text, workspace);
        for (String name : List.of("fit.md", "fit.json")) {
            run(START, fit + " | save to '" + name + "'");
            StringBuilder printed = new StringBuilder();
            Printers.of(Format.ofFile(name), Style.WHOLE).print(outcome.result().with(List.of()), printed);
            assertEquals(printed.toString(), Files.readString(folder.resolve(name)));
        }
        assertFalse(outcome.result().said().isEmpty());
    }
}
