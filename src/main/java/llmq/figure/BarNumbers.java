package llmq.figure;

import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
import llmq.plot.Axis;
import llmq.plot.Layer;
import llmq.plot.Panel;
import llmq.plot.Scale;
import llmq.plot.Words;

/** The values of bars at their ends, unless they are many; of bars on one another, what they come to. */
final class BarNumbers {
    private static final int MOST = 80;
    private static final double SIZE = 10.5;
    /** Of bars with so little room each, nobody could tell whose a number is. */
    private static final double LEAST = 9;
    private static final double GAP = 4;

    private final Axis along;
    private final Axis across;
    private final boolean lying;
    private final Font font;
    private final Palette palette;
    private final List<Number> numbers = new ArrayList<>();
    private double widest;

    BarNumbers(Panel panel, Fonts fonts, Palette palette) {
        this.lying = panel.y().scale() == Scale.CATEGORY;
        this.along = lying ? panel.y() : panel.x();
        this.across = lying ? panel.x() : panel.y();
        this.font = fonts.regular(SIZE);
        this.palette = palette;
        StringJoiner keys = new StringJoiner(" ");
        Map<Double, Number> stacks = new LinkedHashMap<>();
        for (Layer layer : panel.layers()) {
            if (layer instanceof Layer.Bars bars) {
                keys.add(Styles.key(bars.series()));
                for (int i = 0; i < bars.value().length; i++) {
                    add(bars, i, stacks);
                }
            }
        }
        for (Number stack : stacks.values()) {
            numbers.add(new Number(stack.from, stack.to, stack.end, stack.far, keys.toString(), stack.text));
        }
        // Where nothing stands there is nothing to be told.
        numbers.removeIf(number -> !lying && number.end == 0);
        if (numbers.size() > MOST) {
            numbers.clear();
        }
        for (Number number : numbers) {
            widest = Math.max(widest, PowerText.width(text(number), font));
        }
    }

    /** @param far where what is drawn of the bar ends, its interval among it @param keys of the series it is of */
    private record Number(double from, double to, double end, double far, String keys, String text) {
    }

    private void add(Layer.Bars bars, int i, Map<Double, Number> stacks) {
        double end = bars.end(i);
        if (end - end != 0) {
            return;
        }
        double[] ends = end < bars.base() ? bars.low() : bars.high();
        double far = ends != null && ends[i] - ends[i] == 0 ? ends[i] : end;
        Number number = new Number(bars.from()[i], bars.to()[i], end, far, Styles.key(bars.series()),
                lying ? Words.number(across, bars, i) : Words.number(across, end));
        if (bars.start() == null) {
            numbers.add(number);
        } else {
            stacks.merge(number.from, number, (a, b) -> a.end > b.end ? a : b);
        }
    }

    private String text(Number number) {
        String text = number.text;
        return text.startsWith("-") ? "−" + text.substring(1) : text;
    }

    /** What they need to the right of lying bars. */
    double aside() {
        return lying && !numbers.isEmpty() ? widest + 2 * GAP : 0;
    }

    /** What they need above standing ones. */
    double above() {
        return lying || numbers.isEmpty() ? 0 : SIZE + GAP;
    }

    void draw(Graphics2D g, Rectangle2D area) {
        double least = Double.POSITIVE_INFINITY;
        for (Number number : numbers) {
            least = Math.min(least, (along.at(number.to) - along.at(number.from))
                    * (lying ? area.getHeight() : area.getWidth()));
        }
        if (numbers.isEmpty() || least < (lying ? LEAST : widest + 2)) {
            return;
        }
        g.setPaint(palette.ink());
        double capital = PowerText.CAPITAL * SIZE;
        Hook.begin(g, "class", "numbers");
        for (Number number : numbers) {
            double middle = (along.at(number.from) + along.at(number.to)) / 2;
            double end = across.at(Math.max(across.low(), Math.min(across.high(), number.far)));
            boolean under = number.end < 0;
            String text = text(number);
            double width = PowerText.width(text, font);
            Hook.begin(g, "class", "number", "data-s", number.keys);
            if (lying) {
                double x = area.getX() + end * area.getWidth();
                PowerText.draw(g, text, font, under ? Math.max(area.getX() + 1, x - GAP - width) : x + GAP,
                        area.getMaxY() - middle * area.getHeight() + capital / 2);
            } else {
                double y = area.getMaxY() - end * area.getHeight();
                PowerText.draw(g, text, font, area.getX() + middle * area.getWidth() - width / 2,
                        under ? Math.min(area.getMaxY() - 1, y + GAP + capital) : y - GAP);
            }
            Hook.end(g);
        }
        Hook.end(g);
    }
}
