package llmq.figure;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Shape;
import java.awt.Stroke;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import llmq.plot.Picture;
import llmq.plot.Series;

/** How each series of a picture looks: colour and mark, and dashes of lines, so that colour is never all. */
final class Styles {
    private static final float[][] DASHES = {null, {8, 3}, {8, 3, 2, 3}, {2, 3}, {12, 3, 2, 3, 2, 3}};
    /** How large the marks are of rows without a series of their own. */
    static final double REST = 0.7;
    private static final float[] STEPS = {5, 3};

    private final Palette palette;
    private final List<Series> rows = new ArrayList<>();
    private final int trends;

    Styles(Picture picture, Palette palette) {
        this.palette = palette;
        int lines = 0;
        for (Series series : picture.series()) {
            if (series.kind() == Series.Kind.ROWS) {
                rows.add(series);
            }
            lines += series.kind() == Series.Kind.TREND ? 1 : 0;
        }
        this.trends = lines;
    }

    Palette palette() {
        return palette;
    }

    /** By which a page finds what belongs to a series: {@code rows-0}. */
    static String key(Series series) {
        return series == null ? null : key(series.kind(), series.index());
    }

    static String key(Series.Kind kind, int index) {
        return kind.name().toLowerCase(Locale.ROOT) + "-" + index;
    }

    Color color(Series series) {
        return switch (series.kind()) {
            case ROWS -> series.steps() > 0 ? palette.step(series.index(), series.steps())
                    : palette.series(series.index());
            case REST -> palette.rest();
            case FRONTIER -> palette.ink();
            case BAND, INTERVAL -> palette.soft();
            case TREND -> trend(series);
        };
    }

    /** The trend of a group has the colour of its rows. */
    private Color trend(Series series) {
        for (Series group : rows) {
            if (series.name().endsWith(": " + group.name())) {
                return color(group);
            }
        }
        return trends < 2 ? palette.ink() : palette.series(series.index() + 1);
    }

    Shape mark(Series series, double radius) {
        return series.kind() == Series.Kind.REST ? MarkShapes.disc(REST * radius)
                : MarkShapes.of(series.index(), radius);
    }

    Stroke line(Series series) {
        if (series.kind() == Series.Kind.FRONTIER) {
            return stroke(1.2f, STEPS);
        }
        return stroke(1.6f, DASHES[Math.floorMod(series.index(), DASHES.length)]);
    }

    static BasicStroke stroke(float width, float[] dashes) {
        return new BasicStroke(width, dashes == null ? BasicStroke.CAP_ROUND : BasicStroke.CAP_BUTT,
                BasicStroke.JOIN_ROUND, 1, dashes, 0);
    }
}
