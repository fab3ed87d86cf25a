package llmq.catalog;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import llmq.diagnostic.Diagnostic;
import llmq.diagnostic.ErrorCode;
import llmq.diagnostic.LlmqException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Each folder under {@code faults} is a fault: its files take the place of those of the sound catalog, and
 * {@code findings.txt} is all that is to be found.
 */
class CatalogAuditTest {
    private static final Path RESOURCES = Path.of("src/test/resources/llmq/catalog");
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);

    @TempDir
    private Path folder;

    static List<String> faults() throws IOException {
        try (Stream<Path> folders = Files.list(RESOURCES.resolve("faults"))) {
            return folders.map(path -> path.getFileName().toString()).sorted().toList();
        }
    }

    @ParameterizedTest
    @MethodSource("faults")
    void finds(String fault) throws IOException {
        copy(RESOURCES.resolve("sound"));
        copy(RESOURCES.resolve("faults").resolve(fault));
        String found = found();
        Path expected = RESOURCES.resolve("faults").resolve(fault).resolve("findings.txt");
        assertTrue(Files.exists(expected), () -> expected + " is missing; found:\n" + found);
        assertEquals(Files.readString(expected), found);
    }

    @Test
    void theSoundOneIsClean() throws IOException {
        copy(RESOURCES.resolve("sound"));
        assertEquals("", found());
        Catalog catalog = Catalog.read(folder);
        assertEquals(3, catalog.models().rows());
        assertEquals(15, catalog.scoresOf(0, "quiz").get(1).score());
    }

    @Test
    void aFileTooDeepForTheYamlReaderIsAFault() throws IOException {
        copy(RESOURCES.resolve("sound"));
        Files.writeString(folder.resolve("hardware.yaml"), "[".repeat(200_000));
        LlmqException e = assertThrows(LlmqException.class, () -> Catalog.read(folder));
        assertEquals("E402 lists and keys stand in one another too deeply",
                e.diagnostics().get(0).code() + " " + e.diagnostics().get(0).message());
    }

    @Test
    void theBuiltInOneIsClean() {
        List<CatalogAudit.Finding> findings =
                CatalogAudit.check(CatalogReader.read(Path.of("src/main/catalog")), TODAY);
        assertEquals(List.of(), findings.stream().map(CatalogAudit.Finding::toString).toList());
    }

    @Test
    void whatBreaksACatalogKeepsItFromBeingUsed() throws IOException {
        copy(RESOURCES.resolve("sound"));
        copy(RESOURCES.resolve("faults/source-unresolved"));
        LlmqException broken = assertThrows(LlmqException.class, () -> Catalog.read(folder));
        assertEquals(ErrorCode.E402, broken.diagnostics().get(0).code());
        copy(RESOURCES.resolve("sound"));
        copy(RESOURCES.resolve("faults/score-out-of-range"));
        assertEquals(3, Catalog.read(folder).models().rows());
    }

    private String found() {
        List<String> lines = new ArrayList<>();
        try {
            for (CatalogAudit.Finding finding : CatalogAudit.check(CatalogReader.read(folder), TODAY)) {
                lines.add(finding.toString());
            }
        } catch (LlmqException faults) {
            for (Diagnostic fault : faults.diagnostics()) {
                String place = fault.source() == null ? "" : new Place(fault.source(), fault.span()) + ": ";
                lines.add(fault.code() + " " + place + fault.message().replace(folder.toString(), "FOLDER")
                        + (fault.help().isEmpty() ? "" : " [" + String.join("; ", fault.help()) + "]"));
            }
        }
        return lines.isEmpty() ? "" : String.join("\n", lines) + "\n";
    }

    /** A file called ABSENT names one that is to be taken away. */
    private void copy(Path from) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path to = folder.resolve(from.relativize(file).toString());
                Files.createDirectories(to.getParent());
                Files.write(to, Files.readAllBytes(file));
                if (file.getFileName().toString().equals("ABSENT")) {
                    Files.delete(to);
                    Files.delete(folder.resolve(Files.readString(file).strip()));
                }
            }
        }
    }
}
