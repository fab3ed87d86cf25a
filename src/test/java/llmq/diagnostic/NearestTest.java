package llmq.diagnostic;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class NearestTest {
    private static final List<String> NAMES = List.of("mmlu", "mmlu_pro", "tokens", "params", "active_params");

    @Test
    void thoseWithinAThirdAndThoseThatHoldTheWord() {
        assertEquals(List.of("mmlu"), Nearest.to("mmul", NAMES));
        assertEquals(List.of("params", "active_params"), Nearest.to("Params", NAMES));
        assertEquals(List.of("active_params"), Nearest.to("activ_param", NAMES));
        assertEquals(List.of(), Nearest.to("x", NAMES));
        assertEquals(List.of(), Nearest.to("flops", NAMES));
    }

    /** The work grows with the product of the lengths, so that a file taken for a name would take hours. */
    @Test
    void veryLongWordsAreNearToNothingAtOnce() {
        String mouthful = "x".repeat(20_000_000);
        assertTimeoutPreemptively(Duration.ofSeconds(10), () -> {
            assertEquals(List.of(), Nearest.to(mouthful, NAMES));
            assertEquals(List.of(mouthful), Nearest.to("xxxx", List.of(mouthful)));
        });
    }
}
