package llmq.figure;

import org.jfree.data.xy.AbstractXYDataset;
import org.jfree.data.xy.IntervalXYDataset;

/** The values of one layer as the library's renderers ask for them: along is x unless bars lie, then y. */
final class LayerData extends AbstractXYDataset implements IntervalXYDataset {
    private static final long serialVersionUID = 1;

    private final String key;
    private final double[] along;
    private final double[] from;
    private final double[] to;
    private final double[] value;
    private final double[] low;
    private final double[] high;

    LayerData(String key, double[] along, double[] value) {
        this(key, along, along, along, value, value, value);
    }

    /** @param from where each begins along its axis @param low where each begins on the other */
    LayerData(String key, double[] along, double[] from, double[] to, double[] value, double[] low, double[] high) {
        this.key = key;
        this.along = along;
        this.from = from;
        this.to = to;
        this.value = value;
        this.low = low;
        this.high = high;
    }

    @Override
    public int getSeriesCount() {
        return 1;
    }

    @Override
    public Comparable<String> getSeriesKey(int series) {
        return key;
    }

    @Override
    public int getItemCount(int series) {
        return along.length;
    }

    @Override
    public Number getX(int series, int item) {
        return along[item];
    }

    @Override
    public double getXValue(int series, int item) {
        return along[item];
    }

    @Override
    public Number getY(int series, int item) {
        return value[item];
    }

    @Override
    public double getYValue(int series, int item) {
        return value[item];
    }

    @Override
    public Number getStartX(int series, int item) {
        return from[item];
    }

    @Override
    public double getStartXValue(int series, int item) {
        return from[item];
    }

    @Override
    public Number getEndX(int series, int item) {
        return to[item];
    }

    @Override
    public double getEndXValue(int series, int item) {
        return to[item];
    }

    @Override
    public Number getStartY(int series, int item) {
        return low[item];
    }

    @Override
    public double getStartYValue(int series, int item) {
        return low[item];
    }

    @Override
    public Number getEndY(int series, int item) {
        return high[item];
    }

    @Override
    public double getEndYValue(int series, int item) {
        return high[item];
    }
}
