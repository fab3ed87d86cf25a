package llmq.catalog;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import llmq.diagnostic.Diagnostic;
import llmq.diagnostic.LlmqException;

/** A step of the build: compiles the data files in the first argument's folder to the file of the second. */
public final class CompileCatalog {
    private CompileCatalog() {
    }

    public static void main(String[] arguments) throws IOException {
        byte[] bytes = compile(Path.of(arguments[0]));
        Path target = Path.of(arguments[1]);
        // An unchanged file keeps its time, so that nothing after this step runs without need.
        if (!Files.exists(target) || !Arrays.equals(Files.readAllBytes(target), bytes)) {
            Files.createDirectories(target.toAbsolutePath().getParent());
            Files.write(target, bytes);
        }
    }

    private static byte[] compile(Path folder) {
        try {
            return CatalogWriter.write(Catalog.sound(CatalogReader.read(folder)));
        } catch (LlmqException faults) {
            List<String> lines = new ArrayList<>();
            for (Diagnostic fault : faults.diagnostics()) {
                String place = fault.source() == null ? "" : new Place(fault.source(), fault.span()) + ": ";
                lines.add(place + fault.message());
            }
            throw new IllegalStateException("the catalog does not compile:\n" + String.join("\n", lines), faults);
        }
    }
}
