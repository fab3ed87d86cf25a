package llmq.plot;

import java.util.ArrayList;
import java.util.List;

/** Finds room for labels beside their marks, so that none covers another, a mark or the edge. */
public final class Placement {
    /** How far from its mark, in gaps, a text may be moved to find room. */
    private static final double[] NEAR = {1, 2};
    /** On a screen marks stand so close that it would be taken for another one's. */
    private static final double[] NEXT = {1};
    /** Where the text's middle lies, seen from the mark, the most readable place first: right, left, above … */
    private static final int[][] SIDES = {{1, 0}, {-1, 0}, {0, -1}, {0, 1}, {1, -1}, {1, 1}, {-1, -1}, {-1, 1}};

    private Placement() {
    }

    /** A rectangle; y grows downwards, as on screens. */
    public record Box(double left, double top, double width, double height) {
        public boolean meets(Box other) {
            return left < other.left + other.width && other.left < left + width
                    && top < other.top + other.height && other.top < top + height;
        }

        public boolean isWithin(Box other) {
            return left >= other.left && top >= other.top && left + width <= other.left + other.width
                    && top + height <= other.top + other.height;
        }
    }

    /**
     * A text to be placed.
     *
     * @param x      of its mark
     * @param y      of its mark
     * @param gap    how far from the mark's centre the text stays; on a screen, above and beneath it is the next line
     * @param width  of the text
     * @param height of the text
     */
    public record Wish(double x, double y, double gap, double width, double height) {
    }

    /**
     * Where each text goes, those that come first being served first; {@code null} in the list where there is no room.
     * A text never covers its own mark either: it stays {@code gap} away.
     *
     * @param area      that they stay within
     * @param obstacles that they must not cover
     * @param step      what places are multiples of, 1 for characters on a screen; 0 where they need not be
     */
    public static List<Box> place(List<Wish> wishes, Box area, List<Box> obstacles, double step) {
        Room room = new Room(area, step);
        for (Box obstacle : obstacles) {
            room.take(obstacle);
        }
        List<Box> places = new ArrayList<>(wishes.size());
        for (Wish wish : wishes) {
            Box place = room.place(wish);
            if (place != null) {
                room.take(place);
            }
            places.add(place);
        }
        return places;
    }

    private static Box beside(Wish wish, int[] side, double distance, double step) {
        // On a screen the next line is apart enough; beside a mark, the gap keeps text from it.
        double least = step > 0 ? step / 2 : distance * wish.gap;
        double across = side[1] == 0 ? distance * wish.gap : side[0] == 0 ? 0 : least;
        double left = edge(wish.x, wish.width, side[0], across);
        double top = edge(wish.y, wish.height, side[1], side[1] == 0 ? 0 : least);
        return new Box(rounded(left, side[0], step), rounded(top, side[1], step), wish.width, wish.height);
    }

    /** The lower edge of what lies before, about or behind a place. */
    private static double edge(double at, double length, int side, double gap) {
        return side > 0 ? at + gap : side < 0 ? at - gap - length : at - length / 2;
    }

    /** Away from the mark, so that the gap is kept. */
    private static double rounded(double edge, int side, double step) {
        if (step == 0) {
            return edge;
        }
        double steps = edge / step;
        return step * (side > 0 ? Math.ceil(steps - 1e-9) : side < 0 ? Math.floor(steps + 1e-9) : Math.rint(steps));
    }

    /** An area that fills: what is taken, by fields of it, so that a look at one place need not go through all. */
    public static final class Room {
        private static final int FIELDS = 16;

        private final Box area;
        private final double step;
        private final List<List<Box>> boxes = new ArrayList<>();

        /** @param step what places are multiples of; 0 where they need not be */
        public Room(Box area, double step) {
            this.area = area;
            this.step = step;
            for (int i = 0; i < FIELDS * FIELDS; i++) {
                boxes.add(null);
            }
        }

        /** Lets nothing be placed there. */
        public void take(Box box) {
            int right = column(box.left + box.width);
            int bottom = line(box.top + box.height);
            for (int line = line(box.top); line <= bottom; line++) {
                for (int column = column(box.left); column <= right; column++) {
                    int field = line * FIELDS + column;
                    if (boxes.get(field) == null) {
                        boxes.set(field, new ArrayList<>());
                    }
                    boxes.get(field).add(box);
                }
            }
        }

        /** The best free place, {@code null} if there is none; it is not taken by that. */
        public Box place(Wish wish) {
            for (double distance : step > 0 ? NEXT : NEAR) {
                for (int[] side : SIDES) {
                    Box box = beside(wish, side, distance, step);
                    if (box.isWithin(area) && isFree(box)) {
                        return box;
                    }
                }
            }
            return null;
        }

        private boolean isFree(Box box) {
            int right = column(box.left + box.width);
            int bottom = line(box.top + box.height);
            for (int line = line(box.top); line <= bottom; line++) {
                for (int column = column(box.left); column <= right; column++) {
                    List<Box> others = boxes.get(line * FIELDS + column);
                    for (int i = 0; others != null && i < others.size(); i++) {
                        if (box.meets(others.get(i))) {
                            return false;
                        }
                    }
                }
            }
            return true;
        }

        private int column(double x) {
            return field((x - area.left) / area.width);
        }

        private int line(double y) {
            return field((y - area.top) / area.height);
        }

        private static int field(double share) {
            return Math.max(0, Math.min(FIELDS - 1, (int) (share * FIELDS)));
        }
    }
}
