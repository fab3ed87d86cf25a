package llmq.figure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Color;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import llmq.plot.PictureFormat;
import llmq.render.Printers;
import llmq.result.Format;
import llmq.result.Result;
import llmq.text.Style;
import org.junit.jupiter.api.Test;

class HtmlPageTest {
    static final Figures.Sources SOURCES = row -> row % 2 == 0 ? List.of("mmlu: Forest & <i>Field</i> " + row)
            : List.of();
    private static final String STATEMENT =
            "plot mmlu against flops for trees color by family label top 5 with frontier titled 'Trees & </script>'";

    static String page(Result result, Tone tone) {
        return new String(Figures.bytes(PictureFormat.HTML, result, tone, SOURCES), StandardCharsets.UTF_8);
    }

    @Test
    void asksNobodyForAnything() {
        String page = page(SvgPictureTest.drawn(STATEMENT), Tone.LIGHT);
        assertTrue(page.contains("content=\"default-src 'none'; img-src data:; style-src 'unsafe-inline'; "
                + "script-src 'unsafe-inline'\""));
        Matcher addresses = Pattern.compile("[a-z]+://[^\"' )]*").matcher(page);
        Set<String> seen = new HashSet<>();
        while (addresses.find()) {
            seen.add(addresses.group());
        }
        assertEquals(Set.of("http://www.w3.org/2000/svg"), seen);
        assertFalse(page.contains("innerHTML") || page.contains("eval("));
    }

    @Test
    void whatNamesHoldIsText() {
        String page = page(SvgPictureTest.drawn(STATEMENT), Tone.LIGHT);
        assertFalse(page.contains("<b>") || page.contains("<sons>") || page.contains("<i>"));
        assertEquals(1, page.split("</script>", -1).length - 1);
        assertTrue(page.contains("<title>Trees &amp; &lt;/script&gt;</title>"));
    }

    @Test
    void holdsTheRowsAsTableAndAsFile() throws Exception {
        Result result = SvgPictureTest.drawn(STATEMENT);
        String page = page(result, Tone.LIGHT);
        assertEquals(40, page.split("<tr data-row=", -1).length - 1);
        assertTrue(page.contains("<div>mmlu: Forest &amp; &lt;i&gt;Field&lt;/i&gt; 0</div>"));
        StringBuilder csv = new StringBuilder();
        Printers.of(Format.CSV, Style.WHOLE).print(result, csv);
        assertEquals(csv.toString(), linked(page));
    }

    private static String linked(String page) {
        Matcher link = Pattern.compile("href=\"data:text/csv;charset=utf-8;base64,([^\"]*)\"").matcher(page);
        assertTrue(link.find());
        return new String(Base64.getDecoder().decode(link.group(1)), StandardCharsets.UTF_8);
    }

    /** Rows that are too many for a page are there as they are drawn: counted. */
    @Test
    void countsRowsThatAreTooMany() {
        for (int rows : new int[] {5001, 20_000}) {
            String page = page(Cells.result(rows), Tone.LIGHT);
            String[] lines = linked(page).split("\n");
            assertEquals("x_from,x_to,y_from,y_to,count", lines[0].strip());
            int counted = 0;
            for (int i = 1; i < lines.length; i++) {
                String[] cells = lines[i].strip().split(",");
                counted += Integer.parseInt(cells[4]);
                assertTrue(Double.parseDouble(cells[0]) < Double.parseDouble(cells[1])
                        && Double.parseDouble(cells[2]) < Double.parseDouble(cells[3]), lines[i]);
            }
            assertEquals(rows, counted);
            assertTrue(page.contains("<summary>" + rows + " rows, too many for a page, are counted in "
                    + (lines.length - 1) + " parts</summary>"));
            assertEquals(lines.length - 1 <= 5000, page.contains("<table>"));
            assertFalse(page.contains("<tr data-row="));
        }
    }

    @Test
    void hasEitherEnding() {
        assertEquals(PictureFormat.HTML, PictureFormat.of("a.HTML"));
        assertEquals(PictureFormat.HTML, PictureFormat.of("a.htm"));
    }

    @Test
    void isTheSameEachTime() {
        assertEquals(page(SvgPictureTest.drawn(STATEMENT), Tone.LIGHT),
                page(SvgPictureTest.drawn(STATEMENT), Tone.LIGHT));
    }

    @Test
    void followsItsReaderUnlessItIsToBeDark() {
        Result result = SvgPictureTest.drawn(STATEMENT);
        assertTrue(page(result, Tone.LIGHT).contains("<html lang=\"en\" data-theme=\"auto\">"));
        assertTrue(page(result, Tone.DARK).contains("<html lang=\"en\" data-theme=\"dark\">"));
    }

    @Test
    void picturesOfOnePageShareNoId() {
        Result result = SvgPictureTest.drawn(STATEMENT);
        String both = Figures.figure(result, SOURCES, "a-") + Figures.figure(result, SOURCES, "b-");
        Matcher ids = Pattern.compile(" id=\"([^\"]*)\"").matcher(both);
        Set<String> seen = new HashSet<>();
        while (ids.find()) {
            assertTrue(seen.add(ids.group(1)), ids.group(1) + " twice");
        }
        assertTrue(seen.size() >= 10, seen.toString());
        Matcher references = Pattern.compile("url\\(#([^)]*)\\)|aria-labelledby=\"([^ ]*) ([^\"]*)\"").matcher(both);
        while (references.find()) {
            for (int i = 1; i <= 3; i++) {
                assertTrue(references.group(i) == null || seen.contains(references.group(i)), references.group());
            }
        }
    }

    /** A page turns dark by the colours of a picture, so that no two things may share one by chance. */
    @Test
    void coloursAreDistinct() {
        for (Tone tone : Tone.values()) {
            Palette palette = Palette.of(tone);
            Set<Integer> colors = new HashSet<>(Set.of(palette.paper().getRGB(), palette.ink().getRGB(),
                    palette.soft().getRGB(), palette.grid().getRGB(), palette.rest().getRGB()));
            palette.series().forEach(color -> assertTrue(colors.add(color.getRGB())));
            palette.series().forEach(color -> assertTrue(contrast(color, palette.paper()) > 2.2, color.toString()));
            assertTrue(contrast(palette.soft(), palette.paper()) > 4.5);
        }
    }

    /** As WCAG 2.1 has it. */
    private static double contrast(Color a, Color b) {
        double light = Math.max(luminance(a), luminance(b));
        return (light + 0.05) / (Math.min(luminance(a), luminance(b)) + 0.05);
    }

    private static double luminance(Color color) {
        return 0.2126 * linear(color.getRed()) + 0.7152 * linear(color.getGreen()) + 0.0722 * linear(color.getBlue());
    }

    private static double linear(int part) {
        double share = part / 255.0;
        return share <= 0.03928 ? share / 12.92 : Math.pow((share + 0.055) / 1.055, 2.4);
    }
}
