package llmq.command;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** What commands ask of the terminal. */
public interface Screen {
    /** Width of the window; 0 where it is not known. */
    int columns();

    /** Height of the window; 0 where it is not known. */
    int rows();

    /** Whether programs that use the whole screen can run on it. */
    boolean isWhole();

    /** What was typed, an entry per statement, the first first. @param all in earlier sessions, too */
    List<String> history(boolean all);

    /**
     * Lends the terminal to another program until that ends.
     *
     * @return its exit status
     * @throws IOException where it cannot be started
     */
    int lend(List<String> program) throws IOException;

    /** Lets a file be changed in the editor that is built in; {@code false} where there is none. */
    boolean edit(Path file) throws IOException;
}
