package llmq.plot;

import java.util.List;

/**
 * Axes and what lies between them.
 *
 * @param labels the most important first
 * @param needed how many of them, from the first, are to be seen wherever they can be told: by name, or by number and
 *               key; the others where there is room for their names
 */
public record Panel(Axis x, Axis y, List<Layer> layers, List<Label> labels, int needed) {
    public Panel {
        layers = List.copyOf(layers);
        labels = List.copyOf(labels);
    }

    /** A panel whose labels are all to be seen. */
    public Panel(Axis x, Axis y, List<Layer> layers, List<Label> labels) {
        this(x, y, layers, labels, labels.size());
    }
}
