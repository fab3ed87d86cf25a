package llmq.figure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.geom.Line2D;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import llmq.plot.Label;
import llmq.plot.Layer;
import llmq.plot.Panel;
import llmq.plot.Words;
import llmq.result.Result;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Element;

/** Labels as they stand in pictures of the catalog and of files: whose each is can be told. */
class LabelsSeenTest {
    private static final double CAPITAL = 0.72;
    /** How far a mark that is no disc reaches beyond one. */
    private static final double CORNERS = 1.3;

    /** @param mark a text's own @param line to it, {@code null} for none */
    private record Seen(String text, Rectangle2D box, int row, Line2D line) {
    }

    private static final class Page {
        final Rectangle2D area;
        final Panel panel;
        final List<Seen> labels = new ArrayList<>();
        final Map<Integer, double[]> marks = new HashMap<>();
        final Map<Integer, String> key = new HashMap<>();
        final List<double[]> corners = new ArrayList<>();
        final String bare;
        int over;

        Page(String statements, double width) throws Exception {
            Result result = SvgPictureTest.drawn(statements);
            panel = result.picture().panels().get(0);
            Sheet sheet = new Sheet(result.picture(), new RowWords(result), List.of(), Tone.LIGHT, width);
            SvgPicture.Written svg = SvgPicture.of(sheet, "", Words.of(result.picture()), "", "img");
            area = svg.drawn().areas().get(0).box();
            Element root = Shapes.read(svg.svg());
            for (Element mark : Shapes.of(root, "mark")) {
                int row = (int) Shapes.number(mark, "data-row");
                List<Element> discs = Shapes.named(mark, "circle");
                marks.put(row, new double[] {Shapes.number(mark, "data-x"), Shapes.number(mark, "data-y"),
                    discs.isEmpty() ? CORNERS * radius(row) : Shapes.number(discs.get(0), "r")});
            }
            for (Element label : Shapes.of(root, "label")) {
                Element text = Shapes.named(label, "text").get(1);
                double size = Shapes.number(text, "font-size");
                Rectangle2D box = new Rectangle2D.Double(Shapes.number(text, "x"), Shapes.number(text, "y")
                        - CAPITAL * size, Shapes.number(text, "textLength"), CAPITAL * size);
                List<Element> lines = Shapes.named(label, "line");
                Line2D line = lines.isEmpty() ? null : new Line2D.Double(Shapes.number(lines.get(0), "x1"),
                        Shapes.number(lines.get(0), "y1"), Shapes.number(lines.get(0), "x2"),
                        Shapes.number(lines.get(0), "y2"));
                labels.add(new Seen(text.getTextContent(), box, (int) Shapes.number(label, "data-row"), line));
            }
            for (Element element : Shapes.of(root, "key")) {
                List<Element> texts = Shapes.named(element, "text");
                for (int i = 0; i < texts.size(); i += 2) {
                    key.put(Integer.valueOf(texts.get(i).getTextContent()), texts.get(i + 1).getTextContent());
                }
            }
            for (Layer layer : panel.layers()) {
                for (int i = 1; layer instanceof Layer.Steps steps && i < steps.x().length; i++) {
                    corners.add(new double[] {marks.get(steps.rows()[i])[0], marks.get(steps.rows()[i - 1])[1]});
                }
            }
            List<Element> rest = Shapes.of(root, "bare");
            bare = rest.isEmpty() ? "" : rest.get(0).getTextContent().strip();
        }

        private double radius(int row) {
            int all = 0;
            for (Layer layer : panel.layers()) {
                if (layer instanceof Layer.Points points) {
                    all += points.x().length;
                    for (int i = 0; points.size() != null && i < points.rows().length; i++) {
                        if (points.rows()[i] == row) {
                            return Layers.radius(points.size()[i]);
                        }
                    }
                }
            }
            return Layers.radius(all);
        }

        void check() {
            Map<Integer, Label> byRow = new HashMap<>();
            panel.labels().forEach(label -> byRow.put(label.row(), label));
            Set<Integer> told = new HashSet<>();
            for (int i = 0; i < labels.size(); i++) {
                Seen seen = labels.get(i);
                assertTrue(area.contains(seen.box), seen + " leaves the panel");
                Label label = byRow.get(seen.row);
                String number = Integer.toString(label.number());
                boolean numbered = seen.text.equals(number);
                assertTrue(numbered || seen.text.equals(label.text()), seen + " is no label of its mark");
                assertEquals(numbered ? label.text() : null, key.remove(label.number()), number);
                assertTrue(told.add(label.number()));
                whose(seen);
                for (Seen other : labels.subList(0, i)) {
                    assertFalse(seen.box.intersects(other.box), seen + " covers " + other);
                    assertFalse(seen.line != null && seen.line.intersects(other.box), seen + " crosses " + other);
                    assertFalse(other.line != null && other.line.intersects(seen.box), other + " crosses " + seen);
                    assertFalse(seen.line != null && other.line != null && seen.line.intersectsLine(other.line),
                            seen + " crosses the line of " + other);
                }
            }
            key.forEach((number, text) -> {
                Matcher elsewhere = Pattern.compile("(.+) \\(at (.+)\\)").matcher(text);
                assertTrue(elsewhere.matches(), number + " " + text);
                assertTrue(labels.stream().anyMatch(seen -> seen.text.equals(elsewhere.group(2))), text);
                assertTrue(told.add(number));
            });
            for (Label label : panel.labels().subList(0, panel.needed())) {
                assertTrue(told.contains(label.number()), label + " is lost");
            }
            int missing = panel.labels().size() - told.size();
            assertEquals(missing == 0 ? "" : missing + (missing == 1 ? " more has" : " more have")
                    + " no label: label top " + panel.labels().size()
                    + (missing == 1 ? " shows it" : " shows them"), bare);
        }

        private void whose(Seen seen) {
            double[] own = marks.get(seen.row);
            if (seen.text.matches("[0-9]+") && (gap(seen.box, own) < 1.2
                    || marks.values().stream().anyMatch(mark -> gap(seen.box, mark) <= 1.2))) {
                assertTrue(seen.line != null || grown(seen.box).contains(own[0], own[1]), seen + " is beside its mark");
                over++;
                return;
            }
            double near = gap(seen.box, own);
            marks.forEach((row, mark) -> {
                assertTrue(gap(seen.box, mark) > 1.2, seen + " covers the mark of row " + row);
                boolean same = Point2D.distance(mark[0], mark[1], own[0], own[1]) < 1.1;
                assertTrue(seen.line != null || same || gap(seen.box, mark) > near, seen + " is nearer to row " + row);
            });
            corners.forEach(corner -> assertFalse(seen.box.contains(corner[0], corner[1]), seen + " hides a corner"));
            if (seen.line != null) {
                assertTrue(seen.line.getP2().distance(own[0], own[1]) <= own[2] + 1, seen.toString());
                // A number that found no other place stands close by.
                double least = seen.text.matches("[0-9]+") ? 1 : 4;
                assertTrue(seen.line.getP1().distance(seen.line.getP2()) > least, seen + " has no line to be seen");
            }
        }

        private static Rectangle2D grown(Rectangle2D box) {
            return new Rectangle2D.Double(box.getX() - 2, box.getY() - 3, box.getWidth() + 4, box.getHeight() + 6);
        }

        private static double gap(Rectangle2D box, double[] mark) {
            return Point2D.distance(mark[0], mark[1], LabelPlaces.near(mark[0], box.getMinX(), box.getMaxX()),
                    LabelPlaces.near(mark[1], box.getMinY(), box.getMaxY())) - mark[2];
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "plot mmlu against released for models where open color by org label top 10",
        "plot mmlu against flops for models where open color by architecture size by params label top 8 with frontier",
        "plot mmlu against flops for models where open color by org label top 20 with frontier",
        "plot mmlu against flops for models label top 60",
        "plot mmlu against params for models color by org label by name",
        "plot mmlu against flops for trees color by family label by name",
        "plot mmlu against released for trees color by family label top 20 with frontier",
        "fit mmlu on log10(flops) for trees as t; plot mmlu against flops for trees label by name with t, band, frontier",
    })
    void whoseEachIsCanBeTold(String statements) throws Exception {
        for (double width : new double[] {420, 900}) {
            Page page = new Page(statements, width);
            page.check();
            assertTrue(page.labels.size() >= Math.min(8, page.panel.labels().size()), page.labels.size() + " labels");
            // Over marks only where there is next to no room.
            int all = page.panel.labels().size();
            assertTrue(page.over <= (width < 500 || all > 40 ? all / 4 : 0), page.over + " over their marks");
        }
    }
}
