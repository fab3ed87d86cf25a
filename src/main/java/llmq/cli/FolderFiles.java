package llmq.cli;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import llmq.complete.Files;
import llmq.load.FileLoader;
import llmq.table.Schema;

/** Files as they lie in folders. */
final class FolderFiles implements Files {
    /** Nobody looks through more names than that. */
    private static final int MOST = 2_000;

    private final Path directory;

    private FolderFiles(Path directory) {
        this.directory = directory;
    }

    /** @param directory what relative paths are relative to @param sandbox whether no file may be seen */
    static Files of(Path directory, boolean sandbox) {
        return sandbox ? NONE : new FolderFiles(directory);
    }

    @Override
    public List<String> in(String path) {
        List<String> names = new ArrayList<>();
        try (DirectoryStream<Path> entries = java.nio.file.Files.newDirectoryStream(directory.resolve(path))) {
            for (Path entry : entries) {
                String name = entry.getFileName().toString();
                names.add(java.nio.file.Files.isDirectory(entry) ? name + "/" : name);
                if (names.size() == MOST) {
                    break;
                }
            }
        } catch (IOException | InvalidPathException | DirectoryIteratorException | SecurityException e) {
            return List.of();
        }
        names.sort(null);
        return names;
    }

    @Override
    public Schema columns(String path) {
        return FileLoader.columns(path, directory);
    }
}
