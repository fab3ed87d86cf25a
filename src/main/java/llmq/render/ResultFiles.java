package llmq.render;

import java.io.BufferedWriter;
import java.io.File;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.util.Set;
import java.util.function.BooleanSupplier;
import llmq.diagnostic.Diagnostic;
import llmq.diagnostic.ErrorCode;
import llmq.diagnostic.LlmqException;
import llmq.result.Format;
import llmq.result.Result;
import llmq.text.Style;

/**
 * Results into files: all of it or nothing. The text goes into a new file beside the old one, which takes the old
 * one's place only when every byte is on the disk.
 */
public final class ResultFiles {
    private static final int ATTEMPTS = 100;

    private ResultFiles() {
    }

    /**
     * Writes the result whole and without colour.
     *
     * @param written the file's name as the user wrote it, for messages
     * @param stopped asked now and then; once true, nothing is saved
     * @throws LlmqException without a place: E302 if the file cannot be written, and then what was there before is
     *                       still there, E203 if it was stopped
     */
    public static void save(Result result, Format format, Path file, String written, BooleanSupplier stopped) {
        Printer printer = Printers.of(format, Style.WHOLE);
        save(file, written, out -> printer.print(result,
                new Stoppable(out, stopped, "saving was stopped; the file is as it was")), FileOutputStream::new);
    }

    /**
     * Writes a text, all or nothing.
     *
     * @param written the file's name as the user wrote it, for messages
     * @throws LlmqException E302 without a place if it cannot be written
     */
    public static void save(String text, Path file, String written) {
        save(file, written, out -> out.append(text), FileOutputStream::new);
    }

    /**
     * Writes bytes, all or nothing.
     *
     * @param written the file's name as the user wrote it, for messages
     * @throws LlmqException E302 without a place if it cannot be written
     */
    public static void save(byte[] bytes, Path file, String written) {
        place(file, written, stream -> stream.write(bytes), FileOutputStream::new);
    }

    /** Something that writes bytes. */
    private interface Bytes {
        void write(OutputStream out) throws IOException;
    }

    /** Something that writes a text. */
    interface Content {
        void write(Appendable out) throws IOException;
    }

    /** Opens a file for writing; tests put in one whose disk is full. */
    interface Opener {
        FileOutputStream open(File file) throws IOException;
    }

    static void save(Path file, String written, Content content, Opener opener) {
        place(file, written, stream -> {
            Writer writer = new BufferedWriter(new OutputStreamWriter(stream, StandardCharsets.UTF_8), 1 << 16);
            content.write(writer);
            writer.flush();
        }, opener);
    }

    private static void place(Path file, String written, Bytes content, Opener opener) {
        try {
            if (Files.isDirectory(file)) {
                throw cannotWrite(written, "it is a folder");
            }
            if (Files.isSymbolicLink(file) && !Files.exists(file)) {
                throw cannotWrite(written, "it is a link to a file that does not exist");
            }
            Path target = Files.exists(file) ? file.toRealPath() : file.toAbsolutePath();
            if (!Files.isDirectory(target.getParent())) {
                throw cannotWrite(written, "there is no folder '" + target.getParent() + "'"
                        + (written.startsWith("~") ? ", and '~' stands for no other one here" : ""));
            }
            if (Files.exists(target) && !Files.isRegularFile(target)) {
                // A device or a pipe cannot be replaced, and holds nothing to lose.
                write(content, opener.open(target.toFile()), false);
            } else {
                replace(target, written, content, opener);
            }
        } catch (IOException | SecurityException failure) {
            throw cannotWrite(written, reason(failure));
        }
    }

    private static void replace(Path target, String written, Bytes content, Opener opener) throws IOException {
        if (Files.exists(target) && !Files.isWritable(target)) {
            throw cannotWrite(written, "it may not be changed");
        }
        File draft = draft(target);
        try {
            write(content, opener.open(draft), true);
            keepPermissions(target, draft.toPath());
            move(draft.toPath(), target);
        } finally {
            // After the move there is nothing to delete.
            Files.deleteIfExists(draft.toPath());
        }
    }

    /** A new empty file beside the target, with the permissions that new files have. */
    private static File draft(Path target) throws IOException {
        for (int i = 0; i < ATTEMPTS; i++) {
            File draft = target.resolveSibling("." + target.getFileName() + "." + System.nanoTime() + ".part").toFile();
            if (draft.createNewFile()) {
                // For an interrupt, which ends the process without a finally.
                draft.deleteOnExit();
                return draft;
            }
        }
        throw new IOException("no name is free for a file beside it");
    }

    private static void write(Bytes content, FileOutputStream file, boolean sync) throws IOException {
        try (OutputStream stream = file) {
            content.write(stream);
            if (sync) {
                file.getFD().sync();
            }
        }
    }

    private static void keepPermissions(Path old, Path draft) throws IOException {
        PosixFileAttributeView view = Files.exists(old, LinkOption.NOFOLLOW_LINKS)
                ? Files.getFileAttributeView(old, PosixFileAttributeView.class) : null;
        if (view != null) {
            Set<PosixFilePermission> permissions = view.readAttributes().permissions();
            Files.setPosixFilePermissions(draft, permissions);
        }
    }

    private static void move(Path from, Path to) throws IOException {
        try {
            Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException unsupported) {
            Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private static LlmqException cannotWrite(String written, String reason) {
        return Diagnostic.of(ErrorCode.E302, "cannot write '" + written + "': " + reason).toException();
    }

    private static String reason(Exception failure) {
        String message = failure instanceof FileSystemException system && system.getReason() != null
                ? system.getReason() : failure.getMessage();
        if (message == null) {
            return failure.getClass().getSimpleName();
        }
        // The system's words come in parentheses after the name: x.csv (Permission denied).
        int open = message.lastIndexOf('(');
        String words = open > 0 && message.endsWith(")") ? message.substring(open + 1, message.length() - 1) : message;
        return words.isEmpty() ? message : Character.toLowerCase(words.charAt(0)) + words.substring(1);
    }
}
