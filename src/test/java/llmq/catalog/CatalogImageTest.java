package llmq.catalog;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import llmq.table.Table;
import org.junit.jupiter.api.Test;

/** The binary form holds all that the data files hold. */
class CatalogImageTest {
    private final CatalogData data = CatalogReader.read(Path.of("src/main/catalog"));
    private final Catalog catalog = Catalog.builtIn();

    @Test
    void theBuiltInOneIsMadeOfTheDataFilesAndAlwaysTheSame() {
        CatalogWriter.Binary written = CatalogWriter.write(data);
        CatalogWriter.Binary again = CatalogWriter.write(CatalogReader.read(Path.of("src/main/catalog")));
        assertArrayEquals(written.core(), again.core());
        assertArrayEquals(written.rest(), again.rest());
        assertArrayEquals(written.core(), new BuiltIn().core());
        assertArrayEquals(written.rest(), new BuiltIn().rest());
    }

    @Test
    void modelsComeBack() {
        Table models = catalog.models();
        assertEquals(data.models().size(), models.rows());
        for (int row = 0; row < models.rows(); row++) {
            ModelEntry model = data.models().get(row);
            assertEquals(
                    List.of(model.id(), model.name(), model.org(), model.family(), model.released().value(),
                            model.open(), String.valueOf(model.license()), String.valueOf(model.architecture()),
                            model.params().value(), model.active().value(), model.tokens().value(),
                            model.flops().value(), model.context(), String.valueOf(model.hfId()),
                            String.valueOf(model.note()), model.tokens().status().status(),
                            model.flops().status().status()),
                    List.of(models.texts("id").value(row), models.texts("name").value(row),
                            models.texts("org").value(row), models.texts("family").value(row),
                            models.numbers("released").values()[row], models.booleans("open").values()[row] == 1,
                            String.valueOf(models.texts("license").value(row)),
                            String.valueOf(models.texts("architecture").value(row)),
                            models.numbers("params").values()[row], models.numbers("active_params").values()[row],
                            models.numbers("tokens").values()[row], models.numbers("flops_reported").values()[row],
                            models.numbers("context").values()[row], String.valueOf(catalog.hfId(row)),
                            String.valueOf(catalog.note(row)), models.column("tokens").status(row),
                            models.column("flops_reported").status(row)));
            assertSource(model.released(), row, "released");
            assertSource(model.params(), row, "params");
            assertSource(model.active(), row, "active_params");
            assertSource(model.tokens(), row, "tokens");
            assertSource(model.flops(), row, "flops_reported");
        }
    }

    private void assertSource(Figure figure, int row, String field) {
        SourceEntry source = catalog.figure(row, field).source();
        assertEquals(figure.source(), source == null ? null : source.key());
    }

    @Test
    void scoresComeBackAndTheRuleChoseAmongThem() {
        Table scores = catalog.scores();
        int at = 0;
        for (int row = 0; row < data.models().size(); row++) {
            ModelEntry model = data.models().get(row);
            for (ScoreEntry score : model.scores()) {
                double shots = scores.numbers("shots").values()[at];
                ScoreEntry back = new ScoreEntry(scores.texts("benchmark").value(at),
                        scores.numbers("score").values()[at], Double.isNaN(shots) ? -1 : (int) shots, score.kind(),
                        scores.texts("source").value(at), scores.booleans("confirmed").values()[at] == 1,
                        score.note(), score.place());
                assertEquals(score, back);
                assertEquals(score.kind().word(), scores.texts("kind").value(at));
                assertEquals(model.name(), scores.texts("model").value(at));
                assertEquals(model.id(), scores.texts("model_id").value(at));
                at++;
            }
            for (BenchmarkEntry benchmark : data.benchmarks()) {
                assertChosen(row, model, benchmark);
            }
        }
        assertEquals(at, scores.rows());
    }

    private void assertChosen(int row, ModelEntry model, BenchmarkEntry benchmark) {
        String name = benchmark.benchmark();
        List<ScoreEntry> own = new ArrayList<>();
        for (ScoreEntry score : model.scores()) {
            if (score.benchmark().equals(name)) {
                own.add(score);
            }
        }
        List<PublishedScore> published = catalog.scoresOf(row, name);
        assertEquals(own.size(), published.size());
        assertEquals(!own.isEmpty(), catalog.models().column(name).isKnown(row));
        if (!own.isEmpty()) {
            ScoreEntry chosen = own.get(ScoreRule.choose(own, benchmark.usualShots()));
            assertEquals(chosen.score(), catalog.models().numbers(name).values()[row]);
            assertEquals(chosen.score(), published.get(0).score());
            assertEquals(new Protocol(chosen.shots(), chosen.kind()), catalog.protocol(row, name));
            assertEquals(chosen.source(), published.get(0).source().key());
            assertEquals(chosen.note(), published.get(0).note());
        }
    }

    @Test
    void theOtherTablesComeBack() {
        Table sources = catalog.sources();
        assertEquals(data.sources().size(), sources.rows());
        for (int row = 0; row < sources.rows(); row++) {
            SourceEntry source = data.sources().get(row);
            assertEquals(source, new SourceEntry(sources.texts("key").value(row), sources.texts("title").value(row),
                    sources.numbers("year").values()[row], sources.texts("url").value(row),
                    sources.texts("via").value(row), sources.booleans("recalled").values()[row] == 1,
                    source.place()));
        }
        Table hardware = catalog.hardware();
        assertEquals(data.hardware().size(), hardware.rows());
        for (int row = 0; row < hardware.rows(); row++) {
            HardwareEntry entry = data.hardware().get(row);
            assertEquals(entry, new HardwareEntry(hardware.texts("name").value(row),
                    hardware.texts("vendor").value(row), hardware.numbers("released").values()[row],
                    hardware.numbers("peak_flops").values()[row], hardware.numbers("memory").values()[row],
                    hardware.numbers("bandwidth").values()[row], hardware.numbers("power").values()[row],
                    hardware.texts("source").value(row), hardware.texts("note").value(row), entry.place()));
        }
        Table benchmarks = catalog.benchmarks();
        assertEquals(data.benchmarks().size(), benchmarks.rows());
        for (int row = 0; row < benchmarks.rows(); row++) {
            BenchmarkEntry entry = data.benchmarks().get(row);
            assertEquals(entry, new BenchmarkEntry(benchmarks.texts("benchmark").value(row),
                    benchmarks.texts("name").value(row), benchmarks.texts("measures").value(row), entry.rating(),
                    benchmarks.numbers("chance").values()[row], benchmarks.numbers("max").values()[row],
                    entry.usualShots(), benchmarks.numbers("questions").values()[row],
                    benchmarks.numbers("year").values()[row], benchmarks.texts("source").value(row),
                    entry.place()));
        }
        assertEquals(data.version(), catalog.version());
        assertEquals(data.about(), catalog.about());
        assertEquals(data.collected(), catalog.collected());
        assertFalse(data.about().isBlank());
    }
}
