package llmq.plot;

/** Counts points into the cells of a grid, so that what is drawn does not grow with their number. */
final class Bins {
    static final int COLUMNS = 160;
    static final int LINES = 100;

    private Bins() {
    }

    /** @param rows which of the values count; those outside of the axes do not */
    static Layer.Cells cells(Series series, Axis x, Axis y, double[] xs, double[] ys, int[] rows) {
        long[] counts = new long[COLUMNS * LINES];
        double left = x.scale().place(x.low());
        double across = COLUMNS / (x.scale().place(x.high()) - left);
        double bottom = y.scale().place(y.low());
        double up = LINES / (y.scale().place(y.high()) - bottom);
        for (int row : rows) {
            int column = cell((x.scale().place(xs[row]) - left) * across, COLUMNS);
            int line = cell((y.scale().place(ys[row]) - bottom) * up, LINES);
            if (column >= 0 && line >= 0) {
                counts[line * COLUMNS + column]++;
            }
        }
        return new Layer.Cells(series, COLUMNS, LINES, counts);
    }

    /** −1 outside; the far edge belongs to the last cell. */
    private static int cell(double place, int size) {
        return place >= 0 && place <= size ? Math.min((int) place, size - 1) : -1;
    }
}
