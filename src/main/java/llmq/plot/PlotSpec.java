package llmq.plot;

import llmq.value.ScaledUnit;

/**
 * What is asked to be drawn of the columns of a table: no data, only which column stands for what.
 *
 * @param x        of a histogram, what is counted; of bars and boxes, the categories
 * @param y        {@code null} for a histogram, whose heights are counts
 * @param residual what the curve leaves over, of {@link Form#FIT} only; else {@code null}
 * @param color    what the series are told apart by; {@code null} for one series
 * @param size     a number whose root the area of a mark goes by; {@code null} where all are alike
 * @param label    what rows are labelled by; {@code null} for no labels
 * @param labelled how many rows get a label, those with the most y first; −1 for all
 * @param frontier whether the rows that none beats are joined by steps
 * @param title    as the user says, or {@code null}
 * @param top      how many bars or boxes are drawn, the first ones; −1 for as many as can be
 * @param gathered the column that says how many rows a bar stands for; −1 where that is no other than one
 * @param stacked  whether bars of different colors stand on one another, and not side by side
 * @param low      the lower end of an interval around a bar's value; {@code null} where there is none
 * @param high     the upper end
 * @param bins     how many ranges a histogram has; −1 for as many as suit its values
 */
public record PlotSpec(Form form, Channel x, Channel y, Channel residual, Channel color, Channel size, Channel label,
        long labelled, boolean frontier, String title, long top, int gathered, boolean stacked, Channel low,
        Channel high, int bins) {

    /** A picture of rows as they are, and of all of them. */
    public PlotSpec(Form form, Channel x, Channel y, Channel residual, Channel color, Channel size, Channel label,
            long labelled, boolean frontier, String title) {
        this(form, x, y, residual, color, size, label, labelled, frontier, title, -1, -1, false, null, null, -1);
    }

    /** The same picture, of groups. */
    public PlotSpec of(long newTop, int newGathered, boolean newStacked, Channel newLow, Channel newHigh) {
        return new PlotSpec(form, x, y, residual, color, size, label, labelled, frontier, title, newTop, newGathered,
                newStacked, newLow, newHigh, bins);
    }

    /** The same histogram, in so many ranges. */
    public PlotSpec in(int newBins) {
        return new PlotSpec(form, x, y, residual, color, size, label, labelled, frontier, title, top, gathered, stacked,
                low, high, newBins);
    }

    /** What kind of picture it is. */
    public enum Form {
        /** A mark for each row, y against x. */
        SCATTER,
        /** How many rows lie in each range of x. */
        HISTOGRAM,
        /** A bar for each row: a category and its value. */
        BARS,
        /** For each category a box: median, quartiles, whiskers, and what lies beyond them. */
        BOXES,
        /** What a fit was made of and its curve; beneath, what the curve leaves over. */
        FIT
    }

    /**
     * A column and how it is measured.
     *
     * @param column  its position in the table
     * @param title   as the axis or legend has it
     * @param display the unit asked for with {@code in}; {@code null} where the axis chooses
     */
    public record Channel(int column, String title, ScaledUnit display, Scale scale) {
    }
}
