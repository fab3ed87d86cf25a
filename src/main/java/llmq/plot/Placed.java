package llmq.plot;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Which rows have a place on both axes, and how far those reach. */
final class Placed {
    /** How many rows there are, placed or not. */
    final int rows;
    final int count;
    final Spread x;
    final Spread y;
    private final double[] xs;
    private final double[] ys;
    private final double leastX;
    private final double greatestX;
    private final double leastY;
    private final double greatestY;

    Placed(Scale scaleX, double[] xs, Scale scaleY, double[] ys, Stop stop) {
        this.rows = xs.length;
        this.xs = xs;
        this.ys = ys;
        this.leastX = Spread.least(scaleX);
        this.greatestX = Spread.greatest(scaleX);
        this.leastY = Spread.least(scaleY);
        this.greatestY = Spread.greatest(scaleY);
        double left = Double.POSITIVE_INFINITY;
        double right = Double.NEGATIVE_INFINITY;
        double bottom = Double.POSITIVE_INFINITY;
        double top = Double.NEGATIVE_INFINITY;
        int placed = 0;
        for (int row = 0; row < rows; row++) {
            stop.at(row);
            if (at(row)) {
                left = Math.min(left, xs[row]);
                right = Math.max(right, xs[row]);
                bottom = Math.min(bottom, ys[row]);
                top = Math.max(top, ys[row]);
                placed++;
            }
        }
        this.count = placed;
        this.x = Spread.between(scaleX, left, right);
        this.y = Spread.between(scaleY, bottom, top);
    }

    /** Where only y is on an axis. */
    static Placed upwards(Scale scale, double[] ys, Stop stop) {
        return new Placed(scale, ys, scale, ys, stop);
    }

    boolean at(int row) {
        return xs[row] >= leastX && xs[row] <= greatestX && ys[row] >= leastY && ys[row] <= greatestY;
    }

    /** Values of rows, unknown where the row has no place. */
    double[] only(double[] values) {
        if (count == rows) {
            return values;
        }
        double[] only = values.clone();
        for (int row = 0; row < rows; row++) {
            only[row] = at(row) ? only[row] : Double.NaN;
        }
        return only;
    }

    /** The rows that have a place, those of each group. */
    List<int[]> by(Groups groups) {
        List<int[]> by = new ArrayList<>();
        for (int group = 0; group < groups.size(); group++) {
            int[] own = new int[count];
            int size = 0;
            for (int row = 0; row < rows; row++) {
                if (groups.of(row) == group && at(row)) {
                    own[size++] = row;
                }
            }
            by.add(Arrays.copyOf(own, size));
        }
        return by;
    }
}
