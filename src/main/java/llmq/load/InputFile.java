package llmq.load;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;
import llmq.diagnostic.Diagnostic;
import llmq.diagnostic.ErrorCode;
import llmq.diagnostic.LlmqException;
import llmq.diagnostic.Nearest;

/** A file to be read: finds it, opens it, and says in words why that fails. */
final class InputFile {
    private static final int GZIP_BUFFER = 1 << 16;

    private final String written;
    private final Path path;
    private final boolean compressed;
    private volatile long read;

    InputFile(LoadRequest request, FileFormat format) {
        written = request.path();
        compressed = format.compressed();
        try {
            path = request.directory().resolve(written);
        } catch (InvalidPathException e) {
            throw cannotRead("it is no path that this system knows", "check the path").toException();
        }
        if (Files.isDirectory(path)) {
            throw cannotRead("it is a folder", "name a file in it").toException();
        }
        if (!Files.exists(path)) {
            throw missing();
        }
    }

    /** Bytes of the file, compressed as it is; −1 for what is no regular file. */
    long size() {
        try {
            return Files.isRegularFile(path) ? Files.size(path) : -1;
        } catch (IOException e) {
            return -1;
        }
    }

    /** Whether it can be read a second time. */
    boolean isRepeatable() {
        return Files.isRegularFile(path);
    }

    /** Bytes read since it was last opened, of {@link #size}. */
    long read() {
        return read;
    }

    InputStream open() throws IOException {
        read = 0;
        InputStream file = new Counting(Files.newInputStream(path));
        if (!compressed) {
            return file;
        }
        try {
            return new GZIPInputStream(file, GZIP_BUFFER);
        } catch (IOException e) {
            file.close();
            throw e;
        }
    }

    private LlmqException missing() {
        Diagnostic diagnostic = cannotRead("there is no such file", "relative paths start from the working folder");
        List<String> beside = new ArrayList<>();
        Path folder = path.toAbsolutePath().getParent();
        if (folder != null && Files.isDirectory(folder)) {
            try (DirectoryStream<Path> files = Files.newDirectoryStream(folder)) {
                for (Path file : files) {
                    beside.add(file.getFileName().toString());
                }
            } catch (IOException e) {
                // Only a hint is lost.
                beside.clear();
            }
        }
        String near = Nearest.sentence(path.getFileName().toString(), beside);
        return (near == null ? diagnostic : new Diagnostic(diagnostic.code(), null, null, diagnostic.message(),
                List.of(near))).toException();
    }

    /** What went wrong while the file was read. */
    LlmqException failure(IOException e) {
        if (e instanceof NoSuchFileException) {
            return missing();
        }
        if (e instanceof AccessDeniedException) {
            return cannotRead("reading it is not permitted", "check its permissions").toException();
        }
        if (compressed) {
            return malformed("it is no whole gzip file (" + reason(e) + ")",
                    "unpack it with gzip -d to see what is left of it").toException();
        }
        return cannotRead(reason(e), "check that it is whole and readable").toException();
    }

    private static String reason(IOException e) {
        if (e instanceof FileSystemException system && system.getReason() != null) {
            // Its message would name the file again.
            return system.getReason();
        }
        return e.getMessage() == null ? "it ends too soon" : Character.toLowerCase(e.getMessage().charAt(0))
                + e.getMessage().substring(1);
    }

    /** @param help what the file should begin with */
    LlmqException empty(String help) {
        return malformed("it is empty", help).toException();
    }

    /** @throws LlmqException where the bytes are those of something other than text */
    void requireText(byte[] bytes, int length) {
        boolean wide = length >= 2 && ((bytes[0] & 0xFF) == 0xFE && (bytes[1] & 0xFF) == 0xFF
                || (bytes[0] & 0xFF) == 0xFF && (bytes[1] & 0xFF) == 0xFE);
        if (wide) {
            throw cannotRead("it is UTF-16", "save it as UTF-8").toException();
        }
        for (int i = 0; i < length; i++) {
            if (bytes[i] == 0) {
                throw cannotRead("it holds NUL bytes, so it is no text file", "save it as CSV in UTF-8").toException();
            }
        }
    }

    Diagnostic cannotRead(String why, String help) {
        return Diagnostic.of(ErrorCode.E301, "cannot read '" + written + "': " + why, help);
    }

    Diagnostic malformed(String why, String help) {
        return Diagnostic.of(ErrorCode.E304, "cannot load '" + written + "': " + why, help);
    }

    private final class Counting extends FilterInputStream {
        Counting(InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            int value = in.read();
            count(value < 0 ? -1 : 1);
            return value;
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            int count = in.read(bytes, offset, length);
            count(count);
            return count;
        }

        // Only one thread at a time reads; the field is volatile for the one that shows the progress.
        @SuppressWarnings("NonAtomicOperationOnVolatileField")
        private void count(int bytes) {
            if (bytes > 0) {
                read += bytes;
            }
        }
    }
}
