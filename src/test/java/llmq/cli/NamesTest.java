package llmq.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code /vars} shows. */
class NamesTest {
    @TempDir
    Path folder;

    @Test
    void eachKindOfNameWithWhatItStandsFor() throws Exception {
        StringBuilder file = new StringBuilder("name,x,y\n");
        for (int i = 1; i <= 12; i++) {
            file.append("r").append(i).append(',').append(i).append(',').append(2 * i + i % 2).append('\n');
        }
        Files.writeString(folder.resolve("own.csv"), file.toString());
        Dialogue dialogue = new Dialogue(folder);
        dialogue.run("load 'own.csv' as own let half = x / 2 let twice(a) = 2 * a let small = own where x < 5"
                + " param least = 3 fit y on x for own as trend fit y on x for own per x < 6 as split; 1 + 1");
        assertEquals("""
                ┌──────────┬──────────────────┬────────────────────────────┐
                │ name     │ is               │ stands for                 │
                ├──────────┼──────────────────┼────────────────────────────┤
                │ own      │ a loaded table   │ 12 rows                    │
                │ half     │ a measure        │ x/2                        │
                │ twice(a) │ a function       │ 2*a                        │
                │ small    │ a view           │ (own where x < 5)          │
                │ least    │ a parameter      │ 3                          │
                │ trend    │ a fit on 12 rows │ y = 0.6364 + 1.979 x       │
                │ split    │ a fit on 12 rows │ y = a + b x for each x < 6 │
                └──────────┴──────────────────┴────────────────────────────┘
                """, dialogue.named());
        assertEquals("$4 = 3\n", dialogue.answer("1 + 2"));
    }

    @Test
    void whereNothingIsNamedThereAreNoRows() {
        assertEquals("""
                ┌──────┬────┬────────────┐
                │ name │ is │ stands for │
                ├──────┼────┼────────────┤
                └──────┴────┴────────────┘
                no rows
                """, new Dialogue(folder).named());
    }
}
