package llmq.session;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import llmq.Running;
import llmq.catalog.Catalog;
import llmq.diagnostic.Diagnostic;
import llmq.diagnostic.SourceText;
import llmq.syntax.Parser;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A script is told what is wrong, not also what follows from that. */
class MissingNamesTest {

    @ParameterizedTest
    @CsvSource(delimiter = '!', textBlock = """
            fit mmlu on log10(flop) as f; list models show residual(f); predict f at flops = 1e25; F(1e25) ! flop
            let a = mmul; list models show a, mmul2; let b = a + 1; rank models by b ! mmul mmul2
            let v = modles where open; list v; count(v); list `v` where nix ! modles
            let g(x) = x + mmul; list models show g(mmlu) ! mmul
            load 'no.csv' as d; list d; fit y on x for d as e; e(x = 3); list nothing ! 'no.csv' nothing
            param p = mmul; list models where tokens < p ! mmul
            list models where open | fit mmlu on log10(flop) as f; list models show density(f) ! flop
            list models show mmul; list models show mmul ! mmul mmul
            """)
    void whatFollowsIsNotSaid(String script, String places) {
        SourceText text = SourceText.of(script);
        Workspace workspace = Running.workspace(Path.of("."));
        StringBuilder found = new StringBuilder();
        for (Diagnostic error : DryRun.errors(Session.start(Catalog.builtIn()), new Parser().parse(text), text,
                workspace)) {
            found.append(found.length() == 0 ? "" : " ").append(script, error.span().start(), error.span().end());
        }
        assertEquals(places, found.toString());
    }
}
