package llmq.syntax;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PastedTest {
    private static final String FENCE = "```";

    @TestFactory
    List<DynamicTest> findsWhatWasTyped() throws IOException {
        List<DynamicTest> tests = new ArrayList<>();
        String all = Files.readString(Path.of("src/test/resources/syntax/pasted.txt"));
        for (String written : all.substring(all.indexOf("=== ")).split("(?m)^=== ")) {
            if (written.isEmpty()) {
                continue;
            }
            int end = written.indexOf('\n');
            String title = written.substring(0, end);
            int bar = title.indexOf(" | ");
            String prompt = bar < 0 ? Pasted.PROMPT : title.substring(bar + 3);
            String[] parts = written.substring(end + 1).split("(?m)^--->\n");
            List<String> typed = new ArrayList<>();
            for (int i = 1; i < parts.length; i++) {
                typed.add(parts[i].stripTrailing());
            }
            String text = title.contains("Windows") ? parts[0].replace("R\n", "\r\n") : parts[0];
            tests.add(dynamicTest(title, () -> assertEquals(typed, Pasted.inputs(text, prompt))));
        }
        return tests;
    }

    /** Every block of the documents that shows what was typed and what came of it. */
    @TestFactory
    List<DynamicTest> findsWhatWasTypedInTheDocuments() throws IOException {
        List<DynamicTest> tests = new ArrayList<>();
        for (String name : List.of("README.md", "src/docs/language.md", "src/docs/reference.md",
                "src/docs/functions.md", "src/docs/errors.md")) {
            List<String> lines = Files.readAllLines(Path.of(name));
            for (int i = 0; i < lines.size(); i++) {
                if (!lines.get(i).startsWith(FENCE + "console")) {
                    continue;
                }
                int first = i + 1;
                int last = first;
                while (!lines.get(last).equals(FENCE)) {
                    last++;
                }
                List<String> block = lines.subList(first, last);
                tests.add(dynamicTest(name + ":" + first, () -> {
                    assertEquals(typed(block), Pasted.inputs(String.join("\n", block), Pasted.PROMPT));
                }));
                i = last;
            }
        }
        assertTrue(tests.size() > 100, tests.size() + " blocks");
        return tests;
    }

    private static List<String> typed(List<String> block) {
        List<String> typed = new ArrayList<>();
        for (String line : block) {
            if (line.startsWith("llmq> ")) {
                typed.add(line.substring("llmq> ".length()));
            } else if (line.startsWith(" ...> ")) {
                typed.set(typed.size() - 1, typed.get(typed.size() - 1) + "\n" + line.substring(" ...> ".length()));
            } else if (line.startsWith("$ ") && line.contains(" -e '")) {
                typed.add(line.substring(line.indexOf('\'') + 1, line.lastIndexOf('\'')));
            }
        }
        return typed;
    }

    /** A prompt, and that of further lines. */
    @ParameterizedTest
    @CsvSource({"'llmq> ', ' ...> '", "'? ', '> '", "'a longer prompt: ', '            ...> '"})
    void furtherLinesStandInTheSameColumn(String prompt, String more) {
        assertEquals(more, Pasted.more(prompt));
    }
}
