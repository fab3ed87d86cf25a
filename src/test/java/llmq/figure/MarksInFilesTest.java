package llmq.figure;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.geom.PathIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import llmq.plot.Axis;
import llmq.plot.Label;
import llmq.plot.Layer;
import llmq.plot.Panel;
import llmq.plot.Picture;
import llmq.plot.Scale;
import llmq.plot.Series;
import llmq.plot.Sizes;
import llmq.result.Result;
import llmq.table.NumberColumn;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.w3c.dom.Element;

/** What rows look like in files: as on a screen, whole, and in no colour that the key lacks. */
class MarksInFilesTest {
    private static final Axis AXIS = new Axis("a", null, Scale.LINEAR, 0, 2, List.of());

    /** The order of a screen's marks: ● ▲ ■ ◆ ○ △ □ ◇. */
    @ParameterizedTest
    @CsvSource({"1, 3, 1", "2, 4, 1", "3, 4, 1", "5, 3, 2", "6, 4, 2", "7, 4, 2"})
    void areThoseOfAScreen(int index, int corners, int outlines) {
        int lines = 0;
        int parts = 0;
        for (PathIterator path = MarkShapes.of(index, 4).getPathIterator(null); !path.isDone(); path.next()) {
            int kind = path.currentSegment(new double[6]);
            lines += kind == PathIterator.SEG_LINETO || kind == PathIterator.SEG_MOVETO ? 1 : 0;
            // Java's own rectangle goes back to where it began.
            lines -= index == 2 && kind == PathIterator.SEG_CLOSE ? 1 : 0;
            parts += kind == PathIterator.SEG_MOVETO ? 1 : 0;
        }
        assertEquals(corners * outlines, lines);
        assertEquals(outlines, parts);
        assertEquals(outlines == 1, MarkShapes.of(index, 4).contains(0, 0), "hollow ones are empty inside");
        assertTrue(MarkShapes.isDisc(0) && MarkShapes.isDisc(4) && !MarkShapes.of(4, 4).contains(0, 0));
    }

    @Test
    void areWholeAtTheEndsOfAxes() throws Exception {
        Layer.Points points = new Layer.Points(new Series("s", 0, Series.Kind.ROWS), new double[] {0, 1, 2},
                new double[] {0, 1, 2}, null, new int[] {0, 1, 2});
        Element root = Shapes.read(svg(new Panel(AXIS, AXIS, List.of(points), List.of()), List.of()));
        assertEquals(3, Shapes.of(root, "mark").size());
        for (Element mark : Shapes.of(root, "mark")) {
            for (Element disc : Shapes.named(mark, "circle")) {
                assertEquals("", disc.getAttribute("clip-path"));
            }
        }
    }

    @Test
    void cellsHaveTheColorOfMostRowsAndTheShadeOfAll() throws Exception {
        Layer.Cells common = new Layer.Cells(new Series("common", 0, Series.Kind.ROWS), 2, 2,
                new long[] {40, 5, 0, 7});
        Layer.Cells rare = new Layer.Cells(new Series("rare", 1, Series.Kind.ROWS), 2, 2, new long[] {2, 6, 0, 7});
        Panel panel = new Panel(AXIS, AXIS, List.of(common, rare), List.of());
        Majority majority = new Majority(panel);
        assertArrayEquals(new long[] {42, 0, 0, 14}, majority.shown(common));
        assertArrayEquals(new long[] {0, 11, 0, 0}, majority.shown(rare));
        assertEquals(42, majority.most());
        String svg = svg(panel, List.of(common.series(), rare.series()));
        List<String> said = new ArrayList<>();
        for (Element cells : Shapes.of(Shapes.read(svg), "cells")) {
            said.add(Shapes.named(cells, "title").get(0).getTextContent());
        }
        assertEquals(List.of("10 to 19 rows, most of them common", "20 to 42 rows, most of them common",
                "10 to 19 rows, most of them rare"), said);
        assertTrue(svg.contains("most of its rows"), svg);
        assertFalse(svg(new Panel(AXIS, AXIS, List.of(common), List.of()), List.of()).contains("most of its rows"));
    }

    @Test
    void namesAreSafeAndNotStretchedWhereFontsLackTheirSigns() throws Exception {
        Panel panel = new Panel(AXIS, AXIS, List.of(new Layer.Points(new Series("s", 0, Series.Kind.ROWS),
                new double[] {0.5, 1, 1.5}, new double[] {0.5, 1, 1.5}, null, new int[] {0, 1, 2})),
                List.of(new Label(1, 0, "\u202eevil\t", 0.5, 0.5), new Label(2, 1, "漢字", 1, 1),
                        new Label(3, 2, "שלום", 1.5, 1.5)));
        String svg = svg(panel, List.of());
        assertTrue(svg.contains(">\\u202eevil\\t<") && !svg.contains("\u202e"), svg);
        for (Element label : Shapes.of(Shapes.read(svg), "label")) {
            for (Element text : Shapes.named(label, "text")) {
                assertEquals(text.getTextContent().equals("漢字"), text.getAttribute("textLength").isEmpty(),
                        text.getTextContent());
            }
        }
        assertEquals(Set.of("漢字"), SafePicture.lacking(new Picture("10²³ − é", List.of(panel), null, List.of())));
    }

    /** Right to left, as every other program has it, is the same letters from the other end. */
    @Test
    void namesFromRightToLeftAreDrawnSo() {
        assertEquals(inked("שלו"), inked("\u202dולש"), "the signs of an image beside a mark");
    }

    private static List<Double> inked(String text) {
        List<Double> places = new ArrayList<>();
        PathIterator path = LabelLayer.outline(Fonts.get().regular(20), text.replace("\u202d", ""), 0, 0,
                text.startsWith("\u202d")).getPathIterator(null);
        for (double[] at = new double[6]; !path.isDone(); path.next()) {
            if (path.currentSegment(at) == PathIterator.SEG_MOVETO) {
                places.add((double) Math.round(at[0]));
            }
        }
        places.sort(null);
        return places;
    }

    @Test
    void sizesHaveAKeyWithAMarkOfEach() {
        Result result = Drawing.of("plot mmlu against released where org = 'Meta' size by mmlu - 60");
        Sizes sizes = result.picture().sizes();
        assertTrue(sizes.odd() > 0 && sizes.others().contains("not above 0"), sizes.toString());
        String svg = SvgPicture.of(new Sheet(result.picture(), new RowWords(result), List.of(), Tone.LIGHT, 900), "",
                List.of(), "", "img").svg();
        for (String text : List.of(sizes.low(), sizes.large(), sizes.high(), sizes.others())) {
            assertTrue(svg.contains(">" + text + "<") || svg.contains(">up to " + text + "<"), text);
        }
        assertTrue(svg.contains("r=\"15\""), "the greatest");
    }

    @Test
    void edgesOfFieldsHaveNoDigitsThatSayNothing() {
        Axis axis = new Axis("a", null, Scale.LINEAR, 0, 0.7, List.of());
        long[] counts = new long[49];
        counts[3 * 7 + 3] = 1;
        Layer.Cells cells = new Layer.Cells(new Series("s", 0, Series.Kind.ROWS), 7, 7, counts);
        Picture picture = new Picture(null, List.of(new Panel(axis, axis, List.of(cells), List.of())), null, List.of());
        RowWords words = new RowWords(CellRows.of(Drawing.of("list models top 3").drawn(picture)));
        assertEquals("0.3", words.cell(0, 0));
        assertEquals("0.4", words.cell(0, 1));
        assertEquals(0.4, ((NumberColumn) CellRows.of(Drawing.of("list models top 3").drawn(picture)).table().column(1))
                .values()[0]);
    }

    private static String svg(Panel panel, List<Series> legend) {
        Picture picture = new Picture(null, List.of(panel), null, legend);
        Result result = Drawing.of("list models top 3").drawn(picture);
        return SvgPicture.of(new Sheet(picture, new RowWords(result), List.of(), Tone.LIGHT, 900), "", List.of(), "",
                "img").svg();
    }
}
