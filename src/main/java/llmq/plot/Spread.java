package llmq.plot;

import java.util.List;
import llmq.table.ScoreScale;
import llmq.value.ColumnScale;
import llmq.value.ScaledUnit;
import llmq.value.Unit;

/**
 * How far values reach that have a place on a scale.
 *
 * @param low NaN where there are none, and so is {@code high}
 */
record Spread(Scale scale, double low, double high) {
    /** What an axis leaves free beyond its outermost values, as a share of their distance. */
    private static final double MARGIN = 0.04;
    /** How many steps of ticks axes of bars have at most, along their values and across their places. */
    private static final int STEPS_UP = 6;
    private static final int STEPS_ALONG = 8;
    /** What an axis is made longer for an interval that goes on beyond it, as a share of its length. */
    private static final double SIDE_ROOM = 0.25;
    /** Days around a single date. */
    private static final double DAYS = 180;
    /** Beyond, and on a scale of ratios nearer to 0 than its inverse, an axis and its ticks would overflow. */
    private static final double FARTHEST = 1e250;
    /** Days beyond which no dates are written: some seven thousand years. */
    private static final double FARTHEST_DAY = 2_900_000;
    /** The least distance of an axis' ends, as a share of what they are: closer ones are one number. */
    private static final double LEAST = 1e-11;

    static Spread of(Scale scale, double... values) {
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        for (double value : values) {
            if (isPlaced(scale, value)) {
                low = Math.min(low, value);
                high = Math.max(high, value);
            }
        }
        return between(scale, low, high);
    }

    /** Of values from one to another; of none where the first is greater. */
    static Spread between(Scale scale, double low, double high) {
        return low <= high ? new Spread(scale, low, high) : new Spread(scale, Double.NaN, Double.NaN);
    }

    /** The least value that an axis can hold. */
    static double least(Scale scale) {
        return scale == Scale.LOG ? 1 / FARTHEST : -greatest(scale);
    }

    static double greatest(Scale scale) {
        return scale == Scale.TIME ? FARTHEST_DAY : FARTHEST;
    }

    /** Whether an axis can hold the value. */
    static boolean isPlaced(Scale scale, double value) {
        return value >= least(scale) && value <= greatest(scale);
    }

    boolean isEmpty() {
        return low != low;
    }

    /** That reaches over these values as well. */
    Spread with(double... values) {
        Spread other = of(scale, values);
        if (other.isEmpty()) {
            return this;
        }
        return isEmpty() ? other
                : new Spread(scale, Math.min(low, other.low), Math.max(high, other.high));
    }

    /**
     * That reaches farther towards the values of two lines, by a quarter of its length at either end, but not into what
     * no score can be.
     *
     * @param score {@code null} where anything can be
     */
    Spread towards(ScoreScale score, double[] lows, double[] highs) {
        Spread far = with(lows).with(highs);
        if (isEmpty() || !(low < high)) {
            return far;
        }
        double room = SIDE_ROOM * (scale.place(high) - scale.place(low));
        double least = Math.max(far.low, scale.value(scale.place(low) - room));
        double most = Math.min(far.high, scale.value(scale.place(high) + room));
        if (score != null) {
            least = Math.max(least, 0);
            most = Math.min(most, score.max());
        }
        return new Spread(scale, Math.min(low, least), Math.max(high, most));
    }

    /** An axis that leaves a little room at both ends; a length of 0 is no value's place on the screen's very edge. */
    Axis axis(PlotSpec.Channel channel, Unit unit) {
        double start = scale.place(low);
        double end = scale.place(high);
        double margin = MARGIN * (end - start);
        // Along ratios it is these that differ by so little.
        double size = Math.max(scale == Scale.LOG ? 1 : 0, Math.max(Math.abs(start), Math.abs(end)));
        if (!(end - start > (scale == Scale.LOG ? 0 : 1 / FARTHEST))) {
            margin = aside(start);
        } else if (end - start < LEAST * size) {
            margin = LEAST * size;
        }
        double least = isEmpty() ? blank(false) : scale.value(start - margin);
        double most = isEmpty() ? blank(true) : scale.value(end + margin);
        // What counts has no room beneath nothing.
        least = low >= 0 && least < 0 ? 0 : least;
        return new Axis(channel.title(), unit(channel, unit), scale, least, most, List.of());
    }

    /** An axis that begins where bars do, at 0, and ends with a tick. */
    Axis fromZero(PlotSpec.Channel channel, Unit unit, boolean whole) {
        Spread all = with(0);
        boolean any = all.high - all.low > 1 / FARTHEST;
        return Ticks.ended(new Axis(channel.title(), unit(channel, unit), Scale.LINEAR, any ? all.low : 0,
                any ? all.high : 1, List.of(), whole), STEPS_UP);
    }

    /** An axis for bars that lie close to one another along it. @param ticked whether it begins and ends with a tick */
    Axis along(PlotSpec.Channel channel, Unit unit, boolean ticked) {
        if (isEmpty() || !(scale.place(low) < scale.place(high))) {
            return axis(channel, unit);
        }
        Axis flush = new Axis(channel.title(), unit(channel, unit), scale, low, high, List.of());
        return ticked ? Ticks.ended(flush, STEPS_ALONG) : flush;
    }

    /** The unit to write values in: over decades the plain one, else such a one as a table would choose. */
    private ScaledUnit unit(PlotSpec.Channel channel, Unit unit) {
        if (channel.display() != null) {
            return channel.display();
        }
        return scale == Scale.LOG || isEmpty() ? ScaledUnit.base(unit)
                : ColumnScale.of(unit, Math.max(Math.abs(low), Math.abs(high))).scaled(unit);
    }

    /** Half the length of an axis around a single place. */
    private double aside(double place) {
        return switch (scale) {
            case LOG, CATEGORY -> 0.5;
            case TIME -> DAYS;
            case LINEAR -> Math.abs(place) < 1 / FARTHEST ? 1 : Math.abs(place) / 10;
        };
    }

    /** The ends of an axis that holds nothing. */
    private double blank(boolean end) {
        return switch (scale) {
            case LOG -> end ? 10 : 1;
            case TIME -> end ? 20_000 : 20_000 - 2 * DAYS;
            case LINEAR, CATEGORY -> end ? 1 : 0;
        };
    }
}
