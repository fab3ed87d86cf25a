package llmq.plot;

import java.util.List;

/**
 * A picture, ready to be drawn at any size.
 *
 * @param title   {@code null} where it has none
 * @param panels  one, or with residuals two, the one above the other over the same x
 * @param legend  what tells its series apart; {@code null} where there is one series
 * @param series  in the order of the legend: rows, trends, frontier; empty where nothing needs telling apart
 * @param caption what was asked, what it is of and how it is defined, line by line
 */
public record Picture(String title, List<Panel> panels, String legend, List<Series> series, List<String> caption) {
    public Picture {
        panels = List.copyOf(panels);
        series = List.copyOf(series);
        caption = List.copyOf(caption);
    }

    /** Under another caption. */
    public Picture with(List<String> newCaption) {
        return new Picture(title, panels, legend, series, newCaption);
    }
}
