package llmq.sketch;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import llmq.plot.Axis;
import llmq.plot.Counted;
import llmq.plot.Layer;
import llmq.plot.Panel;
import llmq.plot.Picture;
import llmq.plot.Scale;
import llmq.text.CellWidth;

/** Of a picture with more bars or boxes than a screen has room for, the first ones. */
final class PlotCut {
    private PlotCut() {
    }

    /** How many categories a picture has; 0 where it has none. */
    static int categories(Picture picture) {
        Panel panel = picture.panels().get(0);
        Axis along = isListed(panel) ? panel.y() : panel.x();
        return along.scale() == Scale.CATEGORY ? along.categories().size() : 0;
    }

    static boolean isListed(Panel panel) {
        return PlotArea.isListed(panel.y());
    }

    /** How many bars stand side by side for each category: more than one where colours are not on one another. */
    static int abreast(Panel panel) {
        int bars = 0;
        for (Layer layer : panel.layers()) {
            bars += layer instanceof Layer.Bars own && own.start() == null ? 1 : 0;
        }
        return Math.max(1, bars);
    }

    static boolean hasBoxes(Panel panel) {
        return panel.layers().stream().anyMatch(layer -> layer instanceof Layer.Boxes);
    }

    /** With how many rows each box is of beside its name, where that leaves all names within so many columns. */
    static Picture counted(Picture picture, int room) {
        return Counted.of(picture, name -> CellWidth.of(name) <= room);
    }

    /** The first so many, with the axis of values that all have, so that their lengths stay comparable. */
    static Picture first(Picture picture, int count) {
        Panel panel = picture.panels().get(0);
        boolean listed = isListed(panel);
        Axis along = listed ? panel.y() : panel.x();
        int all = along.categories().size();
        // The first of those that lie is the uppermost.
        double low = listed ? all - count - 0.5 : -0.5;
        Axis part = new Axis(along.title(), along.unit(), along.scale(), low, low + count, along.categories());
        List<Layer> layers = new ArrayList<>();
        for (Layer layer : panel.layers()) {
            layers.add(layer instanceof Layer.Bars bars ? bars(bars, part)
                    : layer instanceof Layer.Boxes boxes ? new Layer.Boxes(boxes.series(),
                            boxes.boxes().stream().filter(box -> part.holds(box.at())).toList()) : layer);
        }
        Panel shown = new Panel(listed ? panel.x() : part, listed ? part : panel.y(), layers, panel.labels(),
                panel.needed());
        return new Picture(picture.title(), List.of(shown), picture.legend(), picture.series(), picture.sizes(),
                picture.whole(), picture.caption());
    }

    private static Layer bars(Layer.Bars bars, Axis along) {
        int[] kept = IntStream.range(0, bars.value().length)
                .filter(i -> along.holds((bars.from()[i] + bars.to()[i]) / 2)).toArray();
        return new Layer.Bars(bars.series(), pick(bars.from(), kept), pick(bars.to(), kept), bars.base(),
                pick(bars.value(), kept), pick(bars.low(), kept), pick(bars.high(), kept),
                bars.rows() == null ? null : IntStream.of(kept).map(i -> bars.rows()[i]).toArray(),
                pick(bars.start(), kept),
                bars.counts() == null ? null : IntStream.of(kept).mapToLong(i -> bars.counts()[i]).toArray());
    }

    private static double[] pick(double[] values, int[] kept) {
        return values == null ? null : IntStream.of(kept).mapToDouble(i -> values[i]).toArray();
    }
}
