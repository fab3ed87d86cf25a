package llmq.figure;

import java.util.ArrayList;
import java.util.List;
import llmq.plot.Layer;
import llmq.plot.Panel;

/** Which of several series each cell of a panel shows: the one with the most rows there, of as many the first. */
final class Majority {
    private final List<Layer.Cells> layers = new ArrayList<>();

    Majority(Panel panel) {
        for (Layer layer : panel.layers()) {
            if (layer instanceof Layer.Cells cells) {
                layers.add(cells);
            }
        }
    }

    /** Whether there is more than one series. */
    boolean isMany() {
        return layers.size() > 1;
    }

    /** Of a series, the rows of all series in each cell that it shows; 0 in the others. */
    long[] shown(Layer.Cells own) {
        long[] shown = new long[own.counts().length];
        for (int cell = 0; cell < shown.length; cell++) {
            Layer.Cells most = own;
            long all = 0;
            for (Layer.Cells layer : layers) {
                long count = cell < layer.counts().length ? layer.counts()[cell] : 0;
                all += count;
                long best = most.counts()[cell];
                if (count > best || count == best && layers.indexOf(layer) < layers.indexOf(most)) {
                    most = layer;
                }
            }
            shown[cell] = most == own ? all : 0;
        }
        return shown;
    }

    /** The most rows of a cell. */
    long most() {
        long most = 1;
        for (Layer.Cells layer : layers) {
            for (long count : shown(layer)) {
                most = Math.max(most, count);
            }
        }
        return most;
    }
}
