package llmq.repl;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import org.jline.reader.impl.history.DefaultHistory;
import org.junit.jupiter.api.Test;

class SuggestionTest {

    /** A megabyte that was pasted once would be drawn with every key. */
    @Test
    void theLastLineThatBeginsSoUnlessItFillsTheScreen() {
        DefaultHistory past = new DefaultHistory();
        String longest = "list" + "a".repeat(Suggestion.LONGEST - 4);
        for (String line : new String[] {longest, "list models", "rank models", longest + "a", "a".repeat(1_000_000)}) {
            past.add(Instant.EPOCH, line);
        }
        assertEquals(" models", Suggestion.of(past, "list"));
        assertEquals(longest.substring(5), Suggestion.of(past, "lista"));
        assertEquals(null, Suggestion.of(past, "a"));
        assertEquals(null, Suggestion.of(past, "rank models"));
    }
}
