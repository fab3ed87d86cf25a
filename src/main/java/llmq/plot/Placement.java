package llmq.plot;

import java.util.List;

/** Finds room for labels beside their marks, so that none covers another, a mark or the edge. */
public final class Placement {
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
     * @param gap    how far from the mark's centre the text stays
     * @param width  of the text
     * @param height of the text
     */
    public record Wish(double x, double y, double gap, double width, double height) {
    }

    /**
     * Where each text goes, those that come first being served first; {@code null} in the list where there is no room.
     *
     * @param area      that they stay within
     * @param obstacles that they must not cover
     * @param step      what places are multiples of, 1 for characters on a screen; 0 where they need not be
     */
    public static List<Box> place(List<Wish> wishes, Box area, List<Box> obstacles, double step) {
        throw new UnsupportedOperationException("placing " + wishes.size());
    }
}
