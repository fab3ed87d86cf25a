package llmq.figure;

import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.plot.CrosshairState;
import org.jfree.chart.plot.PlotOrientation;
import org.jfree.chart.plot.PlotRenderingInfo;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYBoxAndWhiskerRenderer;
import org.jfree.chart.renderer.xy.XYItemRendererState;
import org.jfree.data.xy.XYDataset;

/** Draws boxes as wide as their categories leave room for. */
abstract class BoxRenderer extends XYBoxAndWhiskerRenderer {
    private static final long serialVersionUID = 1;
    private static final double SHARE = 0.6;
    private static final double WIDEST = 44;

    private final int categories;

    BoxRenderer(int categories) {
        this.categories = categories;
    }

    /** Opens the group of a box. */
    abstract void begin(Graphics2D g, Rectangle2D area, XYPlot owner, ValueAxis domain, ValueAxis range, int item);

    @Override
    public void drawItem(Graphics2D g, XYItemRendererState state, Rectangle2D area, PlotRenderingInfo info,
            XYPlot owner, ValueAxis domain, ValueAxis range, XYDataset data, int series, int item,
            CrosshairState crosshair, int pass) {
        double room = owner.getOrientation() == PlotOrientation.HORIZONTAL ? area.getHeight() : area.getWidth();
        setBoxWidth(Math.min(WIDEST, SHARE * room / categories));
        begin(g, area, owner, domain, range, item);
        super.drawItem(g, state, area, null, owner, domain, range, data, series, item, crosshair, pass);
        Hook.end(g);
    }
}
