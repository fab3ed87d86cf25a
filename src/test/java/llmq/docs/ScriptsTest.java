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
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The scripts that come with llmq are laid out as {@code llmq fmt} has it, and print all that stands beside this test
 * in {@code scripts/NAME.out}; {@value #RENEW} writes that anew.
 */
class ScriptsTest {
    private static final String RENEW = "mvn -q test -Dtest=ScriptsTest -Daccept=true";
    private static final Path HERE = Path.of("");
    private static final Path OUTPUTS = Path.of("src/test/resources/scripts");

    @TestFactory
    List<DynamicTest> scripts() throws IOException {
        List<DynamicTest> tests = new ArrayList<>();
        try (Stream<Path> files = Files.list(Path.of("scripts"))) {
            for (Path file : files.filter(name -> name.toString().endsWith(".llmq")).sorted().toList()) {
                tests.add(dynamicTest(file + " is laid out",
                        () -> assertEquals(Files.readString(file), run("fmt", file.toString()))));
                tests.add(dynamicTest(file + " prints", () -> compare(file)));
            }
        }
        assertTrue(tests.size() >= 2, "no scripts were found");
        return tests;
    }

    private static void compare(Path script) throws IOException {
        String name = script.getFileName().toString();
        Path expected = OUTPUTS.resolve(name.substring(0, name.length() - ".llmq".length()) + ".out");
        String printed = run("run", script.toString());
        if (Boolean.getBoolean("accept")) {
            Files.createDirectories(OUTPUTS);
            Files.writeString(expected, printed);
        }
        assertEquals(Files.exists(expected) ? Files.readString(expected) : "", printed, "to renew it: " + RENEW);
    }

    /** Whatever day is asked for, the script's assertions are about the day of the article. */
    @ParameterizedTest
    @CsvSource({"2023-06-30, 8T", "2024-04-24, 10T", "2026-11-01, 1T"})
    void parameters(String day, String tokens) {
        String printed = run("run", "scripts/best-open-llm.llmq", "day=" + day, "mixtral_tokens=" + tokens);
        assertTrue(!printed.contains("error[") && printed.contains("│ 2025 │ Qwen3-30B-A3B"), printed);
    }

    private static String run(String... arguments) {
        return Dialogue.command(List.of(arguments), HERE);
    }
}
