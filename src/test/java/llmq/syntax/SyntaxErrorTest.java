package llmq.syntax;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import llmq.diagnostic.Diagnostic;
import llmq.diagnostic.LlmqException;
import llmq.diagnostic.SourceText;
import org.junit.jupiter.api.Test;

/**
 * The whole of every message, with the place it points at in brackets, against {@code errors.txt}. Run with
 * {@code -Daccept=true} to write the table anew, and read the difference.
 */
class SyntaxErrorTest {
    private static final String TABLE = "/syntax/errors.txt";

    @Test
    void table() throws IOException {
        String wanted;
        try (InputStream in = SyntaxErrorTest.class.getResourceAsStream(TABLE)) {
            wanted = new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
        StringBuilder actual = new StringBuilder();
        int cases = 0;
        for (String line : wanted.split("\n")) {
            if (line.startsWith("> ")) {
                actual.append(actual.length() == 0 ? "" : "\n").append(line).append('\n');
                actual.append(message(line.substring(2).replace('⏎', '\n')));
                cases++;
            }
        }
        if (Boolean.getBoolean("accept")) {
            Files.writeString(Path.of("src/test/resources" + TABLE), actual);
        }
        assertTrue(cases > 100, "the table is not read");
        assertEquals(wanted, actual.toString());
    }

    private static String message(String text) {
        try {
            new Parser().parse(SourceText.of(text));
            return "no error\n";
        } catch (LlmqException e) {
            StringBuilder message = new StringBuilder();
            for (Diagnostic d : e.diagnostics()) {
                String place = text.substring(0, d.span().start()) + "[" + text.substring(d.span().start(),
                        d.span().end()) + "]" + text.substring(d.span().end());
                message.append(place.replace('\n', '⏎')).append('\n').append(d.code()).append(' ').append(d.message())
                        .append('\n');
                for (String help : d.help()) {
                    message.append("    ").append(help).append('\n');
                }
            }
            return message.toString();
        }
    }
}
