package llmq.render;

import static llmq.render.Results.print;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import llmq.result.Format;
import llmq.result.Layout;
import llmq.result.Result;
import llmq.text.Style;
import llmq.text.Theme;
import llmq.value.Unit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class MachineFormatsTest {

    private static final String[] NASTY = {"plain", "a,b", "say \"hi\"", "two\nlines", "cr\rlf\r\n", " edge ", "",
        null, "tab\there", "back\\slash\\t", "\u0000\u001b\u007f\u0085\u2028", "模型 🚀", "\ud800 half", "=1+2", "null"};

    private static Result nasty() {
        return new Results.Builder().text("a \"title\", quoted", 0, NASTY)
                .number("x", Unit.NONE, 0, new double[NASTY.length]).build(Layout.TABLE);
    }

    @Test
    void rowsOfEveryKind() {
        assertEquals(Results.golden("csv"), print(Format.CSV, Style.WHOLE, Results.ranked()));
        assertEquals(Results.golden("tsv"), print(Format.TSV, Style.WHOLE, Results.ranked()));
        assertEquals(Results.golden("json"), print(Format.JSON, Style.WHOLE, Results.ranked()));
        assertEquals(Results.golden("ndjson"), print(Format.NDJSON, Style.WHOLE, Results.ranked()));
    }

    @ParameterizedTest
    @EnumSource(names = {"CSV", "TSV", "JSON", "NDJSON"})
    void theWindowChangesNothing(Format format) {
        String whole = print(format, Style.WHOLE, Results.ranked());
        assertEquals(whole, print(format, new Style(20, Theme.DARK, false, true, 1), Results.ranked()));
        assertFalse(whole.contains("~") || whole.contains("chance") || whole.contains("disclosed"));
    }

    @Test
    void noRows() {
        Result empty = new Results.Builder().text("a", 0).number("b", Unit.NONE, 0).build(Layout.TABLE);
        assertEquals("a,b\n", print(Format.CSV, Style.WHOLE, empty));
        assertEquals("a\tb\n", print(Format.TSV, Style.WHOLE, empty));
        assertEquals("[]\n", print(Format.JSON, Style.WHOLE, empty));
        assertEquals("", print(Format.NDJSON, Style.WHOLE, empty));
    }

    @Test
    void titlesAreMadeUnique() {
        Result result = new Results.Builder().number("mmlu", Unit.NONE, 0, 1).number("mmlu", Unit.NONE, 0, 2)
                .number("mmlu_2", Unit.NONE, 0, 3).number("mmlu", Unit.NONE, 0, 4).build(Layout.TABLE);
        assertEquals("{\"mmlu\": 1, \"mmlu_3\": 2, \"mmlu_2\": 3, \"mmlu_4\": 4}\n",
                print(Format.NDJSON, Style.WHOLE, result));
        assertEquals("mmlu,mmlu_3,mmlu_2,mmlu_4\n1,2,3,4\n", print(Format.CSV, Style.WHOLE, result));
    }

    @Test
    void whatIsNotFiniteIsUnknown() {
        Result result = new Results.Builder().number("x", Unit.NONE, 0, Double.POSITIVE_INFINITY, Results.UNKNOWN, 1)
                .build(Layout.TABLE);
        assertEquals("x\n\"\"\n\"\"\n1\n", print(Format.CSV, Style.WHOLE, result));
        assertEquals("{\"x\": null}\n{\"x\": null}\n{\"x\": 1}\n", print(Format.NDJSON, Style.WHOLE, result));
    }

    @Test
    void csvReadsBackAsItWas() throws IOException {
        List<String> back = new ArrayList<>();
        try (CsvReader<CsvRecord> reader = CsvReader.builder().ofCsvRecord(print(Format.CSV, Style.WHOLE, nasty()))) {
            reader.forEach(line -> back.add(line.getField(0)));
        }
        assertEquals("a \"title\", quoted", back.get(0));
        for (int i = 0; i < NASTY.length; i++) {
            assertEquals(NASTY[i] == null ? "" : NASTY[i], back.get(i + 1));
        }
    }

    @Test
    void csvTellsAnEmptyTextFromAnUnknownOne() {
        Result result = new Results.Builder().text("a", 0, "", null).text("b", 0, null, null).build(Layout.TABLE);
        assertEquals("a,b\n\"\",\n,\n", print(Format.CSV, Style.WHOLE, result));
    }

    @Test
    void tsvReadsBackAsItWas() {
        String[] lines = print(Format.TSV, Style.WHOLE, nasty()).split("\n", -1);
        assertEquals(NASTY.length + 2, lines.length);
        for (int i = 0; i < NASTY.length; i++) {
            String[] cells = lines[i + 1].split("\t", -1);
            assertEquals(2, cells.length);
            String text = cells[0].replace("\\\\", "\u0001").replace("\\t", "\t").replace("\\n", "\n")
                    .replace("\\r", "\r").replace('\u0001', '\\');
            assertEquals(NASTY[i] == null ? "" : NASTY[i], text);
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"JSON", "NDJSON"})
    void jsonReadsBackAsItWas(Format format) throws IOException {
        List<String> back = new ArrayList<>();
        try (JsonParser parser = new JsonFactory().createParser(print(format, Style.WHOLE, nasty()))) {
            for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                if (token == JsonToken.VALUE_STRING || token == JsonToken.VALUE_NULL) {
                    assertEquals("a \"title\", quoted", parser.currentName());
                    back.add(token == JsonToken.VALUE_NULL ? null : parser.getText());
                }
            }
        }
        assertEquals(java.util.Arrays.asList(NASTY), back);
    }

    @Test
    void jsonEscapesWhatEditorsAndTerminalsChokeOn() {
        Result result = new Results.Builder().text("t", 0, "\u0000\u001b\u007f\u0085\u2028\"\\\n\t\r 🚀 \udc00")
                .build(Layout.TABLE);
        assertEquals("{\"t\": \"\\u0000\\u001b\\u007f\\u0085\\u2028\\\"\\\\\\n\\t\\r 🚀 \\udc00\"}\n",
                print(Format.NDJSON, Style.WHOLE, result));
    }

    @Test
    void numbersReadBackAsTheSameDoubles() throws IOException {
        Random random = new Random(11);
        double[] values = new double[20_000];
        for (int i = 0; i < values.length; i++) {
            double any = Double.longBitsToDouble(random.nextLong());
            values[i] = i % 2 == 0 ? random.nextInt(100_000) / 100.0 : Double.isFinite(any) ? any : 0;
        }
        Result result = new Results.Builder().number("x", Unit.FLOP, 0, values).build(Layout.TABLE);
        String[] lines = print(Format.CSV, Style.WHOLE, result).split("\n");
        int i = 0;
        try (JsonParser parser = new JsonFactory().createParser(print(Format.JSON, Style.WHOLE, result))) {
            for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                if (token.isNumeric()) {
                    assertEquals(values[i], parser.getDoubleValue(), 0);
                    assertEquals(values[i], Double.parseDouble(lines[i + 1]), 0);
                    i++;
                }
            }
        }
        assertEquals(values.length, i);
    }

    @Test
    void rowsAreWrittenOneByOne() throws IOException {
        int rows = 200_000;
        Result result = new Results.Builder().number("x", Unit.NONE, 0, new double[rows]).build(Layout.TABLE);
        for (Format format : new Format[] {Format.CSV, Format.TSV, Format.JSON, Format.NDJSON}) {
            Longest longest = new Longest();
            Printers.of(format, Style.WHOLE).print(result, longest);
            assertEquals(true, longest.total >= 2L * rows && longest.longest < 100, format + " " + longest.longest);
        }
    }

    /** Counts what is written, and remembers the longest piece. */
    private static final class Longest implements Appendable {
        private int longest;
        private long total;

        @Override
        public Appendable append(CharSequence text) {
            longest = Math.max(longest, text.length());
            total += text.length();
            return this;
        }

        @Override
        public Appendable append(CharSequence text, int start, int end) {
            return append(text.subSequence(start, end));
        }

        @Override
        public Appendable append(char c) {
            return append(String.valueOf(c));
        }
    }
}
