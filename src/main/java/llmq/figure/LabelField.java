package llmq.figure;

import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;

/**
 * What stands in a panel before its labels do: marks, lines and texts, by squares of it, so that a look at one place
 * need not go through all.
 */
final class LabelField {
    private static final int SQUARES = 40;
    /** What a text keeps of distance to marks, so that its rim of paper does not blot them. */
    private static final double RIM = 1.6;

    private static final double SAME = 0.75;

    private final Rectangle2D area;
    private final List<List<Mark>> marks = new ArrayList<>();
    private final List<List<Line2D>> lines = new ArrayList<>();
    private final List<Rectangle2D> texts;

    /** @param texts that nothing may cover */
    LabelField(Rectangle2D area, List<Mark> marks, List<Line2D> lines, List<Rectangle2D> texts) {
        this.area = area;
        this.texts = List.copyOf(texts);
        for (int i = 0; i < SQUARES * SQUARES; i++) {
            this.marks.add(null);
            this.lines.add(null);
        }
        for (Mark mark : marks) {
            put(this.marks, mark, mark.x() - mark.radius(), mark.y() - mark.radius(), mark.x() + mark.radius(),
                    mark.y() + mark.radius());
        }
        for (Line2D line : lines) {
            put(this.lines, line, Math.min(line.getX1(), line.getX2()), Math.min(line.getY1(), line.getY2()),
                    Math.max(line.getX1(), line.getX2()), Math.max(line.getY1(), line.getY2()));
        }
    }

    /**
     * The disc that a mark lies in.
     *
     * @param rim    where a line to it ends, from its middle
     * @param weight how bad it is if a line to another one crosses it; 0 for what nobody gives a name, such as a
     *               corner of a line
     */
    record Mark(double x, double y, double radius, double rim, int weight) {
        /** Whether they have the same place, so that what names the one may as well name the other. */
        boolean isAt(Mark other) {
            return Math.abs(x - other.x) < SAME && Math.abs(y - other.y) < SAME;
        }
    }

    private <T> void put(List<List<T>> squares, T thing, double left, double top, double right, double bottom) {
        int last = line(bottom);
        int end = column(right);
        for (int line = line(top); line <= last; line++) {
            for (int column = column(left); column <= end; column++) {
                int square = line * SQUARES + column;
                if (squares.get(square) == null) {
                    squares.set(square, new ArrayList<>());
                }
                squares.get(square).add(thing);
            }
        }
    }

    private int column(double x) {
        return square((x - area.getX()) / area.getWidth());
    }

    private int line(double y) {
        return square((y - area.getY()) / area.getHeight());
    }

    private static int square(double share) {
        return Math.max(0, Math.min(SQUARES - 1, (int) (share * SQUARES)));
    }

    /** What may lie in a part of the panel; the same thing may come several times. */
    private <T> List<T> near(List<List<T>> squares, double left, double top, double right, double bottom) {
        List<T> found = new ArrayList<>();
        int last = line(bottom);
        int end = column(right);
        for (int line = line(top); line <= last; line++) {
            for (int column = column(left); column <= end; column++) {
                List<T> here = squares.get(line * SQUARES + column);
                if (here != null) {
                    found.addAll(here);
                }
            }
        }
        return found;
    }

    /** Whether a text may stand there: within the panel, on no mark and no other text. */
    boolean isFree(Rectangle2D box) {
        if (!area.contains(box)) {
            return false;
        }
        for (Rectangle2D text : texts) {
            if (text.intersects(box)) {
                return false;
            }
        }
        int last = line(box.getMaxY() + RIM);
        int end = column(box.getMaxX() + RIM);
        for (int line = line(box.getY() - RIM); line <= last; line++) {
            for (int column = column(box.getX() - RIM); column <= end; column++) {
                List<Mark> here = marks.get(line * SQUARES + column);
                for (int i = 0; here != null && i < here.size(); i++) {
                    if (far(box, here.get(i)) < RIM) {
                        return false;
                    }
                }
            }
        }
        return true;
    }

    Rectangle2D area() {
        return area;
    }

    /** Between a text and the rim of a mark; below 0 where it covers it. */
    static double far(Rectangle2D box, Mark mark) {
        double across = Math.max(0, Math.max(box.getX() - mark.x(), mark.x() - box.getMaxX()));
        double down = Math.max(0, Math.max(box.getY() - mark.y(), mark.y() - box.getMaxY()));
        // The root is the same on every machine.
        return Math.sqrt(across * across + down * down) - mark.radius();
    }

    /** How near the nearest mark is to a text, but for its own; no further than is asked for. */
    double nearest(Rectangle2D box, Mark own, double limit) {
        double nearest = limit;
        // A mark stands in each square that it reaches into.
        for (Mark mark : near(marks, box.getX() - limit, box.getY() - limit, box.getMaxX() + limit,
                box.getMaxY() + limit)) {
            if (mark.weight() > 0 && !mark.isAt(own)) {
                nearest = Math.min(nearest, far(box, mark));
            }
        }
        return nearest;
    }

    /** What the marks weigh that a line to one of them crosses or all but touches. */
    int crossed(Line2D leader, Mark own) {
        List<Mark> met = new ArrayList<>();
        int weight = 0;
        for (Mark mark : near(marks, Math.min(leader.getX1(), leader.getX2()), Math.min(leader.getY1(),
                leader.getY2()), Math.max(leader.getX1(), leader.getX2()), Math.max(leader.getY1(), leader.getY2()))) {
            if (mark.weight() > 0 && !mark.isAt(own) && leader.ptSegDistSq(mark.x(), mark.y())
                    < (mark.radius() + 1) * (mark.radius() + 1) && !met.contains(mark)) {
                met.add(mark);
                weight += mark.weight();
            }
        }
        return weight;
    }

    /** Whether another mark lies over the place, so that a line which ends there might be one to it. */
    boolean isCovered(double x, double y, Mark own) {
        for (Mark mark : near(marks, x, y, x, y)) {
            double across = mark.x() - x;
            double down = mark.y() - y;
            if (mark.weight() > 0 && !mark.isAt(own)
                    && across * across + down * down < (mark.radius() + 1) * (mark.radius() + 1)) {
                return true;
            }
        }
        return false;
    }

    /** How many pieces of lines a text would cover. */
    int covered(Rectangle2D box) {
        int covered = 0;
        for (Line2D line : near(lines, box.getX(), box.getY(), box.getMaxX(), box.getMaxY())) {
            covered += line.intersects(box) ? 1 : 0;
        }
        return covered;
    }

    boolean crosses(Line2D leader) {
        for (Line2D line : near(lines, Math.min(leader.getX1(), leader.getX2()), Math.min(leader.getY1(),
                leader.getY2()), Math.max(leader.getX1(), leader.getX2()), Math.max(leader.getY1(), leader.getY2()))) {
            if (line.intersectsLine(leader)) {
                return true;
            }
        }
        return false;
    }
}
