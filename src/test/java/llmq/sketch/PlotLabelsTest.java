package llmq.sketch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import llmq.plot.Axis;
import llmq.plot.Label;
import llmq.plot.Layer;
import llmq.plot.Panel;
import llmq.plot.Picture;
import llmq.plot.Scale;
import llmq.plot.Series;
import llmq.text.Style;
import llmq.text.Theme;
import org.junit.jupiter.api.Test;

class PlotLabelsTest {
    private static final Axis AXIS = new Axis("x", null, Scale.LINEAR, 0, 1, List.of());

    /** A crowd in a corner of the panel, all of it or the first ones labelled. */
    private static final class Crowd {
        final double[] x;
        final double[] y;
        final List<Label> labels = new ArrayList<>();
        final PlotPanel panel;
        final String[] lines;
        final Map<Integer, PlotLabels.Entry> key = new HashMap<>();
        int named;
        int led;
        int numbered;
        int elsewhere;

        Crowd(int seed, boolean unicode) {
            Random random = new Random(seed);
            int count = 1 + random.nextInt(120);
            double spread = 0.1 + 0.9 * random.nextDouble();
            x = new double[count];
            y = new double[count];
            int[] rows = new int[count];
            int labelled = 1 + random.nextInt(Math.min(count, 30));
            for (int i = 0; i < count; i++) {
                x[i] = Math.min(1, spread * random.nextDouble());
                y[i] = i > 0 && random.nextInt(9) == 0 ? y[i - 1] : 1 - spread * random.nextDouble();
                rows[i] = i;
                if (i < labelled) {
                    labels.add(new Label(i + 1, i, "<" + "abcdefghijkl".substring(random.nextInt(12)) + i + ">", x[i],
                            y[i]));
                }
            }
            Panel drawn = new Panel(AXIS, AXIS, List.of(new Layer.Points(new Series("s", 0, Series.Kind.ROWS), x, y,
                    null, rows)), labels);
            Style style = new Style(80, Theme.NONE, unicode, false, 0, 0, 24);
            Picture picture = new Picture(null, List.of(drawn), null, List.of());
            panel = new PlotPanel(drawn, 40 + random.nextInt(70), 0, 8 + random.nextInt(20),
                    new PlotSigns(picture, unicode, PlotSigns.Density.SPARSE), style);
            lines = new String[panel.sheet().lines()];
            for (int i = 0; i < lines.length; i++) {
                lines[i] = panel.sheet().line(i, Theme.NONE);
                lines[i] += " ".repeat(panel.sheet().columns() - lines[i].length());
            }
            for (PlotLabels.Entry entry : panel.labels().key()) {
                assertEquals(null, key.put(entry.label().number(), entry), "told twice");
            }
            assertEquals(0, panel.labels().bare());
        }

        int column(int i) {
            return panel.area().column(x[i]);
        }

        int line(int i) {
            return panel.area().line(y[i]);
        }

        char at(int column, int line) {
            return line < 0 || line >= lines.length || column < 0 || column >= lines[line].length() ? ' '
                    : lines[line].charAt(column);
        }

        void check() {
            for (int i = 0; i < labels.size(); i++) {
                int found = 0;
                for (int line = 0; line < lines.length; line++) {
                    int column = lines[line].indexOf(labels.get(i).text());
                    if (column >= 0) {
                        found++;
                        name(i, column, line);
                    }
                }
                assertEquals(key.containsKey(i + 1) ? 0 : 1, found, labels.get(i) + " stands there or in the key");
                if (found == 0) {
                    number(key.get(i + 1), i);
                }
            }
        }

        private void name(int i, int left, int top) {
            int width = labels.get(i).text().length();
            for (int k = 0; k < x.length; k++) {
                assertFalse(line(k) == top && column(k) >= left - 1 && column(k) <= left + width,
                        labels.get(i) + " touches mark " + k);
            }
            int right = origin(left + width + 1, top, 1);
            int before = origin(left - 2, top, -1);
            int own = line(i) * lines[0].length() + column(i);
            if (right >= 0 || before >= 0) {
                assertEquals(own, Math.max(right, before), "the line of " + labels.get(i) + " ends there");
                led++;
                return;
            }
            double near = PlotPlaces.distance(left, top, width, column(i), line(i));
            for (int k = 0; k < x.length; k++) {
                boolean same = column(k) == column(i) && line(k) == line(i);
                assertTrue(same || PlotPlaces.distance(left, top, width, column(k), line(k)) > near,
                        labels.get(i) + " is nearer to mark " + k);
            }
            named++;
        }

        /** The cell that a line from a text leads to; −1 where no line begins there. */
        private int origin(int start, int top, int side) {
            int column = start;
            int line = top;
            int across = side;
            int down = 0;
            if ("─╭╮╰╯".indexOf(at(column, line)) < 0) {
                return -1;
            }
            while ("─│╭╮╰╯".indexOf(at(column, line)) >= 0) {
                char sign = at(column, line);
                if ("╭╮╰╯".indexOf(sign) >= 0) {
                    assertEquals(side > 0 ? "╮╯".indexOf(sign) >= 0 : "╭╰".indexOf(sign) >= 0, true, "turns away");
                    across = 0;
                    down = "╭╮".indexOf(sign) >= 0 ? 1 : -1;
                }
                column += across;
                line += down;
            }
            return line * lines[0].length() + column;
        }

        private void number(PlotLabels.Entry entry, int i) {
            Matcher numbers = Pattern.compile("[0-9]+").matcher(blanked(lines[line(i)]));
            if (entry.where() == null) {
                while (numbers.find()) {
                    if (numbers.start() <= column(i) && column(i) < numbers.end()) {
                        assertEquals(Integer.toString(i + 1), numbers.group(), "in the place of its mark");
                        numbered++;
                        return;
                    }
                }
                throw new AssertionError(labels.get(i) + " has no number in " + String.join("\n", lines));
            }
            Matcher said = Pattern.compile("(at|left of|right of|above|beneath) (.+)").matcher(entry.where());
            assertTrue(said.matches(), entry.where());
            Label other = null;
            for (Label label : labels) {
                other = label.text().equals(said.group(2)) || said.group(2).equals("" + label.number()) ? label : other;
            }
            assertNotNull(other, entry.where());
            int aside = column(i) - column(other.row());
            int down = line(i) - line(other.row());
            // A number may be wider than the mark that it stands for.
            assertTrue(switch (said.group(1)) {
                case "at" -> Math.abs(aside) <= 1 && down == 0;
                case "left of" -> aside < 0 && down == 0;
                case "right of" -> aside > 0 && down == 0;
                case "above" -> down < 0;
                default -> down > 0;
            }, labels.get(i) + ": " + entry.where());
            elsewhere++;
        }

        private static String blanked(String line) {
            StringBuilder blanked = new StringBuilder(line);
            Matcher names = Pattern.compile("<[a-l]*[0-9]+>").matcher(line);
            while (names.find()) {
                for (int i = names.start(); i < names.end(); i++) {
                    blanked.setCharAt(i, ' ');
                }
            }
            return blanked.toString();
        }
    }

    @Test
    void eachIsNamedBesideItsMarkOrLedToItOrNumberedThere() {
        int named = 0;
        int led = 0;
        int numbered = 0;
        int elsewhere = 0;
        for (int seed = 0; seed < 1500; seed++) {
            Crowd crowd = new Crowd(seed, seed % 3 > 0);
            try {
                crowd.check();
            } catch (AssertionError e) {
                throw new AssertionError("crowd " + seed + ": " + e.getMessage() + "\n"
                        + String.join("\n", crowd.lines), e);
            }
            assertTrue(seed % 3 > 0 || crowd.led == 0, "no lines in ASCII");
            named += crowd.named;
            led += crowd.led;
            numbered += crowd.numbered;
            elsewhere += crowd.elsewhere;
        }
        assertTrue(named > 5000 && led > 500 && numbered > 2000 && elsewhere > 200,
                named + " named, " + led + " led, " + numbered + " numbered, " + elsewhere + " elsewhere");
    }
}
