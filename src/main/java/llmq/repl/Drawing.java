package llmq.repl;

import org.jline.terminal.Terminal;
import org.jline.utils.AttributedString;
import org.jline.utils.Display;
import org.jline.utils.InfoCmp;

/**
 * JLine's memory of what it has drawn. When a window gets another width, terminals break lines anew, and JLine would
 * look for its own where they were.
 */
final class Drawing extends Display {
    private final Terminal terminal;

    Drawing(Terminal terminal) {
        super(terminal, false);
        this.terminal = terminal;
    }

    /** Takes all that is drawn away, of a window that has just got so many columns; to be drawn anew. */
    void clear(int newColumns) {
        for (int i = rowsAbove(newColumns); i > 0; i--) {
            terminal.puts(InfoCmp.Capability.cursor_up);
        }
        begin();
    }

    /** What was drawn is left where it is: what comes is drawn from the row of the cursor on. */
    void begin() {
        terminal.puts(InfoCmp.Capability.carriage_return);
        terminal.puts(InfoCmp.Capability.clr_eos);
        reset();
        cursorPos = 0;
    }

    /** How many rows lie between the first that is drawn and the cursor, once lines are broken at the new width. */
    private int rowsAbove(int newColumns) {
        int row = cursorPos / columns1;
        int above = 0;
        // Columns from the start of the line that was broken into these.
        int length = 0;
        for (int i = 0; i < oldLines.size() && i < row; i++) {
            AttributedString line = oldLines.get(i);
            boolean ends = line.length() > 0 && line.charAt(line.length() - 1) == '\n';
            length += ends ? line.subSequence(0, line.length() - 1).columnLength() : line.columnLength();
            if (ends) {
                above += Math.max(1, (length + newColumns - 1) / newColumns);
                length = 0;
            }
        }
        return above + (length + cursorPos % columns1) / newColumns;
    }
}
