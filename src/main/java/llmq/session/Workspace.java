package llmq.session;

import java.nio.file.Path;
import llmq.engine.Cancel;
import llmq.engine.Engine;
import llmq.load.FileLoader;
import llmq.load.LoadProgress;

/**
 * What a session may use of the world while a statement runs.
 *
 * @param directory what relative paths are relative to
 * @param sandbox   whether files are neither read nor written
 * @param progress  told how far a load has come
 * @param dark      whether pictures in files stand on a dark ground
 */
public record Workspace(Path directory, boolean sandbox, Engine engine, FileLoader loader, Cancel cancel,
        LoadProgress progress, boolean dark) {

    /** A workspace whose pictures stand on white. */
    public Workspace(Path directory, boolean sandbox, Engine engine, FileLoader loader, Cancel cancel,
            LoadProgress progress) {
        this(directory, sandbox, engine, loader, cancel, progress, false);
    }
}
