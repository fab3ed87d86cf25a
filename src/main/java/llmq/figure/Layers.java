package llmq.figure;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Paint;
import java.awt.Shape;
import java.awt.geom.Rectangle2D;
import java.util.Arrays;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import llmq.plot.Axis;
import llmq.plot.Layer;
import llmq.plot.Series;
import llmq.plot.Words;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.plot.CrosshairState;
import org.jfree.chart.plot.PlotRenderingInfo;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.AbstractRenderer;
import org.jfree.chart.renderer.xy.DeviationRenderer;
import org.jfree.chart.renderer.xy.StandardXYBarPainter;
import org.jfree.chart.renderer.xy.XYBarRenderer;
import org.jfree.chart.renderer.xy.XYErrorRenderer;
import org.jfree.chart.renderer.xy.XYItemRendererState;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;
import org.jfree.data.xy.XYDataset;

/** Puts the layers of a panel into the plot that the library draws. */
final class Layers {
    private static final BasicStroke RIM = new BasicStroke(0.6f);
    /** How far the tips of marks are from their middle, in radii. */
    private static final double OUT = 1.6;
    static final double NARROW_BAND = 0.24;
    static final double WIDE_BAND = 0.12;

    private final Styles styles;
    private final Fonts fonts;
    private final RowWords words;
    private final PanelPlot plot;

    Layers(Styles styles, Fonts fonts, RowWords words, PanelPlot plot) {
        this.styles = styles;
        this.fonts = fonts;
        this.words = words;
        this.plot = plot;
    }

    void add(Layer layer) {
        if (layer instanceof Layer.Points points) {
            addPoints(points.series(), points.x(), points.y(), points.size(), points.rows());
        } else if (layer instanceof Layer.Cells cells) {
            plot.add(new LayerData("", new double[] {middle(plot.panel().x())},
                    new double[] {middle(plot.panel().y())}),
                    new CellRenderer(cells, plot.panel(), styles.color(cells.series())), Styles.key(cells.series()));
        } else if (layer instanceof Layer.Curve curve) {
            addCurve(curve);
        } else if (layer instanceof Layer.Band band) {
            addBand(band);
        } else if (layer instanceof Layer.Steps steps) {
            addSteps(steps);
        } else if (layer instanceof Layer.Bars bars) {
            addBars(bars);
        } else if (layer instanceof Layer.Boxes boxes) {
            addBoxes(boxes);
        } else if (layer instanceof Layer.Reference level) {
            plot.addLevel(level.vertical(), level.value(), level.text(), fonts.regular(11), styles.palette());
        }
    }

    private static double middle(Axis axis) {
        return axis.value(0.5);
    }

    /** Radius of a mark where there are so many of them. */
    static double radius(int marks) {
        return marks > 1500 ? 2.4 : marks > 400 ? 3.2 : 4;
    }

    /** Radius of a mark of that share of the greatest area. */
    static double radius(double share) {
        return Math.max(2.2, 15 * Math.sqrt(share));
    }

    private void addPoints(Series series, double[] x, double[] y, double[] size, int[] rows) {
        // The small ones lie on top of the large.
        int[] order = IntStream.range(0, x.length).boxed()
                .sorted((a, b) -> size == null ? 0 : Double.compare(size[b], size[a]))
                .mapToInt(Integer::intValue).toArray();
        double[] along = pick(plot.lies() ? y : x, order);
        double[] value = pick(plot.lies() ? x : y, order);
        int all = marks();
        Shape even = styles.mark(series, radius(all));
        XYLineAndShapeRenderer renderer = new XYLineAndShapeRenderer(false, true) {
            private static final long serialVersionUID = 1;

            @Override
            public Shape getItemShape(int row, int item) {
                return size == null ? even : styles.mark(series, radius(size[order[item]]));
            }

            @Override
            public void drawItem(Graphics2D g, XYItemRendererState state, Rectangle2D area, PlotRenderingInfo info,
                    XYPlot owner, ValueAxis domain, ValueAxis range, XYDataset data, int row, int item,
                    CrosshairState crosshair, int pass) {
                if (isItemPass(pass)) {
                    begin(g, area, owner, domain, range, along[item], value[item], "point", rows[order[item]],
                            words.of(rows[order[item]]));
                    super.drawItem(g, state, area, null, owner, domain, range, data, row, item, crosshair, pass);
                    Hook.end(g);
                }
            }
        };
        Color color = styles.color(series);
        double solid = size == null ? styles.palette().solid() : 0.6;
        renderer.setUseFillPaint(true);
        renderer.setUseOutlinePaint(true);
        renderer.setDrawOutlines(true);
        renderer.setDefaultFillPaint(Palette.faint(color, solid));
        renderer.setDefaultPaint(color);
        renderer.setDefaultOutlinePaint(styles.palette().paper());
        renderer.setDefaultOutlineStroke(RIM);
        settle(renderer);
        double largest = size == null ? radius(all) : radius(1);
        plot.add(new LayerData("", along, value), renderer, Styles.key(series), OUT * largest);
    }

    private int marks() {
        int marks = 0;
        for (Layer layer : plot.panel().layers()) {
            marks += layer instanceof Layer.Points points ? points.x().length : 0;
        }
        return marks;
    }

    private static double[] pick(double[] values, int[] order) {
        return IntStream.of(order).mapToDouble(i -> values[i]).toArray();
    }

    /** Opens the group of a mark. @param kind {@code point} @param row of the result; below 0 where it is none */
    private void begin(Graphics2D g, Rectangle2D area, XYPlot owner, ValueAxis domain, ValueAxis range, double along,
            double value, String kind, int row, String title) {
        double a = domain.valueToJava2D(along, area, owner.getDomainAxisEdge());
        double b = range.valueToJava2D(value, area, owner.getRangeAxisEdge());
        Hook.begin(g, "class", "mark " + kind, "data-row", row < 0 ? null : Integer.toString(row), "data-x",
                Svg.number(plot.lies() ? b : a), "data-y", Svg.number(plot.lies() ? a : b), Hook.TITLE, title);
    }

    /** The library keeps colours by series, which it gives out itself unless told not to. */
    private static void settle(AbstractRenderer renderer) {
        renderer.setAutoPopulateSeriesPaint(false);
        renderer.setAutoPopulateSeriesFillPaint(false);
        renderer.setAutoPopulateSeriesOutlinePaint(false);
        renderer.setAutoPopulateSeriesOutlineStroke(false);
        renderer.setAutoPopulateSeriesStroke(false);
        renderer.setAutoPopulateSeriesShape(false);
    }

    private void addCurve(Layer.Curve curve) {
        XYLineAndShapeRenderer renderer = new XYLineAndShapeRenderer(true, false);
        renderer.setDrawSeriesLineAsPath(true);
        renderer.setDefaultPaint(styles.color(curve.series()));
        renderer.setDefaultStroke(styles.line(curve.series()));
        settle(renderer);
        plot.add(new LayerData("", curve.x(), curve.y()), renderer, Styles.key(curve.series()));
    }

    private void addBand(Layer.Band band) {
        DeviationRenderer renderer = new DeviationRenderer(false, false);
        Color color = styles.color(band.series());
        renderer.setDefaultFillPaint(color.equals(styles.palette().ink()) ? styles.palette().soft() : color);
        renderer.setAlpha((float) (band.wide() ? WIDE_BAND : NARROW_BAND));
        settle(renderer);
        double[] middle = new double[band.x().length];
        Arrays.setAll(middle, i -> band.low()[i]);
        plot.add(new LayerData("", band.x(), band.x(), band.x(), middle, band.low(), band.high()), renderer,
                Styles.key(band.series()) + " " + Styles.key(band.wide() ? Series.Kind.INTERVAL : Series.Kind.BAND, 0));
    }

    /** As a line with corners, so that its dashes run through. */
    private void addSteps(Layer.Steps steps) {
        int size = steps.x().length;
        double[] x = new double[Math.max(0, 2 * size - 1)];
        double[] y = new double[x.length];
        for (int i = 0; i < x.length; i++) {
            x[i] = steps.x()[(i + 1) / 2];
            y[i] = steps.y()[i / 2];
        }
        addCurve(new Layer.Curve(steps.series(), x, y));
    }

    private void addBars(Layer.Bars bars) {
        int size = bars.value().length;
        double[] along = new double[size];
        double[] low = new double[size];
        double[] high = new double[size];
        double[] end = new double[size];
        for (int i = 0; i < size; i++) {
            along[i] = (bars.from()[i] + bars.to()[i]) / 2;
            end[i] = bars.end(i);
            low[i] = Math.min(bars.start(i), end[i]);
            high[i] = Math.max(bars.start(i), end[i]);
        }
        Axis axis = plot.lies() ? plot.panel().y() : plot.panel().x();
        boolean one = plot.panel().layers().stream().filter(other -> other instanceof Layer.Bars).count() < 2;
        String name = one || bars.series() == null ? "" : bars.series().name() + ", ";
        Axis values = plot.lies() ? plot.panel().x() : plot.panel().y();
        IntFunction<String> title = item -> bars.rows() != null ? bars.rows()[item] >= 0 ? words.of(bars.rows()[item])
                : name + Words.value(axis, Math.rint(along[item])) + ": " + Words.value(values, bars.value()[item])
                : name + Words.range(axis, bars.from()[item], bars.to()[item]) + ": "
                        + Words.value(values, bars.value()[item]) + " rows";
        XYBarRenderer renderer = new XYBarRenderer(0) {
            private static final long serialVersionUID = 1;

            @Override
            public void drawItem(Graphics2D g, XYItemRendererState state, Rectangle2D area, PlotRenderingInfo info,
                    XYPlot owner, ValueAxis domain, ValueAxis range, XYDataset data, int row, int item,
                    CrosshairState crosshair, int pass) {
                begin(g, area, owner, domain, range, along[item], end[item], "bar",
                        bars.rows() == null ? -1 : bars.rows()[item], title.apply(item));
                super.drawItem(g, state, area, null, owner, domain, range, data, row, item, crosshair, pass);
                Hook.end(g);
            }
        };
        Color color = styles.color(bars.series());
        renderer.setUseYInterval(true);
        renderer.setBarPainter(new StandardXYBarPainter());
        renderer.setShadowVisible(false);
        renderer.setDrawBarOutline(true);
        renderer.setDefaultPaint(color);
        renderer.setDefaultOutlinePaint(styles.palette().paper());
        renderer.setDefaultOutlineStroke(RIM);
        settle(renderer);
        plot.add(new LayerData("", along, bars.from(), bars.to(), end, low, high), renderer,
                Styles.key(bars.series()));
        if (bars.low() != null) {
            addIntervals(bars, along);
        }
    }

    private void addIntervals(Layer.Bars bars, double[] along) {
        XYErrorRenderer renderer = new XYErrorRenderer();
        renderer.setDrawXError(false);
        renderer.setDefaultShapesVisible(false);
        renderer.setErrorPaint(styles.palette().ink());
        renderer.setErrorStroke(new BasicStroke(1.1f));
        renderer.setCapLength(5);
        settle(renderer);
        plot.add(new LayerData("", along, along, along, bars.value(), bars.low(), bars.high()), renderer,
                Styles.key(bars.series()));
    }

    private void addBoxes(Layer.Boxes boxes) {
        BoxData data = new BoxData(boxes.boxes());
        Axis categories = plot.lies() ? plot.panel().y() : plot.panel().x();
        Axis values = plot.lies() ? plot.panel().x() : plot.panel().y();
        BoxRenderer renderer = new BoxRenderer((int) Math.round(categories.high() - categories.low())) {
            private static final long serialVersionUID = 1;

            @Override
            void begin(Graphics2D g, Rectangle2D area, XYPlot owner, ValueAxis domain, ValueAxis range, int item) {
                Layer.Box box = boxes.boxes().get(item);
                Layers.this.begin(g, area, owner, domain, range, box.at(), box.median(), "box", -1,
                        Words.value(categories, box.at()) + ": median " + Words.value(values, box.median())
                                + ", quartiles " + Words.value(values, box.lower()) + " and "
                                + Words.value(values, box.upper()) + ", of " + box.count());
            }
        };
        Paint color = styles.color(boxes.series());
        renderer.setBoxPaint(Palette.faint((Color) color, 0.45));
        renderer.setDefaultPaint(color);
        renderer.setDefaultStroke(new BasicStroke(1.1f));
        renderer.setDefaultOutlinePaint(color);
        renderer.setDefaultOutlineStroke(new BasicStroke(1.1f));
        renderer.setArtifactPaint(styles.palette().ink());
        settle(renderer);
        plot.add(data, renderer, Styles.key(boxes.series()));
        int beyond = boxes.boxes().stream().mapToInt(box -> box.beyond().length).sum();
        if (beyond > 0) {
            double[] at = new double[beyond];
            double[] value = new double[beyond];
            int[] rows = new int[beyond];
            int next = 0;
            for (Layer.Box box : boxes.boxes()) {
                for (int i = 0; i < box.beyond().length; i++) {
                    at[next] = box.at();
                    value[next] = box.beyond()[i];
                    rows[next++] = box.rows()[i];
                }
            }
            addPoints(boxes.series(), plot.lies() ? value : at, plot.lies() ? at : value, null, rows);
        }
    }
}
