package llmq.repl;

import java.util.ListIterator;
import org.jline.reader.History;

/** How a line like the one that is typed went on before. */
final class Suggestion {
    /** So many entries of the history are looked at with each key. */
    private static final int RECENT = 1000;
    /** Characters of a line beyond which it is drawn too slowly to be drawn with each key, and fills the window. */
    static final int LONGEST = 1000;

    private Suggestion() {
    }

    /** @return the rest of the last line that begins so, and is not too long to show; {@code null} where none does */
    static String of(History past, String text) {
        ListIterator<History.Entry> entries = past.iterator(past.last() + 1);
        for (int i = 0; i < RECENT && entries.hasPrevious(); i++) {
            String line = entries.previous().line();
            if (line.length() > text.length() && line.length() <= LONGEST && line.startsWith(text)) {
                return line.substring(text.length());
            }
        }
        return null;
    }
}
