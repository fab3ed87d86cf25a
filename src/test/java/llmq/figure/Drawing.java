package llmq.figure;

import java.nio.file.Path;
import java.util.List;
import llmq.Running;
import llmq.catalog.Catalog;
import llmq.diagnostic.SourceText;
import llmq.result.Result;
import llmq.session.Outcome;
import llmq.session.Session;
import llmq.session.Workspace;
import llmq.syntax.Parser;
import llmq.syntax.tree.Statement;

/** Results with pictures, for tests. */
final class Drawing {
    static final Figures.Sources NONE = row -> List.of();
    static final Path DATA = Path.of("src/test/resources/figure");

    private Drawing() {
    }

    /** What the last of some statements gives; files are found among the tests' own. */
    static Result of(String statements) {
        return of(statements, DATA);
    }

    /** @param files where files are found */
    static Result of(String statements, Path files) {
        SourceText text = SourceText.of(statements);
        Workspace workspace = Running.workspace(files);
        Session session = Session.start(Catalog.builtIn());
        Result last = null;
        for (Statement statement : new Parser().parse(text).statements()) {
            Outcome outcome = session.run(statement, text, workspace);
            session = outcome.session();
            last = outcome.result();
        }
        return last;
    }
}
