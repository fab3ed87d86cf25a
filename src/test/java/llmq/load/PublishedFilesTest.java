package llmq.load;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import llmq.load.LoadRequest.Mapping;
import llmq.table.Table;
import llmq.table.TextColumn;
import llmq.value.Dates;
import llmq.value.Units;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/** Two files as their publishers have them, where they lie beside the project. */
class PublishedFilesTest {
    private static final Path FOLDER = Path.of("..", "shared", "reference", "raw");

    private static Loaded load(String name, Mapping... mappings) {
        Path here = Path.of("").toAbsolutePath();
        // A second working tree of the project may lie elsewhere, and then says where the files are.
        String given = System.getProperty("llmq.reference");
        Path folder = given == null ? here.resolve(FOLDER) : Path.of(given);
        Assumptions.assumeTrue(Files.isReadable(folder.resolve(name)), "the file is not there");
        return new FileLoader(System::nanoTime, 2).load(new LoadRequest(name, folder, List.of(mappings)), LoadProgress.NONE,
                () -> false);
    }

    private static Mapping mapping(String field, String column, String unit) {
        return new Mapping(field, column, unit == null ? null : Units.parse(unit));
    }

    private static int row(TextColumn column, String value) {
        for (int row = 0; row < column.size(); row++) {
            if (value.equals(column.value(row))) {
                return row;
            }
        }
        throw new AssertionError("no row " + value);
    }

    private static long known(Table table, String field) {
        long count = 0;
        for (int row = 0; row < table.rows(); row++) {
            count += table.column(field).isKnown(row) ? 1 : 0;
        }
        return count;
    }

    @Test
    void largeScaleModels() {
        Loaded loaded = load("epoch_large_scale_ai_models_raw.csv", mapping("name", "Model", null),
                mapping("released", "Publication date", null), mapping("params", "Parameters", "params"),
                mapping("flops", "Training compute (FLOP)", "FLOP"),
                mapping("duration", "Training time (hours)", "hours"));
        Table table = loaded.table();
        assertEquals(0, loaded.badCells());
        assertEquals(510, table.rows());
        assertEquals(34, table.schema().size());
        assertEquals("name", table.label());
        assertEquals(342, known(table, "params"));
        assertEquals(302, known(table, "flops"));
        assertEquals(66, known(table, "duration"));
        assertEquals(510, known(table, "released"));
        assertEquals(369, known(table, "Training compute notes"));
        assertEquals("param", table.schema().field(table.schema().find("params")).unit().toString());
        int grok = row(table.texts("name"), "Grok 4.3 Beta");
        assertEquals(2, grok);
        assertEquals(500e9, table.numbers("params").values()[grok]);
        assertEquals("2026-04-17", Dates.format(table.numbers("released").values()[grok]));
        assertNull(table.texts("Training compute notes").value(grok));
        assertEquals("xAI", table.texts("Organization").value(grok));
        String note = table.texts("Parameters notes").value(grok);
        assertTrue(note.startsWith("\"Supplemental training has been added to 4.3. \n\nGrok 4.4"), note);
        assertTrue(note.endsWith("assumed to be total #. "), note);
        double[] flops = table.numbers("flops").values();
        double[] durations = table.numbers("duration").values();
        double most = 0;
        double longest = 0;
        for (int row = 0; row < table.rows(); row++) {
            most = Math.max(most, flops[row] == flops[row] ? flops[row] : 0);
            longest = Math.max(longest, durations[row] == durations[row] ? durations[row] : 0);
        }
        assertEquals(5.0000000000001e26, most);
        assertEquals(6480.0 * 3600, longest);
    }

    @Test
    void observationalScaling() {
        Loaded loaded = load("base_llm_benchmark_eval.csv", mapping("name", "Model", null),
                mapping("tokens", "Pretraining Data Size (T)", "Ttokens"), mapping("params", "Model Size (B)",
                        "Bparams"),
                mapping("flops", "FLOPs (1E21)", "ZFLOP"), mapping("mmlu", "MMLU", "fraction"));
        Table table = loaded.table();
        assertEquals(0, loaded.badCells());
        assertEquals(148, table.rows());
        assertEquals(13, table.schema().size());
        int llama = row(table.texts("name"), "meta-llama/Llama-2-7b-hf");
        assertEquals(7e9, table.numbers("params").values()[llama]);
        assertEquals(2e12, table.numbers("tokens").values()[llama]);
        assertEquals(84e21, table.numbers("flops").values()[llama]);
        assertEquals(43.79609636092418, table.numbers("mmlu").values()[llama]);
        assertEquals(0.5307167235494881, table.numbers("ARC-C").values()[llama]);
        assertEquals("Llama-2", table.texts("Model Family").value(llama));
        assertEquals("token", table.schema().field(3).unit().toString());
        assertEquals("%", table.schema().field(5).unit().toString());
    }
}
