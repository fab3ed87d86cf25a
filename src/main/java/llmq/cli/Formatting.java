package llmq.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import llmq.diagnostic.Diagnostic;
import llmq.diagnostic.ErrorCode;
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
        String formatted = Formatter.format(text);
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
            replace(file, formatted);
        }
        return ExitStatus.DONE;
    }

    /** Either the old text stands in the file or the new, whatever happens in between. */
    private void replace(String file, String text) {
        Path path = ScriptFile.path(file, world);
        try {
            // Through a link to the file itself, so that the link stays.
            Path target = path.toRealPath();
            Path made = Files.createTempFile(target.getParent(), ".llmq", ".tmp");
            try {
                Files.writeString(made, text, StandardCharsets.UTF_8);
                if (Files.getFileStore(target).supportsFileAttributeView("posix")) {
                    Files.setPosixFilePermissions(made, Files.getPosixFilePermissions(target));
                }
                Files.move(made, target, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
            } finally {
                Files.deleteIfExists(made);
            }
        } catch (IOException e) {
            throw Diagnostic.of(ErrorCode.E302, "cannot write '" + file + "': " + e.getMessage()).toException();
        }
    }
}
