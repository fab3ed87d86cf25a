package llmq.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;

/**
 * A file of cases: a line {@code > text}, then what is to come of it, then a blank line; lines that start with
 * {@code #} say what follows. With {@code -Daccept=true} the file is written anew; look at the difference.
 */
final class Sheet {
    private static final Path FOLDER = Path.of("src/test/resources/check");
    private static final String ASKED = "> ";

    private Sheet() {
    }

    /** One test for each case; {@code answer} says what comes of a text, lines that each end with a newline. */
    static Stream<DynamicTest> tests(String file, int least, UnaryOperator<String> answer) throws IOException {
        List<DynamicTest> tests = new ArrayList<>();
        StringBuilder written = new StringBuilder();
        for (String block : Files.readString(FOLDER.resolve(file)).split("\n\n+")) {
            StringBuilder expected = new StringBuilder();
            String asked = null;
            for (String line : block.strip().split("\n")) {
                if (line.startsWith("#")) {
                    written.append(line).append('\n');
                } else if (line.startsWith(ASKED)) {
                    asked = line.substring(ASKED.length());
                } else {
                    expected.append(line).append('\n');
                }
            }
            if (asked != null) {
                String text = asked;
                if (Boolean.getBoolean("accept")) {
                    written.append(ASKED).append(text).append('\n').append(answer.apply(text));
                }
                tests.add(dynamicTest(text, () -> assertEquals(expected.toString(), answer.apply(text))));
            }
            written.append('\n');
        }
        if (Boolean.getBoolean("accept")) {
            Files.writeString(FOLDER.resolve(file), written.toString().stripTrailing() + "\n");
            return Stream.empty();
        }
        assertTrue(tests.size() >= least, "only " + tests.size() + " cases in " + file);
        return tests.stream();
    }
}
