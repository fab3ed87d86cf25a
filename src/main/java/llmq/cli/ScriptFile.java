package llmq.cli;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import llmq.diagnostic.Diagnostic;
import llmq.diagnostic.ErrorCode;
import llmq.diagnostic.LlmqException;
import llmq.diagnostic.SourceText;
import llmq.render.ResultFiles;

/** Reads scripts, from files as they are named on the command line and from standard input, and writes them anew. */
public final class ScriptFile {
    private static final String STREAM = "-";
    private static final String STANDARD_INPUT = "standard input";
    private static final int CHUNK = 16_384;
    private static final int MOST_BYTES = 100_000_000;
    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private ScriptFile() {
    }

    /**
     * @param name as written; {@code -} is standard input
     * @throws LlmqException with E301 where it cannot be read or is not UTF-8 text, E009 where it is too long
     */
    static SourceText read(String name, World world) {
        return name.equals(STREAM) ? read(world.in()) : file(name, world);
    }

    /** All of standard input. */
    static SourceText read(InputStream in) {
        try {
            return new SourceText(STANDARD_INPUT, text(STANDARD_INPUT, bytes(in, STANDARD_INPUT)));
        } catch (IOException e) {
            throw unreadable(STANDARD_INPUT, e.getMessage());
        }
    }

    private static byte[] bytes(InputStream in, String what) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        byte[] buffer = new byte[CHUNK];
        // Not readAllBytes: that of a file stream of Java 17 asks a pipe for its position, and fails.
        for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
            bytes.write(buffer, 0, read);
            if (bytes.size() > MOST_BYTES) {
                // Some never end: /dev/zero, yes | llmq.
                throw Diagnostic.of(ErrorCode.E009, "cannot read " + what + ": it is longer than "
                        + MOST_BYTES / 1_000_000 + " megabytes, and a script is not").toException();
            }
        }
        return bytes.toByteArray();
    }

    /** The file of that name, even if that is {@code -}. */
    static SourceText file(String name, World world) {
        String quoted = "'" + name + "'";
        return new SourceText(name, text(quoted, bytes(path(name, world), quoted)));
    }

    /** The same, which is no pipe and no device: those may never end, or end but once. */
    static SourceText lasting(String name, World world) {
        Path path = path(name, world);
        if (Files.exists(path) && !Files.isDirectory(path) && !Files.isRegularFile(path)) {
            throw unreadable("'" + name + "'", "it is no plain file");
        }
        return file(name, world);
    }

    /** @throws LlmqException E302 for what cannot be replaced: standard input, a pipe, a device */
    static void mustBePlain(String name, World world) {
        Path path = path(name, world);
        if (name.equals(STREAM) || Files.exists(path) && !Files.isRegularFile(path)) {
            throw unwritable(name, (name.equals(STREAM) ? STANDARD_INPUT : "it") + " is no plain file");
        }
    }

    /**
     * Puts another text into a file that was read, all or nothing. What the file has beside its text it keeps: a byte
     * order mark, its permissions, and a symbolic link that leads to it. It becomes a new one, as with {@code sed -i}
     * and {@code git}: another hard link to it keeps the text that was.
     *
     * @param read what the other text was made of
     * @throws LlmqException E302 where it cannot be written, or holds something else by now
     */
    static void replace(SourceText read, String text, World world) {
        String name = read.name();
        mustBePlain(name, world);
        Path path = path(name, world);
        String quoted = "'" + name + "'";
        String now = decoded(quoted, bytes(path, quoted));
        String mark = isMarked(now) ? now.substring(0, 1) : "";
        if (now.equals(mark + text)) {
            return;
        }
        if (!now.equals(mark + read.text())) {
            throw unwritable(name, "it has been changed since it was read");
        }
        ResultFiles.save(mark + text, path, name);
    }

    static Path path(String name, World world) {
        try {
            return world.directory().resolve(name);
        } catch (InvalidPathException e) {
            throw unreadable("'" + name + "'", "this is no path");
        }
    }

    private static byte[] bytes(Path path, String quoted) {
        if (Files.isDirectory(path)) {
            throw unreadable(quoted, "it is a folder");
        }
        try (InputStream in = Files.newInputStream(path)) {
            return bytes(in, quoted);
        } catch (NoSuchFileException e) {
            throw unreadable(quoted, "there is no such file");
        } catch (IOException e) {
            throw unreadable(quoted, Files.exists(path) && !Files.isReadable(path) ? "permission denied"
                    : e instanceof FileSystemException system && system.getReason() != null ? system.getReason()
                    : e.getMessage());
        }
    }

    private static String text(String name, byte[] bytes) {
        String text = decoded(name, bytes);
        return isMarked(text) ? text.substring(1) : text;
    }

    private static boolean isMarked(String text) {
        return !text.isEmpty() && text.charAt(0) == BYTE_ORDER_MARK;
    }

    private static String decoded(String name, byte[] bytes) {
        String text;
        try {
            text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
        } catch (CharacterCodingException e) {
            throw unreadable(name, "it is not UTF-8 text");
        }
        if (text.indexOf('\0') >= 0) {
            throw unreadable(name, "it is not text: it holds a NUL character");
        }
        return text;
    }

    private static LlmqException unwritable(String name, String why) {
        return Diagnostic.of(ErrorCode.E302, "cannot write '" + name + "': " + why).toException();
    }

    private static LlmqException unreadable(String what, String why) {
        return Diagnostic.of(ErrorCode.E301, "cannot read " + what + ": " + why).toException();
    }
}
