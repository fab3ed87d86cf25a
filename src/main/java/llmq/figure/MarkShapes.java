package llmq.figure;

import java.awt.Shape;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;

/** The marks of series, as differing as can be and of the same weight to the eye. */
final class MarkShapes {
    private static final int KINDS = 8;

    private MarkShapes() {
    }

    /** Around (0, 0). @param radius of the disc that it weighs as much as */
    static Shape of(int index, double radius) {
        double r = radius;
        return switch (Math.floorMod(index, KINDS)) {
            case 0 -> disc(r);
            case 1 -> new Rectangle2D.Double(-0.9 * r, -0.9 * r, 1.8 * r, 1.8 * r);
            case 2 -> polygon(0, -1.25 * r, 1.12 * r, 0.8 * r, -1.12 * r, 0.8 * r);
            case 3 -> polygon(0, -1.3 * r, 1.3 * r, 0, 0, 1.3 * r, -1.3 * r, 0);
            case 4 -> polygon(0, 1.25 * r, 1.12 * r, -0.8 * r, -1.12 * r, -0.8 * r);
            case 5 -> cross(0.45 * r, 1.2 * r, 0);
            case 6 -> cross(0.42 * r, 1.25 * r, Math.PI / 4);
            default -> polygon(-1.25 * r, 0, 0.8 * r, -1.12 * r, 0.8 * r, 1.12 * r);
        };
    }

    static boolean isDisc(int index) {
        return Math.floorMod(index, KINDS) == 0;
    }

    static Shape disc(double r) {
        return new Ellipse2D.Double(-r, -r, 2 * r, 2 * r);
    }

    /** Arms of half a width and a length, turned. */
    private static Shape cross(double a, double b, double turn) {
        double[] around = {-a, -b, a, -b, a, -a, b, -a, b, a, a, a, a, b, -a, b, -a, a, -b, a, -b, -a, -a, -a};
        double[] turned = new double[around.length];
        for (int i = 0; i < around.length; i += 2) {
            turned[i] = around[i] * Math.cos(turn) - around[i + 1] * Math.sin(turn);
            turned[i + 1] = around[i] * Math.sin(turn) + around[i + 1] * Math.cos(turn);
        }
        return polygon(turned);
    }

    private static Shape polygon(double... corners) {
        Path2D path = new Path2D.Double();
        path.moveTo(corners[0], corners[1]);
        for (int i = 2; i < corners.length; i += 2) {
            path.lineTo(corners[i], corners[i + 1]);
        }
        path.closePath();
        return path;
    }
}
