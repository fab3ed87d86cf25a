package llmq.cli;

import llmq.diagnostic.LlmqException;
import llmq.diagnostic.SourceText;
import llmq.syntax.Formatter;

/** {@code llmq fmt}. */
final class Formatting {
    private final World world;
    private final Printing printing;

    Formatting(World world, Printing printing) {
        this.world = world;
        this.printing = printing;
    }

    int run(CommandLine line) {
        int status = ExitStatus.DONE;
        for (String file : line.files()) {
            try {
                status = Math.max(status, format(file, line));
            } catch (LlmqException e) {
                status = Math.max(status, printing.failure(e));
            }
        }
        return status;
    }

    private int format(String file, CommandLine line) {
        SourceText text = ScriptFile.read(file, world);
        String formatted = lines(Formatter.format(text), text.text().contains("\r\n"));
        boolean same = formatted.equals(text.text());
        if (line.has(Option.CHECK)) {
            if (!same) {
                printing.out().line(file);
            }
            return same ? ExitStatus.DONE : ExitStatus.FAILED;
        }
        if (!line.has(Option.WRITE) || file.equals("-")) {
            printing.out().write(formatted);
        } else if (!same) {
            ScriptFile.replace(text, formatted, world);
        }
        return ExitStatus.DONE;
    }

    /** With the line ends that the file has. */
    private static String lines(String formatted, boolean crlf) {
        return crlf ? formatted.replace("\r\n", "\n").replace("\n", "\r\n") : formatted;
    }
}
