package llmq.figure;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Shape;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import llmq.plot.Layer;
import llmq.plot.Picture;
import llmq.plot.Series;
import llmq.plot.Sizes;
import org.jfree.chart.LegendItem;
import org.jfree.chart.LegendItemCollection;
import org.jfree.chart.LegendItemSource;
import org.jfree.chart.block.BlockBorder;
import org.jfree.chart.title.LegendTitle;
import org.jfree.chart.ui.RectangleEdge;
import org.jfree.chart.ui.RectangleInsets;

/** What tells the series of a picture apart, and what its shades stand for. */
final class Legend implements LegendItemSource {
    private static final BasicStroke RIM = new BasicStroke(0.6f);
    private static final Shape NOTHING = new Rectangle2D.Double(0, 0, 0.01, 0.01);
    private static final Shape LINE = new Line2D.Double(-11, 0, 11, 0);
    private static final Shape BAR = new Rectangle2D.Double(-5, -5, 10, 10);
    private static final Shape SHADE = new Rectangle2D.Double(-7, -5, 14, 10);

    private final Picture picture;
    private final Styles styles;
    private final Fonts fonts;

    Legend(Picture picture, Styles styles, Fonts fonts) {
        this.picture = picture;
        this.styles = styles;
        this.fonts = fonts;
    }

    /** {@code null} where there is nothing to tell apart. */
    LegendTitle title() {
        if (getLegendItems().getItemCount() == 0) {
            return null;
        }
        LegendTitle title = new LegendTitle(this);
        title.setPosition(RectangleEdge.BOTTOM);
        title.setItemFont(fonts.regular(11.5));
        title.setItemPaint(styles.palette().ink());
        title.setFrame(BlockBorder.NONE);
        title.setItemLabelPadding(new RectangleInsets(2, 4, 2, 12));
        return title;
    }

    @Override
    public LegendItemCollection getLegendItems() {
        LegendItemCollection items = new LegendItemCollection();
        if (picture.legend() != null && !picture.series().isEmpty()) {
            items.add(word(picture.legend()));
        }
        for (Series series : picture.series()) {
            items.add(item(series));
        }
        if (picture.sizes() != null) {
            addSizes(picture.sizes(), items);
        }
        Shades shades = Shades.of(picture);
        if (shades != null) {
            Color color = picture.series().stream().anyMatch(series -> series.kind() == Series.Kind.ROWS)
                    ? styles.palette().soft() : styles.palette().series(0);
            boolean many = picture.panels().stream().anyMatch(panel -> new Majority(panel).isMany());
            items.add(word(many ? "a field has the color of most of its rows; rows in all, from" : "rows, from"));
            for (int i = 0; i < shades.size(); i++) {
                items.add(item(shades.from(i), SHADE, Palette.faint(color, shades.solid(i)),
                        styles.palette().paper()));
            }
        }
        return items;
    }

    /** With a mark of the smallest size, one of those between, and one of the greatest. */
    private void addSizes(Sizes sizes, LegendItemCollection items) {
        items.add(word("size: " + sizes.title()));
        Color color = Palette.faint(styles.palette().soft(), 0.6);
        double[] shares = {sizes.least(), Sizes.LARGE, 1};
        String[] texts = {(sizes.least() > Sizes.LEAST ? "" : "up to ") + sizes.low(), sizes.large(), sizes.high()};
        for (int i = sizes.least() < 1 ? 0 : 2; i < shares.length; i++) {
            if (i != 1 || sizes.least() < Sizes.LARGE) {
                items.add(item(texts[i], MarkShapes.disc(Layers.radius(shares[i])), color, styles.palette().paper()));
            }
        }
        if (sizes.odd() > 0) {
            items.add(word(sizes.others()));
        }
    }

    /** A heading of what follows. */
    private LegendItem word(String text) {
        Color none = Palette.faint(styles.palette().paper(), 0);
        LegendItem item = item(text, NOTHING, none, none);
        item.setLabelFont(fonts.bold(11.5));
        return item;
    }

    private static LegendItem item(String text, Shape shape, Color fill, Color rim) {
        return new LegendItem(text, null, null, null, true, shape, true, fill, true, rim, RIM, false, LINE, RIM, fill);
    }

    private boolean bars() {
        return picture.panels().get(0).layers().stream().anyMatch(layer -> layer instanceof Layer.Bars);
    }

    private LegendItem item(Series series) {
        Color color = styles.color(series);
        LegendItem item;
        if (series.kind() == Series.Kind.ROWS || series.kind() == Series.Kind.REST) {
            item = item(series.name(), bars() ? BAR : styles.mark(series, 4.5), color, styles.palette().paper());
        } else if (series.kind() == Series.Kind.BAND || series.kind() == Series.Kind.INTERVAL) {
            double solid = series.kind() == Series.Kind.BAND ? Layers.NARROW_BAND : Layers.WIDE_BAND;
            item = item(series.name(), SHADE, Palette.faint(color, solid), color);
        } else {
            item = new LegendItem(series.name(), null, null, null, false, NOTHING, false, color, false, color, RIM,
                    true, LINE, styles.line(series), color);
        }
        item.setSeriesKey(Styles.key(series));
        return item;
    }
}
