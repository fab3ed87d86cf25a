package llmq.render;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;
import llmq.diagnostic.Diagnostic;
import llmq.diagnostic.ErrorCode;
import llmq.diagnostic.LlmqException;
import llmq.result.Format;
import llmq.text.Style;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ResultFilesTest {
    @TempDir
    Path folder;

    private static Diagnostic failure(Runnable action) {
        return assertThrows(LlmqException.class, action::run).diagnostics().get(0);
    }

    private List<String> files() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    private static void save(Path file) {
        ResultFiles.save(Results.ranked(), Format.ofFile(file.toString()), file, file.toString(), () -> false);
    }

    @Test
    void theEndingChoosesTheFormat() throws IOException {
        for (String name : new String[] {"a.csv", "a.TSV", "a.json", "a.ndjson", "a.md", "a.html"}) {
            save(folder.resolve(name));
            assertEquals(Results.print(Format.ofFile(name), Style.WHOLE, Results.ranked()),
                    Files.readString(folder.resolve(name)));
        }
        assertEquals(List.of("a.TSV", "a.csv", "a.html", "a.json", "a.md", "a.ndjson"), files());
    }

    @Test
    void anOldFileIsReplacedAndKeepsItsPermissions() throws IOException {
        Path file = folder.resolve("a.csv");
        Files.writeString(file, "old");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r-----"));
        save(file);
        assertTrue(Files.readString(file).startsWith("rank,name"));
        assertEquals("rw-r-----", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
    }

    @Test
    void aLinkKeepsPointingToTheFile() throws IOException {
        Path file = folder.resolve("a.csv");
        Files.writeString(file, "old");
        Path link = Files.createSymbolicLink(folder.resolve("b.csv"), file);
        save(link);
        assertTrue(Files.isSymbolicLink(link));
        assertTrue(Files.readString(file).startsWith("rank,name"));
    }

    @Test
    void aMissingFolderAndAFolderAreErrors() throws IOException {
        Path missing = folder.resolve("none").resolve("a.csv");
        Diagnostic error = failure(() -> save(missing));
        assertEquals(ErrorCode.E302, error.code());
        assertEquals("cannot write '" + missing + "': there is no folder '" + missing.getParent() + "'",
                error.message());
        Path home = missing.getParent().resolve("~").resolve("a.csv");
        assertEquals("cannot write '~/a.csv': there is no folder '" + home.getParent()
                + "', and '~' stands for no other one here", failure(() -> ResultFiles.save(Results.ranked(), Format.CSV,
                home, "~/a.csv", () -> false)).message());
        Path inTheWay = Files.createDirectory(folder.resolve("b.csv"));
        assertEquals("cannot write '" + inTheWay + "': it is a folder", failure(() -> save(inTheWay)).message());
        assertEquals(List.of("b.csv"), files());
        Path nowhere = Files.createSymbolicLink(folder.resolve("c.csv"), folder.resolve("none.csv"));
        assertEquals("cannot write '" + nowhere + "': it is a link to a file that does not exist",
                failure(() -> save(nowhere)).message());
        assertEquals(List.of("b.csv", "c.csv"), files());
    }

    @Test
    void aFullDiskLeavesTheOldFile() throws IOException {
        Path file = folder.resolve("a.csv");
        Files.writeString(file, "old");
        for (int limit : new int[] {0, 1, 70_000}) {
            Diagnostic error = failure(() -> ResultFiles.save(file, "a.csv", out -> {
                for (int i = 0; i < 100_000; i++) {
                    out.append("row\n");
                }
            }, draft -> new FullDisk(draft, limit)));
            assertEquals(ErrorCode.E302, error.code());
            assertEquals("cannot write 'a.csv': no space left on device", error.message());
            assertEquals("old", Files.readString(file));
            assertEquals(List.of("a.csv"), files());
        }
    }

    @Test
    void theFullDeviceOfTheSystem() {
        Path full = Path.of("/dev/full");
        Assumptions.assumeTrue(Files.exists(full));
        Diagnostic error = failure(() -> ResultFiles.save(full, "/dev/full", out -> out.append("x"),
                FileOutputStream::new));
        assertEquals(ErrorCode.E302, error.code());
        assertTrue(Files.exists(full));
    }

    @Test
    void whateverIsThrownWhileWritingLeavesTheOldFile() throws IOException {
        Path file = folder.resolve("a.csv");
        Files.writeString(file, "old");
        assertThrows(IllegalStateException.class, () -> ResultFiles.save(file, "a.csv", out -> {
            throw new IllegalStateException();
        }, FileOutputStream::new));
        assertEquals("old", Files.readString(file));
        assertEquals(List.of("a.csv"), files());
    }

    @Test
    void aStopLeavesTheOldFile() throws IOException {
        Path file = folder.resolve("a.csv");
        Files.writeString(file, "old");
        int[] asked = new int[1];
        assertEquals(ErrorCode.E203, failure(() -> ResultFiles.save(Results.ranked(), Format.CSV, file,
                "a.csv", () -> ++asked[0] > 1)).code());
        assertEquals("old", Files.readString(file));
        assertEquals(List.of("a.csv"), files());
    }

    /** A file on a disk that has room for so many bytes. */
    private static final class FullDisk extends FileOutputStream {
        private int room;

        FullDisk(File file, int room) throws IOException {
            super(file);
            this.room = room;
        }

        @Override
        public void write(byte[] bytes, int start, int length) throws IOException {
            room -= length;
            if (room < 0) {
                throw new IOException("No space left on device");
            }
            super.write(bytes, start, length);
        }
    }
}
