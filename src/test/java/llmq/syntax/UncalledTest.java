package llmq.syntax;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.TreeSet;
import llmq.function.AggregateFunction;
import llmq.function.Functions;
import org.junit.jupiter.api.Test;

/** The parser knows no functions, so that it has a list of those that are often written without parentheses. */
class UncalledTest {

    @Test
    void thoseOfManyRowsGatherThem() {
        for (String name : Uncalled.OF_MANY) {
            assertTrue(Functions.named(name).stream().anyMatch(AggregateFunction.class::isInstance), name);
        }
    }

    @Test
    void thoseOfOneValueAreThere() {
        TreeSet<String> unknown = new TreeSet<>(Uncalled.OF_ONE);
        unknown.removeAll(Functions.names());
        assertEquals(new TreeSet<>(), unknown);
    }
}
