package llmq.render;

import static llmq.render.Results.print;
import static llmq.render.Results.width;
import static org.junit.jupiter.api.Assertions.assertEquals;

import llmq.result.Format;
import llmq.result.Layout;
import llmq.result.LeftOut;
import llmq.result.Note;
import llmq.result.NoteKind;
import llmq.result.Result;
import llmq.result.Shown;
import llmq.text.Style;
import llmq.text.Theme;
import llmq.value.Unit;
import llmq.value.Units;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Comparisons, pages and single values in every format. */
class LayoutsTest {

    private static Result comparison() {
        Results.Builder builder = new Results.Builder().text("name", 0, "Phi-1.5", "DBRX", "Llama|2")
                .number("mmlu", Unit.PERCENT, 0, 42.9, 73.7, 73.7)
                .number("gsm8k", Unit.PERCENT, 0, 5, 5, Results.UNKNOWN)
                .number("arena", Unit.RATING, 0, Results.UNKNOWN, 1103, 1093.4)
                .number("tokens", Unit.TOKEN, 0, 1.5e11, 12e12, 2e12).rough(1)
                .number("context", Unit.TOKEN, 0, 2048, 32768, 4096)
                .date("released", 0, "2023-09-11", "2024-03-27", null)
                .truth("open", 0, true, false, null);
        builder.label = "name";
        return builder.build(Layout.COMPARE);
    }

    @Test
    void aComparisonHasAColumnForEachModelAndMarksTheBest() {
        assertEquals("""
                ┌──────────┬──────────┬─────────────┬─────────────┬─────────┐
                │ field    │ unit     │     Phi-1.5 │        DBRX │ Llama|2 │
                ├──────────┼──────────┼─────────────┼─────────────┼─────────┤
                │ mmlu     │ %        │       42.9  │       73.7* │   73.7* │
                │ gsm8k    │ %        │        5.0  │        5.0  │      ?  │
                │ arena    │ Elo      │          ?  │       1103* │   1093  │
                │ tokens   │ T tokens │       0.15  │        ~12  │      2  │
                │ context  │ tokens   │       2048  │      32768  │   4096  │
                │ released │          │ 2023-09-11  │ 2024-03-27  │      ?  │
                │ open     │          │        yes  │         no  │      ?  │
                └──────────┴──────────┴─────────────┴─────────────┴─────────┘
                * best of those compared
                """, print(Format.TABLE, width(80), comparison()));
        assertEquals(Results.golden("comparison-plain"),
                print(Format.TABLE, new Style(80, Theme.NONE, true, true, 0), comparison()));
    }

    @Test
    void aComparisonTooWideIsPrintedVertically() {
        assertEquals("""
                    name: Phi-1.5
                    mmlu: 42.9 %
                   gsm8k: 5.0 %
                   arena: ?
                  tokens: 0.15T tokens
                 context: 2048 tokens
                released: 2023-09-11
                    open: yes

                    name: DBRX
                    mmlu: 73.7 % (best)
                   gsm8k: 5.0 %
                   arena: 1103 Elo (best)
                  tokens: ~12T tokens
                 context: 32768 tokens
                released: 2024-03-27
                    open: no

                    name: Llama|2
                    mmlu: 73.7 % (best)
                   gsm8k: ?
                   arena: 1093 Elo
                  tokens: 2T tokens
                 context: 4096 tokens
                released: ?
                    open: ?
                """, print(Format.TABLE, width(40), comparison()));
    }

    @Test
    void programsGetAComparisonOnItsSideToo() {
        assertEquals("""
                field,unit,Phi-1.5,DBRX,Llama|2
                mmlu,%,42.9,73.7,73.7
                gsm8k,%,5,5,
                arena,Elo,,1103,1093.4
                tokens,token,150000000000,12000000000000,2000000000000
                context,token,2048,32768,4096
                released,,2023-09-11,2024-03-27,
                open,,true,false,
                """, print(Format.CSV, width(80), comparison()));
        assertEquals(Results.golden("comparison-json"), print(Format.JSON, width(80), comparison()));
    }

    @Test
    void documentsMarkTheBestInBold() {
        assertEquals("""
                | field | unit | Phi-1.5 | DBRX | Llama\\|2 |
                | --- | --- | ---: | ---: | ---: |
                | mmlu | % | 42.9 | **73.7** | **73.7** |
                | gsm8k | % | 5.0 | 5.0 | ? |
                | arena | Elo | ? | **1103** | 1093 |
                | tokens | T tokens | 0.15 | \\~12 | 2 |
                | context | tokens | 2048 | 32768 | 4096 |
                | released |  | 2023-09-11 | 2024-03-27 | ? |
                | open |  | yes | no | ? |
                """, print(Format.MARKDOWN, width(80), comparison()));
    }

    @Test
    void namesOfModelsStayApartFromTheOtherTitles() {
        Results.Builder builder = new Results.Builder().text("name", 0, "unit", "DBRX", "DBRX", null)
                .number("mmlu", Unit.PERCENT, 0, 1, 2, 3, 4);
        builder.label = "name";
        assertEquals("""
                field,unit,unit_2,DBRX,DBRX_2,row 4
                mmlu,%,1,2,3,4
                """, print(Format.CSV, width(80), builder.build(Layout.COMPARE)));
    }

    private static Result page() {
        return new Results.Builder()
                .text("property", 0, "name", "what it is", null, "example", "evil")
                .text("value", 0, "skill", "the share of the way from chance to perfect, for one score of a benchmark "
                        + "whose chance level is known", "unknown where it is not", "rank models by skill(mmlu)\n"
                        + "  top 5", "\u001b[2J")
                .build(Layout.PAGE);
    }

    @Test
    void aPageWrapsItsValues() {
        assertEquals("""
                name        skill
                what it is  the share of the way from chance to perfect, for
                            one score of a benchmark whose chance level is
                            known
                            unknown where it is not
                example     rank models by skill(mmlu)
                              top 5
                evil        \\x1b[2J
                """, print(Format.TABLE, width(60), page()));
        assertEquals("""
                name
                  skill
                what it is
                  the share of the way from
                  chance to perfect, for one
                  score of a benchmark whose
                  chance level is known
                  unknown where it is not
                example
                  rank models by skill(mmlu)
                    top 5
                evil
                  \\x1b[2J
                """, print(Format.VERTICAL, width(30), page()));
        assertEquals(Results.golden("page-plain"),
                print(Format.TABLE, new Style(60, Theme.NONE, true, true, 0), page()));
    }

    @Test
    void programsGetAPageAsRows() {
        assertEquals(Results.golden("page-csv"), print(Format.CSV, width(80), page()));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "% | 36.1 | 36.1 %",
        "FLOP | 3.02e24 | 3.02 YFLOP",
        "tokens | 12e12 | 12T tokens",
        "tokens/param | 90.909 | 90.9 tokens/param",
        "s | 3888000 | 45 days",
        "% | NaN | unknown",
        "% | Infinity | unknown",
    })
    void aValueAloneHasItsUnit(String unit, double value, String text) {
        assertEquals(text + "\n", print(Format.TABLE, width(80), Results.scalar(Units.parse(unit).unit(), value)));
    }

    @Test
    void aValueAloneInEveryFormat() {
        Result tokens = new Results.Builder().number("tokens of DBRX", Unit.TOKEN, 0, 12e12).rough(0)
                .build(Layout.SCALAR);
        String[][] texts = {
            {"TABLE", "~12T tokens\n"}, {"VERTICAL", "~12T tokens\n"},
            {"CSV", "tokens of DBRX\n12000000000000\n"}, {"TSV", "tokens of DBRX\n12000000000000\n"},
            {"JSON", "12000000000000\n"}, {"NDJSON", "12000000000000\n"}, {"MARKDOWN", "\\~12T tokens\n"},
        };
        for (String[] text : texts) {
            assertEquals(text[1], print(Format.valueOf(text[0]), width(80), tokens));
        }
        assertEquals("about 12T tokens\n", print(Format.TABLE, new Style(80, Theme.NONE, true, true, 0), tokens));
        assertEquals("null\n", print(Format.JSON, width(80), Results.scalar(Unit.PERCENT, Results.UNKNOWN)));
        assertEquals("mmlu of DBRX\n\"\"\n",
                print(Format.CSV, width(80), Results.scalar(Unit.PERCENT, Results.UNKNOWN)));
    }

    @Test
    void textsDatesAndTruthsAlone() {
        Result text = new Results.Builder().text("t", 0, "a\u001bb").build(Layout.SCALAR);
        assertEquals("a\\x1bb\n", print(Format.TABLE, width(80), text));
        assertEquals("\"a\\u001bb\"\n", print(Format.JSON, width(80), text));
        Result date = new Results.Builder().date("d", 0, "2024-04-10").build(Layout.SCALAR);
        assertEquals("2024-04-10\n", print(Format.TABLE, width(80), date));
        assertEquals("\"2024-04-10\"\n", print(Format.JSON, width(80), date));
        Result truth = new Results.Builder().truth("b", 0, true).build(Layout.SCALAR);
        assertEquals("yes\n", print(Format.TABLE, width(80), truth));
        assertEquals("true\n", print(Format.JSON, width(80), truth));
    }

    @Test
    void aValueAloneCarriesItsNotes() {
        Results.Builder builder = new Results.Builder().number("avg(mmlu of models)", Unit.PERCENT, 0, 55);
        builder.leftOut.add(new LeftOut(3, "mmlu not known"));
        builder.notes.add(new Note(NoteKind.ASSUMED, "tokens of DBRX were assumed"));
        assertEquals("""
                55.0 %
                3 of 152 left out: mmlu not known
                note: tokens of DBRX were assumed
                """, print(Format.TABLE, width(80), builder.build(Layout.SCALAR)));
    }

    @Test
    void theUnitAskedForIsShownToPeopleAndPrograms() {
        Results.Builder builder = new Results.Builder().number("flops", Unit.FLOP, 0, 3.02e24, 8.41e21);
        Shown shown = builder.shown.get(0);
        builder.shown.set(0, new Shown(0, shown.title(), Units.parse("ZFLOP"), 0, Shown.Reader.ALL));
        assertEquals("flops\n3020\n8.41\n", print(Format.CSV, width(80), builder.build(Layout.TABLE)));
        assertEquals("""
                | flops (ZFLOP) |
                | ---: |
                | 3020 |
                | 8.41 |
                """, print(Format.MARKDOWN, width(80), builder.build(Layout.TABLE)));
    }

    @Test
    void someColumnsAreForPeopleOrProgramsOnly() {
        Results.Builder builder = new Results.Builder().number("low", Unit.NONE, 0, 1).text("range", 0, "1–3");
        builder.shown.set(0, new Shown(0, "low", null, 0, Shown.Reader.MACHINES));
        builder.shown.set(1, new Shown(1, "range", null, 0, Shown.Reader.PEOPLE));
        assertEquals("low\n1\n", print(Format.CSV, width(80), builder.build(Layout.TABLE)));
        assertEquals("range: 1–3\n", print(Format.VERTICAL, width(80), builder.build(Layout.TABLE)));
    }
}
