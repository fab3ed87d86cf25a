package llmq.figure;

import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Line2D;
import java.awt.geom.PathIterator;
import java.awt.geom.Rectangle2D;

/** Shapes as the beginnings of SVG elements: discs, lines, boxes or paths, whatever is shortest. */
final class SvgShapes {
    /** How far the control points of four curves that make a circle lie from their ends, in radii. */
    private static final double KAPPA = 0.5522847498307933;
    private static final double NEAR = 1e-3;

    private SvgShapes() {
    }

    /** {@code <circle cx="1" cy="2" r="4"}; {@code null} for a shape of nothing. */
    static String of(Shape shape, AffineTransform transform) {
        boolean upright = transform.getShearX() == 0 && transform.getShearY() == 0;
        if (upright && shape instanceof Line2D line) {
            double[] ends = {line.getX1(), line.getY1(), line.getX2(), line.getY2()};
            transform.transform(ends, 0, ends, 0, 2);
            return "<line" + attribute("x1", ends[0]) + attribute("y1", ends[1]) + attribute("x2", ends[2])
                    + attribute("y2", ends[3]);
        }
        if (upright && shape instanceof Rectangle2D box) {
            Rectangle2D placed = transform.createTransformedShape(box).getBounds2D();
            return placed.getWidth() <= 0 || placed.getHeight() <= 0 ? null : "<rect" + attribute("x", placed.getX())
                    + attribute("y", placed.getY()) + attribute("width", placed.getWidth())
                    + attribute("height", placed.getHeight());
        }
        Shape placed = transform.createTransformedShape(shape);
        Rectangle2D bounds = placed.getBounds2D();
        if (isCircle(placed, bounds)) {
            return "<circle" + attribute("cx", bounds.getCenterX()) + attribute("cy", bounds.getCenterY())
                    + attribute("r", bounds.getWidth() / 2);
        }
        String path = path(placed, null);
        return path.isEmpty() ? null : "<path d=\"" + path + '"';
    }

    private static String attribute(String name, double value) {
        return ' ' + name + "=\"" + Svg.number(value) + '"';
    }

    /** Whether it is made of the four curves that a disc is made of. */
    private static boolean isCircle(Shape shape, Rectangle2D bounds) {
        double radius = bounds.getWidth() / 2;
        if (!(radius > 0) || Math.abs(bounds.getHeight() / 2 - radius) > NEAR) {
            return false;
        }
        double[] p = new double[6];
        int curves = 0;
        double x = 0;
        double y = 0;
        for (PathIterator all = shape.getPathIterator(null); !all.isDone(); all.next()) {
            int kind = all.currentSegment(p);
            if (kind == PathIterator.SEG_LINETO || kind == PathIterator.SEG_QUADTO
                    || kind == PathIterator.SEG_MOVETO && curves > 0) {
                return false;
            }
            if (kind == PathIterator.SEG_CUBICTO) {
                curves++;
                double reach = Math.abs(p[0] - x) + Math.abs(p[1] - y);
                if (Math.abs(reach - KAPPA * radius) > NEAR * 10) {
                    return false;
                }
                x = p[4];
                y = p[5];
            } else if (kind == PathIterator.SEG_MOVETO) {
                x = p[0];
                y = p[1];
            }
        }
        return curves == 4;
    }

    /** What stands in the attribute {@code d} of a path. */
    static String path(Shape shape, AffineTransform transform) {
        StringBuilder path = new StringBuilder();
        double[] p = new double[6];
        for (PathIterator all = shape.getPathIterator(transform); !all.isDone(); all.next()) {
            int kind = all.currentSegment(p);
            switch (kind) {
                case PathIterator.SEG_MOVETO -> append(path, 'M', p, 1);
                case PathIterator.SEG_LINETO -> append(path, 'L', p, 1);
                case PathIterator.SEG_QUADTO -> append(path, 'Q', p, 2);
                case PathIterator.SEG_CUBICTO -> append(path, 'C', p, 3);
                default -> path.append('Z');
            }
        }
        return path.toString();
    }

    private static void append(StringBuilder path, char kind, double[] p, int points) {
        path.append(kind);
        for (int i = 0; i < 2 * points; i++) {
            path.append(i == 0 ? "" : " ").append(Svg.number(p[i]));
        }
    }
}
