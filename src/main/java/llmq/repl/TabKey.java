package llmq.repl;

import java.util.List;
import org.jline.reader.Buffer;

/**
 * What Tab has done, on which it depends what it does next: it completes or lists; right after a whole word it tells of
 * that, page by page, and then goes on as before.
 */
final class TabKey {
    /** Lines of the window that a page leaves to what is typed, and to the word on what is left of it. */
    private static final int KEPT = 3;
    private static final int LEAST = 4;

    /** A text and where in it the caret stands. */
    private record Spot(String text, int caret) {
        static Spot of(Buffer buffer) {
            return new Spot(buffer.toString(), buffer.cursor());
        }
    }

    private final Evaluator evaluator;
    private final Offering offering;
    /** Where something was told of a word; {@code null} for nowhere. */
    private Spot told;
    /** What is still to be told of it. */
    private List<String> rest = List.of();

    TabKey(Evaluator evaluator) {
        this.evaluator = evaluator;
        this.offering = new Offering(evaluator);
    }

    Offering offering() {
        return offering;
    }

    /** A word was put in. */
    void chose() {
        told = null;
    }

    /** Whether something was told of the word here. */
    boolean isTold(Buffer buffer) {
        return Spot.of(buffer).equals(told);
    }

    /**
     * The next lines to be told of the word at the caret; {@code null} where there is nothing, or all was told.
     *
     * @param rows of the window
     */
    String tell(Buffer buffer, int columns, int rows) {
        List<String> lines;
        if (isTold(buffer)) {
            lines = rest;
        } else {
            String page = page(buffer, columns, rows);
            lines = page == null ? List.of() : ("\n" + page.stripTrailing()).lines().toList();
        }
        told = Spot.of(buffer);
        if (lines.isEmpty()) {
            return null;
        }
        int room = Math.max(LEAST, rows - KEPT - (int) buffer.toString().lines().count());
        int shown = lines.size() <= room ? lines.size() : room - 1;
        rest = List.copyOf(lines.subList(shown, lines.size()));
        StringBuilder text = new StringBuilder();
        for (String line : lines.subList(0, shown)) {
            text.append(line).append('\n');
        }
        return rest.isEmpty() ? text.toString()
                : text.append("... ").append(rest.size()).append(" more lines: Tab shows them").append('\n').toString();
    }

    private String page(Buffer buffer, int columns, int rows) {
        try {
            return evaluator.page(buffer.toString(), buffer.cursor(), columns, rows);
        } catch (RuntimeException | StackOverflowError e) {
            // Nothing to tell is better than no prompt.
            return null;
        }
    }
}
