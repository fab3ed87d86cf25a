package llmq.session;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import llmq.Running;
import llmq.catalog.Catalog;
import llmq.diagnostic.SourceText;
import llmq.function.Function;
import llmq.function.Functions;
import llmq.result.Result;
import llmq.result.Shown;
import llmq.syntax.Parser;
import llmq.syntax.tree.Statement;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The statements that the registry of functions shows as examples run on the built-in catalog, and show something. */
class FunctionExamplesTest {
    private static final Catalog CATALOG = Catalog.builtIn();

    static List<String> examples() {
        List<String> examples = new ArrayList<>();
        for (Function function : Functions.all()) {
            examples.addAll(function.doc().examples());
        }
        return examples;
    }

    @ParameterizedTest
    @MethodSource("examples")
    void runsAndShowsAKnownValue(String example) {
        Workspace workspace = Running.workspace();
        SourceText text = SourceText.of(example);
        Session session = Session.start(CATALOG);
        List<Statement> statements = new Parser().parse(text).statements();
        assertFalse(statements.isEmpty());
        for (Statement statement : statements) {
            Outcome outcome = session.run(statement, text, workspace);
            assertTrue(isAnyKnown(outcome.result()), "nothing but unknown values");
            session = outcome.session();
        }
    }

    private static boolean isAnyKnown(Result result) {
        int last = result.shown().size() - 1;
        Shown shown = result.shown().get(last);
        for (int row = 0; row < result.table().rows(); row++) {
            if (result.table().column(shown.column()).isKnown(row)) {
                return true;
            }
        }
        return false;
    }
}
