package llmq.figure;

import java.awt.BasicStroke;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import llmq.plot.Axis;
import llmq.plot.Scale;
import llmq.plot.Tick;
import llmq.plot.Ticks;
import org.jfree.chart.axis.AxisState;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.axis.NumberTick;
import org.jfree.chart.axis.TickType;
import org.jfree.chart.plot.PlotRenderingInfo;
import org.jfree.chart.ui.RectangleEdge;
import org.jfree.chart.ui.RectangleInsets;
import org.jfree.chart.ui.TextAnchor;

/** An axis of a picture, with the places and ticks that it has on every other surface. */
final class PanelAxis extends NumberAxis {
    private static final long serialVersionUID = 1;
    private static final int MOST = 14;
    /** Between the texts of two ticks that stand side by side. */
    private static final double APART = 14;
    /** From one to the next of those that stand one above the other. */
    private static final double STEP = 34;
    private static final int FEW = 4;
    private static final int MANY = 9;
    /** The same for categories, which are all wanted. */
    private static final double LINE = 13;
    /** How much of a picture's width the names of categories may take. */
    static final double NAMES = 0.32;
    private static final float LONG = 5;
    private static final float SHORT = 2.5f;

    private final transient Axis axis;
    private final double names;

    /** @param width of the whole picture */
    PanelAxis(Axis axis, Fonts fonts, Palette palette, double width) {
        super(axis.heading());
        this.axis = axis;
        this.names = NAMES * width;
        setRange(axis.low(), axis.high());
        setLabelFont(fonts.regular(13));
        setTickLabelFont(fonts.regular(11.5));
        setLabelPaint(palette.ink());
        setTickLabelPaint(palette.ink());
        setAxisLinePaint(palette.soft());
        setTickMarkPaint(palette.soft());
        setAxisLineStroke(new BasicStroke(0.8f));
        setTickMarkStroke(new BasicStroke(0.8f));
        setTickMarkOutsideLength(LONG);
        setMinorTickMarkOutsideLength(SHORT);
        setMinorTickMarksVisible(true);
        setTickLabelInsets(new RectangleInsets(3, 8, 3, 4));
        boolean named = axis.scale() == Scale.CATEGORY;
        setTickMarksVisible(!named);
        setMinorTickMarksVisible(!named);
    }

    Axis axis() {
        return axis;
    }

    @Override
    protected void autoAdjustRange() {
        // Its ends are given.
    }

    @Override
    public double valueToJava2D(double value, Rectangle2D area, RectangleEdge edge) {
        return RectangleEdge.isTopOrBottom(edge) ? area.getX() + axis.at(value) * area.getWidth()
                : area.getMaxY() - axis.at(value) * area.getHeight();
    }

    @Override
    public double java2DToValue(double place, Rectangle2D area, RectangleEdge edge) {
        return axis.value(RectangleEdge.isTopOrBottom(edge) ? (place - area.getX()) / area.getWidth()
                : (area.getMaxY() - place) / area.getHeight());
    }

    @Override
    public List<NumberTick> refreshTicks(Graphics2D g, AxisState state, Rectangle2D area, RectangleEdge edge) {
        List<NumberTick> ticks = new ArrayList<>();
        for (Tick tick : ticks(area, edge)) {
            // Their texts are drawn by this class, with raised exponents.
            ticks.add(new NumberTick(tick.isMinor() ? TickType.MINOR : TickType.MAJOR, tick.value(), "",
                    TextAnchor.CENTER, TextAnchor.CENTER, 0));
        }
        return ticks;
    }

    private List<Tick> ticks(Rectangle2D area, RectangleEdge edge) {
        if (!RectangleEdge.isTopOrBottom(edge)) {
            return Ticks.of(axis, axis.scale() == Scale.CATEGORY ? (int) Math.max(2, area.getHeight() / LINE)
                    : (int) Math.max(FEW, Math.min(MANY, area.getHeight() / STEP)));
        }
        int most = axis.scale() == Scale.CATEGORY ? axis.categories().size() : MOST;
        List<Tick> ticks = Ticks.of(axis, Math.max(1, most));
        while (most > 1 && !isClear(ticks, area, edge)) {
            ticks = Ticks.of(axis, --most);
        }
        return ticks;
    }

    private boolean isClear(List<Tick> ticks, Rectangle2D area, RectangleEdge edge) {
        double end = Double.NEGATIVE_INFINITY;
        for (Tick tick : ticks) {
            if (!tick.isMinor()) {
                double width = PowerText.width(text(tick), getTickLabelFont());
                double start = valueToJava2D(tick.value(), area, edge) - width / 2;
                if (start < end + APART) {
                    return false;
                }
                end = start + width;
            }
        }
        return true;
    }

    private String text(Tick tick) {
        String text = tick.text();
        return axis.scale() == Scale.CATEGORY ? Fonts.cut(getTickLabelFont(), text, names)
                : text.startsWith("-") ? "−" + text.substring(1) : text;
    }

    @Override
    @SuppressWarnings("rawtypes")
    protected double findMaximumTickLabelHeight(List ticks, Graphics2D g, Rectangle2D area, boolean vertical) {
        return getTickLabelFont().getSize2D() * 1.2 + getTickLabelInsets().getTop() + getTickLabelInsets().getBottom();
    }

    @Override
    @SuppressWarnings("rawtypes")
    protected double findMaximumTickLabelWidth(List ticks, Graphics2D g, Rectangle2D area, boolean vertical) {
        double most = 0;
        for (Tick tick : ticks(area, RectangleEdge.LEFT)) {
            most = Math.max(most, PowerText.width(text(tick), getTickLabelFont()));
        }
        return most + getTickLabelInsets().getLeft() + getTickLabelInsets().getRight();
    }

    @Override
    public AxisState draw(Graphics2D g, double cursor, Rectangle2D plotArea, Rectangle2D area, RectangleEdge edge,
            PlotRenderingInfo info) {
        Hook.begin(g, "class", RectangleEdge.isTopOrBottom(edge) ? "axis x" : "axis y");
        AxisState state = super.draw(g, cursor, plotArea, area, edge, info);
        Hook.end(g);
        return state;
    }

    @Override
    protected AxisState drawTickMarksAndLabels(Graphics2D g, double cursor, Rectangle2D plotArea, Rectangle2D area,
            RectangleEdge edge) {
        Hook.begin(g, "class", "ticks");
        AxisState state = super.drawTickMarksAndLabels(g, cursor, plotArea, area, edge);
        Font font = getTickLabelFont();
        double capital = PowerText.CAPITAL * font.getSize2D();
        g.setPaint(getTickLabelPaint());
        for (Tick tick : ticks(area, edge)) {
            if (!tick.isMinor()) {
                String text = text(tick);
                double at = valueToJava2D(tick.value(), area, edge);
                double width = PowerText.width(text, font);
                if (edge == RectangleEdge.LEFT) {
                    PowerText.draw(g, text, font, cursor - LONG - getTickLabelInsets().getRight() - width,
                            at + capital / 2);
                } else if (edge == RectangleEdge.TOP) {
                    PowerText.draw(g, text, font, at - width / 2, cursor - LONG - getTickLabelInsets().getBottom() - 1);
                } else {
                    PowerText.draw(g, text, font, at - width / 2,
                            cursor + LONG + getTickLabelInsets().getTop() + capital + 1);
                }
            }
        }
        Hook.end(g);
        return state;
    }
}
