package llmq.render;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import llmq.plot.Picture;
import llmq.plot.Words;
import llmq.result.Result;

/** A picture in characters, as wide and high as the window; in words where that is too small or not to be seen. */
final class PlotPrinter implements Printer {
    static final int USUAL_WIDTH = 80;
    static final int USUAL_HEIGHT = 24;
    private static final int LEAST_WIDTH = 40;
    private static final int LEAST_HEIGHT = 15;
    /** The widest that a picture is for its window's height: lines that are all but level say little. */
    private static final int WIDEST = 6;
    /** What stands about a picture in the window: its number, the prompt. */
    private static final int PROMPT = 2;

    private final Style style;

    PlotPrinter(Style style) {
        this.style = style;
    }

    @Override
    public void print(Result result, Appendable out) throws IOException {
        Picture picture = result.picture();
        int columns = style.width() == 0 ? USUAL_WIDTH : style.width();
        int rows = style.height() == 0 ? USUAL_HEIGHT : style.height();
        StringBuilder head = new StringBuilder();
        title(result, head);
        StringBuilder foot = new StringBuilder();
        for (String line : picture.caption()) {
            // What defines something may be a formula, in which dots are no commas.
            String words = line.contains(": ") ? style.words(line) : style.list(line);
            Wrap.print(SafeText.of(words), style.plain() ? 0 : columns, 2, Role.REMARK, style.theme(),
                    foot);
        }
        new Footer(style, foot).about(result);
        out.append(head);
        if (style.plain() || columns < LEAST_WIDTH || rows < LEAST_HEIGHT) {
            if (!style.plain()) {
                Wrap.print("the window is too small for a picture: it needs 40 columns and 15 lines", columns, 0,
                        Role.REMARK, style.theme(), out);
            }
            words(picture, out);
        } else {
            int width = Math.min(columns, Math.max(USUAL_WIDTH, WIDEST * rows));
            int room = rows - PROMPT - lines(head) - lines(foot);
            for (String line : new PlotDrawing(picture, style, width).lines(room)) {
                out.append(line.stripTrailing()).append('\n');
            }
        }
        out.append(foot);
    }

    private void title(Result result, Appendable out) throws IOException {
        String title = result.picture().title();
        if (title == null) {
            Footer.title(result, style, out);
        } else {
            Wrap.print(SafeText.of(style.words(title)), style.plain() ? 0 : style.width(), 0, Role.HEADER,
                    style.theme(), out);
        }
    }

    private void words(Picture picture, Appendable out) throws IOException {
        for (String sentence : Words.of(picture)) {
            Wrap.print(style.list(SafeText.of(sentence)), style.plain() ? 0 : style.width(), 2, Role.SAID,
                    style.theme(), out);
        }
    }

    private static int lines(CharSequence text) {
        int lines = 0;
        for (int i = 0; i < text.length(); i++) {
            lines += text.charAt(i) == '\n' ? 1 : 0;
        }
        return lines;
    }

    /** The picture alone, for documents: without colour, in a usual width. */
    static List<String> drawing(Picture picture, Style style) {
        Style still = new Style(USUAL_WIDTH, Theme.NONE, style.unicode(), false, 0, style.digits());
        List<String> lines = new ArrayList<>();
        for (String line : new PlotDrawing(picture, still, USUAL_WIDTH).lines(USUAL_HEIGHT)) {
            lines.add(line.stripTrailing());
        }
        return lines;
    }
}
