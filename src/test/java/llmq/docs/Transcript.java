package llmq.docs;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import llmq.cli.Dialogue;

/**
 * A block of what was typed and what came of it. A line {@code llmq> …} is typed at the prompt and may go on in lines
 * {@code    ...> …}; a line {@code $ scripts/llmq …} is a command. All else is output.
 */
final class Transcript {
    static final String PROMPT = "llmq> ";
    static final String MORE = " ...> ";
    static final String COMMAND = "$ scripts/llmq ";

    private final Path directory;
    private final int columns;
    private final int rows;
    private final Dialogue prompt;

    /** @param directory what relative paths are relative to */
    Transcript(Path directory) {
        this(directory, Dialogue.COLUMNS, Dialogue.ROWS);
    }

    /** In a window of this size. */
    Transcript(Path directory, int columns, int rows) {
        this.directory = directory;
        this.columns = columns;
        this.rows = rows;
        prompt = new Dialogue(directory, columns, rows);
    }

    /**
     * The lines that a block should have: what was typed in the old ones, with what comes of it now. The next block
     * goes on from there.
     */
    List<String> anew(List<String> old) {
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < old.size(); i++) {
            String line = old.get(i);
            if (line.startsWith(COMMAND)) {
                gap(lines);
                lines.add(line);
                List<String> arguments = words(line.substring(COMMAND.length()));
                lines.addAll(Dialogue.command(arguments, directory, columns, rows).lines().toList());
            } else if (line.startsWith(PROMPT)) {
                gap(lines);
                lines.add(line);
                StringBuilder text = new StringBuilder(line.substring(PROMPT.length())).append('\n');
                while (i + 1 < old.size() && old.get(i + 1).startsWith(MORE)) {
                    i++;
                    lines.add(old.get(i));
                    text.append(old.get(i).substring(MORE.length())).append('\n');
                }
                lines.addAll(prompt.answer(text.toString()).lines().toList());
            } else if (i == 0) {
                throw new IllegalStateException("a transcript starts with what is typed, not with: " + line);
            }
        }
        return lines;
    }

    /** A statement and what it prints, for generated pages. */
    static List<String> of(String statement, Path directory) {
        return new Transcript(directory).anew(List.of(PROMPT + statement));
    }

    /** An empty line after output, none between statements that print nothing. */
    private static void gap(List<String> lines) {
        boolean silent = lines.isEmpty() || lines.get(lines.size() - 1).startsWith(PROMPT)
                || lines.get(lines.size() - 1).startsWith(MORE);
        if (!silent) {
            lines.add("");
        }
    }

    /** The words of a command line, as a POSIX shell would split it where there are only plain words and quotes. */
    private static List<String> words(String line) {
        List<String> words = new ArrayList<>();
        StringBuilder word = null;
        char quote = 0;
        for (char c : line.toCharArray()) {
            if (quote != 0) {
                if (c == quote) {
                    quote = 0;
                } else {
                    word.append(c);
                }
            } else if (c == '\'' || c == '"') {
                quote = c;
                word = word == null ? new StringBuilder() : word;
            } else if (c == ' ') {
                if (word != null) {
                    words.add(word.toString());
                    word = null;
                }
            } else {
                word = word == null ? new StringBuilder() : word;
                word.append(c);
            }
        }
        if (word != null) {
            words.add(word.toString());
        }
        return words;
    }
}
