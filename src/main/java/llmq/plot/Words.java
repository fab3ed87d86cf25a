package llmq.plot;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import llmq.table.CellText;
import llmq.value.ColumnScale;
import llmq.value.Dates;
import llmq.value.NumberText;
import llmq.value.Type;
import llmq.value.Unit;

/** A picture in words, for those who do not see it. */
public final class Words {
    /** So many steps or labelled marks are told one by one; of more steps, the first and the last. */
    private static final int MOST = 20;
    private static final int ENDS = 5;

    private Words() {
    }

    /** Sentences: what kind of picture it is, its axes, its series, and what stands out; without title and caption. */
    public static List<String> of(Picture picture) {
        List<String> sentences = new ArrayList<>();
        for (int i = 0; i < picture.panels().size(); i++) {
            Panel panel = picture.panels().get(i);
            sentences.add((i == 0 ? "" : "Beneath: ") + kind(panel) + ".");
            axis(panel.x(), "horizontal", sentences);
            axis(panel.y(), "vertical", sentences);
            rows(panel, sentences);
            for (Layer layer : panel.layers()) {
                layer(panel, layer, picture.legend(), sentences);
            }
            labels(panel, sentences);
        }
        return sentences;
    }

    private static String kind(Panel panel) {
        boolean[] has = new boolean[5];
        for (Layer layer : panel.layers()) {
            has[0] |= layer instanceof Layer.Boxes;
            has[1] |= layer instanceof Layer.Bars bars && bars.rows() == null;
            has[2] |= layer instanceof Layer.Bars;
            has[3] |= layer instanceof Layer.Points;
            has[4] |= layer instanceof Layer.Cells;
        }
        String y = panel.y().title();
        String x = panel.x().title();
        boolean listed = panel.y().scale() == Scale.CATEGORY;
        return has[0] ? "Box plot of " + (listed ? x + " by " + y : y + " by " + x)
                : has[1] ? "Histogram of " + x
                : has[2] ? "Bar chart of " + (listed ? x + " by " + y : y + " by " + x)
                : has[4] ? "Density of " + y + " against " + x
                : has[3] ? "Scatter plot of " + y + " against " + x
                : "Empty plot of " + y + " against " + x;
    }

    private static void axis(Axis axis, String direction, List<String> sentences) {
        if (axis.scale() == Scale.CATEGORY) {
            int count = axis.categories().size();
            sentences.add("The " + direction + " axis has " + count + (count == 1 ? " value" : " values") + " of "
                    + axis.title() + ".");
        } else {
            sentences.add("The " + direction + " axis is " + axis.title() + ", from " + value(axis, axis.low())
                    + " to " + value(axis, axis.high()) + (axis.scale() == Scale.LOG ? ", logarithmic" : "") + ".");
        }
    }

    /** A value in the unit of its axis, as it stands in a sentence. */
    public static String value(Axis axis, double value) {
        if (axis.scale() == Scale.TIME) {
            return Math.abs(value) < 3_000_000 ? Dates.format(Math.rint(value)) : "a far date";
        }
        if (axis.scale() == Scale.CATEGORY) {
            int index = (int) Math.rint(value);
            return index >= 0 && index < axis.categories().size() ? axis.categories().get(index) : "";
        }
        if (axis.unit() == null) {
            return NumberText.shortened(value);
        }
        if (axis.unit().factor() == 1 && isCounted(axis.unit().unit())) {
            return CellText.number(value, Type.NUMBER, axis.unit().unit(), null);
        }
        boolean percent = axis.unit().unit().equals(Unit.PERCENT) && axis.unit().factor() == 1;
        return percent ? ColumnScale.in(axis.unit()).quantity(value)
                : (NumberText.shortened(axis.unit().fromBase(value)) + " " + axis.unit().symbol()).strip();
    }

    /** A value as it stands at the end of its bar, without the unit that the axis names. */
    public static String number(Axis axis, double value) {
        if (axis.scale() == Scale.TIME) {
            return value(axis, value);
        }
        return axis.unit() == null || axis.unit().symbol().isEmpty() && axis.unit().factor() == 1
                ? NumberText.shortened(value) : ColumnScale.in(axis.unit()).number(value);
    }

    /** The number of a bar that lies, with how many rows it is of where bars say so. */
    public static String number(Axis axis, Layer.Bars bars, int i) {
        return number(axis, bars.end(i)) + (bars.counts() == null ? "" : " (n " + bars.counts()[i] + ")");
    }

    /** What is counted in billions and trillions, which the zeros of a number would hide. */
    private static boolean isCounted(Unit unit) {
        return unit.equals(Unit.PARAMETER) || unit.equals(Unit.TOKEN);
    }

    private static String point(Panel panel, double x, double y) {
        return measured(panel.y(), y) + " at " + measured(panel.x(), x);
    }

    /** A value and what it is of, which the unit may say: {@code mmlu 65 %}, {@code 405B params}. */
    private static String measured(Axis axis, double value) {
        String text = value(axis, value);
        return text.endsWith(" " + axis.title()) ? text : axis.title() + " " + text;
    }

    /** How many rows each series has, and where the highest and the lowest of all lie. */
    private static void rows(Panel panel, List<String> sentences) {
        Map<String, Long> counts = new LinkedHashMap<>();
        long all = 0;
        Layer.Points most = null;
        Layer.Points least = null;
        int high = 0;
        int low = 0;
        for (Layer layer : panel.layers()) {
            long count = 0;
            if (layer instanceof Layer.Points points) {
                count = points.x().length;
                for (int i = 0; i < points.x().length; i++) {
                    if (most == null || points.y()[i] > most.y()[high]) {
                        most = points;
                        high = i;
                    }
                    if (least == null || points.y()[i] < least.y()[low]) {
                        least = points;
                        low = i;
                    }
                }
            } else if (layer instanceof Layer.Cells cells) {
                for (long cell : cells.counts()) {
                    count += cell;
                }
            }
            if (count > 0 && layer.series() != null) {
                counts.merge(layer.series().name(), count, Long::sum);
            }
            all += count;
        }
        if (all == 0) {
            return;
        }
        StringBuilder text = new StringBuilder(all == 1 ? "1 row" : all + " rows");
        if (counts.size() > 1) {
            String sign = ": ";
            for (Map.Entry<String, Long> entry : counts.entrySet()) {
                text.append(sign).append(entry.getKey()).append(' ').append(entry.getValue());
                sign = ", ";
            }
        }
        sentences.add(text.append('.').toString());
        if (most != null && all > 1) {
            sentences.add("Highest: " + point(panel, most.x()[high], most.y()[high]) + "; lowest: "
                    + point(panel, least.x()[low], least.y()[low]) + ".");
        }
    }

    private static void layer(Panel panel, Layer layer, String legend, List<String> sentences) {
        if (layer instanceof Layer.Curve curve && curve.x().length > 0) {
            int last = curve.x().length - 1;
            sentences.add(name(curve.series(), "The curve") + " runs from " + point(panel, curve.x()[0], curve.y()[0])
                    + " to " + point(panel, curve.x()[last], curve.y()[last]) + ".");
        } else if (layer instanceof Layer.Band band && band.x().length > 0) {
            int last = band.x().length - 1;
            sentences.add(name(band.series(), "The curve") + (band.wide() ? ", 95% of rows" : ", 95% of the curve")
                    + ": between " + end(panel.y(), band.low()[0]) + " and " + end(panel.y(), band.high()[0])
                    + " at its beginning, between " + end(panel.y(), band.low()[last]) + " and "
                    + end(panel.y(), band.high()[last]) + " at its end.");
        } else if (layer instanceof Layer.Steps steps) {
            steps(panel, steps, sentences);
        } else if (layer instanceof Layer.Reference reference && !reference.text().isEmpty()) {
            sentences.add("A line marks " + reference.text() + ".");
        } else if (layer instanceof Layer.Bars bars) {
            bars(panel, bars, legend, sentences);
        } else if (layer instanceof Layer.Boxes boxes) {
            boxes(panel, boxes, sentences);
        }
    }

    /** A band is drawn as far as its axis reaches; how much further it goes on, a picture does not know. */
    private static String end(Axis axis, double value) {
        return (value <= axis.low() ? "less than " : value >= axis.high() ? "more than " : "") + value(axis, value);
    }

    private static String name(Series series, String otherwise) {
        return series == null ? otherwise : series.name();
    }

    private static void steps(Panel panel, Layer.Steps steps, List<String> sentences) {
        int count = steps.x().length;
        String name = name(steps.series(), "The frontier");
        sentences.add(name + " of " + (count == 1 ? "1 row." : count + " rows" + (count > MOST ? ", of which the first "
                + ENDS + " and the last " + ENDS : "") + ", from the "
                + (panel.x().scale() == Scale.TIME ? "earliest " + panel.x().title() + " to the latest:"
                : "least " + panel.x().title() + " to the most:")));
        for (int i = 0; i < count; i++) {
            if (count <= MOST || i < ENDS || i >= count - ENDS) {
                sentences.add((steps.names() == null || steps.names().get(i) == null ? "" : steps.names().get(i) + ": ")
                        + point(panel, steps.x()[i], steps.y()[i]) + ".");
            }
        }
    }

    /** What a bar of a histogram is of; around a whole number its name is the number's, as of a year. */
    public static String range(Axis axis, double from, double to) {
        double middle = (from + to) / 2;
        return axis.scale() == Scale.LINEAR && to - from == 1 && middle == Math.rint(middle)
                ? "around " + value(axis, middle) : value(axis, from) + " to " + value(axis, to);
    }

    private static void bars(Panel panel, Layer.Bars bars, String legend, List<String> sentences) {
        boolean listed = panel.y().scale() == Scale.CATEGORY;
        Axis along = listed ? panel.y() : panel.x();
        Axis across = listed ? panel.x() : panel.y();
        // Of several colours each tells its own.
        boolean many = panel.layers().stream().filter(layer -> layer instanceof Layer.Bars).count() > 1;
        for (int i = 0; i < bars.value().length; i++) {
            String place = (many && bars.series() != null ? (legend == null ? "" : legend + " ")
                    + bars.series().name() + ", " : "")
                    + (along.scale() == Scale.CATEGORY ? value(along, (bars.from()[i] + bars.to()[i]) / 2)
                    : range(along, bars.from()[i], bars.to()[i]));
            boolean interval = bars.low() != null && bars.high() != null && bars.low()[i] == bars.low()[i];
            sentences.add(place + ": " + value(across, bars.value()[i]) + (interval
                    ? " (" + value(across, bars.low()[i])
                    + " to " + value(across, bars.high()[i]) + ")" : "")
                    + (bars.counts() == null ? "" : ", n " + bars.counts()[i]) + ".");
        }
    }

    private static void boxes(Panel panel, Layer.Boxes boxes, List<String> sentences) {
        boolean listed = panel.y().scale() == Scale.CATEGORY;
        Axis along = listed ? panel.y() : panel.x();
        Axis across = listed ? panel.x() : panel.y();
        for (Layer.Box box : boxes.boxes()) {
            int beyond = box.beyond().length;
            sentences.add(value(along, box.at()) + ": " + (box.count() == 1 ? value(across, box.median()) + ", 1 row."
                    : "median " + value(across, box.median()) + ", half of "
                    + box.count() + " from " + value(across, box.lower()) + " to " + value(across, box.upper())
                    + ", whiskers from " + value(across, box.low()) + " to " + value(across, box.high())
                    + (beyond == 0 ? "" : ", " + beyond + " beyond") + "."));
        }
    }

    private static void labels(Panel panel, List<String> sentences) {
        int count = panel.labels().size();
        if (count > 0) {
            sentences.add(count == 1 ? "1 row has a label:" : count + " rows have labels:");
        }
        for (int i = 0; i < count && i < MOST; i++) {
            Label label = panel.labels().get(i);
            sentences.add(label.number() + ", " + label.text() + ": " + point(panel, label.x(), label.y()) + ".");
        }
        if (count > MOST) {
            sentences.add("And " + (count - MOST) + " more with a label.");
        }
    }
}
