package llmq.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import llmq.catalog.Catalog;
import llmq.diagnostic.LlmqException;
import llmq.diagnostic.SourceText;
import llmq.engine.Cancel;
import llmq.engine.Engine;
import llmq.load.FileLoader;
import llmq.load.Progress;
import llmq.render.Format;
import llmq.render.Printers;
import llmq.render.Style;
import llmq.render.Theme;
import llmq.result.Result;
import llmq.syntax.Parser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which columns a reader sees where the statement does not say it all, and in which order rows come. */
class ShownColumnsTest {
    private static Result run(String statement) {
        SourceText text = SourceText.of(statement);
        Workspace workspace = new Workspace(Path.of("."), true, new Engine(1), new FileLoader(System::nanoTime, 1),
                Cancel.never(), Progress.NONE);
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
