package llmq.plot;

import java.util.List;

/** Marks of one kind. All values are in base units and lie within the axes of the panel. Drawn in order. */
public sealed interface Layer {

    /** What it is in the legend; {@code null} for what explains itself. */
    Series series();

    /**
     * A mark for each row.
     *
     * @param size of each from 0 to 1, as a share of the greatest area; {@code null} where all are alike
     * @param rows which row of the result each is
     */
    record Points(Series series, double[] x, double[] y, double[] size, int[] rows) implements Layer {
    }

    /**
     * Of so many rows that marks would cover each other: how many lie in each cell of a grid over the whole panel.
     *
     * @param counts by line from the low end of y, in it from the low end of x; {@code columns * lines} of them
     */
    record Cells(Series series, int columns, int lines, long[] counts) implements Layer {
    }

    /** A line through points, in the order of x. */
    record Curve(Series series, double[] x, double[] y) implements Layer {
    }

    /** What lies between two lines over the same x. @param wide whether it is of single rows, not of the line itself */
    record Band(Series series, double[] x, double[] low, double[] high, boolean wide) implements Layer {
    }

    /**
     * A staircase in the order of x: from each point level to the next one's x, then up to it.
     *
     * @param rows  which row of the result each is
     * @param names what a reader knows each by; {@code null} where rows have no names
     */
    record Steps(Series series, double[] x, double[] y, int[] rows, List<String> names) implements Layer {
    }

    /**
     * Bars that stand on the axis of categories or, for a histogram, of the values counted.
     *
     * @param from  where each begins along that axis, which is x unless y has categories
     * @param to    where it ends
     * @param value how far it reaches, from {@code base}
     * @param low   the ends of an interval around each value; {@code null} where there is none
     * @param rows  which row of the result each is, −1 for what is of several; {@code null} for a histogram
     * @param start where each begins that stands on another one; {@code null} where all begin at {@code base}
     * @param counts of how many rows each is, where its number is to say so; else {@code null}
     */
    record Bars(Series series, double[] from, double[] to, double base, double[] value, double[] low, double[] high,
            int[] rows, double[] start, long[] counts) implements Layer {

        /** Bars that do not say of how many rows they are. */
        public Bars(Series series, double[] from, double[] to, double base, double[] value, double[] low, double[] high,
                int[] rows, double[] start) {
            this(series, from, to, base, value, low, high, rows, start, null);
        }

        /** Bars none of which stands on another. */
        public Bars(Series series, double[] from, double[] to, double base, double[] value, double[] low, double[] high,
                int[] rows) {
            this(series, from, to, base, value, low, high, rows, null);
        }

        /** Where a bar begins along the axis of values. */
        public double start(int i) {
            return start == null ? base : start[i];
        }

        /** Where it ends. */
        public double end(int i) {
            return start == null ? value[i] : start[i] + value[i];
        }
    }

    /** Boxes on the axis of categories. */
    record Boxes(Series series, List<Box> boxes) implements Layer {
        public Boxes {
            boxes = List.copyOf(boxes);
        }
    }

    /**
     * How the values of a category lie.
     *
     * @param at     its position
     * @param low    the least value within 1.5 times the distance of the quartiles below the lower one
     * @param lower  the lower quartile, as {@code quantile(x, 0.25)} has it
     * @param high   the greatest within as much above the upper one
     * @param beyond the values beyond those two
     * @param rows   which row of the result each of those is
     * @param count  how many values there are
     */
    record Box(double at, double low, double lower, double median, double upper, double high, double[] beyond,
            int[] rows, long count) {
    }

    /**
     * A level to hold values against, such as the score of guessing.
     *
     * @param vertical whether {@code value} is one of x
     */
    record Reference(boolean vertical, double value, String text) implements Layer {
        @Override
        public Series series() {
            return null;
        }
    }
}
