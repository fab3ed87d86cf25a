package llmq.render;

import static llmq.render.Results.print;
import static llmq.render.Results.width;
import static org.junit.jupiter.api.Assertions.assertEquals;

import llmq.result.Format;
import llmq.result.Layout;
import llmq.result.Result;
import llmq.text.Style;
import llmq.text.Theme;
import llmq.value.Unit;
import org.junit.jupiter.api.Test;

/** What a change of one figure does to those that follow from it, in every format. */
class ChangeLayoutTest {

    static Result change() {
        double unknown = Results.UNKNOWN;
        Results.Builder builder = new Results.Builder()
                .text("step", 0, "before", "after", "difference", "low", "high")
                .number("tokens", Unit.TOKEN, 0, 2e12, 15e12, 13e12, unknown, unknown).gaps()
                .number("flops", Unit.FLOP, 0, 8.4e23, 6.3e24, 5.46e24, unknown, unknown).rough(0).gaps()
                .number("tokens/params", Unit.TOKEN.per(Unit.PARAMETER), 0, 28.6, 214.3, 185.7, unknown, unknown)
                .gaps()
                .number("mmlu", Unit.PERCENT, 0, 68.9, 77.1, 8.2, unknown, 13.3);
        builder.label = "step";
        builder.title = "Llama 2 70B with tokens = 15T";
        builder.said.add("7.5× the flops · +8.2 points of mmlu");
        return builder.build(Layout.CHANGE);
    }

    @Test
    void noneIsTheBestAndWhatIsNotToBeKnownIsBlank() {
        assertEquals("""
                Llama 2 70B with tokens = 15T
                ┌───────────────┬──────────────┬────────┬───────┬────────────┬─────┬──────┐
                │ field         │ unit         │ before │ after │ difference │ low │ high │
                ├───────────────┼──────────────┼────────┼───────┼────────────┼─────┼──────┤
                │ tokens        │ T tokens     │      2 │    15 │         13 │     │      │
                │ flops         │ YFLOP        │  ~0.84 │   6.3 │       5.46 │     │      │
                │ tokens/params │ tokens/param │   28.6 │   214 │        186 │     │      │
                │ mmlu          │ %            │   68.9 │  77.1 │        8.2 │   ? │ 13.3 │
                └───────────────┴──────────────┴────────┴───────┴────────────┴─────┴──────┘
                7.5× the flops · +8.2 points of mmlu
                """, print(Format.TABLE, width(80), change()));
        assertEquals("""
                **Llama 2 70B with tokens = 15T**

                | field | unit | before | after | difference | low | high |
                | --- | --- | ---: | ---: | ---: | ---: | ---: |
                | tokens | T tokens | 2 | 15 | 13 |  |  |
                | flops | YFLOP | \\~0.84 | 6.3 | 5.46 |  |  |
                | tokens/params | tokens/param | 28.6 | 214 | 186 |  |  |
                | mmlu | % | 68.9 | 77.1 | 8.2 | ? | 13.3 |

                7.5× the flops · +8.2 points of mmlu
                """, print(Format.MARKDOWN, width(40), change()));
    }

    @Test
    void aNarrowWindowTellsItFieldByField() {
        String vertical = """
                Llama 2 70B with tokens = 15T
                     field: tokens
                    before: 2T tokens
                     after: 15T tokens
                difference: 13T tokens

                     field: flops
                    before: ~0.84 YFLOP
                     after: 6.3 YFLOP
                difference: 5.46 YFLOP

                     field: tokens/params
                    before: 28.6 tokens/param
                     after: 214 tokens/param
                difference: 186 tokens/param

                     field: mmlu
                    before: 68.9 %
                     after: 77.1 %
                difference: 8.2 %
                       low: ?
                      high: 13.3 %

                7.5× the flops · +8.2 points of mmlu
                """;
        assertEquals(vertical, print(Format.TABLE, width(40), change()));
        assertEquals(vertical, print(Format.TABLE, width(60), change()));
        assertEquals(vertical, print(Format.VERTICAL, width(120), change()));
        assertEquals(vertical.replace("×", "x").replace(" ·", ","),
                print(Format.TABLE, new Style(40, Theme.NONE, false, false, 0), change()));
    }

    @Test
    void plainIsASentencePerField() {
        assertEquals(Results.golden("change-plain"),
                print(Format.TABLE, new Style(40, Theme.NONE, true, true, 0), change()));
    }

    @Test
    void programsGetItFieldByFieldToo() {
        assertEquals("""
                field,unit,before,after,difference,low,high
                tokens,token,2000000000000,15000000000000,13000000000000,,
                flops,FLOP,8.4e23,6.3e24,5.46e24,,
                tokens/params,token/param,28.6,214.3,185.7,,
                mmlu,%,68.9,77.1,8.2,,13.3
                """, print(Format.CSV, width(40), change()));
        assertEquals(Results.golden("change-json"), print(Format.JSON, width(40), change()));
        String page = print(Format.HTML, Style.WHOLE, change());
        assertEquals("""
                <tr><th scope="row">tokens</th><td>T tokens</td><td class="number">2</td><td class="number">15</td>\
                <td class="number">13</td><td class="number"></td><td class="number"></td></tr>
                """, page.substring(page.indexOf("<tr><th scope=\"row\">tokens<"),
                page.indexOf("<tr><th scope=\"row\">flops<")));
    }
}
