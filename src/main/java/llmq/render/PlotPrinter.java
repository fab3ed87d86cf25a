package llmq.render;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.LongStream;
import llmq.plot.Layer;
import llmq.plot.Panel;
import llmq.plot.Picture;
import llmq.plot.Words;
import llmq.result.Result;
import llmq.sketch.PlotDrawing;
import llmq.text.CellWidth;
import llmq.text.Role;
import llmq.text.SafeText;
import llmq.text.Style;
import llmq.text.Theme;
import llmq.text.Wrap;

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
    /** Lines that a picture does not need so badly that definitions would have to stay away. */
    private static final int ROOMY = 30;

    /** Lines that panels have at least: as a share of the window, to be legible, and where all else is folded. */
    private static final double SHARE = 0.4;
    private static final int LEGIBLE = 8;
    private static final int LEAST = 7;
    /** Columns of the prompt. */
    private static final int TYPED = 6;

    private final Style style;
    private final String rest;

    PlotPrinter(Style style) {
        this(style, PlotFoot.REST);
    }

    /** @param rest what shows the rest of what is cut beneath a picture; empty for nothing */
    PlotPrinter(Style style, String rest) {
        this.style = style;
        this.rest = rest;
    }

    @Override
    public void print(Result result, Appendable out) throws IOException {
        Picture picture = result.picture();
        int columns = style.width() == 0 ? USUAL_WIDTH : style.width();
        int rows = style.height() == 0 ? USUAL_HEIGHT : style.height();
        StringBuilder head = new StringBuilder();
        title(result, head);
        PlotFoot foot = new PlotFoot(style, columns, result, rest);
        out.append(head);
        if (isEmpty(picture)) {
            Wrap.print("no rows to draw", columns, 2, Role.REMARK, style.theme(), out);
        } else if (style.plain() || columns < LEAST_WIDTH || rows < LEAST_HEIGHT) {
            if (!style.plain()) {
                Wrap.print("the window is too small for a picture: it needs 40 columns and 15 lines", columns, 0,
                        Role.REMARK, style.theme(), out);
            }
            words(picture, out);
        } else {
            out.append(drawn(result, rows - PROMPT - lines(head), columns, rows));
            return;
        }
        out.append(foot.full(style.plain() || style.height() == 0));
    }

    /** The picture with what stands beneath it: in full if there is room for that, else folded as far as need be. */
    private String drawn(Result result, int room, int columns, int rows) throws IOException {
        Picture picture = result.picture();
        int width = Math.min(columns, Math.max(USUAL_WIDTH, WIDEST * rows));
        PlotFoot foot = new PlotFoot(style, columns, result, rest);
        boolean folds = style.height() > 0 && style.maxRows() > 0;
        int asked = folds ? asked(picture, columns) : 0;
        // On a screen the statement stands above, and the picture comes before what describe tells as well.
        String beneath = foot.full(style.height() == 0);
        String more = foot.full(true);
        if (room - asked - lines(more) >= ROOMY) {
            beneath = more;
        }
        int legible = folds ? Math.max(LEGIBLE, (int) (SHARE * rows)) : rows / 2;
        List<String> lines = new PlotDrawing(picture, style, width).lines(room - asked - lines(beneath), legible);
        if (folds && asked + lines.size() + lines(beneath) > room) {
            beneath = foot.folded();
            lines = new PlotDrawing(picture, style, width).lines(room - asked - lines(beneath), LEGIBLE);
        }
        if (folds && asked + lines.size() + lines(beneath) > room) {
            lines = PlotDrawing.compact(picture, style, width, false).lines(room - asked - lines(beneath), LEAST);
        }
        if (folds && asked + lines.size() + lines(beneath) > room) {
            // What was typed may go, the picture may not.
            lines = PlotDrawing.compact(picture, style, width, false).lines(room - lines(beneath), LEAST);
        }
        if (folds && lines.size() + lines(beneath) > room) {
            beneath = foot.least();
            lines = PlotDrawing.compact(picture, style, width, true).lines(room - lines(beneath), LEAST);
        }
        StringBuilder out = new StringBuilder();
        for (String line : lines) {
            out.append(line.stripTrailing()).append('\n');
        }
        return out.append(beneath).toString();
    }

    /** How many lines the statement takes at the prompt, as far as its form tells. */
    private static int asked(Picture picture, int columns) {
        int lines = 0;
        if (picture.caption().asked() != null) {
            for (String line : picture.caption().asked().split("\n")) {
                lines += 1 + (CellWidth.of(line) + TYPED) / columns;
            }
        }
        return lines;
    }

    /** Whether there is nothing between the axes but these. */
    private static boolean isEmpty(Picture picture) {
        for (Panel panel : picture.panels()) {
            for (Layer layer : panel.layers()) {
                boolean any = layer instanceof Layer.Points points ? points.x().length > 0
                        : layer instanceof Layer.Bars bars ? DoubleStream.of(bars.value()).anyMatch(value -> value != 0)
                                || bars.rows() != null && bars.rows().length > 0
                        : layer instanceof Layer.Boxes boxes ? !boxes.boxes().isEmpty()
                        : layer instanceof Layer.Cells cells ? LongStream.of(cells.counts()).anyMatch(count -> count > 0)
                        : layer instanceof Layer.Curve curve && curve.x().length > 0;
                if (any) {
                    return false;
                }
            }
        }
        return true;
    }

    private void title(Result result, Appendable out) throws IOException {
        String title = result.picture().title();
        if (title == null) {
            Footer.title(result, style, out);
        } else {
            Wrap.print(SafeText.of(style.words(title)), style.width(), 0, Role.HEADER,
                    style.theme(), out);
        }
    }

    private void words(Picture picture, Appendable out) throws IOException {
        for (String sentence : Words.of(picture)) {
            Wrap.print(style.list(SafeText.of(sentence)), style.width(), 2, Role.SAID,
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
        for (String line : new PlotDrawing(picture, still, USUAL_WIDTH).lines(USUAL_HEIGHT, 0)) {
            lines.add(line.stripTrailing());
        }
        return lines;
    }
}
