package llmq.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import llmq.Running;
import llmq.catalog.Catalog;
import llmq.diagnostic.ErrorCode;
import llmq.diagnostic.LlmqException;
import llmq.diagnostic.SourceText;
import llmq.render.Printers;
import llmq.result.Format;
import llmq.result.Result;
import llmq.syntax.Parser;
import llmq.text.Style;
import llmq.text.Theme;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which columns a reader sees where the statement does not say it all, and in which order rows come. */
class ShownColumnsTest {
    private static Result run(String statement) {
        SourceText text = SourceText.of(statement);
        Workspace workspace = Running.workspace();
        return Session.start(Catalog.builtIn()).run(new Parser().parse(text).statements().get(0), text, workspace)
                .result();
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', textBlock = """
            list models top 1 show mmlu;                            name, mmlu
            list models top 1 show mmlu, name;                      mmlu, name
            list models top 1 show name as who, mmlu;               who, mmlu
            list scores top 1 show score;                           model, score
            rank models by mmlu top 1 show params;                  rank, name, mmlu, params
            list (rank models by mmlu top 1) show params;           name, params
            frontier mmlu against flops show org;                   name, flops, mmlu, org
            summarize models show count() per open;                 open, count()
            summarize models show count() as n per org sort by n;   org, n
            list models top 1 show mmlu/flops as eff sort by eff;   name, eff
            """)
    void titles(String statement, String expected) throws Exception {
        StringBuilder csv = new StringBuilder();
        Printers.of(Format.CSV, Style.WHOLE).print(run(statement), csv);
        assertEquals(expected.replace(", ", ","), csv.toString().lines().findFirst().orElseThrow());
    }

    /** What a screen for three rows says of how many there are: all were asked for, or how to ask for them. */
    @ParameterizedTest
    @CsvSource(delimiter = ';', textBlock = """
            list models top 12;                                    12 rows
            rank models by mmlu top 12;                            12 rows
            list models top 12 | list show name;                   12 rows
            list models top 12 | list where id = "none";           no rows
            list models top 12 | rank by params per name top 1;    12 rows
            list (list models top 12);                             … 9 more rows (12 in all): top 12 shows them
            list (list models top 12) top 2 | list show name;      ''
            rank (list models top 12) by params;                   … 9 more rows (12 in all): top 12 shows them
            rank (list models top 12) by params per name top 1;    … 9 more rows (12 in all): | list top 12 shows them
            summarize (list models top 12) show count() per name;  … 9 more rows (12 in all): top 12 shows them
            frontier params against flops for (list models top 12) with dominated; \
            … 9 more rows (12 in all): | list top 12 shows them
            """)
    void rows(String statement, String expected) throws Exception {
        StringBuilder table = new StringBuilder();
        Printers.of(Format.TABLE, new Style(0, Theme.NONE, true, false, 3)).print(run(statement), table);
        String found = "";
        for (String line : table.toString().lines().toList()) {
            found = line.contains("rows") ? line : found;
        }
        assertEquals(expected, found);
    }

    @Test
    void aPageIsShownWhole() throws Exception {
        StringBuilder table = new StringBuilder();
        Printers.of(Format.TABLE, new Style(0, Theme.NONE, true, false, 3)).print(run("describe errors"), table);
        assertTrue(table.toString().endsWith("\n" + ErrorCode.values().length + " rows\n"), table.toString());
    }

    @Test
    void aNarrowWindowKeepsWhatReadersLookForFirst() throws Exception {
        StringBuilder table = new StringBuilder();
        Printers.of(Format.TABLE, new Style(80, Theme.NONE, true, false, 1)).print(run("list models"), table);
        assertEquals("│ name  │ org   │   released │ open │   params │   tokens │ flops │ mmlu │",
                table.toString().lines().skip(1).findFirst().orElseThrow());
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', textBlock = """
            describe;                                   80; describe, shows
            describe fields;                            80; field, holds, unit, what it is
            describe models;                            60; field, holds, what it is
            describe functions;                         80; function, gives
            describe units;                             60; unit, also written, is
            trace mmlu/flops of "Llama 2 70B";          80; what, value, from
            trace mmlu/flops of "Llama 2 70B";          60; what, value, from
            """)
    void aPageKeepsWhatIsSaidOfEachLine(String statement, int width, String expected) throws Exception {
        StringBuilder table = new StringBuilder();
        Printers.of(Format.TABLE, new Style(width, Theme.NONE, true, false, 0)).print(run(statement), table);
        String[] lines = table.toString().split("\n");
        String titles = lines[lines[0].startsWith("┌") ? 1 : 2];
        assertEquals(expected, titles.replaceAll("^│ +| +│$", "").replaceAll(" +│ +", ", "));
    }

    @Test
    void groupsComeInTheirOwnOrder() {
        List<Double> years = new ArrayList<>();
        for (double year : run("summarize models show count() per year(released)").table()
                .numbers("year(released)").values()) {
            years.add(year);
        }
        assertEquals(years.stream().sorted().toList(), years);
    }

    /** {@code sources} has one key that begins so; what counts is that several models do. */
    @ParameterizedTest
    @CsvSource(delimiter = ';', textBlock = """
            mmlu of "Mixtral 8x"
            compare "Mixtral 8x", DBRX
            """)
    void aNameThatFitsSeveralModelsIsLookedForNowhereElse(String statement) {
        LlmqException failure = assertThrows(LlmqException.class, () -> run(statement));
        assertEquals("'Mixtral 8x' fits 2 names", failure.diagnostics().get(0).message());
    }
}
