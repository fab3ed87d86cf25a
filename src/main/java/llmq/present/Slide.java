package llmq.present;

import java.util.ArrayList;
import java.util.List;

/**
 * What stands on the screen at a step, between its margins: the step, and above it those before as far as there is
 * room for all.
 *
 * @param offset the first line shown of a step that is taller than the window
 * @param hidden lines of it beneath those shown
 * @param page   lines of it that are shown at once
 */
record Slide(List<String> lines, int offset, int hidden, int page) {
    /** Rows from which on there is room for two empty lines between one block and the next. */
    private static final int TALL = 36;
    /** A statement that leaves no more than this for its result is cut with it. */
    private static final int LEAST = 6;
    /** Lines at most of what is said of a picture for which that leaves room, to be seen with it. */
    private static final int SPOKEN = 6;

    /**
     * @param rows   that there are, at least 3
     * @param offset how far down a step is wanted that is taller; as far as it goes
     */
    static Slide of(Deck deck, StepPrinter printer, int index, int rows, int offset) {
        int gap = gap(rows);
        int first = index;
        while (first > 0 && !deck.step(first).opens()) {
            first--;
        }
        // Of what belongs to the screen, what stays above.
        List<String> screen = new ArrayList<>();
        for (int i = first; i < index; i++) {
            screen = add(screen, piece(deck, printer, i, rows), gap, rows);
        }
        Piece last = piece(deck, printer, index, rows);
        List<String> added = add(screen, last, gap, rows);
        return added.size() <= rows ? new Slide(added, 0, 0, added.size()) : cut(last, rows, offset);
    }

    /** What a step adds to the screen. @param head a statement that it belongs to */
    private record Piece(List<String> head, List<String> lines) {

        /** On a screen of its own: with its statement, unless there is room for one of them only. */
        List<String> alone(int rows) {
            List<String> whole = head.isEmpty() ? lines : joined(head, lines, 1);
            return whole.size() > rows && lines.size() <= rows ? lines : whole;
        }
    }

    private static Piece piece(Deck deck, StepPrinter printer, int index, int rows) {
        List<String> head = deck.step(index).kind() == Step.Kind.RESULT ? printer.statement(index) : List.of();
        List<String> lines = printer.lines(index, rows);
        if (deck.isPicture(index) && deck.isSpokenOf(index)) {
            int spoken = printer.lines(index + 1, rows).size();
            int over = head.size() + 1 + lines.size() + gap(rows) + spoken - rows;
            if (spoken <= SPOKEN && over > 0 && rows - over >= Frame.PICTURE_ROWS) {
                lines = printer.lines(index, rows - over);
            }
        }
        return new Piece(head, lines);
    }

    private static int gap(int rows) {
        return rows >= TALL ? 2 : 1;
    }

    private static List<String> joined(List<String> above, List<String> below, int gap) {
        List<String> all = new ArrayList<>(above);
        for (int i = 0; i < gap; i++) {
            all.add("");
        }
        all.addAll(below);
        return all;
    }

    private static List<String> add(List<String> screen, Piece piece, int gap, int rows) {
        if (screen.isEmpty()) {
            return piece.alone(rows);
        }
        List<String> all = joined(screen, piece.lines(), piece.head().isEmpty() ? gap : 1);
        return all.size() <= rows ? all : piece.alone(rows);
    }

    private static Slide cut(Piece piece, int rows, int offset) {
        boolean headed = !piece.head().isEmpty() && rows - piece.head().size() - 1 >= LEAST;
        List<String> lines = headed ? piece.lines() : piece.alone(rows);
        // One line says that there is more.
        int page = Math.max(1, rows - 2 - (headed ? piece.head().size() + 1 : 0));
        int from = Math.max(0, Math.min(offset, lines.size() - page));
        int end = Math.min(lines.size(), from + page);
        List<String> shown = new ArrayList<>(headed ? joined(piece.head(), List.of(), 1) : List.of());
        shown.addAll(lines.subList(from, end));
        return new Slide(shown, from, lines.size() - end, page);
    }

    /** Whether a step is taller than the window. */
    boolean isCut() {
        return offset > 0 || hidden > 0;
    }
}
