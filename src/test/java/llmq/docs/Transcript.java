package llmq.docs;

import java.nio.file.Path;
import java.util.List;
import llmq.cli.ConsoleRecord;
import llmq.cli.Dialogue;

/** Blocks of what was typed and what came of it, as {@link ConsoleRecord} has them, far from this machine. */
final class Transcript {
    static final String PROMPT = ConsoleRecord.PROMPT;
    static final String COMMAND = "$ scripts/llmq ";

    private final ConsoleRecord transcript;

    /** @param directory what relative paths are relative to */
    Transcript(Path directory) {
        this(directory, Dialogue.COLUMNS, Dialogue.ROWS);
    }

    /** In a window of this size. */
    Transcript(Path directory, int columns, int rows) {
        transcript = Dialogue.transcript(directory, columns, rows);
    }

    List<String> anew(List<String> old) {
        return transcript.anew(old);
    }

    /** A statement and what it prints, for generated pages. */
    static List<String> of(String statement, Path directory) {
        return new Transcript(directory).anew(List.of(PROMPT + statement));
    }
}
