package llmq.sketch;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import llmq.plot.Layer;
import llmq.plot.Panel;
import llmq.plot.Series;
import llmq.plot.Sizes;
import llmq.text.Role;

/** Draws rows: as marks while they can be told apart, else as dots or as how many lie in each character. */
final class PlotMarks {
    /** With more rows than this share of the sheet's characters, marks run into one another. */
    private static final double CROWDED = 0.4;
    /** With more than this share, small ones are told apart more easily. */
    private static final double DENSE = 0.15;
    private static final String SHADES = "·░▒▓█";
    private static final String ASCII_SHADES = ".:+%#";
    /** A character holds a row if it covers as much of the place that the row may be at. */
    private static final double LEAST = 0.2;

    private final PlotSheet sheet;
    private final PlotArea area;
    private final PlotSigns signs;

    PlotMarks(PlotSheet sheet, PlotArea area, PlotSigns signs) {
        this.sheet = sheet;
        this.area = area;
        this.signs = signs;
    }

    /** How close the rows of a panel would lie on a sheet of that size. */
    static PlotSigns.Density density(Panel panel, int columns, int lines) {
        long count = 0;
        boolean curves = false;
        int series = 0;
        for (Layer layer : panel.layers()) {
            curves |= layer instanceof Layer.Curve;
            if (layer instanceof Layer.Points points) {
                count += points.x().length;
                series++;
            }
        }
        double room = (double) columns * lines;
        // Dots would be mistaken for a curve, and do not tell series apart.
        return count > CROWDED * room && !curves && series == 1 ? PlotSigns.Density.CROWDED
                : count > DENSE * room ? PlotSigns.Density.DENSE : PlotSigns.Density.SPARSE;
    }

    /** All rows of a panel: those of frequent series first, so that they do not hide the rare ones. */
    void points(List<Layer.Points> layers, boolean dots) {
        List<Layer.Points> ordered = new ArrayList<>(layers);
        ordered.sort((a, b) -> Integer.compare(b.x().length, a.x().length));
        for (Layer.Points points : ordered) {
            if (dots) {
                dots(points);
            } else {
                marks(points);
            }
        }
    }

    private void dots(Layer.Points points) {
        for (int i = 0; i < points.x().length; i++) {
            if (area.holds(points.x()[i], points.y()[i])) {
                sheet.dot(dot(area.across(points.x()[i]), PlotSheet.ACROSS, sheet.columns()),
                        dot(area.down(points.y()[i]), PlotSheet.DEEP, sheet.lines()), signs.role(points.series()),
                        PlotSheet.MARK);
            }
        }
    }

    private static int dot(double place, int parts, int cells) {
        return (int) Math.max(0, Math.min(parts * cells - 1, Math.floor(place * parts)));
    }

    private void marks(Layer.Points points) {
        for (int i = 0; i < points.x().length; i++) {
            mark(points, i);
        }
    }

    /** Draws one row over whatever is there. */
    void mark(Layer.Points points, int i) {
        if (!area.holds(points.x()[i], points.y()[i])) {
            return;
        }
        sheet.put(area.column(points.x()[i]), area.line(points.y()[i]), sign(points, i), signs.role(points.series()),
                PlotSheet.MARK);
    }

    /** What a row is drawn as. */
    int sign(Layer.Points points, int i) {
        boolean small = points.size() != null && !(points.size()[i] >= Sizes.LARGE);
        return signs.mark(points.series(), small);
    }

    /** A mark of a row that is drawn otherwise, or of no series. */
    void mark(double x, double y, Role role) {
        if (area.holds(x, y)) {
            sheet.put(area.column(x), area.line(y), sheet.isUnicode() ? '•' : 'o', role, PlotSheet.MARK);
        }
    }

    /**
     * Shades of how many rows lie in a character, or where there are several series, the mark of the one that has
     * most of them there.
     *
     * @param layers one at least
     * @return from how many rows on each shade is used, or of several series: 1, from where on a mark is large, and the
     *     most
     */
    long[] cells(List<Layer.Cells> layers) {
        double[][] counts = new double[layers.size()][];
        for (int i = 0; i < counts.length; i++) {
            counts[i] = spread(layers.get(i));
        }
        if (counts.length > 1) {
            return most(layers, counts);
        }
        long[] bounds = bounds(counts[0]);
        for (int cell = 0; cell < counts[0].length; cell++) {
            if (counts[0][cell] >= LEAST) {
                int shade = bounds.length - 1;
                while (shade > 0 && counts[0][cell] < bounds[shade] - 0.5) {
                    shade--;
                }
                sheet.put(cell % sheet.columns(), cell / sheet.columns(), shade(shade, sheet.isUnicode()),
                        signs.role(layers.get(0).series()), PlotSheet.CELLS);
            }
        }
        return bounds;
    }

    /** Of several series, the mark of the one with the most rows in a character: a large one where many of all lie. */
    private long[] most(List<Layer.Cells> layers, double[][] counts) {
        double[] all = new double[counts[0].length];
        for (double[] own : counts) {
            for (int cell = 0; cell < all.length; cell++) {
                all[cell] += own[cell];
            }
        }
        double[] sorted = Arrays.stream(all).filter(count -> count >= LEAST).sorted().toArray();
        long most = sorted.length == 0 ? 1 : Math.max(1, Math.round(sorted[sorted.length - 1]));
        long large = sorted.length == 0 ? 1 : Math.min(most, round(sorted[sorted.length / 2]));
        for (int cell = 0; cell < all.length; cell++) {
            if (all[cell] >= LEAST) {
                int best = 0;
                for (int i = 1; i < counts.length; i++) {
                    best = counts[i][cell] > counts[best][cell] ? i : best;
                }
                Series series = layers.get(best).series();
                sheet.put(cell % sheet.columns(), cell / sheet.columns(),
                        signs.mark(series, all[cell] < large - 0.5), signs.role(series), PlotSheet.CELLS);
            }
        }
        return new long[] {1, large, most};
    }

    static char shade(int index, boolean unicode) {
        return (unicode ? SHADES : ASCII_SHADES).charAt(index);
    }

    /** The counts of a grid by character: what lies across the edge of two is divided between them. */
    private double[] spread(Layer.Cells cells) {
        double[] counts = new double[sheet.columns() * sheet.lines()];
        double wide = (double) sheet.columns() / cells.columns();
        double high = (double) sheet.lines() / cells.lines();
        for (int cell = 0; cell < cells.counts().length; cell++) {
            if (cells.counts()[cell] == 0) {
                continue;
            }
            double left = cell % cells.columns() * wide;
            // The first line of the grid is the lowest.
            double top = (cells.lines() - 1 - cell / cells.columns()) * high;
            for (int line = (int) top; line < Math.min(sheet.lines(), top + high); line++) {
                double ofLine = overlap(line, top, high);
                for (int column = (int) left; column < Math.min(sheet.columns(), left + wide); column++) {
                    counts[line * sheet.columns() + column] += cells.counts()[cell] * ofLine
                            * overlap(column, left, wide);
                }
            }
        }
        return counts;
    }

    /** The share of a stretch that lies within the character. */
    private static double overlap(int cell, double from, double length) {
        return Math.max(0, Math.min(cell + 1, from + length) - Math.max(cell, from)) / length;
    }

    /** Round numbers so that each shade covers about as many characters. */
    private static long[] bounds(double[] counts) {
        double[] sorted = counts.clone();
        Arrays.sort(sorted);
        int first = 0;
        while (first < sorted.length && sorted[first] < LEAST) {
            first++;
        }
        int known = sorted.length - first;
        List<Long> bounds = new ArrayList<>(List.of(1L));
        for (int i = 1; i < SHADES.length() && known > 0; i++) {
            long bound = round(sorted[first + i * known / SHADES.length()]);
            if (bound > bounds.get(bounds.size() - 1) && bound <= sorted[sorted.length - 1]) {
                bounds.add(bound);
            }
        }
        long[] all = new long[bounds.size()];
        for (int i = 0; i < all.length; i++) {
            all[i] = bounds.get(i);
        }
        return all;
    }

    /** The nearest of 1, 2, 3, 5, 7, 10 times a power of ten. */
    private static long round(double value) {
        double ten = Math.pow(10, Math.floor(Math.log10(Math.max(1, value))));
        double digit = value / ten;
        return (long) (ten * (digit < 1.5 ? 1 : digit < 2.5 ? 2
                : digit < 4 ? 3 : digit < 6 ? 5 : digit < 8.5 ? 7 : 10));
    }
}
