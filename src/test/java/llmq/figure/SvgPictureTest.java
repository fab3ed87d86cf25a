package llmq.figure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Graphics;
import java.awt.Shape;
import java.awt.geom.Rectangle2D;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import llmq.plot.PictureFormat;
import llmq.plot.Words;
import llmq.result.Result;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Element;

class SvgPictureTest {
    static final String LOAD = "load 'trees.csv' as trees with (flops = flops FLOP, mmlu = mmlu %)\n";
    private static final Path GOLDEN = Drawing.DATA.resolve("outline");

    private static String svg(Result result, Tone tone) {
        return new String(Figures.bytes(PictureFormat.SVG, result, tone, Drawing.NONE), StandardCharsets.UTF_8);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            scatter   | fit mmlu on log10(flops) for trees as t; plot mmlu against flops for trees color by family label top 6 with t, band, interval, frontier titled 'Trees'
            sizes     | plot mmlu against flops for trees size by mmlu
            time      | plot mmlu against released for trees label by name
            residuals | fit mmlu on log10(flops) for trees as t; plot fit t
            histogram | plot flops for trees
            bars      | plot avg(mmlu) per family for trees
            columns   | plot count() per year(released) for trees
            boxes     | plot mmlu per family for trees
            one       | plot mmlu against flops for trees where name = 'Tree 1'
            none      | plot mmlu against flops for trees where mmlu > 100
            """)
    void isMadeOf(String name, String statements) throws Exception {
        Element root = Shapes.read(svg(drawn(statements), Tone.LIGHT));
        String outline = Shapes.outline(root);
        Path file = GOLDEN.resolve(name + ".txt");
        if (Boolean.getBoolean("accept")) {
            Files.createDirectories(GOLDEN);
            Files.writeString(file, outline);
        }
        assertEquals(Files.readString(file), outline);
    }

    static Result drawn(String statements) {
        return Drawing.of(LOAD + statements.replace("; ", "\n"));
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "plot mmlu against flops for trees color by family",
        "plot mmlu against released for models",
        "fit mmlu on log10(flops) for models as t; plot fit t",
        "plot mmlu per family for models",
        "plot avg(mmlu) per family for models",
        "plot flops for models",
        "plot mmlu against flops for models where name = 'GPT-4'",
    })
    void everyMarkLiesWithinItsPanel(String statements) throws Exception {
        Result result = drawn(statements);
        Sheet sheet = new Sheet(result.picture(), new RowWords(result), List.of(), Tone.LIGHT, 900);
        SvgPicture.Written svg = SvgPicture.of(sheet, "", List.of(), "", "img");
        List<Element> panels = Shapes.of(Shapes.read(svg.svg()), "panel");
        assertEquals(result.picture().panels().size(), panels.size());
        for (int i = 0; i < panels.size(); i++) {
            Rectangle2D area = svg.drawn().areas().get(i).box();
            List<Element> marks = Shapes.of(panels.get(i), "mark");
            assertFalse(marks.isEmpty());
            for (Element mark : marks) {
                double x = Shapes.number(mark, "data-x");
                double y = Shapes.number(mark, "data-y");
                assertTrue(x >= area.getMinX() - 0.01 && x <= area.getMaxX() + 0.01 && y >= area.getMinY() - 0.01
                        && y <= area.getMaxY() + 0.01, "(" + x + ", " + y + ") outside of " + area);
            }
        }
    }

    @Test
    void saysInWordsWhatIsToBeSeen() throws Exception {
        Result result = drawn("plot mmlu against flops for trees color by family titled 'Trees & <sons>'");
        Element root = Shapes.read(svg(result, Tone.LIGHT));
        assertEquals("title desc", root.getAttribute("aria-labelledby"));
        assertEquals("img", root.getAttribute("role"));
        assertEquals("Trees & <sons>", Shapes.named(root, "title").get(0).getTextContent());
        assertEquals(String.join(" ", Words.of(result.picture())), Shapes.named(root, "desc").get(0)
                .getTextContent());
        List<String> said = new ArrayList<>();
        for (Element mark : Shapes.of(root, "mark")) {
            said.add(Shapes.named(mark, "title").get(0).getTextContent());
        }
        assertEquals(40, said.size());
        assertTrue(said.contains("<b> 39: flops 2.06 ZFLOP, mmlu 49.8 %, family Yew-38 & <sons>"), said.toString());
    }

    @Test
    void isTheSameEachTimeAndDiffersByTone() {
        String statements = "plot mmlu against flops for trees color by family label by name with frontier";
        for (Tone tone : Tone.values()) {
            assertEquals(svg(drawn(statements), tone), svg(drawn(statements), tone));
        }
        String light = svg(drawn(statements), Tone.LIGHT);
        String dark = svg(drawn(statements), Tone.DARK);
        assertTrue(light.contains("class=\"paper\" width=\"900\"") && light.contains("fill=\"#ffffff\""));
        assertFalse(dark.contains("#ffffff"));
        assertTrue(dark.contains("#14171a"));
        assertFalse(light.contains("style="), "colours stand where every program finds them");
    }

    @Test
    void manyRowsBecomeShadesOfAFewShapes() throws Exception {
        Result result = Drawing.of("plot x against y for (list models show flops as x, mmlu as y)");
        assertTrue(Shapes.of(Shapes.read(svg(result, Tone.LIGHT)), "cells").isEmpty());
        Element root = Shapes.read(svg(Cells.result(20_000), Tone.LIGHT));
        List<String> shades = new ArrayList<>();
        for (Element cells : Shapes.of(root, "cells")) {
            assertEquals(1, Shapes.named(cells, "path").size());
            shades.add(Shapes.named(cells, "title").get(0).getTextContent());
        }
        assertEquals("1 row", shades.get(0));
        assertTrue(shades.size() > 2 && shades.size() <= 7, shades.toString());
    }

    @Test
    void drawsInNoFontOfTheMachine() {
        Sheet sheet = new Sheet(drawn("plot mmlu against flops for trees color by family label by name titled 'T'")
                .picture(), new RowWords(drawn("plot mmlu against flops for trees")), List.of("a"), Tone.LIGHT, 900);
        Set<String> families = new TreeSet<>();
        sheet.draw(new FontsSeen(families));
        assertEquals(Set.of("Liberation Sans"), families);
    }

    /** Takes down in which fonts texts are drawn. */
    private static final class FontsSeen extends VectorGraphics {
        private final Set<String> families;

        FontsSeen(Set<String> families) {
            super(Fonts.get().regular(12));
            this.families = families;
        }

        private FontsSeen(FontsSeen other) {
            super(other);
            this.families = other.families;
        }

        @Override
        public Graphics create() {
            return new FontsSeen(this);
        }

        @Override
        public void draw(Shape shape) {
            assertTrue(Double.isFinite(shape.getBounds2D().getX()), "nothing is drawn nowhere");
        }

        @Override
        public void fill(Shape shape) {
            draw(shape);
        }

        @Override
        public void drawString(String text, float x, float y) {
            families.add(getFont().getFamily(Locale.ROOT));
        }
    }
}
