package llmq.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import org.jline.utils.WCWidth;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CellWidthTest {

    @ParameterizedTest
    @CsvSource({"'', 0", "abc, 3", "école, 5", "e\u0301cole, 5", "模型, 4", "ｆ, 2", "한국어, 6", "🚀, 2", "│─…~, 4",
        "a\u200bb, 2", "🇩🇪, 2", "\u1112\u1161\u11ab, 2", "'\t', 0", "ﬁ, 1", "x模e\u0301🚀, 6"})
    void ofTexts(String text, int width) {
        assertEquals(width, CellWidth.of(text));
    }

    /** JLine's table and ours, over all of Unicode, agree but where a reason is known. */
    @Test
    void agreesWithTheTerminalLibrary() {
        List<String> surprises = new ArrayList<>();
        for (int character = 0; character <= Character.MAX_CODE_POINT; character++) {
            int theirs = Math.max(0, WCWidth.wcwidth(character));
            int ours = CellWidth.of(character);
            if (theirs != ours && !isExplained(character, theirs, ours)) {
                surprises.add(Integer.toHexString(character) + " " + theirs + "/" + ours);
            }
        }
        assertEquals(List.of(), surprises);
    }

    private static boolean isExplained(int character, int theirs, int ours) {
        if (Character.getType(character) == Character.UNASSIGNED) {
            // The Unicode of the running Java may be older than JLine's.
            return true;
        }
        if (character == 0x1734 || character == 0x1171E) {
            // Marks that a later Unicode gave room of their own; Java 17 has them as they were before.
            return theirs == 1 && ours == 0;
        }
        // JLine takes all of these for emoji. Unicode calls them neutral or ambiguous, and terminals give them one
        // column: letters in circles and squares, halves of flags (a flag of two takes two), pieces of chess.
        boolean letters = character >= 0x1F100 && character <= 0x1F1FF;
        boolean chess = character >= 0x1FA00 && character <= 0x1FA6D;
        return (letters || chess) && theirs == 2 && ours == 1;
    }
}
