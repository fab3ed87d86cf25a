package llmq.figure;

import java.util.List;
import llmq.plot.Layer;
import org.jfree.data.statistics.BoxAndWhiskerXYDataset;
import org.jfree.data.xy.AbstractXYDataset;

/** Boxes as the library asks for them; what lies beyond the whiskers has marks of its own. */
final class BoxData extends AbstractXYDataset implements BoxAndWhiskerXYDataset {
    private static final long serialVersionUID = 1;

    private final transient List<Layer.Box> boxes;

    BoxData(List<Layer.Box> boxes) {
        this.boxes = boxes;
    }

    @Override
    public int getSeriesCount() {
        return 1;
    }

    @Override
    public String getSeriesKey(int series) {
        return "";
    }

    @Override
    public int getItemCount(int series) {
        return boxes.size();
    }

    @Override
    public Number getX(int series, int item) {
        return boxes.get(item).at();
    }

    @Override
    public Number getY(int series, int item) {
        return boxes.get(item).median();
    }

    @Override
    public Number getMeanValue(int series, int item) {
        return null;
    }

    @Override
    public Number getMedianValue(int series, int item) {
        return boxes.get(item).median();
    }

    @Override
    public Number getQ1Value(int series, int item) {
        return boxes.get(item).lower();
    }

    @Override
    public Number getQ3Value(int series, int item) {
        return boxes.get(item).upper();
    }

    @Override
    public Number getMinRegularValue(int series, int item) {
        return boxes.get(item).low();
    }

    @Override
    public Number getMaxRegularValue(int series, int item) {
        return boxes.get(item).high();
    }

    @Override
    public Number getMinOutlier(int series, int item) {
        return null;
    }

    @Override
    public Number getMaxOutlier(int series, int item) {
        return null;
    }

    @Override
    public List<Number> getOutliers(int series, int item) {
        return List.of();
    }

    @Override
    public double getOutlierCoefficient() {
        return 1.5;
    }

    @Override
    public double getFaroutCoefficient() {
        return 3;
    }
}
