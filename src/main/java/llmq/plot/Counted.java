package llmq.plot;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** Tells of how many rows each box is, beside the name of its category. */
public final class Counted {
    private Counted() {
    }

    /** The same picture as it is, unless all names fit with the number of their rows. */
    public static Picture of(Picture picture, Predicate<String> fits) {
        Panel panel = picture.panels().get(0);
        boolean listed = panel.y().scale() == Scale.CATEGORY;
        Axis along = listed ? panel.y() : panel.x();
        List<String> names = new ArrayList<>(along.categories());
        boolean any = false;
        for (Layer layer : panel.layers()) {
            for (Layer.Box box : layer instanceof Layer.Boxes boxes ? boxes.boxes() : List.<Layer.Box>of()) {
                int at = (int) Math.rint(box.at());
                if (at >= 0 && at < names.size()) {
                    names.set(at, names.get(at) + " (n " + box.count() + ")");
                    any = true;
                }
            }
        }
        if (!any || !names.stream().allMatch(fits)) {
            return picture;
        }
        Axis named = new Axis(along.title(), along.unit(), along.scale(), along.low(), along.high(), names);
        Panel shown = new Panel(listed ? panel.x() : named, listed ? named : panel.y(), panel.layers(),
                panel.labels(), panel.needed());
        return new Picture(picture.title(), List.of(shown), picture.legend(), picture.series(), picture.sizes(),
                picture.whole(), picture.caption());
    }
}
