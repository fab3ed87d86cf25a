package llmq.render;

import static llmq.render.Results.print;
import static llmq.render.Results.width;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import llmq.result.Format;
import llmq.result.Layout;
import llmq.result.LeftOut;
import llmq.result.Note;
import llmq.result.NoteKind;
import llmq.result.Result;
import llmq.result.Shown;
import llmq.text.CellWidth;
import llmq.text.Style;
import llmq.text.Theme;
import llmq.value.NumberForm;
import llmq.value.Unit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Tables of terms, and what they come to in words, in every format. */
class FitLayoutTest {
    private static final double UNKNOWN = Results.UNKNOWN;
    private static final String[] TITLES = {"estimate", "std_error", "low", "high", "t", "p"};
    private static final NumberForm[] FORMS = {NumberForm.EACH, NumberForm.EACH, NumberForm.EACH, NumberForm.EACH,
        NumberForm.HUNDREDTHS, NumberForm.PROBABILITY};
    private static final int[] NEEDS = {0, 6, 0, 0, 7, 3};
    private static final double[] STEEP = {11.2345, 1.1234, 8.0912, 14.3456, 10.2132, 0.00071};

    /** One fit, whose estimates are of very different sizes. */
    private static Result one() {
        Results.Builder builder = ofFit(new Results.Builder(), Shown.Reader.MACHINES, new double[] {118, 118, 118},
                new double[] {0.78123, 0.78123, 0.78123}, new double[] {765.3456, 765.3456, 765.3456});
        terms(builder, new String[] {"intercept", "log10(flops)", "tokens"},
                new double[] {-213.42, 14.231, -241.6123, -185.2, -14.9968, 2.2e-16}, STEEP,
                new double[] {3.21e-11, 2.1e-11, -9.5e-12, UNKNOWN, 1.5286, 0.129});
        builder.title = "mmlu = -213.4 + 11.23 * log10(flops) + 3.21e-11 * tokens";
        builder.said.add("n 118 · R² 0.781 · adjusted R² 0.777 · RMSE 6.1 points · AIC 765.3");
        builder.said.add("each 10× of flops goes with +11.23 points of mmlu, 95% 8.091 to 14.35 (clustered by family, "
                + "41 clusters)");
        builder.leftOut.add(new LeftOut(34, "flops not known"));
        builder.notes.add(new Note(NoteKind.ASSUMED, "tokens of DBRX were assumed: 6 · 2T ≈ 12T"));
        return builder.build(Layout.FIT);
    }

    /** A fit for each family; of the last nothing is known, not even whose it is. */
    private static Result several() {
        Results.Builder builder = new Results.Builder()
                .text("family", 0, "Llama", "Llama", "Qwen 通义千问", "Qwen 通义千问", null);
        ofFit(builder, Shown.Reader.ALL, new double[] {12, 12, 9, 9, 2},
                new double[] {0.9, 0.9, 0.78123, 0.78123, UNKNOWN}, new double[] {50.25, 50.25, -12, -12, UNKNOWN});
        terms(builder, new String[] {"intercept", "log10(flops)", "intercept", "log10(flops)", "intercept"},
                new double[] {-213.42, 14.231, -241.6, -185.2, -14.9968, 2.2e-16}, STEEP,
                new double[] {-100, 20, -140, -60, -5, 0.001}, new double[] {5, 1, 3, 7, 5, 0.05},
                new double[] {UNKNOWN, UNKNOWN, UNKNOWN, UNKNOWN, UNKNOWN, UNKNOWN});
        builder.title = "mmlu on log10(flops) per family";
        builder.said.add("Llama: each 10× of flops goes with +11.23 points of mmlu");
        return builder.build(Layout.FIT);
    }

    private static Results.Builder ofFit(Results.Builder builder, Shown.Reader reader, double[] n, double[] r2,
            double[] aic) {
        return builder.number("n", Unit.NONE, 1, n).shown(reader, NumberForm.SCALED)
                .number("r2", Unit.NONE, 2, r2).shown(reader, NumberForm.SCALED)
                .number("aic", Unit.NONE, 5, aic).shown(reader, NumberForm.TENTHS);
    }

    private static void terms(Results.Builder builder, String[] terms, double[]... rows) {
        builder.text(Layout.TERM, 0, terms);
        for (int i = 0; i < TITLES.length; i++) {
            double[] values = new double[rows.length];
            for (int row = 0; row < rows.length; row++) {
                values[row] = rows[row][i];
            }
            builder.number(TITLES[i], Unit.NONE, NEEDS[i], values).shown(FORMS[i]);
        }
        builder.label = Layout.TERM;
    }

    @Test
    void theFormulaStandsAboveAndTheWordsBeneath() {
        assertEquals("""
                mmlu = -213.4 + 11.23 * log10(flops) + 3.21e-11 * tokens
                ┌──────────────┬─────────────┬───────────┬────────────┬─────────┬─────────┐
                │ term         │    estimate │ std_error │        low │    high │       p │
                ├──────────────┼─────────────┼───────────┼────────────┼─────────┼─────────┤
                │ intercept    │ -213.4      │  14.23    │ -241.6     │ -185.2  │ <0.0001 │
                │ log10(flops) │   11.23     │   1.123   │    8.091   │   14.35 │  0.0007 │
                │ tokens       │    3.21e-11 │   2.1e-11 │   -9.5e-12 │    ?    │  0.129  │
                └──────────────┴─────────────┴───────────┴────────────┴─────────┴─────────┘
                1 column hidden: t (a wider window or the vertical format shows it)
                n 118 · R² 0.781 · adjusted R² 0.777 · RMSE 6.1 points · AIC 765.3
                each 10× of flops goes with +11.23 points of mmlu, 95% 8.091 to 14.35
                  (clustered by family, 41 clusters)
                34 of 152 left out: flops not known
                note: tokens of DBRX were assumed: 6 · 2T ≈ 12T
                """, print(Format.TABLE, width(80), one()));
    }

    @Test
    void whatIsOfTheFitStandsOnce() {
        assertEquals("""
                mmlu on log10(flops) per family
                ┌───────────────┬────┬───────┬──────────────┬──────────┬──────────┬─────────┐
                │ family        │  n │    r2 │ term         │ estimate │      low │    high │
                ├───────────────┼────┼───────┼──────────────┼──────────┼──────────┼─────────┤
                │ Llama         │ 12 │ 0.9   │ intercept    │  -213.4  │ -241.6   │ -185.2  │
                │               │    │       │ log10(flops) │    11.23 │    8.091 │   14.35 │
                │ Qwen 通义千问 │  9 │ 0.781 │ intercept    │  -100    │ -140     │  -60    │
                │               │    │       │ log10(flops) │     5    │    3     │    7    │
                │ ?             │  2 │ ?     │ intercept    │     ?    │    ?     │    ?    │
                └───────────────┴────┴───────┴──────────────┴──────────┴──────────┴─────────┘
                4 columns hidden: aic, std_error, t, p (a wider window or the vertical format
                  shows them)
                Llama: each 10× of flops goes with +11.23 points of mmlu
                """, print(Format.TABLE, width(80), several()));
    }

    /** File with the text, format, width of the window, whether it has more than ASCII, whether plain, colours. */
    @ParameterizedTest
    @CsvSource({
        "table-120, TABLE, 120, true, false, false", "table-60, TABLE, 60, true, false, false",
        "table-40, TABLE, 40, true, false, false", "ascii, TABLE, 80, false, false, false",
        "plain, TABLE, 40, true, true, false", "plain-ascii, VERTICAL, 40, false, true, false",
        "colour, TABLE, 60, true, false, true", "vertical, VERTICAL, 60, true, false, false",
        "csv, CSV, 40, true, false, false", "tsv, TSV, 40, true, false, false", "json, JSON, 40, true, false, false",
        "ndjson, NDJSON, 40, false, true, false", "markdown, MARKDOWN, 40, true, false, false",
        "markdown-ascii, MARKDOWN, 40, false, false, false", "html, HTML, 40, false, false, false",
    })
    void inEveryFormat(String file, Format format, int window, boolean unicode, boolean plain, boolean colour) {
        Style style = new Style(window, colour ? Theme.DARK : Theme.NONE, unicode, plain, 0);
        String text = print(format, style, one()) + print(format, style, several());
        assertEquals(Results.golden("fit-" + file), text.replace("\u001b[0m", "}").replace("\u001b[", "{"));
    }

    @Test
    void noLineIsWiderThanTheWindow() {
        for (int width = 24; width < 130; width++) {
            int window = width;
            for (Result result : new Result[] {one(), several(), ChangeLayoutTest.change()}) {
                for (Format format : new Format[] {Format.TABLE, Format.VERTICAL}) {
                    print(format, width(width), result).lines()
                            .forEach(line -> assertTrue(CellWidth.of(line) <= window, window + ": " + line));
                }
            }
        }
    }

    @Test
    void keysOfAFitAndOfItsTermsAreApart() {
        Results.Builder builder = new Results.Builder().text("term", 0, "a", "a").text("terms", 0, "b", "b")
                .number("p", Unit.NONE, 0, 1, 1).text("term", 0, "x", "y").number("p", Unit.NONE, 0, 2, 3);
        assertEquals("{\"term\": \"a\", \"terms_2\": \"b\", \"p\": 1, \"terms\": [{\"term\": \"x\", \"p\": 2}, "
                + "{\"term\": \"y\", \"p\": 3}]}\n", print(Format.NDJSON, Style.WHOLE, builder.build(Layout.FIT)));
        assertEquals("term,terms,p,term_2,p_2\na,b,1,x,2\na,b,1,y,3\n",
                print(Format.CSV, Style.WHOLE, builder.build(Layout.FIT)));
    }

    @Test
    void fitsAreToldApartByWhatNobodySeesToo() {
        Results.Builder builder = new Results.Builder().truth("open", 0, true, false, null, null)
                .shown(Shown.Reader.PEOPLE, NumberForm.SCALED).date("until", 0, null, null, null, "2024-04-15")
                .shown(Shown.Reader.MACHINES, NumberForm.SCALED).number("n", Unit.NONE, 0, 5, 5, 5, 5)
                .text("term", 0, "x", "x", "x", "x");
        Result result = builder.build(Layout.FIT);
        assertEquals("""
                {"until": null, "n": 5, "terms": [{"term": "x"}]}
                {"until": null, "n": 5, "terms": [{"term": "x"}]}
                {"until": null, "n": 5, "terms": [{"term": "x"}]}
                {"until": "2024-04-15", "n": 5, "terms": [{"term": "x"}]}
                """, print(Format.NDJSON, Style.WHOLE, result));
        assertEquals("""
                open yes, n 5, term x
                open no, n 5, term x
                open unknown, n 5, term x
                open unknown, n 5, term x
                """, print(Format.TABLE, new Style(80, Theme.NONE, true, true, 0), result));
    }

    @Test
    void aFitOfNothingHasNoTerms() {
        Result empty = Results.empty(one());
        assertEquals("[]\n", print(Format.JSON, Style.WHOLE, empty));
        assertEquals("", print(Format.NDJSON, Style.WHOLE, empty));
        assertEquals("""
                mmlu = -213.4 + 11.23 * log10(flops) + 3.21e-11 * tokens
                ┌──────┬──────────┬───────────┬─────┬──────┬───┬───┐
                │ term │ estimate │ std_error │ low │ high │ t │ p │
                ├──────┼──────────┼───────────┼─────┼──────┼───┼───┤
                └──────┴──────────┴───────────┴─────┴──────┴───┴───┘
                no rows
                34 of 152 left out: flops not known
                """, print(Format.TABLE, width(80), empty));
    }

    @Test
    void moreTermsThanAScreenHolds() {
        assertEquals("""
                mmlu on log10(flops) per family
                ┌────────┬────┬─────┬──────────────┬──────────┬──────────┬─────────┐
                │ family │  n │  r2 │ term         │ estimate │      low │    high │
                ├────────┼────┼─────┼──────────────┼──────────┼──────────┼─────────┤
                │ Llama  │ 12 │ 0.9 │ intercept    │  -213.4  │ -241.6   │ -185.2  │
                │        │    │     │ log10(flops) │    11.23 │    8.091 │   14.35 │
                └────────┴────┴─────┴──────────────┴──────────┴──────────┴─────────┘
                … 3 more rows (5 in all): top 5 shows them
                4 columns hidden: aic, std_error, t, p (a wider window or the vertical
                  format shows them)
                Llama: each 10× of flops goes with +11.23 points of mmlu
                """, print(Format.TABLE, new Style(72, Theme.NONE, true, false, 2), several()));
    }

    @Test
    void aLongFormulaIsIndentedAndUnsafeWordsAreShown() {
        Result result = new Results.Builder().text("term", 0, "x").build(Layout.FIT).saying(
                "mmlu = -213.4 + 11.23 * log10(flops) + 3.21e-11 * \u001bx", List.of("each \u001b[2J of x"));
        assertEquals("""
                mmlu = -213.4 + 11.23 *
                  log10(flops) + 3.21e-11 *
                  \\x1bx
                ┌──────┐
                │ term │
                ├──────┤
                │ x    │
                └──────┘
                each \\x1b[2J of x
                """, print(Format.TABLE, width(30), result));
    }

    @Test
    void aFileHoldsTheSame(@TempDir Path folder) throws IOException {
        for (String name : new String[] {"fit.json", "fit.csv", "fit.md"}) {
            Format format = Format.ofFile(name);
            ResultFiles.save(several(), format, folder.resolve(name), name, () -> false);
            assertEquals(print(format, Style.WHOLE, several()), Files.readString(folder.resolve(name)));
        }
    }

    @Test
    void aValueAloneMayBeSaidInWordsToo() {
        Result result = Results.scalar(Unit.PERCENT, 68.9)
                .saying(null, List.of("95% of the mean 66.1 to 71.7 · of one model 56 to 82"));
        assertEquals("68.9 %\n95% of the mean 66.1 to 71.7 · of one model 56 to 82\n",
                print(Format.TABLE, width(80), result));
        assertEquals("68.9\n", print(Format.JSON, width(80), result));
    }
}
