package llmq.present;

import java.util.ArrayList;
import java.util.List;
import llmq.text.CellWidth;
import llmq.text.Role;
import llmq.text.Style;
import llmq.text.Wrap;

/** Sets what is on the screen within its margins, with a foot. */
final class Frame {
    static final int USUAL_COLUMNS = 80;
    static final int USUAL_ROWS = 24;
    private static final int WIDE = 72;
    private static final int MARGIN = 4;
    private static final int NARROW_MARGIN = 2;
    /** Rows from which on one is left free above. */
    private static final int HIGH = 12;
    private static final int LEAST_COLUMNS = 20;
    private static final int LEAST_ROWS = 3;
    /** With fewer, pictures are told in words. */
    static final int PICTURE_ROWS = 14;
    private static final String KEYS = "? keys";
    /** Columns at least between the two ends of the foot. */
    private static final int GAP = 2;

    private final Style style;
    private final int columns;
    private final int rows;
    private final int margin;
    private final int top;

    Frame(Style style, int columns, int rows) {
        this.style = style;
        this.columns = Math.max(LEAST_COLUMNS, columns);
        this.rows = rows;
        this.margin = columns >= WIDE ? MARGIN : columns > LEAST_COLUMNS ? NARROW_MARGIN : 0;
        this.top = rows >= HIGH ? 1 : 0;
    }

    /** The style of what stands between the margins. */
    Style inner() {
        return style.wide(columns - 2 * margin);
    }

    /** Rows for the steps: without the foot, notes, and an empty line above each. */
    int room(List<String> notes) {
        return Math.max(LEAST_ROWS, rows - top - (rows >= HIGH ? 2 : 1) - (notes.isEmpty() ? 0 : notes.size() + 1));
    }

    /**
     * No more of the speaker's notes than leaves room for what they are about.
     *
     * @param picture whether that is a picture, which cannot be had in any size
     */
    List<String> notes(List<String> lines, boolean picture) {
        int least = picture ? PICTURE_ROWS : 0;
        int most = Math.max(1, Math.min(rows / 3, room(List.of()) - least - 1));
        if (lines.size() <= most) {
            return lines;
        }
        List<String> some = new ArrayList<>(lines.subList(0, most));
        String more = " " + style.ellipsis() + " (n shows all)";
        some.set(most - 1, Fold.cut(some.get(most - 1), Math.max(1, inner().width() - more.length())) + more);
        return some;
    }

    /** The notes alone. */
    List<String> page(List<String> notes) {
        return page(notes, "n hides notes, any other key goes on");
    }

    List<String> page(List<String> lines, String foot) {
        return framed(lines, List.of(), foot(foot));
    }

    /** @param foot made by one of the two methods for that */
    List<String> step(Slide slide, List<String> notes, String foot) {
        List<String> body = new ArrayList<>(slide.lines());
        if (slide.isCut()) {
            int from = slide.offset() + 1;
            int end = slide.offset() + slide.page();
            int all = end + slide.hidden();
            body.add("");
            body.add(quiet("lines " + from + " to " + end + " of " + all
                    + (slide.hidden() > 0 ? " · space shows more, ↓ a line" : " · ← goes up")));
        }
        List<String> low = new ArrayList<>();
        if (!notes.isEmpty()) {
            low.add(quiet((style.unicode() ? "─" : "-").repeat(inner().width())));
            for (String note : notes) {
                low.add(quiet(note));
            }
        }
        return framed(body, low, foot);
    }

    /** What keys do. @param from the first line of it that is shown */
    List<String> keys(int from) {
        List<String> lines = keyLines();
        int end = Math.min(lines.size(), from + keyRows());
        List<String> body = new ArrayList<>(List.of(style.theme().paint(Role.HEADER, "Keys"), ""));
        // The window may have been narrower when that line was chosen.
        body.addAll(lines.subList(Math.min(from, end), end));
        return framed(body, List.of(), foot(end < lines.size() ? "space shows more keys, any other returns"
                : "any key returns"));
    }

    /** The line of them to go on with after those that begin there; −1 where there are no more. */
    int keysAfter(int from) {
        int end = from + keyRows();
        return end < keyLines().size() ? end : -1;
    }

    private int keyRows() {
        return Math.max(1, room(List.of()) - 2);
    }

    private List<String> keyLines() {
        List<String> lines = new ArrayList<>();
        int widest = 0;
        for (Key key : Key.all()) {
            widest = Math.max(widest, CellWidth.of(named(key.keys())));
        }
        boolean beside = inner().width() - widest - 2 >= LEAST_COLUMNS;
        int indent = beside ? widest + 2 : NARROW_MARGIN;
        for (Key key : Key.all()) {
            String keys = named(key.keys());
            List<String> summary = Wrap.lines(style.words(key.summary()), inner().width() - indent);
            String before = style.theme().paint(Role.KEYWORD, keys);
            for (int i = 0; i < summary.size(); i++) {
                if (i == 0 && beside) {
                    lines.add(before + " ".repeat(indent - CellWidth.of(keys)) + summary.get(i));
                } else {
                    if (i == 0) {
                        lines.add(Fold.cut(before, inner().width()));
                    }
                    lines.add(" ".repeat(indent) + summary.get(i));
                }
            }
        }
        return lines;
    }

    /** @param entries the steps to choose from; @param at the step that is shown; @param chosen the entry that is */
    List<String> list(Deck deck, List<Integer> entries, int at, int chosen, String foot) {
        int room = room(List.of()) - 2;
        int first = Math.max(0, Math.min(chosen - room / 2, entries.size() - room));
        List<String> body = new ArrayList<>();
        body.add(style.theme().paint(Role.HEADER, Fold.cut(style.line(deck.title()), inner().width())));
        body.add("");
        int digits = Integer.toString(deck.parts()).length();
        for (int i = first; i < Math.min(entries.size(), first + room); i++) {
            String number = Integer.toString(deck.step(entries.get(i)).part() + 1);
            boolean isHere = entries.get(i) <= at && (i + 1 == entries.size() || entries.get(i + 1) > at);
            String line = (i == chosen ? "> " : "  ") + " ".repeat(digits - number.length()) + number
                    + (isHere ? " * " : "   ") + style.line(deck.step(entries.get(i)).name());
            String cut = Fold.cut(line, inner().width());
            body.add(i == chosen ? style.theme().paint(Role.KEYWORD, cut) : cut);
        }
        return framed(body, List.of(), foot(foot));
    }

    private String quiet(String text) {
        return style.theme().paint(Role.REMARK, Fold.cut(named(text), inner().width()));
    }

    /** In the characters that the screen has: arrows are called what they are called on keyboards. */
    private String named(String text) {
        return style.unicode() ? text : style.words(Key.spelled(text));
    }

    /** A foot that says that. */
    String foot(String text) {
        return quiet(style.list(named(text)));
    }

    /**
     * A foot that says where one is. What comes next is more worth saying than what the whole is called.
     *
     * @param next at its right end; empty for nothing
     */
    String foot(String title, String place, String next) {
        int width = inner().width();
        String at = style.line(place);
        String dot = style.list(" · ");
        String left = style.line(title) + dot + at;
        String full = next.isEmpty() ? KEYS : next + dot + KEYS;
        String right = CellWidth.of(left) + GAP + CellWidth.of(full) <= width ? full : next;
        int room = width - CellWidth.of(right) - (right.isEmpty() ? 0 : GAP);
        if (CellWidth.of(left) > room) {
            int cut = room - CellWidth.of(dot + at + style.ellipsis());
            left = cut > 0 ? Fold.cut(style.line(title), cut) + style.ellipsis() + dot + at : at;
        }
        return quiet(left + " ".repeat(Math.max(right.isEmpty() ? 0 : GAP, width - CellWidth.of(left + right))) + right);
    }

    /** The lines with margins, the foot in the last row. */
    private List<String> framed(List<String> body, List<String> low, String foot) {
        List<String> screen = new ArrayList<>();
        for (int i = 0; i < top; i++) {
            screen.add("");
        }
        String before = " ".repeat(margin);
        int most = Math.max(0, rows - 1 - low.size());
        for (String line : body) {
            if (screen.size() < most) {
                screen.add(line.isEmpty() ? "" : before + line);
            }
        }
        while (screen.size() < rows - 1 - low.size()) {
            screen.add("");
        }
        for (String line : low) {
            if (screen.size() < rows - 1) {
                screen.add(before + line);
            }
        }
        screen.add(before + foot);
        return screen;
    }
}
