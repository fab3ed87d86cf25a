package llmq.figure;

import java.util.ArrayList;
import java.util.List;
import llmq.plot.Layer;
import llmq.plot.Panel;
import llmq.plot.Picture;

/** Which shade stands for how many rows: a shade for each third, half or whole of a power of ten. */
final class Shades {
    private static final int MOST = 7;
    private static final int[][] STEPS = {{1, 2, 5}, {1, 3}, {1}};
    private static final double FAINTEST = 0.16;

    /** The least count of each shade. */
    private final List<Long> least;
    private final long most;

    private Shades(List<Long> least, long most) {
        this.least = least;
        this.most = most;
    }

    /** The same for all layers of a panel. */
    static Shades of(Panel panel) {
        long most = new Majority(panel).most();
        List<Long> least = List.of();
        for (int[] steps : STEPS) {
            least = upTo(most, steps);
            if (least.size() <= MOST) {
                break;
            }
        }
        return new Shades(least, most);
    }

    /** Those of the first panel that has cells; {@code null} where none has. */
    static Shades of(Picture picture) {
        for (Panel panel : picture.panels()) {
            for (Layer layer : panel.layers()) {
                if (layer instanceof Layer.Cells) {
                    return of(panel);
                }
            }
        }
        return null;
    }

    private static List<Long> upTo(long most, int[] steps) {
        List<Long> least = new ArrayList<>();
        for (long power = 1; power <= most; power *= 10) {
            for (int step : steps) {
                if (step * power <= most) {
                    least.add(step * power);
                }
            }
        }
        return least;
    }

    int size() {
        return least.size();
    }

    /** The shade of a cell of so many rows; −1 for an empty one. */
    int of(long count) {
        int shade = -1;
        while (shade + 1 < least.size() && count >= least.get(shade + 1)) {
            shade++;
        }
        return shade;
    }

    /** How opaque it is. */
    double solid(int shade) {
        return least.size() == 1 ? 0.6 : FAINTEST + (1 - FAINTEST) * shade / (least.size() - 1);
    }

    /** The least count of a shade, for a legend. */
    String from(int shade) {
        return least.get(shade).toString();
    }

    /** {@code 10 to 29 rows}. */
    String text(int shade) {
        long last = shade + 1 < least.size() ? least.get(shade + 1) - 1 : most;
        return least.get(shade) == last ? last + (last == 1 ? " row" : " rows")
                : least.get(shade) + " to " + last + " rows";
    }
}
