package llmq.catalog;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import llmq.diagnostic.Diagnostic;
import llmq.diagnostic.LlmqException;

/**
 * A step of the build: compiles the data files in the first argument's folder, and writes them over the classes
 * {@link CoreBytes} and {@link RestBytes} in the folder of classes that is the second.
 */
public final class CompileCatalog {
    private CompileCatalog() {
    }

    public static void main(String[] arguments) throws IOException {
        CatalogWriter.Binary binary = compile(Path.of(arguments[0]));
        Path classes = Path.of(arguments[1]);
        replace(classes, CoreBytes.class, binary.core());
        replace(classes, RestBytes.class, binary.rest());
    }

    private static void replace(Path classes, Class<?> place, byte[] data) throws IOException {
        String name = place.getName().replace('.', '/');
        byte[] bytes = DataClass.write(name, "pieces", data);
        Path target = classes.resolve(name + ".class");
        // An unchanged file keeps its time, so that nothing after this step runs without need.
        if (!Files.exists(target) || !Arrays.equals(Files.readAllBytes(target), bytes)) {
            Files.write(target, bytes);
        }
    }

    private static CatalogWriter.Binary compile(Path folder) {
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
