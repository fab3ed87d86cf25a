package llmq.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.util.List;
import org.junit.jupiter.api.Test;

class ResultsTest {
    @Test
    void eachIsFoundUnderItsNumberAndTheLastWithoutOne() {
        Results<String> two = Results.<String>none().with("a").with("b");
        assertEquals("a", two.find("$1"));
        assertEquals("b", two.find("$2"));
        assertEquals("b", two.find("$"));
        for (String none : List.of("$0", "$3", "$x", "$99999999999", "1", "")) {
            assertNull(two.find(none), none);
        }
        assertNull(Results.none().find("$"));
    }

    /** As two sessions may go on from one. */
    @Test
    void whatIsAddedLeavesTheRestAsItWas() {
        Results<String> one = Results.<String>none().with("a");
        Results<String> left = one.with("b");
        Results<String> right = one.with("c").with("d");
        assertEquals(List.of("a"), one.all());
        assertEquals(List.of("a", "b"), left.all());
        assertEquals(List.of("a", "c", "d"), right.all());
        assertEquals(3, right.size());
    }
}
