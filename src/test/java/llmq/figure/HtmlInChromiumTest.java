package llmq.figure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import llmq.result.Result;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Pages as a reader has them: in a browser, with a mouse and keys. */
class HtmlInChromiumTest {
    private static final String STATEMENT = "plot mmlu against flops for trees color by family label top 5 with "
            + "frontier titled 'Trees'";
    /** Centre of an element of the picture that is seen. */
    private static final String CENTRE = "(s => { const b = [...document.querySelectorAll(s)].find(e => "
            + "e.getBoundingClientRect().width).getBoundingClientRect(); return %s; })('%s')";

    @TempDir
    static Path folder;

    private static Chromium browser;
    private Path page;

    @BeforeAll
    static void open() throws Exception {
        assumeTrue(Chromium.found() != null, "there is no Chromium on this machine");
        browser = Chromium.start(folder);
    }

    @AfterAll
    static void close() throws Exception {
        if (browser != null) {
            browser.close();
        }
    }

    @AfterEach
    void asksForNothingAndComplainsOfNothing() {
        assertEquals(List.of(page.toUri().toString()), browser.requests());
        assertEquals(List.of(), browser.complaints());
    }

    private void show(Result result, int width, boolean dark) throws Exception {
        page = folder.resolve("page.html");
        Files.writeString(page, HtmlPageTest.page(result, Tone.LIGHT));
        browser.open(page, width, dark);
    }

    private double[] centre(String selector) throws Exception {
        return new double[] {browser.number(String.format(CENTRE, "b.x + b.width / 2", selector)),
            browser.number(String.format(CENTRE, "b.y + b.height / 2", selector))};
    }

    private int count(String selector) throws Exception {
        return (int) browser.number("document.querySelectorAll('.wide " + selector + "').length");
    }

    private String tip() throws Exception {
        return browser.say("document.querySelector('.tip').hidden ? '' : document.querySelector('.tip').innerText");
    }

    @Test
    void tellsOfTheMarkUnderThePointer() throws Exception {
        show(SvgPictureTest.drawn(STATEMENT), 1000, false);
        assertEquals("", tip());
        double[] at = centre(".wide .mark[data-row=\"38\"]");
        browser.mouse("mouseMoved", at[0] + 3, at[1], "");
        assertEquals("<b> 39\nflops\n2.06 ZFLOP\nmmlu\n49.8 %\nfamily\nYew-38 & <sons>\n"
                + "mmlu: Forest & <i>Field</i> 38", tip());
        browser.mouse("mouseMoved", 5, 5, "");
        assertEquals("", tip());
    }

    @Test
    void legendSwitchesSeriesByMouseAndKey() throws Exception {
        show(SvgPictureTest.drawn(STATEMENT), 1000, false);
        assertEquals(8, count(".entry"));
        int labels = count(".label:not(.off)");
        double[] alder = centre(".wide .mark[data-row=\"0\"]");
        browser.mouse("mouseMoved", alder[0], alder[1], "");
        assertTrue(tip().startsWith("Tree 1\n"), tip());
        double[] at = centre(".wide .entry[data-s=\"rows-0\"]");
        browser.click(at[0], at[1]);
        assertEquals(1, count(".layer.off"));
        assertEquals("false", browser.say("document.querySelector('.wide .entry[data-s=rows-0]').ariaPressed"));
        browser.say("document.querySelector('.wide .entry[data-s=rows-1]').focus()");
        browser.key("Enter", "\\r");
        browser.say("document.querySelector('.wide .entry[data-s=rows-2]').focus()");
        browser.key(" ", " ");
        assertEquals(3, count(".layer.off"));
        assertTrue(count(".label:not(.off)") < labels);
        browser.mouse("mouseMoved", alder[0], alder[1], "");
        assertFalse(tip().startsWith("Tree 1\n"), "what is switched off is not found either");
        browser.click(at[0], at[1]);
        assertEquals(2, count(".layer.off"));
    }

    @Test
    void zoomsByWheelDragButtonsAndKeys() throws Exception {
        show(SvgPictureTest.drawn(STATEMENT), 1000, false);
        double[] mark = centre(".wide .mark[data-row=\"21\"]");
        String ticks = ticks();
        browser.mouse("mouseWheel", mark[0], mark[1], ",\"deltaX\":0,\"deltaY\":-400");
        waitUntil("document.querySelector('.picture').classList.contains('zoomed')");
        double[] now = centre(".wide .mark[data-row=\"21\"]");
        assertEquals(mark[0], now[0], 1.5, "what is under the pointer stays there");
        assertEquals(mark[1], now[1], 1.5);
        assertFalse(ticks.equals(ticks()));
        browser.mouse("mousePressed", mark[0], mark[1], ",\"button\":\"left\",\"clickCount\":1");
        browser.mouse("mouseMoved", mark[0] - 30, mark[1] + 20, ",\"button\":\"left\"");
        browser.mouse("mouseReleased", mark[0] - 30, mark[1] + 20, ",\"button\":\"left\",\"clickCount\":1");
        double[] dragged = centre(".wide .mark[data-row=\"21\"]");
        assertTrue(Math.abs(dragged[0] - now[0] + 30) < 2 || Math.abs(dragged[1] - now[1] - 20) < 2);
        browser.say("document.querySelector('button[data-do=all]').click()");
        assertEquals(ticks, ticks());
        assertEquals(mark[0], centre(".wide .mark[data-row=\"21\"]")[0], 0.01);
        browser.say("document.querySelector('.wide').focus()");
        browser.key("+", "+");
        assertEquals("true", browser.say("document.querySelector('.picture').classList.contains('zoomed')"));
        browser.key("0", "0");
        browser.key("ArrowRight", "");
        assertTrue(tip().startsWith("Tree "), tip());
        browser.key("Escape", "");
        assertEquals("", tip());
    }

    private String ticks() throws Exception {
        return browser.say("[...document.querySelectorAll('.wide .panel text')].filter(t => "
                + "t.getBoundingClientRect().width && !t.closest('.label')).map(t => t.textContent).join('|')");
    }

    private static void waitUntil(String condition) throws Exception {
        for (int i = 0; i < 100 && !browser.say(condition).equals("true"); i++) {
            Thread.sleep(20);
        }
        assertEquals("true", browser.say(condition));
    }

    @ParameterizedTest
    @CsvSource({"1000, wide, false", "390, narrow, false", "390, narrow, true"})
    void fitsItsWindowAndTurnsDark(int width, String view, boolean dark) throws Exception {
        show(SvgPictureTest.drawn(STATEMENT), width, dark);
        assertEquals(view, browser.say("[...document.querySelectorAll('.view')].filter(v => v.offsetParent)"
                + ".map(v => v.className.split(' ')[1]).join(',')"));
        assertEquals("true", browser.say("document.documentElement.scrollWidth <= innerWidth"));
        assertEquals(dark ? "rgb(20, 23, 26)" : "rgb(255, 255, 255)",
                browser.say("getComputedStyle(document.querySelector('." + view + " .paper')).fill"));
        assertEquals(dark ? "rgb(74, 163, 223)" : "rgb(0, 114, 178)", browser.say("getComputedStyle(document."
                + "querySelector('." + view + " .layer[data-s=rows-0] .mark > *')).fill"));
        // Texts are as wide as they were placed, so that none overlaps another.
        assertEquals("0", browser.say("[...document.querySelectorAll('." + view + " text')].filter(t => "
                + "Math.abs(t.getComputedTextLength() - t.getAttribute('textLength')) > 1).length"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            fit mmlu on log10(flops) for trees as t; plot fit t | 2
            plot flops for trees                                | 1
            plot mmlu per family for trees                      | 1
            plot avg(mmlu) per family for trees                 | 1
            plot mmlu against released for trees                | 1
            plot mmlu against flops for trees where mmlu > 100  | 1
            """)
    void everyKindOfPictureZoomsAndTells(String statements, int panels) throws Exception {
        show(SvgPictureTest.drawn(statements), 1000, false);
        assertEquals(panels, count(".plane"));
        double[] at = centre(".wide .plane");
        browser.mouse("mouseWheel", at[0], at[1], ",\"deltaX\":0,\"deltaY\":-300");
        waitUntil("document.querySelector('.picture').classList.contains('zoomed')");
        assertFalse(ticks().contains("NaN") || ticks().contains("undefined"), ticks());
        browser.say("document.querySelector('button[data-do=all]').click()");
        browser.say("document.querySelector('.wide').focus()");
        browser.key("ArrowRight", "");
        assertEquals(count(".mark") == 0, tip().isEmpty());
    }
}
