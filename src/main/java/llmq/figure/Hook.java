package llmq.figure;

import java.awt.Graphics2D;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jfree.chart.ChartHints;

/** Names what is drawn between begin and end, for a page to find it. A picture in points takes no notice. */
final class Hook {
    /** Among the attributes, what is said of it in words. */
    static final String TITLE = "title";

    private Hook() {
    }

    /**
     * @param g          {@code null} where it is only measured
     * @param attributes names and values in turn; those with the value {@code null} are left out
     */
    static void begin(Graphics2D g, String... attributes) {
        if (g == null) {
            return;
        }
        Map<String, String> map = new LinkedHashMap<>();
        for (int i = 0; i < attributes.length; i += 2) {
            if (attributes[i + 1] != null) {
                map.put(attributes[i], attributes[i + 1]);
            }
        }
        g.setRenderingHint(ChartHints.KEY_BEGIN_ELEMENT, map);
    }

    static void end(Graphics2D g) {
        if (g != null) {
            g.setRenderingHint(ChartHints.KEY_END_ELEMENT, Boolean.TRUE);
        }
    }
}
