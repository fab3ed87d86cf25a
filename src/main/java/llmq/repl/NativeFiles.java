package llmq.repl;

import java.io.File;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.jline.nativ.JLineNativeLoader;

/**
 * The folder that JLine unpacks its native library into. By itself it would leave two files behind with every prompt,
 * as the process does not end by way of the hooks that take them away.
 */
final class NativeFiles implements AutoCloseable {
    private static final String PROPERTY = "jline.tmpdir";
    /** Where JLine looks for the library before it unpacks its own. */
    private static final String LIBRARY = "library.jline.path";
    /** The launcher's folder for the library, so that it is unpacked but once. */
    private static final String KEPT = "llmq.native";

    private final Path folder;

    private NativeFiles(Path folder) {
        this.folder = folder;
    }

    /** A folder of this process alone; where none is to be had, JLine uses the one for temporary files. */
    static NativeFiles open() {
        if (System.getProperty(PROPERTY) != null || System.getProperty(LIBRARY) != null) {
            return new NativeFiles(null);
        }
        String kept = System.getProperty(KEPT);
        if (kept != null && new File(kept, name()).isFile()) {
            System.setProperty(LIBRARY, kept);
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

    /** The launcher's own folder; {@code null} where it has none. */
    static Path cache() {
        String kept = System.getProperty(KEPT);
        return kept == null ? null : Path.of(kept).toAbsolutePath().getParent();
    }

    /** As JLine calls it. */
    private static String name() {
        return System.mapLibraryName("jlinenative").replace(".dylib", ".jnilib");
    }

    /** Puts the library that JLine has unpacked where the launcher wants it, for the prompts to come. */
    static void keep() throws IOException {
        String kept = System.getProperty(KEPT);
        String unpacked = JLineNativeLoader.getNativeLibraryPath();
        if (kept == null || unpacked == null || new File(kept, name()).exists()) {
            return;
        }
        Path folder = Files.createDirectories(Path.of(kept));
        Path draft = Files.createTempFile(folder, "library", ".part");
        try {
            Files.copy(Path.of(unpacked), draft, StandardCopyOption.REPLACE_EXISTING);
            Files.move(draft, folder.resolve(name()), StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(draft);
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
