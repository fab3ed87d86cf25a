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
        this(scaleX, xs, scaleY, ys, stop, true);
    }

    /** @param measured whether it is asked how many have a place, and how far these reach */
    private Placed(Scale scaleX, double[] xs, Scale scaleY, double[] ys, Stop stop, boolean measured) {
        this.rows = xs.length;
        this.xs = xs;
        this.ys = ys;
        this.leastX = Spread.least(scaleX);
        this.greatestX = Spread.greatest(scaleX);
        this.leastY = Spread.least(scaleY);
        this.greatestY = Spread.greatest(scaleY);
        if (!measured) {
            this.count = -1;
            this.x = null;
            this.y = null;
            return;
        }
        Reach[] parts = new Reach[stop.parts(rows)];
        stop.pass(rows, parts.length, (part, from, to) -> parts[part] = Reach.of(this, from, to, stop));
        Reach all = parts[0];
        for (int part = 1; part < parts.length; part++) {
            all = all.and(parts[part]);
        }
        this.count = all.count;
        this.x = Spread.between(scaleX, all.left, all.right);
        this.y = Spread.between(scaleY, all.bottom, all.top);
    }

    /** How far the rows of a part reach. */
    private record Reach(int count, double left, double right, double bottom, double top) {

        static Reach of(Placed placed, int from, int to, Stop stop) {
            double[] xs = placed.xs;
            double[] ys = placed.ys;
            double left = Double.POSITIVE_INFINITY;
            double right = Double.NEGATIVE_INFINITY;
            double bottom = Double.POSITIVE_INFINITY;
            double top = Double.NEGATIVE_INFINITY;
            int count = 0;
            for (int row = from; row < to; row++) {
                stop.at(row - from);
                if (placed.at(row)) {
                    double x = xs[row];
                    double y = ys[row];
                    left = x < left ? x : left;
                    right = x > right ? x : right;
                    bottom = y < bottom ? y : bottom;
                    top = y > top ? y : top;
                    count++;
                }
            }
            return new Reach(count, left, right, bottom, top);
        }

        Reach and(Reach other) {
            return new Reach(count + other.count, Math.min(left, other.left), Math.max(right, other.right),
                    Math.min(bottom, other.bottom), Math.max(top, other.top));
        }
    }

    /** Where only y is on an axis; tells which rows have a place, not how many or how far they reach. */
    static Placed upwards(Scale scale, double[] ys, Stop stop) {
        return new Placed(scale, ys, scale, ys, stop, false);
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
