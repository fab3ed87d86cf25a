package llmq.plot;

import java.util.ArrayList;
import java.util.List;

/** Counts points into the cells of a grid, so that what is drawn does not grow with their number. */
final class Bins {
    static final int COLUMNS = 160;
    static final int LINES = 100;

    private Bins() {
    }

    /** A grid for each series, in one pass; values without a place, or outside of the axes, count in none. */
    static List<Layer.Cells> cells(List<Series> series, Groups groups, Axis x, Axis y, double[] xs, double[] ys,
            Stop stop) {
        long[][] counts = new long[series.size()][COLUMNS * LINES];
        Ruler across = Ruler.of(x, COLUMNS);
        Ruler up = Ruler.of(y, LINES);
        for (int row = 0; row < xs.length; row++) {
            stop.at(row);
            int column = across.range(xs[row]);
            int line = up.range(ys[row]);
            int group = groups.of(row);
            if ((column | line | group) >= 0) {
                counts[group][line * COLUMNS + column]++;
            }
        }
        List<Layer.Cells> cells = new ArrayList<>();
        for (int i = 0; i < counts.length; i++) {
            cells.add(new Layer.Cells(series.get(i), COLUMNS, LINES, counts[i]));
        }
        return cells;
    }
}
