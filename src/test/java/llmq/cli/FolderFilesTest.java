package llmq.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is seen of folders, and that nothing is in the sandbox. */
class FolderFilesTest {
    @TempDir
    Path folder;

    @Test
    void listsAFolder() throws IOException {
        Files.createDirectory(folder.resolve("data"));
        Files.createFile(folder.resolve("data/b.csv"));
        Files.createFile(folder.resolve("a.csv"));
        llmq.complete.Files files = FolderFiles.of(folder, false);
        assertEquals(List.of("a.csv", "data/"), files.in(""));
        assertEquals(List.of("b.csv"), files.in("data/"));
        assertEquals(List.of("a.csv", "data/"), files.in(folder + "/"));
        assertEquals(List.of(), files.in("nosuch/"));
        assertEquals(List.of(), files.in("a.csv/"));
        assertEquals(List.of(), files.in("\0"));
        assertEquals(List.of(), FolderFiles.of(folder, true).in(""));
    }
}
