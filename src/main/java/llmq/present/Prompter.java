package llmq.present;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import llmq.document.Block;
import llmq.document.ProsePrinter;
import llmq.text.Role;
import llmq.text.Style;

/** The speaker's own screen: it follows a show, and says what the room is not shown. */
public final class Prompter {
    private static final String FOOT = "follows the show · q leaves";

    private final CueFile file;
    private final Supplier<Style> style;
    private final String title;
    private final String how;
    private Cue cue;
    /** The first line shown of what is taller than the window. */
    private int offset;
    private int last;

    /** @param title of the document that is to be shown; @param how it is begun to be */
    public Prompter(CueFile file, Supplier<Style> style, String title, String how) {
        this.file = file;
        this.style = style;
        this.title = title;
        this.how = how;
    }

    /** Looks where the show is now. */
    public void look() {
        Cue now = file.heard();
        if (now == null ? cue != null : !now.equals(cue)) {
            offset = 0;
        }
        cue = now;
    }

    /** A key was pressed, of which those mean something that go up and down. */
    public void press(Key key) {
        switch (key) {
            case NEXT, DOWN, ENTER -> offset = Math.min(last, offset + 1);
            case BACK, UP, ERASE -> offset = Math.max(0, offset - 1);
            default -> {
                // The show does not listen to this window.
            }
        }
    }

    /** The screen, in at most so many lines of at most so many columns. */
    public List<String> screen(int columns, int rows) {
        Frame frame = new Frame(style.get(), columns <= 0 ? Frame.USUAL_COLUMNS : columns,
                rows <= 0 ? Frame.USUAL_ROWS : rows);
        List<String> lines = lines(frame.inner());
        int room = frame.room(List.of());
        last = Math.max(0, lines.size() - room);
        offset = Math.min(offset, last);
        List<String> shown = lines.subList(offset, Math.min(lines.size(), offset + room));
        return frame.page(shown, offset < last ? "↓ shows more · q leaves" : FOOT);
    }

    /** All of it, for those who read it once. */
    public String whole() {
        return String.join("\n", lines(style.get())) + "\n";
    }

    private List<String> lines(Style inner) {
        List<String> lines = new ArrayList<>();
        if (cue == null) {
            head(title, inner, lines);
            say("No show of it runs. It begins with `" + how + "` in another window.", inner, lines);
            return lines;
        }
        head(cue.title() + " · " + cue.place(), inner, lines);
        name("Now", inner, lines);
        lines.addAll(Fold.lines(inner.line(cue.now()), width(inner), 2));
        lines.add("");
        for (String note : cue.notes()) {
            say(note, inner, lines);
            lines.add("");
        }
        if (cue.notes().isEmpty()) {
            say("No notes on this step.", inner, lines);
            lines.add("");
        }
        if (!cue.hints().isEmpty()) {
            name("Hints, " + cue.shown() + " of " + cue.hints().size() + " on the wall", inner, lines);
            for (String hint : cue.hints()) {
                say(hint, inner, lines);
            }
            lines.add("");
        }
        name("Next", inner, lines);
        for (String line : cue.next()) {
            lines.addAll(Fold.lines(inner.line(line), width(inner), 2));
        }
        return lines;
    }

    private static int width(Style inner) {
        return inner.width() == 0 ? Integer.MAX_VALUE : inner.width();
    }

    private static void head(String text, Style inner, List<String> lines) {
        for (String line : Fold.lines(inner.line(text), width(inner), 0)) {
            lines.add(inner.theme().paint(Role.HEADER, line));
        }
        lines.add("");
    }

    private static void name(String text, Style inner, List<String> lines) {
        lines.add(inner.theme().paint(Role.REMARK, inner.line(text)));
    }

    private static void say(String prose, Style inner, List<String> lines) {
        String printed = new ProsePrinter(inner).print(List.of(new Block.Paragraph(prose, null)));
        lines.addAll(Fold.lines(printed, width(inner), 0));
    }
}
