package llmq.docs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import llmq.cli.Dialogue;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The scripts that come with llmq are laid out as {@code llmq fmt} has it, and print all that stands beside this test
 * in {@code scripts/NAME.out}; {@value #RENEW} writes that anew.
 */
class ScriptsTest {
    private static final String RENEW = "mvn -q test -Dtest=ScriptsTest -Daccept=true";
    private static final String CHART = "the-chart.svg";
    private static final Path OUTPUTS = Path.of("src/test/resources/scripts");

    /** Where scripts are run, and write their files. */
    @TempDir
    private static Path folder;

    @TestFactory
    List<DynamicTest> scripts() throws IOException {
        List<DynamicTest> tests = new ArrayList<>();
        try (Stream<Path> files = Files.list(Path.of("scripts"))) {
            for (Path file : files.filter(name -> name.toString().endsWith(".llmq")).sorted().toList()) {
                tests.add(dynamicTest(file + " is laid out",
                        () -> assertEquals(Files.readString(file), run("fmt", whole(file)))));
                tests.add(dynamicTest(file + " prints", () -> compare(file)));
            }
        }
        assertTrue(tests.size() >= 2, "no scripts were found");
        return tests;
    }

    private static void compare(Path script) throws IOException {
        String name = script.getFileName().toString();
        Path expected = OUTPUTS.resolve(name.substring(0, name.length() - ".llmq".length()) + ".out");
        String printed = run("run", whole(script));
        if (Boolean.getBoolean("accept")) {
            Files.createDirectories(OUTPUTS);
            Files.writeString(expected, printed);
        }
        assertEquals(Files.exists(expected) ? Files.readString(expected) : "", printed, "to renew it: " + RENEW);
    }

    /** Whatever is asked for, the assertions are about what the script's text says. */
    @ParameterizedTest
    @CsvSource({
        "best-open-llm, day=2023-06-30 mixtral_tokens=8T, │ 2025 │ Qwen3-30B-A3B",
        "best-open-llm, day=2024-04-24 mixtral_tokens=10T, │ 2025 │ Qwen3-30B-A3B",
        "best-open-llm, day=2026-11-01 mixtral_tokens=1T, │ 2025 │ Qwen3-30B-A3B",
        "compute-buys-capability, day=2023-03-30 suspects=Yi*, GPT-NeoX-20B",
        "compute-buys-capability, day=2026-11-01 suspects=Llama*, Kimi K2",
        "undertrained, per_param=100 longer=30T, percent",
        "density, enough=50 since=2023-09-01, months",
        "the-chart, day=2026-11-01, points to the-chart.svg",
        "back-test-2024, last_known=2023-12-31 until=2024-12-31, Llama 3 70B"})
    void parameters(String script, String parameters, String told) throws IOException {
        List<String> arguments = new ArrayList<>(List.of("run", whole(Path.of("scripts", script + ".llmq"))));
        arguments.addAll(List.of(parameters.split(" ")));
        String printed = run(arguments.toArray(String[]::new));
        assertTrue(!printed.contains("error[") && printed.contains(told), printed);
    }

    @Test
    void theChartIsDrawnIntoAFile() throws IOException {
        run("run", whole(Path.of("scripts", "the-chart.llmq")));
        String drawn = Files.readString(folder.resolve(CHART));
        assertTrue(drawn.contains("<svg") && drawn.contains("Llama 3 70B"), drawn);
    }

    private static String whole(Path file) {
        return file.toAbsolutePath().toString();
    }

    /** In a folder where no earlier run has left a file. */
    private static String run(String... arguments) throws IOException {
        Files.deleteIfExists(folder.resolve(CHART));
        return Dialogue.command(List.of(arguments), folder);
    }
}
