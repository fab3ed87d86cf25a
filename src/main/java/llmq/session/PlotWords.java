package llmq.session;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.LongStream;
import llmq.check.Checked;
import llmq.plot.Layer;
import llmq.plot.Panel;
import llmq.plot.PictureFormat;
import llmq.plot.Pictures;
import llmq.plot.PlotSpec;
import llmq.plot.Scale;
import llmq.result.Result;
import llmq.text.Plural;

/** What is drawn of rows, in words: the last steps of {@code explain plot}, and its pages. */
final class PlotWords {
    private PlotWords() {
    }

    /** {@code drew 218 points to chart.svg}, {@code drew 5 bars to groups.svg: 5 of 23 groups of 178 rows}. */
    static String drawn(Result result, String file) {
        if (result.picture() == null) {
            return "saved " + Plural.count(result.table().rows(), "row") + " to " + file;
        }
        Panel panel = result.picture().panels().get(0);
        long points = 0;
        long boxes = 0;
        Set<Double> bars = new HashSet<>();
        boolean cells = hasCells(result);
        boolean anyBoxes = false;
        // Beneath, the same rows stand once more.
        for (Layer layer : panel.layers()) {
            if (layer instanceof Layer.Cells counted) {
                points += LongStream.of(counted.counts()).sum();
            } else if (layer instanceof Layer.Bars drawn) {
                addSeen(drawn, bars);
            } else if (layer instanceof Layer.Boxes drawn) {
                anyBoxes = true;
                boxes += drawn.boxes().size();
            } else if (layer instanceof Layer.Points drawn && !cells) {
                // Among cells, only rows with a label have a mark as well.
                points += drawn.x().length;
            }
        }
        boolean anyBars = !anyBoxes && (isListed(panel)
                || panel.layers().stream().anyMatch(layer -> layer instanceof Layer.Bars));
        if (!anyBars && !anyBoxes) {
            return "drew " + Plural.count(points, "point") + " to " + file;
        }
        String counted = result.picture().caption().counted();
        return "drew " + (anyBoxes ? boxes + (boxes == 1 ? " box" : " boxes")
                : Plural.count(bars.size(), "bar")) + " to " + file
                + (counted == null ? "" : ": " + counted.split(" · ")[0]);
    }

    /** The places where there is a bar to be seen, of whatever colors. */
    private static void addSeen(Layer.Bars bars, Set<Double> into) {
        for (int i = 0; i < bars.value().length; i++) {
            boolean seen = bars.rows() != null ? bars.value()[i] == bars.value()[i] : bars.value()[i] > 0;
            if (seen) {
                into.add(bars.from()[i]);
            }
        }
    }

    private static boolean isListed(Panel panel) {
        return panel.x().scale() == Scale.CATEGORY || panel.y().scale() == Scale.CATEGORY;
    }

    /**
     * What a picture is of: {@code n 219 of 250}, {@code 5 of 23 groups of 178 rows}.
     *
     * @param rows  of the table that have a place in it; of bars, each of them stands for those it was gathered from
     * @param left     how many rows there are besides without what is drawn
     * @param gathered how many rows those of the table stand for; as many as there are where they are rows themselves
     */
    static String counted(PlotSpec spec, Pictures.Drawn drawn, long rows, long left, long gathered) {
        String n = "n " + rows + (left > 0 && drawn.unshown() == 0 ? " of " + (rows + left) : "");
        if (spec.form() != PlotSpec.Form.BARS && spec.form() != PlotSpec.Form.BOXES) {
            return n;
        }
        Panel panel = drawn.picture().panels().get(0);
        long shown = (panel.y().scale() == Scale.CATEGORY ? panel.y() : panel.x()).categories().size();
        String groups = (drawn.unshown() > 0 ? shown + " of " : "")
                + Plural.count(shown + drawn.unshown(), "group");
        return spec.form() == PlotSpec.Form.BOXES ? n + " in " + groups
                : spec.gathered() >= 0 && gathered > rows ? groups + " of " + Plural.count(gathered, "row")
                : drawn.unshown() > 0 ? groups : n;
    }

    private static boolean hasCells(Result result) {
        return result.picture().panels().get(0).layers().stream().anyMatch(layer -> layer instanceof Layer.Cells);
    }

    static List<String> steps(Checked.Plot plot) {
        PlotSpec spec = plot.spec();
        List<String> steps = new ArrayList<>();
        steps.add(switch (spec.form()) {
            case SCATTER -> "draw a mark for each at its " + along(spec.x()) + " and " + along(spec.y())
                    + besides(spec);
            case FIT -> "draw a mark for each at its " + along(spec.x()) + " and " + along(spec.y()) + besides(spec)
                    + ", and beneath what the fit leaves over";
            case HISTOGRAM -> "part the range of " + along(spec.x()) + " into "
                    + (spec.bins() < 0 ? "even ranges" : Plural.count(spec.bins(), "even range"))
                    + ", and draw how many rows lie in each" + besides(spec);
            case BARS -> "draw a bar for each " + spec.x().title() + ", as long as its " + along(spec.y())
                    + besides(spec) + (spec.low() == null ? "" : ", and the 95% interval of the mean by Student's t");
            case BOXES -> "draw a box for each " + spec.x().title() + ": the quartiles of " + along(spec.y())
                    + ", whiskers to the last row within 1.5 times the box, and what lies beyond as marks";
        });
        if (spec.label() != null) {
            steps.add(spec.labelled() < 0 ? "label as many by " + spec.label().title() + " as there is room for"
                    : "label the " + spec.labelled() + " with the most " + spec.y().title() + " by "
                            + spec.label().title());
        }
        if (spec.frontier()) {
            steps.add("join the rows that no other beats, most " + spec.y().title() + " for least "
                    + spec.x().title() + ", by steps");
        }
        for (Checked.Trend trend : plot.trends()) {
            String of = plot.band() && plot.interval() ? ", the 95% interval around it and that of single rows"
                    : plot.band() ? " and the 95% interval around it"
                    : plot.interval() ? " and the 95% interval of single rows" : "";
            steps.add("draw the curve of " + trend.fit().name() + of + ", from the least " + spec.x().title()
                    + " to the greatest");
        }
        if (plot.file() != null) {
            PictureFormat format = PictureFormat.of(plot.file());
            steps.add((format == PictureFormat.CSV ? "write the data behind it to " : "write it to ") + plot.file()
                    + " as " + format.name());
        }
        return steps;
    }

    /** What the form of the statement leaves open: the kinds of picture, and the clauses. */
    static void forms(Page page) {
        page.add("pictures", lines(PlotPart.kinds())).add("clauses", lines(PlotPart.clauses()));
    }

    private static String lines(List<PlotPart> parts) {
        StringBuilder lines = new StringBuilder();
        for (PlotPart part : parts) {
            lines.append(lines.length() == 0 ? "" : "\n").append(part.form()).append(": ").append(part.gives());
        }
        return lines.toString();
    }

    /** One page for all clauses that a word stands for. */
    static Result clauses(List<PlotPart> clauses) {
        Page page = Page.of();
        for (PlotPart clause : clauses) {
            page.add("clause", clause.form()).add("written", "plot … " + clause.form()).add("gives", clause.gives())
                    .addKnown("example", clause.example());
        }
        return page.page(null);
    }

    private static String along(PlotSpec.Channel channel) {
        return channel.title() + (channel.scale() == Scale.LOG ? " on a log scale" : "");
    }

    private static String besides(PlotSpec spec) {
        return (spec.color() == null ? "" : ", in a color for each " + spec.color().title())
                + (spec.size() == null ? "" : ", as large as its " + spec.size().title());
    }
}
