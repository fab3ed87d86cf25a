package llmq.load;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import llmq.table.Dictionary;
import llmq.table.TextColumn;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TextPoolTest {

    /** Batches of texts must be coded as one map from text to code would do it. */
    @ParameterizedTest
    @ValueSource(ints = {3, 1000, 400_000})
    void codesAreThoseOfAMap(int variety) {
        Random random = new Random(variety);
        Map<String, Integer> expected = new HashMap<>();
        List<String> order = new ArrayList<>();
        List<Integer> codes = new ArrayList<>();
        Collected collected = new Collected.Texts();
        TextCells batch = new TextCells();
        for (int i = 0; i < 40; i++) {
            batch.clear();
            for (int row = 0; row < 10_000; row++) {
                int number = random.nextInt(variety);
                // Among them texts that Java's own hash confuses, characters of two, three and four bytes, long ones.
                String text = switch (number % 5) {
                    case 0 -> "Aa" + number;
                    case 1 -> "BB" + (number - 1);
                    case 2 -> "é名😀" + number;
                    case 3 -> "x".repeat(number % 300) + number;
                    default -> "model-" + number;
                };
                if (number % 17 == 0) {
                    batch.addUnknown();
                    codes.add(Dictionary.UNKNOWN);
                } else {
                    String framed = "<" + text + ">";
                    batch.add(framed.toCharArray(), 1, framed.length() - 1);
                    if (expected.putIfAbsent(text, expected.size()) == null) {
                        order.add(text);
                    }
                    codes.add(expected.get(text));
                }
            }
            collected.append(batch);
        }
        TextColumn column = (TextColumn) collected.build(codes.size());
        assertArrayEquals(codes.stream().mapToInt(Integer::intValue).toArray(), column.codes());
        assertEquals(order.size(), column.dictionary().size());
        for (int code = 0; code < order.size(); code++) {
            assertEquals(order.get(code), column.dictionary().value(code));
        }
    }

    @Test
    void placesInAPackedDictionary() {
        List<String> texts = List.of("b", "é", "a", "B");
        Dictionary packed = Dictionary.of(new Dictionary.Texts() {
            @Override
            public int size() {
                return texts.size();
            }

            @Override
            public String value(int code) {
                return texts.get(code);
            }
        });
        assertArrayEquals(new int[] {2, 3, 1, 0}, packed.places());
        assertArrayEquals(Dictionary.of("b", "é", "a", "B").places(), packed.places());
    }

    @Test
    void halfACharacterIsNoTrap() {
        TextPool pool = new TextPool();
        char[] half = {'a', '\ud83d'};
        int hash = TextPool.hash(half, 0, 2);
        assertEquals(0, pool.code(hash, half, 0, 2));
        assertEquals(0, pool.code(hash, half, 0, 2));
        assertEquals("a?", pool.build().value(0));
    }
}
