package llmq.render;

import static llmq.render.Results.print;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import llmq.result.Format;
import llmq.result.Layout;
import llmq.result.Result;
import llmq.text.Style;
import llmq.value.Unit;
import org.junit.jupiter.api.Test;

class DocumentsTest {

    private static Result awkward() {
        Results.Builder builder = new Results.Builder()
                .text("a|b", 0, "x|y", "<b>&\"*bold*", "_em_ arc_c ~~s~~", "two\nlines", "`code` [link](u)", null)
                .number("mmlu", Unit.PERCENT, 0, 1, 2, 3, 4, 5, 6).rough(2);
        builder.title = "Scores <of> all_of_them";
        builder.label = "a|b";
        return builder.build(Layout.TABLE);
    }

    @Test
    void markdown() {
        assertEquals(Results.golden("markdown"), print(Format.MARKDOWN, Results.width(20), Results.ranked()));
        assertEquals("""
                **Scores &lt;of> all_of_them**

                | a\\|b | mmlu (%) |
                | --- | ---: |
                | x\\|y | 1.0 |
                | &lt;b>&amp;"\\*bold\\* | 2.0 |
                | \\_em\\_ arc_c \\~\\~s\\~\\~ | \\~3.0 |
                | two<br>lines | 4.0 |
                | \\`code\\` \\[link\\](u) | 5.0 |
                | ? | 6.0 |
                """, print(Format.MARKDOWN, Style.WHOLE, awkward()));
        assertEquals("""
                | name |
                | --- |

                no rows
                """, print(Format.MARKDOWN, Style.WHOLE, new Results.Builder().text("name", 0).build(Layout.TABLE)));
    }

    @Test
    void html() {
        assertEquals(Results.golden("html"), print(Format.HTML, Results.width(20), Results.ranked()));
        String body = print(Format.HTML, Style.WHOLE, awkward());
        assertEquals("""
                <table>
                <caption>Scores &lt;of&gt; all_of_them</caption>
                <thead>
                <tr><th scope="col">a|b</th><th scope="col" class="number">mmlu <span class="unit">%</span></th></tr>
                </thead>
                <tbody>
                <tr><th scope="row">x|y</th><td class="number">1.0</td></tr>
                <tr><th scope="row">&lt;b&gt;&amp;&quot;*bold*</th><td class="number">2.0</td></tr>
                <tr><th scope="row">_em_ arc_c ~~s~~</th><td class="number">~3.0</td></tr>
                <tr><th scope="row">two<br>lines</th><td class="number">4.0</td></tr>
                <tr><th scope="row">`code` [link](u)</th><td class="number">5.0</td></tr>
                <tr><th scope="row" class="unknown">?</th><td class="number">6.0</td></tr>
                </tbody>
                </table>
                </body>
                </html>
                """, body.substring(body.indexOf("<table>")));
        assertTrue(body.contains("<title>Scores &lt;of&gt; all_of_them</title>"), body);
    }

    @Test
    void htmlOfAComparisonAndOfAValue() {
        Results.Builder builder = new Results.Builder().text("name", 0, "a", "b").number("mmlu", Unit.PERCENT, 0, 1, 2);
        builder.label = "name";
        String body = print(Format.HTML, Style.WHOLE, builder.build(Layout.COMPARE));
        assertEquals(Results.golden("comparison-html"), body.substring(body.indexOf("<table>")));
        String value = print(Format.HTML, Style.WHOLE, Results.scalar(Unit.PERCENT, 36.1));
        assertEquals("""
                <p>36.1 %</p>
                </body>
                </html>
                """, value.substring(value.indexOf("<p>")));
        assertFalse(value.contains("<table>"));
    }
}
