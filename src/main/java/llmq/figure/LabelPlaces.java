package llmq.figure;

import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;

/**
 * Finds room for texts around their marks: in rings, the nearest and most readable place first. A text covers no mark
 * and no other text and stays within the panel; where another mark is as near to it as its own, a line leads to that.
 * Lines cross neither texts nor one another. The texts with the least room are placed first; then each is placed anew,
 * and makes those in its way give way, as long as that makes the whole better. Nothing is left to chance.
 */
final class LabelPlaces {
    /** From the rim of a mark to its text. */
    private static final double[] RINGS = {3, 10, 15, 21, 28, 36, 45, 56, 70, 86, 105, 128, 155, 190};
    /** The rings that a text without need is content with. */
    private static final int CLOSE = 6;
    /** Points of a circle in the order of how readable a text there is; written out, as sines differ by machine. */
    private static final double[][] TURNS = {{1, 0}, {-1, 0}, {0, -1}, {0, 1}, {0.70711, -0.70711},
        {-0.70711, -0.70711}, {0.70711, 0.70711}, {-0.70711, 0.70711}, {0.92388, -0.38268}, {-0.92388, -0.38268},
        {0.92388, 0.38268}, {-0.92388, 0.38268}, {0.38268, -0.92388}, {-0.38268, -0.92388}, {0.38268, 0.92388},
        {-0.38268, 0.92388}, {0.98079, -0.19509}, {-0.98079, -0.19509}, {0.98079, 0.19509}, {-0.98079, 0.19509},
        {0.83147, -0.55557}, {-0.83147, -0.55557}, {0.83147, 0.55557}, {-0.83147, 0.55557}, {0.55557, -0.83147},
        {-0.55557, -0.83147}, {0.55557, 0.83147}, {-0.55557, 0.83147}, {0.19509, -0.98079}, {-0.19509, -0.98079},
        {0.19509, 0.98079}, {-0.19509, 0.98079}};
    private static final int EIGHTHS = 8;
    /** Below this share of a step aside, a text is centred on that axis. */
    private static final double CENTRED = 0.3;
    private static final double APART = 2;
    /** Another mark is further from a text without a line, by this factor and so much more. */
    private static final double CLEAR = 1.2;
    private static final double MORE = 1;
    /** A line is to be seen as one. */
    private static final double SHORTEST = 9;
    private static final double TEXT = 1.5;

    /** How far from its mark a text moves that may cover others, and in how many steps. */
    private static final double BESIDE = 7;
    private static final int ASIDE = 4;

    private static final double FAR = 0.42;
    private static final double TURN = 0.25;
    private static final double LED = 5;
    private static final double COVERED = 14;
    private static final int FINE = 8;
    private static final double CROSSED_LINE = 3;
    private static final double CROSSED_MARK = 8;
    /** A long line over more marks than one, or over one that has a name itself, is hard to follow. */
    private static final int MOST_CROSSED = 1;
    private static final double LONG = 40;
    /** Against another mark as near as that to a text. */
    private static final double CLOSE_MARK = 3;
    private static final double CLOSE_BY = 4;
    private static final double MISSING = 400;
    private static final int PASSES = 5;
    /** How many times two places are compared, so that it never takes long. */
    private static final long WORK = 2_000_000;
    /** So little against each text is as good as it gets. */
    private static final double GOOD = 5;
    private static final int SHUFFLED = 6;
    private static final int MANY = 40;
    /** How many texts give way to one, and how many of its places are tried. */
    private static final int GIVE_WAY = 3;
    private static final int TRIES = 120;

    private final LabelField field;
    private final List<Wish> wishes = new ArrayList<>();
    private final List<Place> places = new ArrayList<>();
    private final List<List<Place>> candidates = new ArrayList<>();
    private long work;

    LabelPlaces(LabelField field) {
        this.field = field;
    }

    /**
     * A text that needs a place.
     *
     * @param close whether it had better go without one than stand far off
     */
    record Wish(LabelField.Mark mark, double width, double height, boolean close) {
    }

    /**
     * Where a text stands.
     *
     * @param leader from it to its mark; {@code null} where none is needed
     * @param marked whether the line ends in the middle of the mark, as others lie over its rim
     * @param cost   how much is against it
     * @param hull   what holds both, with a little more
     */
    record Place(Rectangle2D box, Line2D leader, boolean marked, double cost, Rectangle2D.Double hull) {
        Place(Rectangle2D box, Line2D leader, boolean marked, double cost) {
            this(box, leader, marked, cost, hull(box, leader));
        }

        private static Rectangle2D.Double hull(Rectangle2D box, Line2D leader) {
            Rectangle2D whole = leader == null ? box : box.createUnion(leader.getBounds2D());
            return new Rectangle2D.Double(whole.getX() - APART, whole.getY() - APART, whole.getWidth() + 2 * APART,
                    whole.getHeight() + 2 * APART);
        }

        boolean meets(Place other) {
            if (hull.x > other.hull.x + other.hull.width || other.hull.x > hull.x + hull.width
                    || hull.y > other.hull.y + other.hull.height || other.hull.y > hull.y + hull.height) {
                return false;
            }
            return box.getX() - APART < other.box.getMaxX() && other.box.getX() - APART < box.getMaxX()
                    && box.getY() - APART < other.box.getMaxY() && other.box.getY() - APART < box.getMaxY()
                    || leader != null && leader.intersects(padded(other.box))
                    || other.leader != null && other.leader.intersects(padded(box))
                    || leader != null && other.leader != null && leader.intersectsLine(other.leader);
        }

        private static Rectangle2D padded(Rectangle2D box) {
            return new Rectangle2D.Double(box.getX() - 1, box.getY() - 1, box.getWidth() + 2, box.getHeight() + 2);
        }
    }

    /**
     * Places some texts beside those that have a place already, which stay where they are.
     *
     * @return where each goes, {@code null} where there is no room
     */
    List<Place> place(List<Wish> more) {
        int first = wishes.size();
        for (Wish wish : more) {
            wishes.add(wish);
            candidates.add(candidates(wish));
            places.add(null);
        }
        List<Place> best = null;
        double least = Double.POSITIVE_INFINITY;
        work = WORK;
        for (int[] order : orders(first)) {
            settle(order, first);
            double cost = 0;
            for (int i : order) {
                cost += cost(places.get(i));
            }
            if (cost < least - 1e-6) {
                least = cost;
                best = new ArrayList<>(places.subList(first, places.size()));
            }
            if (least <= GOOD * order.length || work <= 0) {
                break;
            }
        }
        for (int i = 0; i < more.size(); i++) {
            places.set(first + i, best.get(i));
        }
        return best;
    }

    /** Orders to place texts in: each leads to another whole, of which the best is taken. */
    private List<int[]> orders(int first) {
        List<Integer> all = new ArrayList<>();
        for (int i = first; i < wishes.size(); i++) {
            all.add(i);
        }
        List<Comparator<Integer>> ways = List.of(Comparator.comparingInt(i -> candidates.get(i).size()),
                Comparator.naturalOrder(), Comparator.comparingDouble(i -> wishes.get(i).mark().x()),
                Comparator.comparingDouble(i -> -wishes.get(i).mark().x()),
                Comparator.comparingDouble(i -> wishes.get(i).mark().y()),
                Comparator.comparingDouble(i -> -wishes.get(i).mark().y()));
        List<int[]> orders = new ArrayList<>();
        // Of so many texts that it takes time, the crowded ones come first.
        int tried = all.size() > MANY ? 1 : ways.size() + SHUFFLED;
        Random random = new Random(1);
        for (int i = 0; i < tried; i++) {
            List<Integer> order = new ArrayList<>(all);
            if (i < ways.size()) {
                order.sort(ways.get(i));
            } else {
                Collections.shuffle(order, random);
            }
            orders.add(order.stream().mapToInt(Integer::intValue).toArray());
        }
        return orders;
    }

    private void settle(int[] order, int first) {
        for (int i : order) {
            places.set(i, null);
        }
        for (int i : order) {
            places.set(i, best(i, MISSING));
        }
        boolean better = true;
        for (int pass = 0; pass < PASSES && better && work > 0; pass++) {
            better = false;
            for (int i : order) {
                better |= improve(i, first);
            }
        }
    }

    /** A place for a text over its mark or as near to it as no other text is; {@code null} if all is full. */
    Place over(Wish wish) {
        Place least = null;
        for (int ring = 0; ring <= ASIDE; ring++) {
            for (int turn = 0; turn < (ring == 0 ? 1 : EIGHTHS); turn++) {
                double x = wish.mark().x() + BESIDE * ring * TURNS[turn][0] - wish.width() / 2;
                double y = wish.mark().y() + BESIDE * ring * TURNS[turn][1] - wish.height() / 2;
                Rectangle2D area = field.area();
                Rectangle2D box = new Rectangle2D.Double(near(x, area.getMinX(), area.getMaxX() - wish.width()),
                        near(y, area.getMinY(), area.getMaxY() - wish.height()), wish.width(), wish.height());
                double endX = near(wish.mark().x(), box.getMinX(), box.getMaxX());
                double endY = near(wish.mark().y(), box.getMinY(), box.getMaxY());
                boolean aside = !box.contains(wish.mark().x(), wish.mark().y());
                Place place = new Place(box, aside ? new Line2D.Double(endX, endY, wish.mark().x(), wish.mark().y())
                        : null, aside, 0);
                if (least == null && area.contains(box) && conflicts(place, -1, 0).isEmpty()) {
                    least = place;
                }
            }
        }
        if (least != null) {
            wishes.add(wish);
            candidates.add(List.of(least));
            places.add(least);
        }
        return least;
    }

    /** The places that a text has if there are no others, the best first. */
    private List<Place> candidates(Wish wish) {
        List<Place> found = new ArrayList<>();
        int rings = wish.close() ? CLOSE : RINGS.length;
        for (int ring = 0; ring < rings; ring++) {
            int turns = ring == 0 ? EIGHTHS : TURNS.length;
            for (int turn = 0; turn < turns; turn++) {
                Place place = candidate(wish, RINGS[ring], TURNS[turn], turn);
                if (place != null) {
                    found.add(place);
                }
            }
        }
        found.sort((a, b) -> Double.compare(a.cost(), b.cost()));
        return found;
    }

    private Place candidate(Wish wish, double gap, double[] turn, int rank) {
        LabelField.Mark mark = wish.mark();
        double distance = mark.radius() + gap;
        Rectangle2D box = new Rectangle2D.Double(edge(mark.x() + distance * turn[0], wish.width(), turn[0]),
                edge(mark.y() + distance * turn[1], wish.height(), turn[1]), wish.width(), wish.height());
        if (!field.isFree(box)) {
            return null;
        }
        double own = LabelField.far(box, mark);
        double endX = near(mark.x(), box.getMinX(), box.getMaxX());
        double endY = near(mark.y(), box.getMinY(), box.getMaxY());
        double share = mark.rim() / (own + mark.radius());
        double rimX = mark.x() + (endX - mark.x()) * share;
        double rimY = mark.y() + (endY - mark.y()) * share;
        boolean marked = field.isCovered(rimX, rimY, mark);
        boolean far = gap > RINGS[0] || marked;
        double limit = far ? CLOSE_BY : Math.max(CLOSE_BY, CLEAR * own + MORE);
        double other = field.nearest(box, mark, limit);
        boolean led = far || other < limit;
        if (led && own < SHORTEST) {
            return null;
        }
        int covered = field.covered(box);
        double cost = FAR * gap + TURN * Math.min(rank, EIGHTHS)
                + (covered == 0 ? 0 : COVERED + Math.min(covered, FINE)) + (other < CLOSE_BY ? CLOSE_MARK : 0);
        if (!led) {
            return new Place(box, null, false, cost);
        }
        double start = TEXT / (own + mark.radius());
        Line2D leader = new Line2D.Double(endX + (mark.x() - endX) * start, endY + (mark.y() - endY) * start,
                marked ? mark.x() : rimX, marked ? mark.y() : rimY);
        int crossed = field.crossed(leader, mark);
        if (crossed > MOST_CROSSED && own > LONG) {
            return null;
        }
        cost += LED + CROSSED_MARK * crossed + (field.crosses(leader) ? CROSSED_LINE : 0);
        return new Place(box, leader, marked, cost);
    }

    private static double edge(double at, double length, double side) {
        return Math.abs(side) < CENTRED ? at - length / 2 : side > 0 ? at : at - length;
    }

    /** The best place that no other text is in the way of, if less than so much is against it. */
    private Place best(int i, double most) {
        for (Place place : candidates.get(i)) {
            if (place.cost() >= most) {
                return null;
            }
            if (conflicts(place, i, 0).isEmpty()) {
                return place;
            }
        }
        return null;
    }

    /** Which texts are in the way of a place; no more than so many and one. */
    private List<Integer> conflicts(Place place, int own, int most) {
        List<Integer> met = new ArrayList<>();
        work -= places.size();
        for (int i = 0; i < places.size() && met.size() <= most; i++) {
            if (i != own && places.get(i) != null && places.get(i).meets(place)) {
                met.add(i);
            }
        }
        return met;
    }

    private static double cost(Place place) {
        return place == null ? MISSING : place.cost();
    }

    /** Looks for a better place for a text, also where others have to give way. @param first that may */
    private boolean improve(int i, int first) {
        double now = cost(places.get(i));
        List<Place> all = candidates.get(i);
        int tries = places.get(i) == null ? all.size() : Math.min(TRIES, all.size());
        for (int k = 0; k < tries && all.get(k).cost() < now && work > 0; k++) {
            List<Integer> met = conflicts(all.get(k), i, GIVE_WAY);
            if (met.size() <= GIVE_WAY && (met.isEmpty() || met.get(0) >= first) && isBetter(i, all.get(k), met)) {
                return true;
            }
        }
        return false;
    }

    /** Moves a text and those in its way, and back again unless that makes the whole better. */
    private boolean isBetter(int i, Place place, List<Integer> met) {
        Place before = places.get(i);
        List<Place> others = new ArrayList<>();
        double change = place.cost() - cost(before);
        for (int other : met) {
            others.add(places.get(other));
            change -= cost(places.get(other));
            places.set(other, null);
        }
        places.set(i, place);
        for (int other : met) {
            if (change < 0) {
                places.set(other, best(other, Math.min(MISSING, -change)));
                change += cost(places.get(other));
            }
        }
        if (change < -1e-6) {
            return true;
        }
        places.set(i, before);
        for (int k = 0; k < met.size(); k++) {
            places.set(met.get(k), others.get(k));
        }
        return false;
    }

    /** The place between two that is nearest to another. */
    static double near(double at, double low, double high) {
        return Math.max(low, Math.min(high, at));
    }
}
