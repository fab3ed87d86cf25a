package llmq.session;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import llmq.diagnostic.LlmqException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The numbered statements of a session. */
class TranscriptTest {
    private static final Outcome NOTHING = new Outcome(null, null, null, 0);

    private final Transcript transcript = Transcript.empty().with("let s = 1", NOTHING, true)
            .with("let a = 1", NOTHING, false).withFailed("b", "no such name").with("a + 1", NOTHING, false)
            .withCommand("/drop a").with("(a) * 2", NOTHING, false).with("list models", NOTHING, false);

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '^', textBlock = """
            1     | let a = 1
            e1    | b
            s1    | let s = 1
            !     | list models
            -1    | list models
            -4    | b
            -5    | let a = 1
            2-4   | a + 1, (a) * 2, list models
            1-1   | let a = 1
            -6    | there is no statement '-6'
            -0    | there is no statement '-0'
            5     | there is no statement '5'
            c1    | there is no statement 'c1'
            3-2   | there is no statement '3-2'
            1-9   | there is no statement '9'
            what  | there is no statement 'what'
            """)
    void findsByNumber(String id, String expected) {
        String found;
        try {
            List<String> texts = new ArrayList<>();
            for (Snippet snippet : transcript.find(id)) {
                texts.add(snippet.text());
            }
            found = String.join(", ", texts);
        } catch (LlmqException e) {
            found = e.getMessage();
        }
        assertEquals(expected, found);
    }

    @Test
    void aScriptPartsWhatWouldRunTogether() {
        assertEquals("let a = 1;\na + 1;\n(a) * 2\nlist models\n",
                Transcript.script(transcript.of(Snippet.Kind.WORKED)));
    }

    @Test
    void whatComesAfterChangesNothingBefore() {
        List<Snippet> before = transcript.all();
        transcript.with("1", NOTHING, false);
        assertEquals(before, transcript.all());
        assertEquals(7, before.size());
        assertEquals("5", transcript.with("1", NOTHING, false).all().get(7).id());
    }
}
