package llmq.lesson;

import java.nio.file.Path;
import llmq.engine.Cancel;
import llmq.engine.Engine;
import llmq.load.FileLoader;
import llmq.load.Progress;
import llmq.session.Workspace;

/** What lessons run in where they are tested: no files. */
public final class Running {
    private Running() {
    }

    public static Workspace workspace() {
        return new Workspace(Path.of(""), true, new Engine(1), new FileLoader(() -> 0, 1), Cancel.never(),
                Progress.NONE);
    }
}
