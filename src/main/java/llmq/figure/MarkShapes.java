package llmq.figure;

import java.awt.Shape;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;

/** The marks of series, as differing as can be and of the same weight to the eye. */
final class MarkShapes {
    private static final int KINDS = 8;
    /** How far a quarter of a circle's points of control are off its ends, in radii. */
    private static final double CIRCLE = 0.5523;

    private MarkShapes() {
    }

    /**
     * Around (0, 0): those that a terminal has too, four filled and four hollow.
     *
     * @param radius of the disc that it weighs as much as
     */
    static Shape of(int index, double radius) {
        double r = radius;
        return switch (Math.floorMod(index, KINDS)) {
            case 0 -> disc(r);
            case 1 -> polygon(triangle(r));
            case 2 -> new Rectangle2D.Double(-0.9 * r, -0.9 * r, 1.8 * r, 1.8 * r);
            case 3 -> polygon(diamond(r));
            case 4 -> round(1.15 * r, 0.55 * r);
            case 5 -> hollow(triangle(1.2 * r), 0.38);
            case 6 -> hollow(square(r), 0.48);
            default -> hollow(diamond(1.1 * r), 0.42);
        };
    }

    static boolean isDisc(int index) {
        return Math.floorMod(index, KINDS / 2) == 0;
    }

    private static double[] triangle(double r) {
        return new double[] {0, -1.25 * r, 1.12 * r, 0.8 * r, -1.12 * r, 0.8 * r};
    }

    private static double[] square(double r) {
        return new double[] {-r, -r, r, -r, r, r, -r, r};
    }

    private static double[] diamond(double r) {
        return new double[] {0, -1.3 * r, 1.3 * r, 0, 0, 1.3 * r, -1.3 * r, 0};
    }

    /** Without its inside, which goes round the other way. */
    private static Shape hollow(double[] corners, double inside) {
        Path2D path = polygon(corners);
        for (int i = corners.length - 2; i >= 0; i -= 2) {
            if (i == corners.length - 2) {
                path.moveTo(inside * corners[i], inside * corners[i + 1]);
            } else {
                path.lineTo(inside * corners[i], inside * corners[i + 1]);
            }
        }
        path.closePath();
        return path;
    }

    private static Shape round(double r, double inner) {
        Path2D path = new Path2D.Double();
        circle(path, r, 1);
        circle(path, inner, -1);
        return path;
    }

    /** Four curves that are a circle to the eye. */
    private static void circle(Path2D path, double r, int way) {
        double k = CIRCLE * r * way;
        double down = r * way;
        path.moveTo(r, 0);
        path.curveTo(r, k, CIRCLE * r, down, 0, down);
        path.curveTo(-CIRCLE * r, down, -r, k, -r, 0);
        path.curveTo(-r, -k, -CIRCLE * r, -down, 0, -down);
        path.curveTo(CIRCLE * r, -down, r, -k, r, 0);
        path.closePath();
    }

    static Shape disc(double r) {
        return new Ellipse2D.Double(-r, -r, 2 * r, 2 * r);
    }

    private static Path2D polygon(double... corners) {
        Path2D path = new Path2D.Double();
        path.moveTo(corners[0], corners[1]);
        for (int i = 2; i < corners.length; i += 2) {
            path.lineTo(corners[i], corners[i + 1]);
        }
        path.closePath();
        return path;
    }
}
