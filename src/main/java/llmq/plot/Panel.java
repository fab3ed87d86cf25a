package llmq.plot;

import java.util.List;

/** Axes and what lies between them. @param labels the most important first */
public record Panel(Axis x, Axis y, List<Layer> layers, List<Label> labels) {
    public Panel {
        layers = List.copyOf(layers);
        labels = List.copyOf(labels);
    }
}
