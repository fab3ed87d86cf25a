package llmq.lesson;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import llmq.Running;
import llmq.catalog.Catalog;
import llmq.diagnostic.LlmqException;
import llmq.diagnostic.SourceText;
import llmq.result.Layout;
import llmq.result.Result;
import llmq.result.Shown;
import llmq.session.Outcome;
import llmq.session.Session;
import llmq.session.Workspace;
import llmq.syntax.Parser;
import llmq.syntax.tree.Statement;
import llmq.table.Column;
import llmq.table.NumberColumn;
import llmq.table.Table;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What holds of every result, tried on those of all scripts whose output is kept. */
class ComparisonPropertiesTest {
    private static final Path SCRIPTS = Path.of("src/test/resources/golden/query");
    private static final Exercise.Terms ANY_ORDER = terms(false);
    private static final Exercise.Terms IN_ORDER = terms(true);
    private static final List<Given> RESULTS = new ArrayList<>();

    private record Given(String place, Result result) {
        boolean isTable() {
            return result.layout() != Layout.PAGE && result.layout() != Layout.FIT && result.layout() != Layout.SCALAR
                    && result.table().rows() > 1 && result.table().rows() < 1000;
        }
    }

    private static Exercise.Terms terms(boolean ordered) {
        return new Exercise.Terms(ordered, Exercise.Terms.USUAL_TOLERANCE, List.of());
    }

    @BeforeAll
    static void run() throws IOException {
        Workspace workspace = Running.workspace(SCRIPTS);
        List<Path> scripts;
        try (Stream<Path> files = Files.list(SCRIPTS)) {
            scripts = files.filter(file -> file.toString().endsWith(".llmq")).sorted().toList();
        }
        for (Path script : scripts) {
            SourceText text = new SourceText(script.getFileName().toString(), Files.readString(script));
            Session session = Session.start(Catalog.builtIn());
            for (Statement statement : new Parser().parse(text).statements()) {
                Statement harmless = Unwritten.of(statement);
                try {
                    Outcome outcome = harmless == null ? null : session.run(harmless, text, workspace);
                    session = outcome == null ? session : outcome.session();
                    if (outcome != null && outcome.result() != null) {
                        String place = text.name() + ":" + text.line(statement.span().start());
                        RESULTS.add(new Given(place, outcome.result()));
                    }
                } catch (LlmqException e) {
                    // Some scripts show how a statement fails.
                }
            }
        }
        assertTrue(RESULTS.size() > 300, "only " + RESULTS.size() + " results");
    }

    private interface Change {
        /** @return {@code null} where it cannot be made */
        Result of(Result result);
    }

    /** Where the verdict on changed results is not as it should be. */
    private static List<String> exceptions(Exercise.Terms terms, boolean right, int fewest, Change change) {
        List<String> exceptions = new ArrayList<>();
        int tried = 0;
        for (Given given : RESULTS) {
            Result changed = change.of(given.result());
            if (changed != null) {
                tried++;
                Verdict verdict = new Comparison(given.result(), terms).of(changed);
                if (verdict.isRight() != right) {
                    exceptions.add(given.place() + " " + verdict);
                }
            }
        }
        assertTrue(tried >= fewest, "only " + tried + " could be tried");
        return exceptions;
    }

    @Test
    void aResultIsRightForItself() {
        assertEquals(List.of(), exceptions(IN_ORDER, true, 300, result -> result));
    }

    @Test
    void theOrderOfColumnsIsOfNoMatter() {
        assertEquals(List.of(), exceptions(IN_ORDER, true, 300, result -> {
            List<Shown> shown = new ArrayList<>(result.shown());
            Collections.reverse(shown);
            return result.showing(shown);
        }));
    }

    @Test
    void theOrderOfRowsIsOfNoMatterUnlessItIsAskedFor() {
        assertEquals(List.of(), exceptions(ANY_ORDER, true, 100, ComparisonPropertiesTest::reversed));
    }

    private static Result reversed(Result result) {
        int rows = result.table().rows();
        int[] picked = new int[rows];
        for (int row = 0; row < rows; row++) {
            picked[row] = rows - 1 - row;
        }
        return new Given("", result).isTable() ? result.of(result.table().take(picked)) : null;
    }

    @Test
    void aRowTooFewIsNotRight() {
        assertEquals(List.of(), exceptions(ANY_ORDER, false, 100, result -> {
            int[] picked = new int[Math.max(0, result.table().rows() - 1)];
            for (int row = 0; row < picked.length; row++) {
                picked[row] = row;
            }
            return new Given("", result).isTable() ? result.of(result.table().take(picked)) : null;
        }));
    }

    @Test
    void otherNumbersAreNotRight() {
        assertEquals(List.of(), exceptions(ANY_ORDER, false, 100, ComparisonPropertiesTest::scaled));
    }

    /** With all numbers half as much again, where one of them must be there and is not 0. */
    private static Result scaled(Result result) {
        boolean numbers = false;
        for (Shown shown : Asked.of(result, List.of())) {
            Column column = result.table().column(shown.column());
            for (int row = 0; row < column.size(); row++) {
                numbers |= column instanceof NumberColumn values && column.isKnown(row) && values.values()[row] != 0;
            }
        }
        boolean page = result.layout() == Layout.PAGE || result.layout() == Layout.FIT;
        if (!numbers || page || result.table().rows() > 1000) {
            return null;
        }
        List<Column> columns = new ArrayList<>();
        for (Column column : result.table().columns()) {
            columns.add(column instanceof NumberColumn values ? NumberColumn.of(half(values.values())) : column);
        }
        return result.of(new Table(result.table().schema(), columns, result.table().rows(), result.table().label()));
    }

    private static double[] half(double[] values) {
        double[] more = new double[values.length];
        for (int i = 0; i < values.length; i++) {
            more[i] = values[i] * 1.5;
        }
        return more;
    }
}
