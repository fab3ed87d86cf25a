package llmq.repl;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The folder that JLine unpacks its native library into. By itself it would leave two files behind with every prompt,
 * as the process does not end by way of the hooks that take them away.
 */
final class NativeFiles implements AutoCloseable {
    private static final String PROPERTY = "jline.tmpdir";

    private final Path folder;

    private NativeFiles(Path folder) {
        this.folder = folder;
    }

    /** A folder of this process alone; where none is to be had, JLine uses the one for temporary files. */
    static NativeFiles open() {
        if (System.getProperty(PROPERTY) != null) {
            return new NativeFiles(null);
        }
        try {
            Path folder = Path.of(System.getProperty("java.io.tmpdir"), "llmq-" + ProcessHandle.current().pid());
            Files.createDirectory(folder);
            System.setProperty(PROPERTY, folder.toString());
            return new NativeFiles(folder);
        } catch (IOException | RuntimeException e) {
            return new NativeFiles(null);
        }
    }

    @Override
    public void close() {
        if (folder == null) {
            return;
        }
        System.clearProperty(PROPERTY);
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder)) {
            for (Path file : files) {
                Files.deleteIfExists(file);
            }
            Files.deleteIfExists(folder);
        } catch (IOException | RuntimeException e) {
            // A library in use cannot be deleted on Windows; it stays, as it always did.
        }
    }
}
