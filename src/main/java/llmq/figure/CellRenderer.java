package llmq.figure;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import llmq.plot.Layer;
import llmq.plot.Panel;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.plot.CrosshairState;
import org.jfree.chart.plot.PlotRenderingInfo;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.AbstractXYItemRenderer;
import org.jfree.chart.renderer.xy.XYItemRendererState;
import org.jfree.data.xy.XYDataset;

/**
 * Shades the cells of a grid over the whole panel by how many rows lie in them: one shape for each shade. Of several
 * series each draws the cells that it has the most rows of, so that no two colours mix.
 */
final class CellRenderer extends AbstractXYItemRenderer {
    private static final long serialVersionUID = 1;

    private final transient Layer.Cells cells;
    private final transient Shades shades;
    private final transient long[] counts;
    private final String most;
    private final Color color;

    CellRenderer(Layer.Cells cells, Panel panel, Color color) {
        this.cells = cells;
        this.shades = Shades.of(panel);
        Majority majority = new Majority(panel);
        this.counts = majority.shown(cells);
        this.most = majority.isMany() && cells.series() != null ? ", most of them " + cells.series().name() : "";
        this.color = color;
    }

    @Override
    public void drawItem(Graphics2D g, XYItemRendererState state, Rectangle2D area, PlotRenderingInfo info,
            XYPlot owner, ValueAxis domain, ValueAxis range, XYDataset data, int series, int item,
            CrosshairState crosshair, int pass) {
        Object before = g.getRenderingHint(RenderingHints.KEY_ANTIALIASING);
        // Neighbours meet without a seam where no edge is smoothed.
        g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_OFF);
        for (int shade = 0; shade < shades.size(); shade++) {
            Path2D path = path(shade, area);
            if (path.getCurrentPoint() != null) {
                Hook.begin(g, "class", "cells", Hook.TITLE, shades.text(shade) + most);
                g.setPaint(Palette.faint(color, shades.solid(shade)));
                g.fill(path);
                Hook.end(g);
            }
        }
        g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, before == null
                ? RenderingHints.VALUE_ANTIALIAS_DEFAULT : before);
    }

    private Path2D path(int shade, Rectangle2D area) {
        Path2D path = new Path2D.Double();
        double width = area.getWidth() / cells.columns();
        double height = area.getHeight() / cells.lines();
        for (int line = 0; line < cells.lines(); line++) {
            int column = 0;
            while (column < cells.columns()) {
                int start = column;
                while (column < cells.columns() && shades.of(count(line, column)) == shade) {
                    column++;
                }
                if (column > start) {
                    double left = area.getX() + start * width;
                    double right = area.getX() + column * width;
                    double bottom = area.getMaxY() - line * height;
                    path.moveTo(left, bottom);
                    path.lineTo(right, bottom);
                    path.lineTo(right, bottom - height);
                    path.lineTo(left, bottom - height);
                    path.closePath();
                }
                column = Math.max(column, start + 1);
            }
        }
        return path;
    }

    private long count(int line, int column) {
        return counts[line * cells.columns() + column];
    }
}
