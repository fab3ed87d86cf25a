package llmq;

import java.nio.file.Path;
import llmq.engine.Cancel;
import llmq.engine.Engine;
import llmq.load.FileLoader;
import llmq.load.LoadProgress;
import llmq.session.Workspace;

/** What statements run in where they are tested: one thread, a clock that stands, and nobody who cancels. */
public final class Running {
    private Running() {
    }

    /** Without files. */
    public static Workspace workspace() {
        return workspace(Path.of(""), true);
    }

    /** With the files of a folder, to read and to write. */
    public static Workspace workspace(Path folder) {
        return workspace(folder, false);
    }

    private static Workspace workspace(Path folder, boolean sandbox) {
        return new Workspace(folder, sandbox, new Engine(1), new FileLoader(() -> 0, 1), Cancel.never(), LoadProgress.NONE);
    }
}
