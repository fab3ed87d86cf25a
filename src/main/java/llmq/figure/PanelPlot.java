package llmq.figure;

import java.awt.BasicStroke;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import llmq.plot.Panel;
import llmq.plot.Scale;
import org.jfree.chart.axis.ValueTick;
import org.jfree.chart.plot.CrosshairState;
import org.jfree.chart.plot.DatasetRenderingOrder;
import org.jfree.chart.plot.PlotOrientation;
import org.jfree.chart.plot.PlotRenderingInfo;
import org.jfree.chart.plot.PlotState;
import org.jfree.chart.plot.ValueMarker;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYItemRenderer;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;
import org.jfree.chart.ui.Layer;
import org.jfree.chart.ui.RectangleAnchor;
import org.jfree.chart.ui.RectangleInsets;
import org.jfree.chart.ui.TextAnchor;
import org.jfree.data.xy.XYDataset;

/** A panel as the library draws it, each layer in a group of its own. */
final class PanelPlot extends XYPlot {
    private static final long serialVersionUID = 1;
    private static final float[] DOTS = {2, 2};

    private final transient Panel panel;
    private final transient List<String> keys = new ArrayList<>();
    private final boolean lying;
    private transient Rectangle2D area;

    /** @param x that it shares with the panel above; {@code null} for one of its own */
    PanelPlot(Panel panel, PanelAxis x, PanelAxis y, Palette palette) {
        // What stands on categories is drawn along their axis: that of y where bars lie.
        super(null, panel.y().scale() == Scale.CATEGORY ? y : x, panel.y().scale() == Scale.CATEGORY ? x : y,
                new XYLineAndShapeRenderer(false, false));
        this.panel = panel;
        this.lying = panel.y().scale() == Scale.CATEGORY;
        setOrientation(lying ? PlotOrientation.HORIZONTAL : PlotOrientation.VERTICAL);
        setDatasetRenderingOrder(DatasetRenderingOrder.FORWARD);
        setBackgroundPaint(null);
        setOutlineVisible(false);
        setAxisOffset(RectangleInsets.ZERO_INSETS);
        setInsets(RectangleInsets.ZERO_INSETS);
        setDomainGridlinePaint(palette.grid());
        setRangeGridlinePaint(palette.grid());
        setDomainGridlineStroke(new BasicStroke(0.7f));
        setRangeGridlineStroke(new BasicStroke(0.7f));
        boolean categories = lying || panel.x().scale() == Scale.CATEGORY;
        setDomainGridlinesVisible(!categories);
    }

    Panel panel() {
        return panel;
    }

    /** Whether its categories lie on y. */
    boolean lies() {
        return lying;
    }

    /** Where its marks lie, once it is drawn. */
    Rectangle2D area() {
        return area;
    }

    /** @param key of the series, or of several, for the group that it is drawn in; {@code null} for none */
    void add(XYDataset data, XYItemRenderer renderer, String key) {
        setDataset(keys.size(), data);
        setRenderer(keys.size(), renderer, false);
        keys.add(key);
    }

    /** A level to hold values against, beneath everything. */
    void addLevel(boolean vertical, double value, String text, Font font, Palette palette) {
        ValueMarker marker = new ValueMarker(value, palette.soft(), Styles.stroke(1, DOTS));
        marker.setAlpha(1);
        if (!text.isEmpty()) {
            marker.setLabel(text);
            marker.setLabelFont(font);
            marker.setLabelPaint(palette.soft());
            marker.setLabelBackgroundColor(Palette.faint(palette.paper(), 0));
            marker.setLabelAnchor(vertical ? RectangleAnchor.TOP_RIGHT : RectangleAnchor.BOTTOM_RIGHT);
            marker.setLabelTextAnchor(vertical ? TextAnchor.TOP_LEFT : TextAnchor.TOP_RIGHT);
        }
        if (vertical != lying) {
            addDomainMarker(marker, Layer.BACKGROUND);
        } else {
            addRangeMarker(marker, Layer.BACKGROUND);
        }
    }

    @Override
    public boolean render(Graphics2D g, Rectangle2D dataArea, int index, PlotRenderingInfo info,
            CrosshairState crosshair) {
        Hook.begin(g, "class", "layer", "data-s", index < keys.size() ? keys.get(index) : null);
        boolean found = super.render(g, dataArea, index, info, crosshair);
        Hook.end(g);
        return found;
    }

    @Override
    public void draw(Graphics2D g, Rectangle2D room, Point2D anchor, PlotState parent, PlotRenderingInfo info) {
        Hook.begin(g, "class", "panel");
        super.draw(g, room, anchor, parent, info);
        Hook.end(g);
    }

    @Override
    protected void drawDomainMarkers(Graphics2D g, Rectangle2D dataArea, int index, Layer layer) {
        Hook.begin(g, "class", "level");
        super.drawDomainMarkers(g, dataArea, index, layer);
        Hook.end(g);
    }

    @Override
    protected void drawRangeMarkers(Graphics2D g, Rectangle2D dataArea, int index, Layer layer) {
        Hook.begin(g, "class", "level");
        super.drawRangeMarkers(g, dataArea, index, layer);
        Hook.end(g);
    }

    @Override
    public void drawBackground(Graphics2D g, Rectangle2D dataArea) {
        area = (Rectangle2D) dataArea.clone();
        super.drawBackground(g, dataArea);
    }

    @Override
    protected void drawDomainGridlines(Graphics2D g, Rectangle2D dataArea, List<ValueTick> ticks) {
        Hook.begin(g, "class", "grid");
        super.drawDomainGridlines(g, dataArea, ticks);
        Hook.end(g);
    }

    @Override
    protected void drawRangeGridlines(Graphics2D g, Rectangle2D dataArea, List<ValueTick> ticks) {
        Hook.begin(g, "class", "grid");
        super.drawRangeGridlines(g, dataArea, ticks);
        Hook.end(g);
    }
}
