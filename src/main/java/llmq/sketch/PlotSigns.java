package llmq.sketch;

import llmq.plot.Layer;
import llmq.plot.Picture;
import llmq.plot.Series;
import llmq.text.Role;
import llmq.text.Theme;

/** Which mark, line and colour each series of a picture has, so that colour is never alone in telling them apart. */
final class PlotSigns {
    private static final String MARKS = "●▲■◆○△□◇";
    private static final String SMALL_MARKS = "•▴▪⬥◦▵▫⋄";
    private static final String ASCII_MARKS = "ox*#@%&$";
    private static final String DOTS = "⠢";
    private static final char SHADE = '░';
    private static final char HATCH = '╱';
    private static final char ASCII_SHADE = '/';
    private static final String FILLS = "█▒░▓╲╳╱≡";
    private static final String ASCII_FILLS = "#*:%/x&~";
    private static final char REST_FILL = '·';
    private static final char ASCII_REST_FILL = '.';
    private static final char REST = '×';
    private static final char ASCII_REST = '+';
    /** Which of the dots along a curve are drawn: all, dashes as long as their gaps, single dots, long dashes. */
    private static final int[] PERIODS = {1, 8, 4, 12};
    private static final int[] LENGTHS = {1, 4, 1, 8};
    /** Columns of a curve in the legend: alone, and where the pattern of it is to be seen. */
    private static final int PIECE = 3;
    private static final int LONG_PIECE = 5;

    /** How close rows lie to each other, from those that are apart to those that only dots can show. */
    enum Density {
        SPARSE, DENSE, CROWDED
    }

    private final boolean unicode;
    private final Density density;
    private final boolean counted;
    private final boolean filled;
    private final int trends;
    private final int rows;

    PlotSigns(Picture picture, boolean unicode, Density density) {
        this.unicode = unicode;
        this.density = density;
        this.counted = picture.panels().stream().flatMap(panel -> panel.layers().stream())
                .anyMatch(layer -> layer instanceof Layer.Cells);
        this.filled = picture.panels().stream().flatMap(panel -> panel.layers().stream())
                .anyMatch(layer -> layer instanceof Layer.Bars);
        int trendSeries = 0;
        int rowSeries = 0;
        for (Series series : picture.series()) {
            trendSeries += series.kind() == Series.Kind.TREND ? 1 : 0;
            rowSeries += series.kind() == Series.Kind.ROWS || series.kind() == Series.Kind.REST ? 1 : 0;
        }
        this.trends = trendSeries;
        this.rows = rowSeries;
    }

    /** Whether rows are told apart. */
    boolean isMany() {
        return rows > 1;
    }

    /** What the bars of one of several series are made of. */
    int fill(Series series) {
        if (series != null && series.kind() == Series.Kind.REST) {
            return unicode ? REST_FILL : ASCII_REST_FILL;
        }
        int index = series == null ? 0 : series.index();
        return (unicode ? FILLS : ASCII_FILLS).charAt(Math.floorMod(index, FILLS.length()));
    }

    Role role(Series series) {
        if (series == null) {
            return Role.SERIES_1;
        }
        return switch (series.kind()) {
            case ROWS -> series.steps() > 0 ? Role.ofStep(series.index(), series.steps())
                    : Role.ofSeries(series.index());
            case REST -> Role.SERIES_REST;
            case FRONTIER -> Role.FRONTIER;
            case BAND, INTERVAL -> Role.BAND;
            case TREND -> trends > 1 ? Role.ofSeries(series.index()) : Role.TREND;
        };
    }

    /** Of a band, which a single trend leaves pale. */
    Role band(Series series) {
        return series != null && trends > 1 ? role(series) : Role.BAND;
    }

    /** What a band is filled with; of two shades, the one that no rows are counted by. */
    char shade() {
        return !unicode ? ASCII_SHADE : counted ? HATCH : SHADE;
    }

    Density density() {
        return density;
    }

    /** @param small whether it is the smaller one of two sizes */
    int mark(Series series, boolean small) {
        if (series != null && series.kind() == Series.Kind.REST) {
            return unicode ? REST : ASCII_REST;
        }
        int index = series == null ? 0 : Math.floorMod(series.index(), MARKS.length());
        boolean shrunk = small || density != Density.SPARSE && !isMany();
        return (!unicode ? ASCII_MARKS : shrunk ? SMALL_MARKS : MARKS).charAt(index);
    }

    /** Whether a curve has a dot there: several are told apart by their gaps. */
    boolean isDrawn(Series series, int step) {
        int kind = series == null || trends <= 1 ? 0 : series.index() % PERIODS.length;
        return Math.floorMod(step, PERIODS[kind]) < LENGTHS[kind];
    }

    /** What stands before the name in the legend. */
    String sample(Series series) {
        return switch (series.kind()) {
            case ROWS, REST -> filled ? Character.toString(fill(series)).repeat(2)
                    : unicode && density == Density.CROWDED ? DOTS : Character.toString(mark(series, false));
            case FRONTIER -> unicode ? "─┘" : "-'";
            case BAND -> Character.toString(shade()).repeat(2);
            case INTERVAL -> unicode ? "⠄⠂⠁" : "~ ~";
            case TREND -> piece(series);
        };
    }

    /** A short piece of a curve that rises. */
    private String piece(Series series) {
        int columns = trends > 1 ? LONG_PIECE : PIECE;
        if (!unicode) {
            StringBuilder piece = new StringBuilder();
            for (int i = 0; i < columns; i++) {
                piece.append(isDrawn(series, PlotSheet.ACROSS * i) ? ".-'".charAt(3 * i / columns) : ' ');
            }
            return piece.toString();
        }
        PlotSheet sheet = new PlotSheet(columns, 1, true);
        for (int i = 0; i < PlotSheet.ACROSS * columns; i++) {
            if (isDrawn(series, i)) {
                sheet.dot(i, 2 - 3 * i / (PlotSheet.ACROSS * columns), Role.TREND, PlotSheet.CURVE);
            }
        }
        return sheet.line(0, Theme.NONE);
    }
}
