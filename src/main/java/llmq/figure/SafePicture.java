package llmq.figure;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import llmq.plot.Axis;
import llmq.plot.Label;
import llmq.plot.Layer;
import llmq.plot.Panel;
import llmq.plot.Picture;
import llmq.plot.Series;
import llmq.text.SafeText;

/** The texts of pictures: what is not to be seen in them, or turns them round, is written as it is on a screen. */
final class SafePicture {
    private final UnaryOperator<String> way;

    private SafePicture(UnaryOperator<String> way) {
        this.way = way;
    }

    static Picture of(Picture picture) {
        return new SafePicture(SafeText::of).picture(picture);
    }

    /** Those of its texts that the fonts cannot draw. */
    static Set<String> lacking(Picture picture) {
        Set<String> lacking = new TreeSet<>();
        new SafePicture(text -> {
            if (Fonts.lacks(text)) {
                lacking.add(text);
            }
            return text;
        }).picture(picture);
        return lacking;
    }

    private String text(String text) {
        return text == null ? null : way.apply(text);
    }

    private List<String> texts(List<String> texts) {
        return texts == null ? null : texts.stream().map(this::text).toList();
    }

    private Picture picture(Picture picture) {
        return new Picture(text(picture.title()), picture.panels().stream().map(this::panel).toList(),
                text(picture.legend()), picture.series().stream().map(this::series).toList(), picture.sizes(),
                picture.whole(), picture.caption());
    }

    private Panel panel(Panel panel) {
        List<Layer> layers = panel.layers().stream().map(this::layer).toList();
        List<Label> labels = new ArrayList<>();
        for (Label label : panel.labels()) {
            labels.add(new Label(label.number(), label.row(), text(label.text()), label.x(), label.y()));
        }
        return new Panel(axis(panel.x()), axis(panel.y()), layers, labels, panel.needed());
    }

    private Axis axis(Axis axis) {
        return new Axis(text(axis.title()), axis.unit(), axis.scale(), axis.low(), axis.high(),
                texts(axis.categories()), axis.whole());
    }

    private Series series(Series series) {
        return series == null ? null : new Series(text(series.name()), series.index(), series.kind(), series.steps());
    }

    private Layer layer(Layer layer) {
        Series own = series(layer.series());
        if (layer instanceof Layer.Points points) {
            return new Layer.Points(own, points.x(), points.y(), points.size(), points.rows());
        } else if (layer instanceof Layer.Cells cells) {
            return new Layer.Cells(own, cells.columns(), cells.lines(), cells.counts());
        } else if (layer instanceof Layer.Curve curve) {
            return new Layer.Curve(own, curve.x(), curve.y());
        } else if (layer instanceof Layer.Band band) {
            return new Layer.Band(own, band.x(), band.low(), band.high(), band.wide());
        } else if (layer instanceof Layer.Steps steps) {
            return new Layer.Steps(own, steps.x(), steps.y(), steps.rows(), texts(steps.names()));
        } else if (layer instanceof Layer.Bars bars) {
            return new Layer.Bars(own, bars.from(), bars.to(), bars.base(), bars.value(), bars.low(), bars.high(),
                    bars.rows(), bars.start(), bars.counts());
        } else if (layer instanceof Layer.Boxes boxes) {
            return new Layer.Boxes(own, boxes.boxes());
        }
        Layer.Reference level = (Layer.Reference) layer;
        return new Layer.Reference(level.vertical(), level.value(), text(level.text()));
    }
}
