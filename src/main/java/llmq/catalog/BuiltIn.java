package llmq.catalog;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.security.CodeSource;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** Reads the binary catalog that lies beside the classes. */
final class BuiltIn {
    private static final String NAME = "llmq/catalog.bin";

    private BuiltIn() {
    }

    static byte[] read() {
        try {
            byte[] bytes = fromJar();
            if (bytes == null) {
                try (InputStream in = BuiltIn.class.getResourceAsStream("/" + NAME)) {
                    bytes = in.readAllBytes();
                }
            }
            return bytes;
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /**
     * Opens the jar by its path: the class loader has it open already, so that this costs a millisecond, where a
     * resource stream costs four (it loads the classes that resolve a URL). {@code null} where there is no jar, or
     * its path cannot be read off the URL as it stands.
     */
    private static byte[] fromJar() throws IOException {
        CodeSource code = BuiltIn.class.getProtectionDomain().getCodeSource();
        URL location = code == null ? null : code.getLocation();
        String path = location == null || !location.getProtocol().equals("file") ? "" : location.getPath();
        if (!path.endsWith(".jar") || path.indexOf('%') >= 0) {
            return null;
        }
        try (ZipFile jar = new ZipFile(path)) {
            ZipEntry entry = jar.getEntry(NAME);
            if (entry == null) {
                return null;
            }
            try (InputStream in = jar.getInputStream(entry)) {
                return in.readAllBytes();
            }
        }
    }
}
