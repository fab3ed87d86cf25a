package llmq.syntax;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import llmq.diagnostic.Diagnostic;
import llmq.diagnostic.ErrorCode;
import llmq.diagnostic.Fix;
import llmq.diagnostic.LlmqException;
import llmq.diagnostic.SourceText;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the parser offers as a repair, put into the text. */
class RepairTest {
    private static final Path TABLE = Path.of("src/test/resources/syntax/errors.txt");
    private static final String BETWEEN_WORDS = "(?<=[ (),])|(?=[ (),])";

    @ParameterizedTest
    @CsvSource(delimiter = '>', quoteCharacter = '!', value = {
        "plot mmlu against flops color org              > plot mmlu against flops color by org",
        "plot mmlu against flops size params log x      > plot mmlu against flops size by params log x",
        "plot mmlu against flops label 5                > plot mmlu against flops label top 5",
        "plot mmlu against flops colored by family      > plot mmlu against flops color by family",
        "list models show avg(mmlu models where open)   > list models show avg(mmlu of models where open)",
        "list open models                               > list models where open",
        "list models show name tokens avg(mmlu)         > list models show name, tokens, avg(mmlu)",
        "plot mmlu where params = 70B year(released) = 2 > plot mmlu where params = 70B and year(released) = 2"})
    void text(String wrong, String right) {
        assertEquals(right, changed(wrong, error(wrong).fix()));
    }

    /** Nothing that was tried here helps, so nothing is guessed. */
    @ParameterizedTest
    @ValueSource(strings = {"let 8m = 3", "for.5t", "rank models by mmlu models",
        "trace rank models where open by mmlu",
        "rank models where released < 2024-05 and open  models by mmlu",
        "list models where open show params, mmlu sort models by params desc"})
    void noGuess(String wrong) {
        Diagnostic error = error(wrong);
        assertEquals(null, error.fix());
        assertFalse(error.help().stream().anyMatch(line -> line.startsWith("did you")), error.help().toString());
    }

    /** The texts of the table of errors with words taken out, put in twice and exchanged. */
    @Test
    void everyRepairReadsFurther() throws IOException {
        List<String> texts = new ArrayList<>();
        for (String line : Files.readAllLines(TABLE)) {
            if (line.startsWith("> ")) {
                texts.add(line.substring(2).replace('⏎', '\n'));
            }
        }
        Random random = new Random(20240424);
        int repairs = 0;
        for (int i = 0; i < 20_000; i++) {
            String text = i < texts.size() ? texts.get(i) : mutated(texts.get(random.nextInt(texts.size())), random);
            Diagnostic error = error(text);
            if (error != null && error.fix() != null) {
                repairs++;
                readsFurther(text, error);
            }
        }
        assertTrue(repairs > 2_000, "only " + repairs);
    }

    private static void readsFurther(String text, Diagnostic error) {
        String changed = changed(text, error.fix());
        assertNotEquals(text, changed);
        Diagnostic next = error(changed);
        boolean further = next == null || isFoundLast(next) && next.span().start() < error.fix().span().start()
                || next.code() == ErrorCode.E002
                || changed.length() - next.span().start() < text.length() - error.span().start();
        assertTrue(further, text + "\n->\n" + changed + "\n" + next);
    }

    /** What is refused only when the parser has taken the whole text: a value that is none, rows for a value. */
    private static boolean isFoundLast(Diagnostic error) {
        return error.code() == ErrorCode.E003 || error.code() == ErrorCode.E006
                || error.code() == ErrorCode.E001 && !error.message().startsWith("unexpected");
    }

    private static Diagnostic error(String text) {
        try {
            new Parser().parse(SourceText.of(text));
            return null;
        } catch (LlmqException e) {
            return e.diagnostics().get(0);
        }
    }

    private static String changed(String text, Fix fix) {
        return text.substring(0, fix.span().start()) + fix.text() + text.substring(fix.span().end());
    }

    private static String mutated(String text, Random random) {
        List<String> parts = new ArrayList<>(List.of(text.split(BETWEEN_WORDS)));
        for (int change = 1 + random.nextInt(2); change > 0 && parts.size() > 1; change--) {
            int at = random.nextInt(parts.size());
            int other = random.nextInt(parts.size());
            switch (random.nextInt(3)) {
                case 0 -> parts.remove(at);
                case 1 -> parts.add(at, " " + parts.get(other) + " ");
                default -> Collections.swap(parts, at, other);
            }
        }
        return String.join("", parts);
    }
}
