package llmq.plot;

import java.util.List;

/**
 * A picture, ready to be drawn at any size.
 *
 * @param title   {@code null} where it has none
 * @param panels  one, or with residuals two, the one above the other over the same x
 * @param legend  what tells its series apart; {@code null} where there is one series
 * @param series  in the order of the legend: rows, trends, frontier; empty where nothing needs telling apart
 * @param sizes   what the areas of marks stand for, and from where to where; {@code null} where all are alike
 * @param whole   whether all of its bars or boxes were asked for, even where a screen has no room for them
 */
public record Picture(String title, List<Panel> panels, String legend, List<Series> series, Sizes sizes,
        boolean whole, Caption caption) {
    public Picture {
        panels = List.copyOf(panels);
        series = List.copyOf(series);
    }

    /** A picture with marks of one size, and no caption yet. */
    public Picture(String title, List<Panel> panels, String legend, List<Series> series) {
        this(title, panels, legend, series, null, false, Caption.NONE);
    }

    /** Under another caption. */
    public Picture with(Caption newCaption) {
        return new Picture(title, panels, legend, series, sizes, whole, newCaption);
    }
}
