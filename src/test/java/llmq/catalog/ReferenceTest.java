package llmq.catalog;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import llmq.value.Dates;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Every figure of the data files equals that of the collection they were written from. The collection is not part of
 * the project: where it is not at hand, nothing is tested.
 */
class ReferenceTest {
    private static final Path REFERENCE = Path.of(System.getProperty("llmq.reference", "../shared/reference"));

    private static CatalogData data;

    @BeforeAll
    static void read() {
        assumeTrue(Files.exists(REFERENCE.resolve("models.csv")), "no reference collection");
        data = CatalogReader.read(Path.of("src/main/catalog"));
    }

    private static List<NamedCsvRecord> rows(String file) throws IOException {
        try (CsvReader<NamedCsvRecord> reader = CsvReader.builder().ofNamedCsvRecord(REFERENCE.resolve(file))) {
            return reader.stream().toList();
        }
    }

    private static double number(String text) {
        return text.isEmpty() ? Double.NaN : Double.parseDouble(text);
    }

    private static String known(String text) {
        return text.isEmpty() ? null : text;
    }

    @Test
    void models() throws IOException {
        Map<String, ModelEntry> byId = data.models().stream().collect(Collectors.toMap(ModelEntry::id, m -> m));
        List<NamedCsvRecord> rows = rows("models.csv");
        assertEquals(rows.size(), byId.size());
        for (NamedCsvRecord row : rows) {
            ModelEntry model = byId.get(row.getField("id"));
            String released = row.getField("released");
            Map<String, Object> wanted = new HashMap<>();
            Map<String, Object> found = new HashMap<>();
            compare(wanted, found, "name", row.getField("name"), model.name());
            compare(wanted, found, "org", row.getField("org"), model.org());
            compare(wanted, found, "family", row.getField("family"), model.family());
            compare(wanted, found, "released", released.isEmpty() ? "NaN" : released,
                    model.released().isKnown() ? Dates.format(model.released().value()) : "NaN");
            compare(wanted, found, "open", row.getField("open"), String.valueOf(model.open()));
            compare(wanted, found, "license", known(row.getField("license")), model.license());
            compare(wanted, found, "architecture", known(row.getField("architecture")), model.architecture());
            compare(wanted, found, "params", number(row.getField("params")), model.params().value());
            compare(wanted, found, "active_params", number(row.getField("active_params")), model.active().value());
            compare(wanted, found, "tokens", number(row.getField("tokens")), model.tokens().value());
            compare(wanted, found, "tokens_status", row.getField("tokens_status"), model.tokens().status().word());
            compare(wanted, found, "flops", number(row.getField("flops")), model.flops().value());
            compare(wanted, found, "flops_status", known(row.getField("flops_status")),
                    model.flops().isKnown() ? model.flops().status().word() : null);
            compare(wanted, found, "context", number(row.getField("context")), model.context());
            compare(wanted, found, "hf_id", known(row.getField("hf_id")), model.hfId());
            compare(wanted, found, "noted", row.getField("notes").isEmpty(), model.note() == null);
            compare(wanted, found, "source_released", known(row.getField("source_released")),
                    model.released().source());
            compare(wanted, found, "source_params", known(row.getField("source_params")), model.params().source());
            compare(wanted, found, "source_tokens", known(row.getField("source_tokens")), model.tokens().source());
            compare(wanted, found, "source_flops", known(row.getField("source_flops")), model.flops().source());
            assertEquals(wanted, found, model.id());
        }
    }

    private static void compare(Map<String, Object> wanted, Map<String, Object> found, String key, Object a,
                                Object b) {
        wanted.put(key, a);
        found.put(key, b);
    }

    @Test
    void scores() throws IOException {
        List<String> wanted = new ArrayList<>();
        for (NamedCsvRecord row : rows("scores.csv")) {
            wanted.add(String.join(" ", row.getField("model_id"), row.getField("benchmark"),
                    String.valueOf(number(row.getField("score"))), row.getField("shots"), row.getField("kind"),
                    row.getField("source")));
        }
        List<String> found = new ArrayList<>();
        int unconfirmed = 0;
        for (ModelEntry model : data.models()) {
            for (ScoreEntry score : model.scores()) {
                found.add(String.join(" ", model.id(), score.benchmark(), String.valueOf(score.score()),
                        score.shots() < 0 ? "" : String.valueOf(score.shots()), score.kind().word(),
                        score.source()));
                unconfirmed += score.confirmed() ? 0 : 1;
            }
        }
        assertEquals(wanted.stream().sorted().toList(), found.stream().sorted().toList());
        assertEquals(36, unconfirmed);
    }

    @Test
    void benchmarks() throws IOException {
        Map<String, String> wanted = new HashMap<>();
        for (NamedCsvRecord row : rows("benchmarks.csv")) {
            wanted.put(row.getField("benchmark"), row.getField("name") + " " + number(row.getField("chance")) + " "
                    + number(row.getField("max")) + " " + number(row.getField("questions")) + " "
                    + number(row.getField("year")) + " " + row.getField("source"));
        }
        Map<String, String> found = new HashMap<>();
        for (BenchmarkEntry entry : data.benchmarks()) {
            found.put(entry.benchmark(), entry.name() + " " + entry.chance() + " " + entry.max() + " "
                    + entry.questions() + " " + entry.year() + " " + entry.source());
        }
        assertEquals(wanted, found);
    }

    @Test
    void hardware() throws IOException {
        List<String> wanted = new ArrayList<>();
        for (NamedCsvRecord row : rows("hardware.csv")) {
            wanted.add(row.getField("name") + " " + row.getField("vendor") + " " + row.getField("released") + " "
                    + number(row.getField("peak_bf16_flops")) + " " + number(row.getField("memory_gb")) * 1e9 + " "
                    + number(row.getField("memory_bandwidth")) + " " + number(row.getField("tdp_watts")) + " "
                    + row.getField("source"));
        }
        List<String> found = new ArrayList<>();
        for (HardwareEntry entry : data.hardware()) {
            found.add(entry.name() + " " + entry.vendor() + " " + Dates.format(entry.released()) + " " + entry.peak()
                    + " " + entry.memory() + " " + entry.bandwidth() + " " + entry.power() + " " + entry.source());
        }
        assertEquals(wanted, found);
    }

    @Test
    void sources() throws IOException {
        List<String> wanted = new ArrayList<>();
        for (NamedCsvRecord row : rows("sources.csv")) {
            wanted.add(row.getField("key") + " " + row.getField("title") + " " + number(row.getField("year")) + " "
                    + row.getField("url"));
        }
        List<String> found = new ArrayList<>();
        for (SourceEntry entry : data.sources()) {
            found.add(entry.key() + " " + entry.title() + " " + entry.year() + " " + entry.url());
        }
        assertEquals(wanted, found);
    }
}
