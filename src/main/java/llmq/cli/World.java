package llmq.cli;

import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;

/**
 * All that llmq knows of what is around it, so that a test is a plain object. Beside it stand the terminal itself and
 * other programs that are started, signals, temporary files, the number of processors and the time that a thing takes.
 *
 * @param environment variables of the process
 * @param directory   what relative paths are relative to
 * @param home        the user's folder, or {@code null} where there is none
 * @param unicode     whether the reader's screen takes more than ASCII for lines and boxes
 * @param charset     what a terminal reads and writes; {@code out} and {@code err} take UTF-8 either way
 */
public record World(InputStream in, OutputStream out, OutputStream err, Map<String, String> environment, Clock clock,
        Path directory, Path home, Terminals terminals, boolean unicode, Charset charset) {

    /** A world whose terminal, if there is one, reads and writes UTF-8. */
    public World(InputStream in, OutputStream out, OutputStream err, Map<String, String> environment, Clock clock,
            Path directory, Path home, Terminals terminals, boolean unicode) {
        this(in, out, err, environment, clock, directory, home, terminals, unicode, StandardCharsets.UTF_8);
    }

    /**
     * Which of the three streams a person sits at.
     *
     * @param columns width of the screen in cells, 0 where it is not known
     * @param rows    height of the screen, 0 where it is not known
     */
    public record Terminals(boolean in, boolean out, boolean err, int columns, int rows) {
        public static final Terminals NONE = new Terminals(false, false, false, 0, 0);

        private static final int USUAL_COLUMNS = 80;

        /** Width of the screen that errors go to; 0 where they go to a file or a pipe. */
        int errColumns() {
            return !err ? 0 : columns > 0 ? columns : USUAL_COLUMNS;
        }
    }

    /** A variable's value; {@code null} where it is not set or empty, which mean the same by convention. */
    public String variable(String name) {
        String value = environment.get(name);
        return value == null || value.isEmpty() ? null : value;
    }
}
