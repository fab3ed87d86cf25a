package llmq.render;

import static llmq.render.Results.print;
import static llmq.render.Results.width;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import llmq.result.Format;
import llmq.result.Layout;
import llmq.result.Result;
import llmq.result.Shown;
import llmq.result.Wanted;
import llmq.text.CellWidth;
import llmq.text.Style;
import llmq.text.Theme;
import llmq.value.Unit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TablePrinterTest {

    private static String table(int width, Result result) {
        return print(Format.TABLE, width(width), result);
    }

    @Test
    void aWideWindowShowsAll() {
        assertEquals(Results.golden("table-200"), table(200, Results.ranked()));
    }

    @Test
    void aNarrowerWindowHidesTheLeastNeededColumns() {
        assertEquals("""
                ┌──────┬───────────────┬──────┬──────────┬────────────┬──────────┬────────────┐
                │ rank │ name          │ mmlu │    flops │ mmlu/flops │   tokens │   released │
                │      │               │    % │    ZFLOP │    %/YFLOP │ T tokens │            │
                ├──────┼───────────────┼──────┼──────────┼────────────┼──────────┼────────────┤
                │    1 │ Phi-1.5       │ 42.9 │     1.25 │    34320   │     0.15 │ 2023-08-31 │
                │    2 │ Qwen 通义千问 │ 67.3 │ ~3020    │      ~22.3 │     3    │ 2023-12-09 │
                │    3 │ Llama 2 70B   │ 69.8 │   840    │       83.1 │     2    │ 2023-07-19 │
                │    4 │ DBRX          │ 73.7 │     ?    │        ?   │    12    │          ? │
                └──────┴───────────────┴──────┴──────────┴────────────┴──────────┴────────────┘
                2 columns hidden: open, license (a wider window or the vertical format shows
                  them)
                18 of 152 left out: tokens not disclosed (12), flops not known (6)
                note: 3 of the top 5 score within 5 points of chance on mmlu;
                  skill(mmlu)/flops counts only what is above chance.
                """, table(80, Results.ranked()));
        assertEquals("""
                ┌──────┬───────────────┬──────┐
                │ rank │ name          │ mmlu │
                │      │               │    % │
                ├──────┼───────────────┼──────┤
                │    1 │ Phi-1.5       │ 42.9 │
                │    2 │ Qwen 通义千问 │ 67.3 │
                │    3 │ Llama 2 70B   │ 69.8 │
                │    4 │ DBRX          │ 73.7 │
                └──────┴───────────────┴──────┘
                6 columns hidden: flops, mmlu/flops,
                  tokens, released, open, license (a
                  wider window or the vertical format
                  shows them)
                18 of 152 left out: tokens not
                  disclosed (12), flops not known (6)
                note: 3 of the top 5 score within 5
                  points of chance on mmlu;
                  skill(mmlu)/flops counts only what is
                  above chance.
                """, table(40, Results.ranked()));
    }

    /** A ranking whose names are longer than a narrow window, with what else stands beside it. */
    private static Result keyed(String... names) {
        Results.Builder builder = new Results.Builder().number("rank", Unit.NONE, 0, 1, 2)
                .text("name", 0, names)
                .number("mmlu/flops", Unit.NONE, Shown.KEY, 9.81, 0.0426)
                .number("flops", Unit.FLOP, 40, 2.6e18, 1.3e19);
        builder.label = "name";
        return builder.build(Layout.TABLE);
    }

    @Test
    void whatRowsAreOrderedByGoesLast() {
        assertEquals("""
                ┌──────┬──────────────┬────────────┐
                │ rank │ name         │ mmlu/flops │
                ├──────┼──────────────┼────────────┤
                │    1 │ Cerebras-GPT │     9.81   │
                │      │ 111M         │            │
                │    2 │ Pythia 70M   │     0.0426 │
                │      │ (deduped)    │            │
                └──────┴──────────────┴────────────┘
                1 column hidden: flops (a wider
                  window or the vertical format
                  shows it)
                """, table(36, keyed("Cerebras-GPT 111M", "Pythia 70M (deduped)")));
        assertEquals("""
                ┌──────┬──────────────┬────────────┐
                │ rank │ name         │ mmlu/flops │
                ├──────┼──────────────┼────────────┤
                │    1 │ Cerebras-GP… │     9.81   │
                │    2 │ DBRX         │     0.0426 │
                └──────┴──────────────┴────────────┘
                1 column hidden: flops (a wider
                  window or the vertical format
                  shows it)
                long texts shortened in name (a
                  wider window or the vertical
                  format shows them whole)
                """, table(36, keyed("Cerebras-GPT-111M-long", "DBRX")));
        assertEquals("""
                      rank: 1
                      name: DBRX
                mmlu/flops: 9.81
                     flops: 2.6 EFLOP

                      rank: 2
                      name: OPT
                mmlu/flops: 0.0426
                     flops: 13 EFLOP

                a line for each value, as
                  2 of 4 columns do not fit
                  (a wider window shows a
                  table)
                """, table(27, keyed("DBRX", "OPT")));
    }

    /** Twenty columns that somebody asked for, some with long texts. */
    private static Result asked(int rows, Wanted wanted) {
        Results.Builder builder = new Results.Builder();
        String[] names = new String[rows];
        double[] numbers = new double[rows];
        for (int i = 0; i < rows; i++) {
            names[i] = "Model " + i;
            numbers[i] = 40 + i / 4.0;
        }
        builder.text("name", 0, names);
        builder.label = "name";
        for (int i = 1; i < 20; i++) {
            builder.number("benchmark_" + i, Unit.PERCENT, Shown.ASKED, numbers);
        }
        return Results.wanting(builder.build(Layout.TABLE), wanted);
    }

    @Test
    void whereMostOfWhatWasAskedForWouldBeHiddenRowsLieOnTheirSide() {
        Result result = new Results.Builder().text("name", 0, "Phi-1.5", "DBRX")
                .number("mmlu", Unit.PERCENT, 10, 42.9, 73.7)
                .text("license", 10, "MIT", "Databricks Open Model License, with limits")
                .number("flops", Unit.FLOP, 10, 1.25e21, 3e24).number("tokens", Unit.TOKEN, 10, 1.5e11, 12e12)
                .build(Layout.TABLE);
        assertEquals("""
                   name: Phi-1.5
                   mmlu: 42.9 %
                license: MIT
                  flops: 0.00125 YFLOP
                 tokens: 0.15T tokens

                   name: DBRX
                   mmlu: 73.7 %
                license: Databricks Open
                         Model License, with
                         limits
                  flops: 3 YFLOP
                 tokens: 12T tokens

                a line for each value, as
                  3 of 5 columns do not fit
                  (a wider window shows a
                  table)
                """, table(28, result));
        assertTrue(table(44, result).startsWith("┌"), table(44, result));
    }

    /** Rows, window, most rows of a screen, what was asked for; how many rows are shown, and how. */
    @ParameterizedTest
    @CsvSource({
        "200, 40, 40, 0,  5, vertical",
        "200, 40, 40, 8,  8, vertical",
        "200, 40, 40, 60, 60, vertical",
        "200, 40, 3,  0,  3, vertical",
        "200, 40, 0,  0,  200, vertical",
        "3,   40, 40, 0,  3, vertical",
        "200, 400, 40, 0, 40, table",
        "200, 0,  0,  0,  200, table",
        "200, 170, 40, 0, 40, table",
    })
    void onTheirSideFewerRowsAreEnough(int rows, int window, int screen, long top, int shown, String how) {
        String text = print(Format.TABLE, new Style(window, Theme.NONE, true, false, screen),
                asked(rows, Wanted.top(top)));
        assertEquals(shown, text.lines()
                .filter(line -> line.matches("(│|.*name:) Model \\d+ .*|.*name: Model \\d+")).count());
        assertEquals(how, text.startsWith("┌") ? "table" : "vertical");
        assertEquals(shown < rows, text.contains(rows - shown + " more rows (" + rows + " in all)"));
    }

    @Test
    void noLineIsWiderThanTheWindow() {
        for (int width = 24; width < 130; width++) {
            int window = width;
            for (Layout layout : new Layout[] {Layout.TABLE, Layout.COMPARE, Layout.PAGE}) {
                table(width, Results.with(Results.ranked(), layout)).lines()
                        .forEach(line -> assertTrue(CellWidth.of(line) <= window, window + ": " + line));
            }
        }
    }

    @Test
    void everyLineOfATableIsEquallyWide() {
        for (int width : new int[] {0, 40, 60, 80, 100, 200}) {
            long widths = table(width, Results.ranked()).lines().filter(line -> "┌│├└".indexOf(line.charAt(0)) >= 0)
                    .map(CellWidth::of).distinct().count();
            assertEquals(1, widths, "window of " + width);
        }
    }

    @Test
    void withoutUnicodeTheFrameIsAscii() {
        Result result = new Results.Builder().text("name", 0, "a", "b").number("mmlu", Unit.PERCENT, 0, 7, 36.04)
                .build(Layout.TABLE);
        assertEquals("""
                +------+------+
                | name | mmlu |
                |      |    % |
                +------+------+
                | a    |  7.0 |
                +------+------+
                ... 1 more row (2 in all): top 2 shows it
                """, print(Format.TABLE, new Style(80, Theme.NONE, false, false, 1), result));
    }

    @Test
    void unitsTakeNoLineWhereThereAreNone() {
        Result result = new Results.Builder().text("name", 0, "a", null).number("n", Unit.NONE, 0, 7, 14042)
                .build(Layout.TABLE);
        assertEquals("""
                ┌──────┬───────┐
                │ name │     n │
                ├──────┼───────┤
                │ a    │     7 │
                │ ?    │ 14042 │
                └──────┴───────┘
                """, table(80, result));
    }

    @Test
    void noRowsLeaveTheHeading() {
        assertEquals("""
                ┌──────┬──────┬──────┬───────┬────────────┬────────┐
                │ rank │ name │ mmlu │ flops │ mmlu/flops │ tokens │
                ├──────┼──────┼──────┼───────┼────────────┼────────┤
                └──────┴──────┴──────┴───────┴────────────┴────────┘
                no rows
                18 of 152 left out: tokens not disclosed (12), flops not
                  known (6)
                """, table(60, Results.empty(Results.ranked())));
    }

    @Test
    void moreRowsThanWantedAreCounted() {
        double[] numbers = new double[120];
        Arrays.setAll(numbers, i -> i / 4.0);
        Result result = new Results.Builder().number("x", Unit.NONE, 0, numbers).build(Layout.TABLE);
        assertEquals("""
                ┌──────┐
                │    x │
                ├──────┤
                │ 0    │
                │ 0.25 │
                │ 0.5  │
                └──────┘
                … 117 more rows (120 in all): top 120 shows them
                """, print(Format.TABLE, new Style(80, Theme.NONE, true, false, 3), result));
        assertTrue(table(80, result).endsWith("┘\n120 rows\n"));
        Result one = new Results.Builder().number("x", Unit.NONE, 0, 1, 2).build(Layout.TABLE);
        assertTrue(print(Format.TABLE, new Style(80, Theme.NONE, true, false, 1), one)
                .endsWith("┘\n… 1 more row (2 in all): top 2 shows it\n"));
    }

    /** How many of five rows a screen for two shows, in every layout of people, and what it says of the others. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            -1 | 2 | … 3 more rows (5 in all): top 5 shows them
             1 | 2 | … 3 more rows (5 in all): top 5 shows them
             4 | 4 | … 1 more row (5 in all): top 5 shows it
             5 | 5 | -
            99 | 5 | -
            """)
    void asManyRowsAsWereAskedFor(long top, int rows, String more) {
        Result result = Results.wanting(new Results.Builder().number("x", Unit.NONE, 0, 1001, 1002, 1003, 1004, 1005)
                .build(Layout.TABLE), Wanted.top(top));
        for (Format format : List.of(Format.TABLE, Format.VERTICAL)) {
            for (boolean plain : new boolean[] {false, true}) {
                String text = print(format, new Style(80, Theme.NONE, true, plain, 2), result);
                assertEquals(rows, text.split("100[1-5]", -1).length - 1, text);
                assertEquals(more, text.contains("…") ? text.substring(text.indexOf("…")).strip() : null);
            }
        }
    }

    @Test
    void numbersAlignOnTheirPoints() {
        Result result = new Results.Builder()
                .number("x", Unit.NONE, 0, 0.5, -14042, 1.2e24, 1e-7, Results.UNKNOWN, 0, 12345.6).rough(0, 2)
                .number("t", Unit.TOKEN, 0, 1e12, 2.34e12, 26e9, 0, Results.UNKNOWN, 4e12, 12.5e12)
                .build(Layout.TABLE);
        assertEquals("""
                ┌─────────────┬──────────┐
                │           x │        t │
                │             │ T tokens │
                ├─────────────┼──────────┤
                │     ~0.5    │    1     │
                │ -14042      │    2.34  │
                │     ~1.2e24 │    0.026 │
                │      1e-7   │    0     │
                │      ?      │    ?     │
                │      0      │    4     │
                │  12346      │   12.5   │
                └─────────────┴──────────┘
                """, table(80, result));
    }

    @Test
    void longTextsAreWrappedAndVeryLongOnesCutAndTold() {
        Result result = new Results.Builder().text("name", 0, "Phi", "DBRX")
                .text("what it is", 0, "a small model that was trained on texts like those of a textbook",
                        "x".repeat(3000))
                .number("mmlu", Unit.PERCENT, 0, 42.9, 73.7).build(Layout.TABLE);
        assertEquals("""
                ┌──────┬──────────────────────────────────┬──────┐
                │ name │ what it is                       │ mmlu │
                │      │                                  │    % │
                ├──────┼──────────────────────────────────┼──────┤
                │ Phi  │ a small model that was trained   │ 42.9 │
                │      │ on texts like those of a         │      │
                │      │ textbook                         │      │
                │ DBRX │ xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx │ 73.7 │
                │      │ xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx │      │
                │      │ xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx │      │
                │      │ xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx… │      │
                └──────┴──────────────────────────────────┴──────┘
                long texts shortened in what it is (a wider
                  window or the vertical format shows them whole)
                """, table(50, result));
    }

    @Test
    void whatCannotFitIsPrintedVertically() {
        Result result = new Results.Builder().text("name", 0, "Phi-1.5", "DBRX")
                .number("mmlu", Unit.PERCENT, 0, 42.9, 73)
                .number("tokens", Unit.TOKEN, 0, 1.5e11, 12e12).text("license", 0, "MIT", "Databricks Open License")
                .build(Layout.TABLE);
        assertEquals("""
                   name: Phi-1.5
                   mmlu: 42.9 %
                 tokens: 0.15T tokens
                license: MIT

                   name: DBRX
                   mmlu: 73.0 %
                 tokens: 12T tokens
                license: Databricks Open
                         License
                """, table(30, result));
    }

    @Test
    void controlCharactersAreShownNotSent() {
        Result result = new Results.Builder()
                .text("na\u001bme", 0, "a\u001b[31mred\u001b[0m", "two\nlines\tand\r\0", "\u202eright\u2066", "\ud800")
                .build(Layout.TABLE);
        assertEquals("""
                ┌─────────────────────┐
                │ na\\x1bme            │
                ├─────────────────────┤
                │ a\\x1b[31mred\\x1b[0m │
                │ two\\nlines\\tand\\r\\0 │
                │ \\u202eright\\u2066   │
                │ \\ud800              │
                └─────────────────────┘
                """, table(80, result));
    }

    @Test
    void marksAndWideCharactersKeepTheFrameStraight() {
        Result result = new Results.Builder().text("name", 0, "e\u0301cole", "模型", "ｆｕｌｌ", "한국어", "🚀 go", "ascii")
                .build(Layout.TABLE);
        assertEquals("""
                ┌──────────┐
                │ name     │
                ├──────────┤
                │ école    │
                │ 模型     │
                │ ｆｕｌｌ │
                │ 한국어   │
                │ 🚀 go    │
                │ ascii    │
                └──────────┘
                """, table(80, result));
    }

    @Test
    void aTitleStandsAboveAndRoughTextsAreMarked() {
        Results.Builder builder = new Results.Builder().text("name", 0, "a", "b").rough(1);
        builder.title = "scores of \u0007DBRX";
        assertEquals("""
                scores of \\x07DBRX
                ┌──────┐
                │ name │
                ├──────┤
                │ a    │
                │ ~b   │
                └──────┘
                """, table(80, builder.build(Layout.TABLE)));
    }

    @Test
    void coloursFollowRoles() {
        Result result = new Results.Builder().text("name", 0, "a", "b")
                .number("flops", Unit.FLOP, 0, 3e24, Results.UNKNOWN).rough(0).build(Layout.TABLE);
        String text = print(Format.TABLE, new Style(80, Theme.DARK, true, false, 1), result);
        assertEquals("""
                {90m┌──────┬───────┐}
                {90m│} {1mname} {90m│} {1mflops} {90m│}
                {90m│}      {90m│} {90mYFLOP} {90m│}
                {90m├──────┼───────┤}
                {90m│} a    {90m│}    {93m~3} {90m│}
                {90m└──────┴───────┘}
                {90m… 1 more row (2 in all): top 2 shows it}
                """, text.replace("\u001b[0m", "}").replace("\u001b[", "{"));
        assertEquals(table(80, result), print(Format.TABLE, new Style(80, Theme.LIGHT, true, false, 0), result)
                .replaceAll("\u001b\\[[0-9;]*m", ""));
    }

    @Test
    void plainIsASentencePerRow() {
        assertEquals(Results.golden("plain"),
                print(Format.TABLE, new Style(40, Theme.DARK, true, true, 3), Results.ranked()));
        assertEquals("""
                no rows
                """, print(Format.VERTICAL, new Style(40, Theme.NONE, true, true, 0),
                new Results.Builder().text("name", 0).build(Layout.TABLE)));
    }

    @Test
    void verticalHasABlockPerRow() {
        assertEquals("""
                      rank: 1
                      name: Phi-1.5
                      mmlu: 42.9 %
                     flops: 1.25 ZFLOP
                mmlu/flops: 34320 %/YFLOP
                    tokens: 0.15T tokens
                  released: 2023-08-31
                      open: yes
                   license: MIT

                      rank: 2
                      name: Qwen 通义千问
                      mmlu: 67.3 %
                     flops: ~3020 ZFLOP
                mmlu/flops: ~22.3 %/YFLOP
                    tokens: 3T tokens
                  released: 2023-12-09
                      open: yes
                   license: Tongyi Qianwen License Agreement for everybody
                            else

                … 2 more rows (4 in all): top 4 shows them
                18 of 152 left out: tokens not disclosed (12), flops not
                  known (6)
                note: 3 of the top 5 score within 5 points of chance on
                  mmlu; skill(mmlu)/flops counts only what is above chance.
                """, print(Format.VERTICAL, new Style(60, Theme.NONE, true, false, 2), Results.ranked()));
    }
}
