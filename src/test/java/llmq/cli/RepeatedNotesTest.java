package llmq.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a note says the first time at a prompt, and what it says afterwards. */
class RepeatedNotesTest {
    private static final String FROM_MEMORY = "mmlu of gpt-oss-120b was written down from memory and never checked"
            + " against its source; trace shows it";
    private static final String BEFORE = "unconfirmed scores, as before";
    private static final String FIRST_BEFORE = BEFORE + "; /last says it in full, and /set notes all each time";
    private static final String SHOWN = "list models where name = 'gpt-oss-120b' show mmlu";

    @TempDir
    Path folder;

    private static List<String> notes(String answer) {
        List<String> notes = new ArrayList<>();
        boolean within = false;
        for (String line : answer.split("\n")) {
            if (line.startsWith("- ")) {
                notes.add(line.substring(2));
            } else if (line.startsWith("note: ")) {
                notes.add(line.substring("note: ".length()));
                within = true;
            } else if (within && line.startsWith("  ")) {
                notes.set(notes.size() - 1, notes.get(notes.size() - 1) + line.substring(1));
            } else {
                within = false;
            }
        }
        return notes;
    }

    private List<String> after(String earlier, String statement) {
        Dialogue dialogue = new Dialogue(folder);
        for (String one : earlier.split(" ; ")) {
            dialogue.answer(one);
        }
        return notes(dialogue.answer(statement));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            describe mmlu                                  | true
            list models where name = 'gpt-oss-20b' show gsm8k | true
            list models where name = 'gpt-oss-20b' show mmlu  | false
            fit mmlu on log10(flops) where name like 'gpt*' | false
            """)
    void isSaidInFullOfWhatItWasNotSaidOfYet(String earlier, boolean full) {
        assertEquals(List.of(full ? FROM_MEMORY : FIRST_BEFORE), after(earlier, SHOWN));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            /set notes all            | 0
            /set notes once           | 1
            /set notes none           | 2
            /set plain on             | 0
            /set format markdown      | 0
            /set format vertical      | 1
            /reset                    | 0
            /undo                     | 1
            """)
    void dependsOnWhatIsSet(String command, int kind) {
        List<List<String>> all = List.of(List.of(FROM_MEMORY), List.of(FIRST_BEFORE), List.of());
        assertEquals(all.get(kind), after(SHOWN + " ; " + command, SHOWN));
    }

    @Test
    void tellsHowToReadItOnce() {
        assertEquals(List.of(BEFORE), after(SHOWN + " ; " + SHOWN, SHOWN));
        assertEquals(List.of(FROM_MEMORY), after(SHOWN + " ; " + SHOWN, "/last"));
    }

    @Test
    void aFileOfAPictureIsAnAnswerAsWell() {
        assertEquals(List.of(FIRST_BEFORE), after(SHOWN,
                "plot mmlu against flops where name like 'gpt*' to 'a.csv'"));
    }

    @Test
    void whatIsAboutOneStatementIsAlwaysSaid() {
        String fraction = "list models where mmlu < 0.7 show name";
        assertEquals(after("describe mmlu", fraction), after(fraction, fraction));
        String assumed = "list models where name = 'DBRX Base' show tokens";
        String assumption = "assume tokens of 'DBRX Base' = 8T";
        List<String> flagged = List.of("rests on assumed figures: tokens of DBRX Base");
        assertEquals(flagged, after(assumption + " ; " + assumed, assumed));
        assertEquals(flagged, after(assumption + " ; /set notes none", assumed));
    }

    @Test
    void aMeasureIsWhatItStandsFor() {
        assertEquals(List.of("near chance, ratio orders as one ingredient, as before; /last says it in full, and /set"
                + " notes all each time"), after("let e = mmlu/flops ; rank models where open by mmlu/flops top 3",
                "rank models where open by e top 4"));
    }
}
