package llmq.render;

import llmq.text.Role;
import llmq.text.SafeText;

/** A column as a reader sees it: its heading, and the text of each cell. */
interface ReaderColumn {

    enum Align { LEFT, RIGHT, POINT }

    String UNKNOWN = "?";

    String title();

    /** The unit of all its numbers; empty if none, or if they differ. */
    String unit();

    Align align();

    /** As in {@link llmq.result.Shown}: the greater, the sooner it may go; 0 stays. */
    int need();

    /** Whether it says which row this is. */
    boolean isLabel();

    boolean isKnown(int row);

    /** Whether the cell stays empty: it says again what the row above says, or there is nothing to be known. */
    default boolean isBlank(int row) {
        return false;
    }

    /** Whether the cell is estimated or assumed. */
    boolean isRough(int row);

    /** Whether the cell is the best one of those it is compared with. */
    boolean isBest(int row);

    /** The known cell's text without unit or mark, as it was written: not made safe for a terminal. */
    String raw(int row);

    /** The known cell's text with its unit, without mark. */
    String quantity(int row);

    /** The cell as it stands in a table: {@code ~3.02}, {@code ?}. */
    default String marked(int row) {
        if (isBlank(row)) {
            return "";
        }
        return !isKnown(row) ? UNKNOWN : isRough(row) ? "~" + SafeText.of(raw(row)) : SafeText.of(raw(row));
    }

    default Role role(int row) {
        return !isKnown(row) ? Role.UNKNOWN : isBest(row) ? Role.BEST : isRough(row) ? Role.ROUGH : Role.NUMBER;
    }
}
