package llmq.lesson;

import java.util.List;
import llmq.document.Block;
import llmq.document.ProsePrinter;
import llmq.text.Style;

/** The prose of a step, as many blocks at a time as the window holds. */
final class ProsePages {
    /** Lines of the window that are left free: for what was typed, and what is to be done. */
    private static final int FREE_LINES = 4;
    private static final int FEWEST_LINES = 6;

    private final List<Block> prose;
    /** Blocks that were given. */
    private int read;

    ProsePages(List<Block> prose) {
        this.prose = prose;
    }

    /** Whether there is a further page. */
    boolean isLeft() {
        return read < prose.size();
    }

    /** The next page, in the window as it is now. */
    String next(Style style) {
        ProsePrinter printer = new ProsePrinter(style);
        int room = style.height() == 0 ? Integer.MAX_VALUE : Math.max(FEWEST_LINES, style.height() - FREE_LINES);
        int end = read;
        String text = "";
        while (end < prose.size()) {
            String more = printer.print(prose.subList(read, end + 1));
            if (end > read && more.lines().count() > room) {
                break;
            }
            text = more;
            end++;
        }
        // A heading alone at the foot belongs to what follows.
        if (end < prose.size() && end - 1 > read && prose.get(end - 1) instanceof Block.Heading) {
            end--;
            text = printer.print(prose.subList(read, end));
        }
        read = end;
        return text;
    }
}
