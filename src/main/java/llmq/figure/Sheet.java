package llmq.figure;

import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import llmq.plot.Counted;
import llmq.plot.Label;
import llmq.plot.Layer;
import llmq.plot.Panel;
import llmq.plot.Picture;
import llmq.plot.Scale;
import llmq.plot.Series;
import llmq.text.SafeText;
import org.jfree.chart.ChartRenderingInfo;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.entity.LegendItemEntity;
import org.jfree.chart.plot.CombinedDomainXYPlot;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.title.LegendTitle;
import org.jfree.chart.title.TextTitle;
import org.jfree.chart.ui.HorizontalAlignment;
import org.jfree.chart.ui.RectangleInsets;

/** A picture laid out on a sheet: title, panels, legend, key and caption. It is as high as it needs to be. */
final class Sheet {
    private static final double MARGIN = 14;
    private static final double NARROW = 640;
    /** What a category needs of the height, and what the rest of a picture does. */
    private static final double CATEGORY = 18;
    private static final double REST = 120;
    /** What a bar needs that stands beside others of its category. */
    private static final double ABREAST = 12;
    /** Higher ones do not show an axis and all of its bars at once. */
    private static final double TALL = 900;
    /** The names of categories that stand, in sizes of the texts at ticks. */
    private static final double TICK = 11.5;

    private final Picture picture;
    private final List<String> caption;
    private final Fonts fonts;
    private final Palette palette;
    private final Styles styles;
    private final double width;
    private final double chartHeight;
    private final List<PanelPlot> plots = new ArrayList<>();
    private final List<LabelLayer> labels = new ArrayList<>();
    private final JFreeChart chart;

    /**
     * @param width   in pixels of 1/96 inch
     * @param caption the lines beneath it
     */
    Sheet(Picture picture, RowWords words, List<String> caption, Tone tone, double width) {
        this.caption = caption.stream().map(SafeText::of).toList();
        this.fonts = Fonts.get();
        Picture safe = SafePicture.of(picture);
        this.picture = Counted.of(safe, fitting(safe, width));
        this.palette = Palette.of(tone);
        this.styles = new Styles(this.picture, palette);
        this.width = width;
        this.chartHeight = chartHeight();
        this.chart = chart(words);
    }

    /** An area of a panel that is drawn. */
    record Area(Panel panel, Rectangle2D box) {
    }

    /** An entry of the legend that is drawn. */
    record Entry(String key, String text, Rectangle2D box) {
    }

    /** What was drawn where. @param height of the whole */
    record Drawn(double height, List<Area> areas, List<Entry> entries) {
    }

    double width() {
        return width;
    }

    Palette palette() {
        return palette;
    }

    /** Which names leave room for what they name. */
    private Predicate<String> fitting(Picture shown, double whole) {
        Panel first = shown.panels().get(0);
        boolean listed = first.y().scale() == Scale.CATEGORY;
        double room = listed ? PanelAxis.NAMES * whole : (whole - REST) / Math.max(1, first.x().categories().size());
        return name -> Fonts.width(fonts.regular(TICK), name) < room - TICK;
    }

    private double chartHeight() {
        double height = width < NARROW ? Math.max(380, width * 1.1) : width * 0.6;
        Panel first = picture.panels().get(0);
        if (first.y().scale() == Scale.CATEGORY) {
            long abreast = first.layers().stream().filter(layer -> layer instanceof Layer.Bars bars
                    && bars.start() == null).count();
            double each = Math.max(CATEGORY, abreast > 1 ? ABREAST * (abreast + 1) : 0);
            return Math.max(Math.min(height, REST + 44 * first.y().categories().size()),
                    REST + each * first.y().categories().size());
        }
        return picture.panels().size() > 1 ? height * 1.15 : height;
    }

    /** More than it will come to, whatever has no room in the picture. */
    double mostHeight() {
        List<LabelLayer.Keyed> all = new ArrayList<>();
        int count = 0;
        for (Panel panel : picture.panels()) {
            for (Label label : panel.labels().subList(0, panel.needed())) {
                all.add(new LabelLayer.Keyed(label, longest(panel)));
            }
            count += panel.labels().size();
        }
        return footing().draw(null, chartHeight, all, count, count, caption);
    }

    private static String longest(Panel panel) {
        String longest = "";
        for (Label label : panel.labels()) {
            longest = label.text().length() > longest.length() ? label.text() : longest;
        }
        return longest;
    }

    private Footing footing() {
        return new Footing(fonts, palette, MARGIN, width - 2 * MARGIN);
    }

    private JFreeChart chart(RowWords words) {
        List<Panel> panels = picture.panels();
        PanelAxis x = new PanelAxis(panels.get(0).x(), fonts, palette, width);
        for (Panel panel : panels) {
            PanelPlot plot = new PanelPlot(panel, x, new PanelAxis(panel.y(), fonts, palette, width),
                    new BarNumbers(panel, fonts, palette), palette);
            if (plot.lies() && chartHeight > TALL) {
                PanelAxis top = new PanelAxis(panel.x(), fonts, palette, width);
                top.setLabel(null);
                plot.addTop(top);
            }
            Layers layers = new Layers(styles, fonts, words, plot);
            for (Layer layer : ordered(panel)) {
                layers.add(layer);
            }
            plot.setNoDataMessage("no rows");
            plot.setNoDataMessageFont(fonts.regular(13));
            plot.setNoDataMessagePaint(palette.soft());
            LabelLayer texts = new LabelLayer(panel, fonts, palette);
            plot.addAnnotation(texts);
            labels.add(texts);
            plots.add(plot);
        }
        JFreeChart made = new JFreeChart(null, fonts.bold(16), whole(x), false);
        made.setBackgroundPaint(palette.paper());
        made.setPadding(new RectangleInsets(10, 10, 2, MARGIN));
        if (picture.title() != null) {
            TextTitle title = new TextTitle(picture.title(), fonts.bold(16));
            title.setPaint(palette.ink());
            title.setHorizontalAlignment(HorizontalAlignment.LEFT);
            title.setTextAlignment(HorizontalAlignment.LEFT);
            title.setPadding(0, 4, 8, 0);
            made.setTitle(title);
        }
        LegendTitle legend = new Legend(picture, styles, fonts).title();
        if (legend != null) {
            made.addSubtitle(legend);
        }
        return made;
    }

    /** Rows without a series of their own stay beneath the others. */
    private static List<Layer> ordered(Panel panel) {
        List<Layer> ordered = new ArrayList<>();
        int first = -1;
        for (Layer layer : panel.layers()) {
            boolean points = layer instanceof Layer.Points;
            first = points && first < 0 ? ordered.size() : first;
            boolean rest = points && layer.series().kind() == Series.Kind.REST;
            ordered.add(rest ? first : ordered.size(), layer);
        }
        return ordered;
    }

    private XYPlot whole(PanelAxis x) {
        if (plots.size() == 1) {
            return plots.get(0);
        }
        CombinedDomainXYPlot all = new CombinedDomainXYPlot(x);
        all.setGap(12);
        all.setBackgroundPaint(null);
        all.setOutlineVisible(false);
        for (int i = 0; i < plots.size(); i++) {
            all.add(plots.get(i), i == 0 ? 3 : 1);
        }
        return all;
    }

    Drawn draw(Graphics2D g) {
        ChartRenderingInfo info = new ChartRenderingInfo();
        chart.draw(g, new Rectangle2D.Double(0, 0, width, chartHeight), info);
        List<LabelLayer.Keyed> numbered = new ArrayList<>();
        labels.forEach(layer -> numbered.addAll(layer.numbered()));
        int bare = labels.stream().mapToInt(LabelLayer::bare).sum();
        int all = picture.panels().stream().mapToInt(panel -> panel.labels().size()).sum();
        double height = Math.ceil(footing().draw(g, chartHeight, numbered, bare, all, caption));
        List<Area> areas = new ArrayList<>();
        for (PanelPlot plot : plots) {
            areas.add(new Area(plot.panel(), plot.area()));
        }
        List<Entry> entries = new ArrayList<>();
        for (Object entity : info.getEntityCollection().getEntities()) {
            if (entity instanceof LegendItemEntity item && item.getSeriesKey() != null) {
                String key = item.getSeriesKey().toString();
                entries.add(new Entry(key, name(key), item.getArea().getBounds2D()));
            }
        }
        return new Drawn(height, areas, entries);
    }

    private String name(String key) {
        return picture.series().stream().filter(series -> Styles.key(series).equals(key)).findFirst().orElseThrow()
                .name();
    }
}
