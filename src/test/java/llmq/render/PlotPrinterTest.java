package llmq.render;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import llmq.plot.Axis;
import llmq.plot.Label;
import llmq.plot.Layer;
import llmq.plot.Panel;
import llmq.plot.Picture;
import llmq.plot.Scale;
import llmq.plot.Series;
import llmq.result.Format;
import llmq.result.Layout;
import llmq.result.LeftOut;
import llmq.result.Note;
import llmq.result.NoteKind;
import llmq.result.Result;
import llmq.text.CellWidth;
import llmq.text.Style;
import llmq.text.Theme;
import llmq.value.Unit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Pictures in characters. {@code -Daccept=true} rewrites the expectations, which are then to be looked at. */
class PlotPrinterTest {
    private static final Path EXPECTED = Path.of("src/test/resources/llmq/render");
    private static final int[][] SIZES = {{60, 20}, {80, 24}, {120, 40}};

    private static Style style(int width, int height, boolean unicode) {
        return new Style(width, Theme.NONE, unicode, false, 60, 0, height);
    }

    private static Result result(Picture picture) {
        return new Results.Builder().number("mmlu", Unit.PERCENT, 0, 70).build(Layout.TABLE).drawn(picture);
    }

    private static String print(Picture picture, Style style) {
        return Results.print(Format.TABLE, style, result(picture));
    }

    static List<String> names() {
        return List.copyOf(PlotPictures.all().keySet());
    }

    @ParameterizedTest
    @MethodSource("names")
    void looksLikeThis(String name) throws IOException {
        Picture picture = PlotPictures.all().get(name);
        StringBuilder actual = new StringBuilder();
        for (int[] size : SIZES) {
            for (boolean unicode : new boolean[] {true, false}) {
                actual.append("==== ").append(size[0]).append(" x ").append(size[1])
                        .append(unicode ? "" : ", ASCII").append('\n')
                        .append(print(picture, style(size[0], size[1], unicode)));
            }
        }
        Style plain = new Style(80, Theme.NONE, true, true, 0, 0, 24);
        actual.append("==== in words\n").append(print(picture, plain));
        Path file = EXPECTED.resolve("plot-" + name + ".txt");
        if (Boolean.getBoolean("accept")) {
            Files.writeString(file, actual, StandardCharsets.UTF_8);
        }
        assertEquals(Files.readString(file, StandardCharsets.UTF_8), actual.toString());
    }

    @Test
    void fitsTheWindow() {
        int seen = 0;
        for (Picture picture : PlotPictures.all().values()) {
            for (int width = 40; width <= 200; width += 27) {
                for (int height = 15; height <= 60; height += 15) {
                    for (boolean unicode : new boolean[] {true, false}) {
                        String text = print(picture, style(width, height, unicode));
                        boolean roomy = width >= 60 && height >= 30 && picture.panels().get(0).labels().size() < 20;
                        assertTrue(!roomy || text.lines().count() <= height - 2,
                                width + " x " + height + text);
                        for (String line : text.split("\n")) {
                            assertTrue(CellWidth.of(line) <= width, width + " columns: " + line);
                            assertEquals(line.stripTrailing(), line);
                        }
                        assertEquals(text, print(picture, style(width, height, unicode)), "the same again");
                        seen++;
                    }
                }
            }
        }
        assertTrue(seen > 500);
    }

    /** However many labels there are, title, axis, picture and key stay on the screen. */
    @Test
    void theKeyGivesWayToThePicture() {
        for (int seed = 0; seed < 40; seed++) {
            for (int[] size : new int[][] {{60, 20}, {80, 24}, {120, 40}}) {
                String text = print(crowd(new Random(seed)), style(size[0], size[1], true));
                assertTrue(text.startsWith("A crowd\n") && text.lines().count() <= size[1] - 2, text);
                assertTrue(text.lines().filter(line -> line.contains("│") || line.contains("┤")).count() >= 7, text);
            }
        }
    }

    @Test
    void colourChangesNothingElse() {
        for (Picture picture : PlotPictures.all().values()) {
            for (Theme theme : new Theme[] {Theme.DARK, Theme.LIGHT, Theme.PROJECTOR}) {
                String coloured = print(picture, new Style(80, theme, true, false, 60, 0, 24));
                assertTrue(coloured.contains("\u001b[") || coloured.startsWith("no rows"));
                assertEquals(print(picture, style(80, 24, true)), coloured.replaceAll("\u001b\\[[0-9;]*m", ""));
            }
        }
    }

    @Test
    void asciiIsAscii() {
        for (Picture picture : PlotPictures.all().values()) {
            String text = print(picture, style(80, 24, false));
            assertTrue(text.chars().allMatch(c -> c < 0x7f), text);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"39 24", "80 14"})
    void saysItInWordsWhereThereIsNoRoom(String size) {
        String[] parts = size.split(" ");
        String text = print(PlotPictures.one(), style(Integer.parseInt(parts[0]), Integer.parseInt(parts[1]), true))
                .replaceAll("\\s+", " ");
        assertTrue(text.startsWith("the window is too small for a picture: it needs"), text);
        assertTrue(text.contains("1, DBRX: mmlu 73.7 % at"), text);
    }

    /** Eight series of one mark each: what is more to the right or higher up stands so. */
    @Test
    void marksKeepTheirOrderWithinTheAxes() {
        int compared = 0;
        for (int seed = 0; seed < 300; seed++) {
            Random random = new Random(seed);
            Scale scale = seed % 2 == 0 ? Scale.LOG : Scale.LINEAR;
            Axis x = new Axis("x", null, scale, 1, 1e6, List.of());
            Axis y = new Axis("y", null, Scale.LINEAR, 0, 100, List.of());
            double[] xs = new double[8];
            double[] ys = new double[8];
            Layer[] layers = new Layer[8];
            for (int i = 0; i < 8; i++) {
                xs[i] = scale == Scale.LOG ? Math.pow(10, 6 * random.nextDouble()) : 1 + 999_999 * random.nextDouble();
                ys[i] = i == 0 ? 0 : i == 1 ? 100 : 100 * random.nextDouble();
                layers[i] = new Layer.Points(new Series("s" + i, i, Series.Kind.ROWS), new double[] {xs[i]},
                        new double[] {ys[i]}, null, new int[] {i});
            }
            Picture picture = new Picture(null, List.of(new Panel(x, y, List.of(layers), List.of())), null, List.of());
            String[] lines = print(picture, style(60 + random.nextInt(60), 15 + random.nextInt(30), true)).split("\n");
            int[] column = new int[8];
            int[] line = new int[8];
            int bottom = 0;
            while (!lines[bottom].contains("└")) {
                bottom++;
            }
            int axis = lines[bottom].indexOf('└');
            for (int i = 0; i < 8; i++) {
                column[i] = -1;
                for (int k = 1; k < bottom; k++) {
                    if (lines[k].indexOf("●▲■◆○△□◇".charAt(i)) >= 0) {
                        column[i] = lines[k].indexOf("●▲■◆○△□◇".charAt(i));
                        line[i] = k;
                    }
                }
                assertTrue(column[i] < 0 || column[i] > axis && column[i] < lines[bottom].length(), lines[line[i]]);
            }
            for (int i = 0; i < 8; i++) {
                for (int k = 0; k < 8; k++) {
                    if (column[i] >= 0 && column[k] >= 0) {
                        assertTrue(xs[i] >= xs[k] || column[i] <= column[k], "order of x");
                        assertTrue(ys[i] >= ys[k] || line[i] >= line[k], "order of y");
                        compared++;
                    }
                }
            }
        }
        assertTrue(compared > 15_000, compared + " pairs");
    }

    /** Whatever is written is written whole, and what is not stands in the key, or is counted beneath it. */
    @Test
    void labelsDoNotCoverEachOther() {
        int written = 0;
        int keyed = 0;
        int folded = 0;
        for (int seed = 0; seed < 200; seed++) {
            Random random = new Random(seed);
            Picture picture = crowd(random);
            String text = print(picture, style(50 + random.nextInt(50), 15 + random.nextInt(20), true))
                    .replaceAll("\\s+", " ");
            String drawn = text.substring(0, text.indexOf('└'));
            String key = text.substring(text.indexOf('└'));
            int lost = 0;
            for (Label label : picture.panels().get(0).labels()) {
                boolean whole = drawn.contains(label.text());
                boolean explained = key.contains(label.number() + " " + label.text());
                assertFalse(whole && explained, label + " in " + text);
                written += whole ? 1 : 0;
                keyed += explained ? 1 : 0;
                lost += whole || explained ? 0 : 1;
            }
            assertEquals(lost > 0, key.contains("… " + lost + " more: /show N"), lost + " lost in " + text);
            folded += lost > 0 ? 1 : 0;
        }
        assertTrue(written > 2500 && keyed > 500 && folded > 20, written + ", " + keyed + " in keys, " + folded);
    }

    private static Picture crowd(Random random) {
        int count = 2 + random.nextInt(70);
        double[] x = new double[count];
        double[] y = new double[count];
        int[] rows = new int[count];
        Label[] labels = new Label[count];
        for (int i = 0; i < count; i++) {
            x[i] = random.nextDouble();
            y[i] = random.nextDouble();
            rows[i] = i;
            labels[i] = new Label(i + 1, i, "<" + "abcdefgh".substring(random.nextInt(8)) + i + ">", x[i], y[i]);
        }
        Axis axis = new Axis("x", null, Scale.LINEAR, 0, 1, List.of());
        Panel panel = new Panel(axis, axis, List.of(new Layer.Points(null, x, y, null, rows)), List.of(labels));
        return new Picture("A crowd", List.of(panel), null, List.of());
    }

    @Test
    void documentsHoldThePictureWithoutColour() {
        Picture picture = PlotPictures.one();
        Style style = new Style(200, Theme.DARK, true, false, 0);
        String markdown = Results.print(Format.MARKDOWN, style, result(picture));
        assertTrue(markdown.startsWith("```\nmmlu (%)\n"), markdown);
        assertTrue(markdown.endsWith("```\n\nn = 1\n"), markdown);
        String html = Results.print(Format.HTML, style, result(PlotPictures.fit()));
        assertTrue(html.contains("<pre role=\"img\" aria-label=\"Scatter plot of mmlu against flops. The"), html);
        assertTrue(html.contains("\nresidual (%)\n"), html);
        assertFalse(html.contains("\u001b") || markdown.contains("\u001b"));
        assertEquals("mmlu\n70\n", Results.print(Format.CSV, style, result(picture)));
    }

    @Test
    void whatWasLeftOutStandsBeneath() {
        Results.Builder builder = new Results.Builder().number("mmlu", Unit.PERCENT, 0, 70);
        builder.leftOut.add(new LeftOut(3, "flops not known"));
        builder.notes.add(new Note(NoteKind.NEAR_CHANCE, "near chance"));
        String text = Results.print(Format.TABLE, style(80, 24, true),
                builder.build(Layout.TABLE).drawn(PlotPictures.one()));
        assertTrue(text.endsWith("\nn = 1\n3 of 152 left out: flops not known\nnote: near chance\n"), text);
        assertEquals(22, text.lines().count(), "all but the prompt and the number of the result");
    }

    @Test
    void strangePicturesAreDrawnAllTheSame() {
        for (int seed = 0; seed < 2000; seed++) {
            Picture picture = StrangePictures.of(new Random(seed));
            Random random = new Random(seed);
            int width = 40 + random.nextInt(80);
            int height = random.nextInt(3) == 0 ? 0 : 10 + random.nextInt(40);
            boolean unicode = random.nextBoolean();
            boolean plain = random.nextInt(5) == 0;
            String text;
            try {
                text = print(picture, new Style(width, Theme.NONE, unicode, plain, 0, 0, height));
            } catch (RuntimeException e) {
                throw new AssertionError("picture " + seed, e);
            }
            for (String line : text.split("\n")) {
                assertTrue(plain || CellWidth.of(line) <= width, "picture " + seed + ", " + width + ": " + line);
                assertTrue(line.chars().noneMatch(c -> c < ' '), "picture " + seed + ": " + line);
            }
        }
    }

    /** The command is of the prompt: on a wall, where it cannot be typed, it is not named. */
    @ParameterizedTest
    @ValueSource(ints = {15, 20})
    void whatIsCutBeneathAPictureIsAtThePromptOnly(int height) throws IOException {
        Note note = new Note(NoteKind.MIXED_PROTOCOL, "a sentence of more words than sixty columns have room for");
        Result result = result(PlotPictures.fit()).with(List.of(note, note, note));
        StringBuilder prompt = new StringBuilder();
        StringBuilder wall = new StringBuilder();
        Printers.of(Format.TABLE, style(60, height, true)).print(result, prompt);
        Printers.withoutLast(Format.TABLE, style(60, height, true)).print(result, wall);
        assertTrue(prompt.toString().endsWith(" /last\n"), prompt::toString);
        assertFalse(wall.toString().contains("last"), wall::toString);
        assertEquals(prompt.toString().lines().count(), wall.toString().lines().count());
    }
}
