package llmq.figure;

import java.awt.BasicStroke;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import llmq.plot.Panel;
import llmq.plot.Scale;
import org.jfree.chart.axis.AxisLocation;
import org.jfree.chart.axis.ValueAxis;
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
    /** What the text of a tick at the very end of an axis takes to the right of it. */
    private static final double LAST = 8;

    private final transient Panel panel;
    private final transient List<String> keys = new ArrayList<>();
    private final transient List<Double> beyond = new ArrayList<>();
    private final boolean lying;
    private final transient BarNumbers numbers;
    private transient Rectangle2D area;

    PanelPlot(Panel panel, PanelAxis x, PanelAxis y, BarNumbers numbers, Palette palette) {
        // What stands on categories is drawn along their axis: that of y where bars lie.
        super(null, panel.y().scale() == Scale.CATEGORY ? y : x, panel.y().scale() == Scale.CATEGORY ? x : y,
                new XYLineAndShapeRenderer(false, false));
        this.panel = panel;
        this.numbers = numbers;
        this.lying = panel.y().scale() == Scale.CATEGORY;
        setOrientation(lying ? PlotOrientation.HORIZONTAL : PlotOrientation.VERTICAL);
        setDatasetRenderingOrder(DatasetRenderingOrder.FORWARD);
        setBackgroundPaint(null);
        setOutlineVisible(false);
        setAxisOffset(RectangleInsets.ZERO_INSETS);
        boolean bars = panel.layers().stream().anyMatch(layer -> layer instanceof llmq.plot.Layer.Bars);
        setInsets(new RectangleInsets(numbers.above(), 0, 0, Math.max(bars ? LAST : 0, numbers.aside())));
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
        add(data, renderer, key, 0);
    }

    /** @param room how far marks may stand out over the ends of the axes, in pixels */
    void add(XYDataset data, XYItemRenderer renderer, String key, double room) {
        beyond.add(room);
        setDataset(keys.size(), data);
        setRenderer(keys.size(), renderer, false);
        keys.add(key);
    }

    /** The axis of values at the top as well, for lists whose end is far from their beginning. */
    void addTop(PanelAxis axis) {
        setRangeAxis(1, axis);
        setRangeAxisLocation(1, AxisLocation.TOP_OR_RIGHT);
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
        Shape clip = g.getClip();
        if (index < beyond.size() && beyond.get(index) > 0) {
            // A mark at the very end of an axis is whole.
            double room = beyond.get(index);
            g.setClip(new Rectangle2D.Double(dataArea.getX() - room, dataArea.getY() - room,
                    dataArea.getWidth() + 2 * room, dataArea.getHeight() + 2 * room));
        }
        boolean found = super.render(g, dataArea, index, info, crosshair);
        g.setClip(clip);
        Hook.end(g);
        return found;
    }

    @Override
    public void draw(Graphics2D g, Rectangle2D room, Point2D anchor, PlotState parent, PlotRenderingInfo info) {
        Hook.begin(g, "class", "panel");
        super.draw(g, room, anchor, parent, info);
        numbers.draw(g, area);
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
        super.drawDomainGridlines(g, dataArea, within(ticks, getDomainAxis()));
        Hook.end(g);
    }

    @Override
    protected void drawRangeGridlines(Graphics2D g, Rectangle2D dataArea, List<ValueTick> ticks) {
        Hook.begin(g, "class", "grid");
        super.drawRangeGridlines(g, dataArea, within(ticks, getRangeAxis()));
        Hook.end(g);
    }

    /** Without one where the other axis stands, which it would cover. */
    private static List<ValueTick> within(List<ValueTick> ticks, ValueAxis axis) {
        return ticks.stream().filter(tick -> tick.getValue() > axis.getLowerBound()).toList();
    }
}
