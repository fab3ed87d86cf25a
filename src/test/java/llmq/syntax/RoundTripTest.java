package llmq.syntax;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import llmq.diagnostic.LlmqException;
import llmq.diagnostic.SourceText;
import llmq.syntax.tree.Script;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Text to tree to text to tree gives the first tree, and a text that was laid out once stays as it is. */
class RoundTripTest {

    static List<String> statements() throws IOException {
        try (InputStream in = RoundTripTest.class.getResourceAsStream("/syntax/statements.llmq")) {
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            List<String> lines = new ArrayList<>(List.of(text.split("\n")));
            lines.removeIf(String::isBlank);
            return lines;
        }
    }

    @Test
    void thereAreEnough() throws IOException {
        assertTrue(statements().size() >= 120);
    }

    @ParameterizedTest
    @MethodSource("statements")
    void oneStatement(String text) throws ReflectiveOperationException {
        Script script = parse(text);
        assertEquals(1, script.statements().size());
        roundTrip(text);
        String line = Formatter.statement(script.statements().get(0));
        assertEquals(Shape.of(script), Shape.of(parse(line)), line);
    }

    /** Each beside each of a few others, since what follows decides how a word reads. */
    @Test
    void neighbours() throws IOException, ReflectiveOperationException {
        List<String> statements = statements();
        Random random = new Random(7);
        for (String one : statements) {
            for (int i = 0; i < 12; i++) {
                roundTrip(one + ";\n" + statements.get(random.nextInt(statements.size())) + ";"
                        + statements.get(random.nextInt(statements.size())));
            }
        }
    }

    /** A newline anywhere between words changes nothing within one statement that starts with a verb. */
    @Test
    void whiteSpaceIsFree() throws IOException, ReflectiveOperationException {
        for (String text : statements()) {
            boolean verb = Keywords.isVerb(Keywords.type(text.split(" ")[0]));
            boolean quoted = text.matches(".*['\"`|].*") || text.matches(".*[0-9] ?[a-zA-Z%].*");
            if (verb && !quoted && !text.contains("describe") && !text.contains("explain")) {
                String spread = text.replace(" where ", "\nwhere\n").replace(" by ", "\nby\n")
                        .replace(" show ", "\nshow\n").replace(", ", ",\n");
                assertEquals(Shape.of(parse(text)), Shape.of(parse(spread)), spread);
            }
        }
    }

    @Test
    void wholeScript() throws IOException, ReflectiveOperationException {
        roundTrip(String.join(";\n", statements()));
    }

    private static void roundTrip(String text) throws ReflectiveOperationException {
        String once;
        try {
            once = Formatter.format(SourceText.of(text));
            assertEquals(Shape.of(parse(text)), Shape.of(parse(once)), text + "\n->\n" + once);
        } catch (LlmqException e) {
            throw new AssertionError(text + "\n" + e.diagnostics(), e);
        }
        assertEquals(once, Formatter.format(SourceText.of(once)));
    }

    private static Script parse(String text) {
        return new Parser().parse(SourceText.of(text));
    }
}
