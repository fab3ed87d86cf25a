package llmq.figure;

import java.awt.BasicStroke;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.font.TextLayout;
import java.awt.geom.AffineTransform;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.text.Bidi;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import llmq.plot.Label;
import llmq.plot.Panel;
import org.jfree.chart.annotations.AbstractXYAnnotation;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.plot.PlotRenderingInfo;
import org.jfree.chart.plot.XYPlot;

/** The labels of a panel, placed when it is known where its marks lie. */
final class LabelLayer extends AbstractXYAnnotation {
    private static final long serialVersionUID = 1;
    /** More than so many nobody reads, unless all are asked for. */
    private static final int MOST = 150;
    private static final double SIZE = 10.5;
    private static final double RIM = 2.4;
    private static final double MARGIN = 1;
    private static final double DOT = 1.5;
    private static final int ROUNDS = 5;

    private final transient Panel panel;
    private final transient Palette palette;
    private final Font font;
    private final transient List<Keyed> numbered = new ArrayList<>();
    private int bare;

    LabelLayer(Panel panel, Fonts fonts, Palette palette) {
        this.panel = panel;
        this.palette = palette;
        this.font = fonts.regular(SIZE);
    }

    /**
     * A label whose number stands in the picture.
     *
     * @param at what stands there in its place, where it has none of its own; else {@code null}
     */
    record Keyed(Label label, String at) {
        String text() {
            return at == null ? label.text() : label.text() + " (at " + at + ")";
        }
    }

    /** Those that a key says what they are, once the picture is drawn. */
    List<Keyed> numbered() {
        return numbered;
    }

    /** How many have neither name nor number. */
    int bare() {
        return bare;
    }

    @Override
    public void draw(Graphics2D g, XYPlot plot, Rectangle2D area, ValueAxis x, ValueAxis y, int index,
            PlotRenderingInfo info) {
        numbered.clear();
        LabelGround ground = new LabelGround(panel, font, area, x, y);
        List<Label> labels = panel.labels();
        List<Label> needed = labels.subList(0, panel.needed());
        List<Label> others = labels.subList(needed.size(), Math.max(needed.size(), Math.min(MOST, labels.size())));
        Set<Label> byNumber = new HashSet<>();
        List<Shown> shown = new ArrayList<>();
        LabelPlaces places = new LabelPlaces(ground.field());
        List<Shown> without = place(needed, byNumber, false, ground, places, shown);
        // A number takes less room, so that all are placed anew with those that have but one.
        for (int round = 0; round < ROUNDS && !without.isEmpty(); round++) {
            without.forEach(each -> byNumber.add(each.label));
            shown.clear();
            places = new LabelPlaces(ground.field());
            without = place(needed, byNumber, false, ground, places, shown);
        }
        for (Shown each : without) {
            Shown number = wish(each.label, true, false, ground);
            LabelPlaces.Place place = places.over(number.wish);
            if (place == null) {
                numbered.add(new Keyed(each.label, nearest(number.wish.mark(), shown)));
            } else {
                shown.add(number.at(place));
            }
        }
        for (Shown each : shown) {
            if (each.byNumber) {
                numbered.add(new Keyed(each.label, null));
            }
        }
        bare = place(others, byNumber, true, ground, places, shown).size() + labels.size() - needed.size()
                - others.size();
        for (Shown each : shown) {
            draw(g, each);
        }
    }

    /** A label and its place, once it has one. */
    private record Shown(Label label, boolean byNumber, LabelPlaces.Wish wish, LabelPlaces.Place place) {
        String text() {
            return byNumber ? Integer.toString(label.number()) : label.text();
        }

        Shown at(LabelPlaces.Place found) {
            return new Shown(label, byNumber, wish, found);
        }
    }

    private Shown wish(Label label, boolean byNumber, boolean close, LabelGround ground) {
        String text = byNumber ? Integer.toString(label.number()) : label.text();
        double width = LabelGround.grain(Fonts.width(font, text) + 2 * MARGIN);
        double height = LabelGround.grain(ascent() + 0.22 * SIZE + MARGIN);
        return new Shown(label, byNumber, new LabelPlaces.Wish(ground.mark(label), width, height, close), null);
    }

    /**
     * Finds places for labels.
     *
     * @param byNumber those of which only the number is to be shown
     * @param close    whether they need not be shown
     * @return those without room
     */
    private List<Shown> place(List<Label> labels, Set<Label> byNumber, boolean close, LabelGround ground,
            LabelPlaces places, List<Shown> shown) {
        List<Shown> wishes = new ArrayList<>();
        for (Label label : labels) {
            wishes.add(wish(label, byNumber.contains(label), close, ground));
        }
        List<LabelPlaces.Place> found = places.place(wishes.stream().map(Shown::wish).toList());
        List<Shown> without = new ArrayList<>();
        for (int i = 0; i < found.size(); i++) {
            if (found.get(i) == null) {
                without.add(wishes.get(i));
            } else {
                shown.add(wishes.get(i).at(found.get(i)));
            }
        }
        return without;
    }

    private static double ascent() {
        return PowerText.CAPITAL * SIZE + 1;
    }

    /** What the label says that stands next to where another one has no room. */
    private static String nearest(LabelField.Mark mark, List<Shown> shown) {
        Shown nearest = null;
        double least = Double.POSITIVE_INFINITY;
        for (Shown each : shown) {
            double across = each.wish.mark().x() - mark.x();
            double down = each.wish.mark().y() - mark.y();
            if (across * across + down * down < least) {
                least = across * across + down * down;
                nearest = each;
            }
        }
        return nearest == null ? "its mark" : nearest.text();
    }

    private void draw(Graphics2D g, Shown shown) {
        Rectangle2D box = shown.place.box();
        Line2D leader = shown.place.leader();
        Hook.begin(g, "class", "label", "data-row", Integer.toString(shown.label.row()), "data-x",
                Svg.number(shown.wish.mark().x()), "data-y", Svg.number(shown.wish.mark().y()));
        if (leader != null) {
            g.setPaint(palette.soft());
            g.setStroke(new BasicStroke(0.8f));
            g.draw(leader);
            if (shown.place.marked()) {
                double dot = Math.min(DOT, 0.4 * shown.wish.mark().rim());
                if (dot == DOT) {
                    g.setPaint(palette.paper());
                    g.fill(disc(leader, DOT + 1));
                }
                g.setPaint(palette.ink());
                g.fill(disc(leader, dot));
            }
        }
        write(g, shown.text(), (float) (box.getX() + MARGIN), (float) (box.getY() + MARGIN / 2 + ascent()));
        Hook.end(g);
    }

    /** Around the end of a line. */
    private static Shape disc(Line2D leader, double radius) {
        return new Ellipse2D.Double(leader.getX2() - radius, leader.getY2() - radius, 2 * radius, 2 * radius);
    }

    private void write(Graphics2D g, String text, float x, float y) {
        g.setFont(font);
        g.setPaint(palette.ink());
        if (g instanceof SvgGraphics svg) {
            svg.drawString(text, x, y, palette.paper(), RIM);
            return;
        }
        Shape outline = outline(font, text, x, y, !Bidi.requiresBidi(text.toCharArray(), 0, text.length()));
        g.setPaint(palette.paper());
        // Round joins differ by a few points from one Java to the next.
        g.setStroke(new BasicStroke((float) RIM, BasicStroke.CAP_BUTT, BasicStroke.JOIN_BEVEL));
        g.draw(outline);
        g.setPaint(palette.ink());
        g.fill(outline);
    }

    /** @param asWritten whether its letters stand from left to right in the order in which they are written */
    static Shape outline(Font font, String text, float x, float y, boolean asWritten) {
        return asWritten ? font.createGlyphVector(Fonts.MEASURE, text).getOutline(x, y)
                : new TextLayout(text, font, Fonts.MEASURE).getOutline(AffineTransform.getTranslateInstance(x, y));
    }
}
