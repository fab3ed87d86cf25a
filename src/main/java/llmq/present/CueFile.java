package llmq.present;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.function.LongPredicate;

/**
 * The file by which a show tells a second window of llmq where it is. It is there as long as the show, and whole at any
 * time. Of two shows of one document it is the one that moved last.
 */
public final class CueFile {
    private static final String HEAD = "llmq show ";
    private static final int MOST_BYTES = 100_000;

    private final Path file;
    private final long process;
    private final LongPredicate runs;
    private String written = "";
    private String trouble;

    /** @param process the number of this one; @param runs whether there is a process of that number */
    public CueFile(Path file, long process, LongPredicate runs) {
        this.file = file;
        this.process = process;
        this.runs = runs;
    }

    /** Writes what is new. Where that fails the file goes, as what it says no longer holds. */
    void tell(Cue cue) {
        String text = HEAD + process + "\n" + cue.text();
        if (text.equals(written) || trouble != null) {
            return;
        }
        Path draft = file.resolveSibling(file.getFileName() + "." + process + ".part");
        try {
            Files.createDirectories(file.getParent());
            Files.writeString(draft, text);
            Files.move(draft, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
            written = text;
        } catch (IOException | SecurityException e) {
            trouble = "the speaker's notes did not reach a second window: nothing can be written to " + file;
            delete(draft);
            delete(file);
        }
    }

    /** What the show was last told to say; {@code null} where none runs. */
    Cue heard() {
        try {
            if (!Files.isRegularFile(file) || Files.size(file) > MOST_BYTES) {
                return null;
            }
            String text = Files.readString(file);
            long teller = teller(text);
            return teller > 0 && runs.test(teller) ? Cue.read(text) : null;
        } catch (IOException | SecurityException e) {
            // It went away just now, or says nothing that can be read.
            return null;
        }
    }

    /** The process that a text is of; −1 where it is none of ours. */
    private static long teller(String text) {
        int end = text.indexOf('\n');
        if (!text.startsWith(HEAD) || end < 0) {
            return -1;
        }
        try {
            return Long.parseLong(text.substring(HEAD.length(), end));
        } catch (NumberFormatException e) {
            return -1;
        }
    }

    /** The show is over. Another one of the same document may have taken the file. */
    public void end() {
        try {
            if (!written.isEmpty() && Files.readString(file).equals(written)) {
                delete(file);
            }
        } catch (IOException | SecurityException e) {
            // It is not there any more.
        }
    }

    private static void delete(Path path) {
        try {
            Files.deleteIfExists(path);
        } catch (IOException | SecurityException e) {
            // Nobody could say so to anybody.
        }
    }

    /** Why it could not be written; {@code null} where it could. */
    public String trouble() {
        return trouble;
    }
}
