package llmq.render;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import llmq.plot.Caption;
import llmq.result.LeftOut;
import llmq.result.Note;
import llmq.result.Result;
import llmq.text.CellWidth;
import llmq.text.Role;
import llmq.text.SafeText;
import llmq.text.Style;
import llmq.text.Wrap;

/** What stands beneath a picture: how many rows it is of, what was left out, notes; in full, or a line each. */
final class PlotFoot {
    /** What shows, at the prompt, the rest of a line that was cut. */
    static final String REST = " /last";
    private static final String AND = " · ";
    private static final int INDENT = 2;

    private final Style style;
    private final int columns;
    private final Result result;
    private final String rest;

    /** @param columns of the window @param rest what ends a line that is cut: {@link #REST}, or nothing */
    PlotFoot(Style style, int columns, Result result, String rest) {
        this.style = style;
        this.columns = columns;
        this.result = result;
        this.rest = rest;
    }

    /** @param definitions whether it says how what is drawn is defined */
    String full(boolean definitions) throws IOException {
        StringBuilder out = new StringBuilder();
        Caption caption = result.picture().caption();
        if (caption.counted() != null) {
            line(style.list(caption.counted()), out);
        }
        for (String definition : definitions ? caption.definitions() : List.<String>of()) {
            line(style.words(definition), out);
        }
        new Footer(style, out).about(result);
        return out.toString();
    }

    /** With what it is of and what was left out in a line, and a line for each note. */
    String folded() {
        StringBuilder out = new StringBuilder();
        String counted = counted();
        if (!counted.isEmpty()) {
            out.append(style.theme().paint(Role.REMARK, counted)).append('\n');
        }
        for (String said : result.said()) {
            cut(style.list(SafeText.of(said)), Role.SAID, out);
        }
        for (Note note : result.notes()) {
            cut("note: " + style.words(SafeText.of(note.text())), Role.NOTE, out);
        }
        return out.toString();
    }

    /** The same with all that is said in one line, if it is more than that. */
    String least() {
        int notes = result.said().size() + result.notes().size();
        if (notes < 2) {
            return folded();
        }
        String counted = counted();
        String text = notes + " notes" + (rest.isEmpty() ? "" : ":" + rest);
        return (counted.isEmpty() ? "" : style.theme().paint(Role.REMARK, counted) + "\n")
                + style.theme().paint(Role.NOTE, text) + "\n";
    }

    private void cut(String text, Role role, StringBuilder out) {
        out.append(style.theme().paint(role, CellWidth.of(text) <= columns ? text
                : Wrap.ended(text, columns - rest.length(), style.ellipsis()) + rest)).append('\n');
    }

    /** As much of {@code n 219 of 250 · catalog 2026.11 · 31 of 271 left out: …} as there is room for. */
    private String counted() {
        List<String> parts = new ArrayList<>();
        if (result.picture().caption().counted() != null) {
            parts.addAll(List.of(SafeText.of(result.picture().caption().counted()).split(AND)));
        }
        String why = Footer.leftOut(result);
        long rows = 0;
        for (LeftOut part : result.leftOut()) {
            rows += part.rows();
        }
        if (why != null) {
            parts.add(why);
        }
        String text = joined(parts);
        if (CellWidth.of(text) > columns && why != null && rows > 0) {
            parts.set(parts.size() - 1, rows + " of " + result.considered() + " left out");
            text = joined(parts);
        }
        if (CellWidth.of(text) > columns && parts.size() > 2) {
            parts.remove(1);
            text = joined(parts);
        }
        return CellWidth.of(text) <= columns ? text : Wrap.ended(text, columns, style.ellipsis());
    }

    private String joined(List<String> parts) {
        return style.list(String.join(AND, parts));
    }

    private void line(String words, Appendable out) throws IOException {
        Wrap.print(SafeText.of(words), style.width(), INDENT, Role.REMARK, style.theme(), out);
    }
}
