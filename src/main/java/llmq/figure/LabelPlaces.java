package llmq.figure;

import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;

/**
 * Finds room for texts around their marks: in rings, the nearest and most readable place first, that which covers least
 * of marks and lines. No two texts overlap, and none leaves the area; a text without room gets no place.
 */
final class LabelPlaces {
    private static final double[] RINGS = {7, 14, 24, 36, 48};
    /** In degrees, clockwise from the right. */
    private static final double[] TURNS = {0, 180, -45, -135, -90, 90, 45, 135, -22.5, 22.5, -67.5, -112.5, -157.5,
        157.5, 67.5, 112.5};
    /** Below this share of a step aside, a text is centred on that axis. */
    private static final double CENTRED = 0.3;
    private static final double RING = 9;
    private static final double TURN = 0.35;
    private static final double CROSSED = 60;
    private static final double MARK = 12;
    private static final double LINE = 18;
    private static final int FINE = 10;
    private static final double LEADER = 45;
    private static final double KNOT = 14;
    /** A place that costs as much is none. */
    private static final double DEAR = 100;

    private final Rectangle2D area;
    private final List<double[]> marks;
    private final List<Line2D> lines;
    private final List<Rectangle2D> taken = new ArrayList<>();
    /** From texts to their marks. */
    private final List<Line2D> leaders = new ArrayList<>();

    /**
     * @param marks of all rows: x, y and radius
     * @param taken what no text may cover
     */
    LabelPlaces(Rectangle2D area, List<double[]> marks, List<Line2D> lines, List<Rectangle2D> taken) {
        this.area = area;
        this.marks = marks;
        this.lines = lines;
        this.taken.addAll(taken);
    }

    /** Where a text beside a mark goes, which is then taken; {@code null} where there is no room. */
    Rectangle2D place(double x, double y, double radius, double width, double height) {
        Rectangle2D best = null;
        double least = DEAR;
        for (int ring = 0; ring < RINGS.length; ring++) {
            for (int turn = 0; turn < TURNS.length; turn++) {
                double cost = ring * RING + turn * TURN;
                if (cost >= least) {
                    break;
                }
                double angle = Math.toRadians(TURNS[turn]);
                double distance = RINGS[ring] + Math.max(0, radius - 4);
                double atX = x + distance * Math.cos(angle);
                double atY = y + distance * Math.sin(angle);
                Rectangle2D box = new Rectangle2D.Double(edge(atX, width, Math.cos(angle)),
                        edge(atY, height, Math.sin(angle)), width, height);
                if (area.contains(box)) {
                    cost += cost(box, x, y, ring, least - cost);
                    if (cost < least) {
                        least = cost;
                        best = box;
                    }
                }
            }
        }
        if (best != null) {
            taken.add(best);
            leaders.add(leader(best, x, y));
        }
        return best;
    }

    /** The place of the mark itself, where no other text is; {@code null} where there is one. */
    Rectangle2D over(double x, double y, double width, double height) {
        Rectangle2D box = new Rectangle2D.Double(near(x - width / 2, area.getMinX(), area.getMaxX() - width),
                near(y - height / 2, area.getMinY(), area.getMaxY() - height), width, height);
        for (Rectangle2D other : taken) {
            if (other.intersects(box)) {
                return null;
            }
        }
        taken.add(box);
        return area.contains(box) ? box : null;
    }

    private static double edge(double at, double length, double side) {
        return Math.abs(side) < CENTRED ? at - length / 2 : side > 0 ? at : at - length;
    }

    private double cost(Rectangle2D box, double x, double y, int ring, double enough) {
        double cost = 0;
        Line2D leader = leader(box, x, y);
        for (Rectangle2D other : taken) {
            if (other.intersects(box)) {
                return DEAR;
            }
            cost += ring > 0 && other.intersectsLine(leader) ? CROSSED : 0;
        }
        for (Line2D other : leaders) {
            cost += other.intersects(box) ? LEADER : 0;
            cost += ring > 0 && other.intersectsLine(leader) ? KNOT : 0;
        }
        for (double[] mark : marks) {
            double r = mark[2];
            if (mark[0] > box.getMinX() - r && mark[0] < box.getMaxX() + r && mark[1] > box.getMinY() - r
                    && mark[1] < box.getMaxY() + r) {
                cost += MARK;
                if (cost >= enough) {
                    return DEAR;
                }
            }
        }
        int crossed = 0;
        for (Line2D line : lines) {
            crossed += line.intersects(box) ? 1 : 0;
        }
        // However finely a curve is made of lines.
        return crossed == 0 ? cost : cost + LINE + Math.min(crossed, FINE);
    }

    private static Line2D leader(Rectangle2D box, double x, double y) {
        return new Line2D.Double(x, y, near(x, box.getMinX(), box.getMaxX()), near(y, box.getMinY(), box.getMaxY()));
    }

    /** The place between two that is nearest to another. */
    static double near(double at, double low, double high) {
        return Math.max(low, Math.min(high, at));
    }
}
