package llmq.catalog;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScoreRuleTest {

    /** Each score is its kind's first letter and its shots ({@code ?} if not stated); the usual number is 5. */
    @ParameterizedTest
    @CsvSource({
        "h5,           0",
        "t5 s5 h5,     2",
        "s5 h?,        1",
        "t5 s0,        1",
        "h0 h5,        1",
        "h? h0,        1",
        "s? s5 s5,     1",
        "t0 t2,        0",
        "t? t?,        0",
        "s? t5 s0 s5,  3"})
    void chooses(String scores, int expected) {
        List<ScoreEntry> entries = new ArrayList<>();
        for (String score : scores.split(" ")) {
            ScoreKind kind = switch (score.charAt(0)) {
                case 'h' -> ScoreKind.HARNESS;
                case 's' -> ScoreKind.SELF_REPORTED;
                default -> ScoreKind.THIRD_PARTY;
            };
            int shots = score.endsWith("?") ? ScoreEntry.NOT_STATED : Integer.parseInt(score.substring(1));
            entries.add(new ScoreEntry("mmlu", 50, shots, kind, "a", true, null, null));
        }
        assertEquals(expected, ScoreRule.choose(entries, 5));
    }

    @Test
    void theReadmesExampleIsABlockOfTheCatalog() throws IOException {
        String readme = Files.readString(Path.of("src/main/catalog/README.md"));
        int start = readme.indexOf("- id: ");
        List<String> lines = new ArrayList<>();
        for (String line : readme.substring(start, readme.indexOf("```", start)).split("\n")) {
            int comment = line.indexOf(" #");
            lines.add((comment < 0 ? line : line.substring(0, comment)).stripTrailing());
        }
        String block = String.join("\n", lines);
        assertTrue(Files.readString(Path.of("src/main/catalog/models/mistral-ai.yaml")).contains(block), block);
    }

    @Test
    void theCatalogsReadmeStatesTheRule() throws IOException {
        String readme = Files.readString(Path.of("src/main/catalog/README.md")).replaceAll("\\s+", " ")
                .replace(" (`usual_shots` in `benchmarks.yaml`)", "");
        assertTrue(readme.contains(ScoreRule.TEXT), ScoreRule.TEXT);
    }
}
