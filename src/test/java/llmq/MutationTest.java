package llmq;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import llmq.catalog.Catalog;
import llmq.diagnostic.Diagnostic;
import llmq.diagnostic.LlmqException;
import llmq.diagnostic.SourceText;
import llmq.render.Printers;
import llmq.result.Format;
import llmq.result.LeftOut;
import llmq.result.Result;
import llmq.session.Outcome;
import llmq.session.Session;
import llmq.session.Workspace;
import llmq.syntax.Parser;
import llmq.syntax.tree.Statement;
import llmq.text.Style;
import llmq.text.Theme;
import org.junit.jupiter.api.Test;

/**
 * Statements of the golden scripts with words taken out, put in and exchanged at random, with a seed: each runs, or
 * fails with errors that say where.
 */
class MutationTest {
    private static final Style STYLE = new Style(100, Theme.NONE, true, false, 8);
    private static final String BETWEEN_WORDS = "(?<=[ (),/*+|-])|(?=[ (),/*+|-])";

    /** So that later ones find the fits that earlier ones made. */
    private static final List<String> FITS = List.of(
            "fit mmlu on log10(flops) where released < 2024-05 as april24",
            "fit mmlu on log10(flops), open per architecture with plain errors as f",
            "fit mmlu on log10(flops) using line with bootstrap 20 seed 7 as g",
            "rank models by mmlu top 50 | fit mmlu on log10(flops), released as h | list where p < 0.05",
            "fit mmlu on log10(flops) with leave out family",
            "list (fit gsm8k on params, tokens for models where open) show term, estimate",
            "predict april24 at flops = 1e25", "predict f at flops = 1e25, open = true",
            "predict april24 for models where released >= 2024-05",
            "count((predict april24 for models) where inside)", "april24(flops = 1e25)",
            "whatif \"Llama 2 70B\" with tokens = 15T, params = 70B using april24",
            "plot mmlu against flops where open log y color by family size by params label top 5 with april24, band,"
                    + " frontier titled 'x'", "plot fit april24 with interval color by open label by org",
            "plot avg(mmlu) per family log y", "plot mmlu per year(released)", "plot released bins 7", "plot fit h",
            "rank models by mmlu top 9 | plot mmlu against released color by year(released) log x, y",
            "rank models by residual(april24) top 5 show density(april24), effective_flops(april24)");

    private static List<String> statements() throws IOException {
        List<String> statements = new ArrayList<>();
        try (Stream<Path> walk = Files.walk(Path.of("src/test/resources/golden"))) {
            for (Path file : walk.filter(f -> f.toString().endsWith(".llmq")).sorted().toList()) {
                SourceText text = SourceText.of(Files.readString(file));
                try {
                    for (Statement statement : new Parser().parse(text).statements()) {
                        statements.add(text.text().substring(statement.span().start(), statement.span().end()));
                    }
                } catch (LlmqException e) {
                    statements.add(text.text());
                }
            }
        }
        statements.addAll(FITS);
        // Large unions are slow, and what is loaded would be missing.
        statements.removeIf(text -> text.contains("m64") || text.contains("m8"));
        return statements;
    }

    @Test
    void nothingButErrorsWithAPlace() throws IOException {
        List<String> statements = statements();
        List<String> words = new ArrayList<>();
        statements.forEach(statement -> words.addAll(List.of(statement.split(BETWEEN_WORDS))));
        words.removeIf(String::isBlank);
        Random random = new Random(20240410);
        Workspace workspace = Running.workspace();
        Session session = Session.start(Catalog.builtIn());
        int ran = 0;
        for (int i = 0; i < 4000; i++) {
            session = i % 100 == 0 ? Session.start(Catalog.builtIn()) : session;
            String mutated = mutated(statements.get(random.nextInt(statements.size())), words, random);
            SourceText text = SourceText.of(mutated);
            try {
                for (Statement statement : new Parser().parse(text).statements()) {
                    Outcome outcome = session.run(statement, text, workspace);
                    session = outcome.session();
                    ran++;
                    if (outcome.result() != null) {
                        look(outcome.result(), mutated);
                    }
                }
            } catch (LlmqException e) {
                for (Diagnostic error : e.diagnostics()) {
                    placed(error, text);
                }
            } catch (RuntimeException | StackOverflowError e) {
                throw new AssertionError(mutated, e);
            }
        }
        assertTrue(ran > 500, "only " + ran + " ran");
    }

    private static void placed(Diagnostic error, SourceText text) {
        String told = error + " of " + text.text();
        assertSame(text, error.source(), told);
        assertTrue(error.span().end() <= text.text().length(), told);
    }

    private static String mutated(String statement, List<String> words, Random random) {
        List<String> parts = new ArrayList<>(List.of(statement.split(BETWEEN_WORDS)));
        for (int change = random.nextInt(3); change > 0 && parts.size() > 1; change--) {
            int at = random.nextInt(parts.size());
            String word = words.get(random.nextInt(words.size()));
            switch (random.nextInt(4)) {
                case 0 -> parts.remove(at);
                case 1 -> parts.set(at, word);
                case 2 -> parts.add(at, word + " ");
                default -> Collections.swap(parts, at, random.nextInt(parts.size()));
            }
        }
        return String.join("", parts);
    }

    /** No result has more rows left out than there are, and none shows what is not finite. */
    private static void look(Result result, String statement) throws IOException {
        long leftOut = 0;
        for (LeftOut part : result.leftOut()) {
            leftOut += part.rows();
        }
        assertTrue(leftOut <= result.considered(), statement + ": " + leftOut + " of " + result.considered());
        StringBuilder printed = new StringBuilder();
        for (Format format : List.of(Format.TABLE, Format.JSON, Format.CSV)) {
            Printers.of(format, STYLE).print(result, printed);
        }
        assertFalse(printed.indexOf("NaN") >= 0 || printed.indexOf("Infinity") >= 0, statement);
    }
}
