package llmq.sketch;

import java.util.ArrayList;
import java.util.List;
import llmq.plot.Axis;
import llmq.plot.Layer;
import llmq.plot.Panel;
import llmq.plot.Picture;
import llmq.plot.Scale;
import llmq.text.CellWidth;
import llmq.text.Role;
import llmq.text.SafeText;
import llmq.text.Style;
import llmq.text.Wrap;

/** A picture in lines of characters: legend, panels with their axes, key. */
public final class PlotDrawing {
    /** The least lines that a panel is legible in, and the least of the lower one of two. */
    private static final int LEAST = 7;
    private static final int LEAST_LOWER = 4;
    /** The highest that a picture is, as a share of its width; a character is about twice as high as it is wide. */
    private static final double HIGHEST = 0.45;
    /** The lower one of two panels takes this share of the lines. */
    private static final double LOWER = 0.34;
    /** The texts beside an axis may take this share of the width. */
    private static final double WIDEST_MARGIN = 0.35;
    /** Names with how many rows each is of may take less of it. */
    private static final double NAMED = 0.25;
    /** Lines around a panel. */
    private static final int AROUND = 4;
    private static final int TRIES = 4;
    /** Columns that the texts beside an axis take, and those that an upright bar or box is legible in. */
    private static final int BESIDE = 8;
    private static final int BAR = 2;
    private static final int BOX = 4;
    /** So many categories of several bars are shown even where there is little room. */
    private static final int FEW = 2;

    private final Style style;
    private Picture picture;
    private final PlotAxes axes;
    private final int width;
    private PlotSigns signs;
    /** Whether it does with fewer lines around its panels. */
    private final boolean compact;
    /** Whether its key gives way to its panels. */
    private final boolean folds;
    private int least;

    public PlotDrawing(Picture picture, Style style, int width) {
        this(picture, style, width, false, false);
    }

    /** With one heading for both axes. @param folds whether its key is no longer than there is room for */
    public static PlotDrawing compact(Picture picture, Style style, int width, boolean folds) {
        return new PlotDrawing(picture, style, width, true, folds);
    }

    private PlotDrawing(Picture picture, Style style, int width, boolean compact, boolean folds) {
        this.compact = compact;
        this.folds = folds;
        this.picture = picture;
        this.style = style;
        this.signs = new PlotSigns(picture, style.unicode(), PlotSigns.Density.SPARSE);
        this.axes = new PlotAxes(style);
        this.width = width;
    }

    /**
     * @param room  how many lines there are for all of it, if it can be done in them
     * @param least how many of them the panels have at least
     */
    public List<String> lines(int room, int least) {
        this.least = least;
        int all = PlotCut.categories(picture);
        int fitting = fitting(room);
        if (all > fitting) {
            picture = PlotCut.first(picture, fitting);
            room--;
        }
        boolean listed = PlotCut.isListed(picture.panels().get(0));
        picture = PlotCut.counted(picture, listed ? (int) (NAMED * width)
                : (width - BESIDE) / Math.max(1, Math.min(all, fitting)) - 2);
        // A heading above and an axis beneath each, and beneath the last one its texts and their heading.
        int around = 2 * picture.panels().size() + (compact ? 1 : 2);
        int before = new PlotLegend(style, signs, width, compact)
                .legend(picture, hasCells() ? new long[] {1} : new long[0], false, List.of()).size();
        List<PlotPanel> panels = panels(room - around - before);
        List<String> key = key(panels);
        List<String> legend = legend(panels);
        // Lower panels may need a longer key, which makes them lower still.
        int taken = before;
        for (int i = 0; i < TRIES && legend.size() + key.size() > taken; i++) {
            taken = legend.size() + key.size();
            panels = panels(room - around - taken);
            key = key(panels);
            legend = legend(panels);
        }
        List<String> lines = new ArrayList<>(legend);
        write(panels, lines);
        if (folds && lines.size() + key.size() > room) {
            key = folded(panels, Math.max(1, room - lines.size()));
        }
        lines.addAll(key);
        if (all > fitting) {
            String more = (style.unicode() ? "… " : "... ") + (all - fitting) + " more: plot "
                    + (style.unicode() ? "…" : "...") + " top " + all;
            lines.add(style.theme().paint(Role.REMARK, more));
        }
        return lines;
    }

    private List<String> legend(List<PlotPanel> panels) {
        long[] bounds = new long[0];
        boolean thin = false;
        List<String> boxes = List.of();
        int unseen = 0;
        for (PlotPanel panel : panels) {
            boxes = panel.boxKey().isEmpty() ? boxes : panel.boxKey();
            bounds = panel.bounds().length > 0 ? panel.bounds() : bounds;
            thin |= !panel.showsBands();
            unseen += panel.unseen();
        }
        List<String> said = new ArrayList<>(boxes);
        if (unseen > 0) {
            said.add(unseen + (unseen == 1 ? " part is" : " parts are") + " too small to be seen");
        }
        return new PlotLegend(style, signs, width, compact).legend(picture, bounds, thin, said);
    }

    /** How many bars or boxes a screen has room for; all where it need not fit, or all are wanted. */
    private int fitting(int room) {
        Panel panel = picture.panels().get(0);
        if (style.height() == 0 || picture.whole()) {
            return Integer.MAX_VALUE;
        }
        int abreast = PlotCut.abreast(panel);
        if (abreast > 1) {
            int all = PlotCut.isListed(panel) ? Math.max(least, room - AROUND - 1) : width - BESIDE;
            return Math.max(FEW, all / (abreast + 1));
        }
        // Heading, axis, its texts and their heading, and the line that tells of the others.
        return PlotCut.isListed(panel) ? Math.max(Math.max(LEAST, least), room - AROUND - 1 + (compact ? 1 : 0))
                : Math.max(LEAST, (width - BESIDE) / (PlotCut.hasBoxes(panel) ? BOX : BAR));
    }

    private boolean hasCells() {
        for (Panel panel : picture.panels()) {
            for (Layer layer : panel.layers()) {
                if (layer instanceof Layer.Cells) {
                    return true;
                }
            }
        }
        return false;
    }

    private List<PlotLabels.Entry> numbered(List<PlotPanel> panels) {
        List<PlotLabels.Entry> numbered = new ArrayList<>();
        for (PlotPanel panel : panels) {
            numbered.addAll(panel.labels().key());
        }
        return numbered;
    }

    private List<String> folded(List<PlotPanel> panels, int most) {
        List<PlotLabels.Entry> numbered = numbered(panels);
        return numbered.isEmpty() ? List.of() : new PlotKey(style, signs.isMany(), width).folded(numbered, most);
    }

    private List<String> key(List<PlotPanel> panels) {
        int bare = 0;
        int all = 0;
        for (int i = 0; i < panels.size(); i++) {
            bare += panels.get(i).labels().bare();
            all += picture.panels().get(i).labels().size();
        }
        return new PlotKey(style, signs.isMany(), width).lines(numbered(panels), bare, all);
    }

    /** Draws them in so many lines, more only if they would not be legible. */
    private List<PlotPanel> panels(int room) {
        int[] heights = heights(room);
        Panel first = picture.panels().get(0);
        int aside = PlotBars.aside(first);
        int columns = evenly(first, width - margin(heights) - 2 - aside);
        signs = new PlotSigns(picture, style.unicode(), PlotMarks.density(first, columns, heights[0]));
        List<PlotPanel> panels = new ArrayList<>();
        for (int i = 0; i < heights.length; i++) {
            panels.add(new PlotPanel(picture.panels().get(i), columns, aside, heights[i], signs, style));
        }
        return panels;
    }

    private int[] heights(int room) {
        int count = picture.panels().size();
        int most = (int) Math.min(Math.max(room, least), Math.max(LEAST, HIGHEST * width));
        Panel first = picture.panels().get(0);
        if (PlotArea.isListed(first.y()) && count == 1) {
            return new int[] {listed(first, room)};
        }
        if (count == 1) {
            return new int[] {Math.max(LEAST, most)};
        }
        int[] heights = new int[count];
        int lower = Math.max(compact ? LEAST_LOWER - 1 : LEAST_LOWER, (int) (LOWER * most));
        for (int i = 1; i < count; i++) {
            heights[i] = lower;
        }
        heights[0] = Math.max(compact ? LEAST - 1 : LEAST, most - lower * (count - 1));
        return heights;
    }

    /** Categories need a line each, and are given a little air where there is room. */
    private static int listed(Panel panel, int room) {
        int count = PlotPanel.count(panel);
        boolean boxes = false;
        for (Layer layer : panel.layers()) {
            boxes |= layer instanceof Layer.Boxes;
        }
        int abreast = PlotCut.abreast(panel);
        if (abreast > 1) {
            return count * (abreast + 1) - 1;
        }
        int pitch = Math.max(1, Math.min(boxes ? 4 : 2, (room + 1) / count));
        return count > 1 && pitch % 2 == 0 ? count * pitch - 1 : count * pitch;
    }

    /** Columns before the axis, the same for all panels so that these line up. */
    private int margin(int[] heights) {
        int margin = 0;
        for (int i = 0; i < heights.length; i++) {
            margin = Math.max(margin, PlotAxes.width(left(picture.panels().get(i), heights[i])));
        }
        return margin;
    }

    private String[] left(Panel panel, int lines) {
        return axes.left(panel.y(), PlotPanel.area(panel, 1, lines), lines, (int) (WIDEST_MARGIN * width));
    }

    /** A few columns less, so that standing bars are all of the same width. */
    private static int evenly(Panel panel, int columns) {
        for (Layer layer : panel.layers()) {
            if (layer instanceof Layer.Boxes && panel.x().scale() == Scale.CATEGORY) {
                int count = (int) Math.round(panel.x().high() - panel.x().low());
                int each = columns / Math.max(1, count);
                return each < 1 ? columns : each * count;
            }
            if (layer instanceof Layer.Bars bars && bars.from().length > 0 && !PlotArea.isListed(panel.y())) {
                Axis x = panel.x();
                double share = Math.abs(x.at(bars.to()[0]) - x.at(bars.from()[0]));
                int each = (int) (share * columns);
                return each < 1 ? columns : (int) Math.round(each / share);
            }
        }
        return columns;
    }

    private void write(List<PlotPanel> panels, List<String> lines) {
        int margin = 0;
        List<String[]> texts = new ArrayList<>();
        for (int i = 0; i < panels.size(); i++) {
            Panel panel = picture.panels().get(i);
            PlotSheet sheet = panels.get(i).sheet();
            texts.add(left(panel, sheet.lines()));
            margin = Math.max(margin, PlotAxes.width(texts.get(i)));
        }
        for (int i = 0; i < panels.size(); i++) {
            Panel panel = picture.panels().get(i);
            PlotSheet sheet = panels.get(i).sheet();
            boolean last = i == panels.size() - 1;
            boolean listed = PlotArea.isListed(panel.y());
            lines.add(style.theme().paint(Role.HEADER, cut(i == 0 && compact ? both(panel) : heading(panel.y()), width)));
            for (int line = 0; line < sheet.lines(); line++) {
                lines.add(axes.beside(texts.get(i)[line], margin, listed) + sheet.line(line, style.theme()));
            }
            lines.addAll(axes.beneath(panel.x(), panels.get(i).area(), margin, width, last));
            if (last && !compact) {
                String heading = cut(heading(panel.x()), width);
                int end = Math.max(CellWidth.of(heading), margin + 1 + panels.get(i).area().columns());
                lines.add(" ".repeat(end - CellWidth.of(heading)) + style.theme().paint(Role.HEADER, heading));
            }
        }
    }

    /** {@code mmlu (%) against flops (FLOP)}. */
    private String both(Panel panel) {
        boolean listed = PlotArea.isListed(panel.y());
        boolean marks = panel.x().scale() != Scale.CATEGORY && !listed;
        return heading(listed ? panel.x() : panel.y()) + (marks ? " against " : " by ")
                + heading(listed ? panel.y() : panel.x());
    }

    private String heading(Axis axis) {
        return style.words(SafeText.of(axis.heading()));
    }

    private String cut(String text, int room) {
        return CellWidth.of(text) <= room ? text : Wrap.ended(text, room, style.ellipsis());
    }
}
