package llmq.session;

import java.nio.file.Path;
import java.util.List;
import llmq.catalog.Catalog;
import llmq.diagnostic.SourceText;
import llmq.engine.Cancel;
import llmq.engine.Engine;
import llmq.load.FileLoader;
import llmq.load.LoadProgress;
import llmq.result.Result;
import llmq.syntax.Parser;
import llmq.table.Table;

/** A session with one more table {@code t}, which nobody loads from a file. */
public final class Held {
    private final Session session;
    private final Engine engine;

    public Held(Table table, Engine engine) {
        this.session = Session.start(Catalog.builtIn()).withTable("t", table, List.of(), null);
        this.engine = engine;
    }

    /** What one statement gives, with its notes; the session stays as it was. */
    public Result result(String statement, Cancel cancel) {
        SourceText text = SourceText.of(statement);
        return session.run(new Parser().parse(text).statements().get(0), text, new Workspace(Path.of(""), true, engine,
                new FileLoader(() -> 0, 1), cancel, LoadProgress.NONE)).result();
    }
}
