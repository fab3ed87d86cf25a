package llmq.load;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.math.MathContext;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.StringJoiner;
import java.util.zip.GZIPOutputStream;
import llmq.diagnostic.Diagnostic;
import llmq.diagnostic.ErrorCode;
import llmq.diagnostic.LlmqException;
import llmq.load.LoadRequest.Mapping;
import llmq.table.BooleanColumn;
import llmq.table.Field;
import llmq.table.NumberColumn;
import llmq.table.Table;
import llmq.table.TextColumn;
import llmq.value.Dates;
import llmq.value.Type;
import llmq.value.Units;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class FileLoaderTest {
    @TempDir
    Path folder;

    private final FileLoader loader = new FileLoader(() -> 0, 2);

    private Loaded load(String name, Mapping... mappings) {
        return loader.load(new LoadRequest(name, folder, List.of(mappings)), LoadProgress.NONE, () -> false);
    }

    private Loaded load(String name, String text, Mapping... mappings) throws IOException {
        return load(name, text.getBytes(StandardCharsets.UTF_8), mappings);
    }

    private Loaded load(String name, byte[] bytes, Mapping... mappings) throws IOException {
        Files.write(folder.resolve(name), bytes);
        return load(name, mappings);
    }

    private static Mapping mapping(String field, String column, String unit) {
        return new Mapping(field, column, unit == null ? null : Units.parse(unit));
    }

    /** Titles with types and units on the first line, then the rows; unknown is ∅. */
    private static String shown(Table table) {
        StringBuilder text = new StringBuilder();
        StringJoiner titles = new StringJoiner(" | ");
        for (Field field : table.schema().fields()) {
            String unit = field.unit().toString();
            titles.add(field.name() + ":" + field.type().name().charAt(0) + (unit.isEmpty() ? "" : " " + unit));
        }
        text.append(titles);
        for (int row = 0; row < table.rows(); row++) {
            StringJoiner cells = new StringJoiner(" | ");
            for (int column = 0; column < table.schema().size(); column++) {
                cells.add(cell(table, column, row));
            }
            text.append('\n').append(cells);
        }
        return text.toString();
    }

    private static String cell(Table table, int index, int row) {
        if (!table.column(index).isKnown(row)) {
            return "∅";
        }
        if (table.column(index) instanceof TextColumn column) {
            return column.value(row);
        }
        if (table.column(index) instanceof BooleanColumn column) {
            return Boolean.toString(column.values()[row] == BooleanColumn.TRUE);
        }
        double value = ((NumberColumn) table.column(index)).values()[row];
        return table.schema().field(index).type() == Type.DATE ? Dates.format(value)
                : new BigDecimal(value, new MathContext(15)).stripTrailingZeros().toPlainString();
    }

    private static String sentences(Loaded loaded) {
        StringJoiner lines = new StringJoiner("\n");
        for (BadCell cell : loaded.bad()) {
            lines.add(cell.sentence());
        }
        return lines.toString();
    }

    static List<Arguments> tables() {
        return List.of(
                Arguments.of("types", "a.csv", "name,n,d,b\nx,3T,2024-04-10,true\ny,70B,2024-05-01,FALSE\n",
                        "name:T | n:N | d:D | b:B\nx | 3000000000000 | 2024-04-10 | true\n"
                                + "y | 70000000000 | 2024-05-01 | false"),
                Arguments.of("unknowns", "a.csv", "name,n\nx,1\nNA,-\n?,2\nnull,\n\"\",NaN\n",
                        "name:T | n:N\nx | 1\n∅ | ∅\n∅ | 2\n∅ | ∅\n∅ | ∅"),
                Arguments.of("quotes", "a.csv", "\"a\",\"b c\"\n\"x, \"\"y\"\"\",\" z \"\n\"two\nlines\",plain\n",
                        "a:T | b c:T\nx, \"y\" |  z \ntwo\nlines | plain"),
                Arguments.of("blanks outside quotes", "a.csv", " a , b\n  x  , 3 \n", "a:T | b:N\nx | 3"),
                Arguments.of("numbers in quotes", "a.csv", "n\n\"1,234\"\n\" 5 \"\n", "n:N\n1234\n5"),
                Arguments.of("mark and CRLF", "a.csv", "\ufeffa,b\r\n1,\"x\r\ny\"\r\n2,z\r\n",
                        "a:N | b:T\n1 | x\r\ny\n2 | z"),
                Arguments.of("mark before a quote", "a.csv", "\ufeff\"a\nb\",c\n1,2\n", "a b:N | c:N\n1 | 2"),
                Arguments.of("CR alone in quotes", "a.csv", "a,b\n1,\"x\ry\"\n2,z\n", "a:N | b:T\n1 | x\ry\n2 | z"),
                Arguments.of("CR alone", "a.csv", "a,b\r1,2\r3,4", "a:N | b:N\n1 | 2\n3 | 4"),
                Arguments.of("no line end at the end", "a.csv", "a\n\"x\"", "a:T\nx"),
                Arguments.of("empty lines", "a.csv", "\na,b\n\n1,2\n\n\n3,4\n\n", "a:N | b:N\n1 | 2\n3 | 4"),
                Arguments.of("titles", "a.csv", "x,,X,x,column2,\n1,2,3,4,5,6\n",
                        "x:N | column2:N | X_2:N | x_3:N | column2_2:N | column6:N\n1 | 2 | 3 | 4 | 5 | 6"),
                Arguments.of("titles alone", "a.csv", "a,b", "a:T | b:T"),
                Arguments.of("tabs", "a.tsv", "a\tb\n1,5\t\"x\ty\"\n", "a:T | b:T\n1,5 | x\ty"),
                Arguments.of("semicolons", "a.csv", "a;b\n1;x,y\n", "a:N | b:T\n1 | x,y"),
                Arguments.of("tabs in a csv", "a.csv", "a\tb\n1\tx\n", "a:N | b:T\n1 | x"),
                Arguments.of("a comma in a quoted title", "a.csv", "\"a,b\";c\n1;2\n", "a,b:N | c:N\n1 | 2"),
                Arguments.of("percent", "a.csv", "p,q\n70%,70%\n5 %,3\n", "p:N % | q:N\n70 | 70\n5 | 3"),
                Arguments.of("nothing in a column", "a.csv", "a,b\n1,\n2,\n", "a:N | b:T\n1 | ∅\n2 | ∅"),
                Arguments.of("letters of the world", "a.csv", "名前,I\nモデル,İi\n", "名前:T | I:T\nモデル | İi"),
                Arguments.of("ending in capitals", "A.CSV", "a\n1\n", "a:N\n1"),
                Arguments.of("json", "a.json",
                        "[{\"name\":\"x\",\"n\":1.5,\"ok\":true},{\"name\":null,\"n\":2,\"ok\":false}]",
                        "name:T | n:N | ok:B\nx | 1.5 | true\n∅ | 2 | false"),
                Arguments.of("json, late and absent keys", "a.json", "[{\"a\":1},{\"b\":\"2024-04-10\"},{}]",
                        "a:N | b:D\n1 | ∅\n∅ | 2024-04-10\n∅ | ∅"),
                Arguments.of("json, nested", "a.json",
                        "[{\"a\":{\"x\":[1,2,{}]},\"b\":[]},{\"a\":\" s \",\"b\":\"\\u00e9\\n\"}]",
                        "a:T | b:T\n{\"x\":[1,2,{}]} | []\n s  | é\n"),
                Arguments.of("json, NaN", "a.json", "[{\"a\":NaN},{\"a\":1}]", "a:N\n∅\n1"),
                Arguments.of("ndjson", "a.ndjson", "{\"a\":\"3T\"}\n\n{\"a\":\"2B\"}",
                        "a:N\n3000000000000\n2000000000"),
                Arguments.of("jsonl with a mark", "a.jsonl", "\ufeff{\"a\":\"x\"}\r\n", "a:T\nx"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("tables")
    void tablesAsTheyLoad(String title, String file, String text, String expected) throws IOException {
        Loaded loaded = load(file, text);
        assertEquals(expected, shown(loaded.table()));
        assertEquals("", sentences(loaded));
        assertEquals(0, loaded.badCells());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("tables")
    void theSameFromGzip(String title, String file, String text, String expected) throws IOException {
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(folder.resolve(file + ".gz")))) {
            out.write(text.getBytes(StandardCharsets.UTF_8));
        }
        assertEquals(expected, shown(load(file + ".gz").table()));
    }

    static List<Arguments> bad() {
        String ten = "1\n2\n3\n4\n5\n6\n7\n8\n9\n10\n";
        return List.of(
                Arguments.of("number", "a.csv", "Training tokens\n" + ten + "n.d.\n11\n", 1,
                        "line 12, column 'Training tokens': 'n.d.' is not a number"),
                Arguments.of("after a cell of two lines", "a.csv", "a,b\n1,\"x\ny\"\n" + "2,\n".repeat(9) + "z,\n", 1,
                        "line 13, column 'a': 'z' is not a number"),
                Arguments.of("date", "a.csv", "d\n" + "2024-04-10\n".repeat(9) + "2024-02-30\n", 1,
                        "line 11, column 'd': '2024-02-30' is not a date"),
                Arguments.of("truth", "a.csv", "d\n" + "true\n".repeat(9) + "yes\n", 1,
                        "line 11, column 'd': 'yes' is not true or false"),
                Arguments.of("too short", "a.csv", "a,b,c\n1,2,3\n4\n5,6\n", 2,
                        "line 3: 1 cell, where the header has 3; the missing ones are unknown\n"
                                + "line 4: 2 cells, where the header has 3; the missing ones are unknown"),
                Arguments.of("too long", "a.csv", "a,b\n1,2,3\n4,5,\n", 1,
                        "line 2: 3 cells, where the header has 2; the rest is left out"),
                Arguments.of("only the first ten are kept", "a.csv", "a,b\n" + "1\n".repeat(40), 40,
                        "line 2: 1 cell, where the header has 2; the missing ones are unknown\n".repeat(10)),
                Arguments.of("json", "a.json", "[{\"a\":1},\n{\"a\":2,\"a\":3},\n" + "{\"a\":4},\n".repeat(9)
                                + "{\"a\":\n{}}]", 2,
                        "line 2, column 'a': stands twice in one object; the first counts\n"
                                + "line 12, column 'a': '{}' is not a number"),
                Arguments.of("long text", "a.csv", "a\n" + ten + "x".repeat(100) + "\n", 1,
                        "line 12, column 'a': '" + "x".repeat(39) + "…' is not a number"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("bad")
    void whatDoesNotReadIsUnknownAndReported(String title, String file, String text, long count, String expected)
            throws IOException {
        Loaded loaded = load(file, text);
        assertEquals(count, loaded.badCells());
        String all = sentences(loaded);
        if (count > 10) {
            assertEquals(10, loaded.bad().size());
        } else {
            assertEquals(expected, all);
        }
    }

    static List<Arguments> failures() {
        String quote = "close it, or double it if it belongs to the text";
        return List.of(
                Arguments.of("a.csv", "", ErrorCode.E304, "cannot load 'a.csv': it is empty"),
                Arguments.of("b.csv", "\n\n", ErrorCode.E304, "cannot load 'b.csv': it is empty"),
                Arguments.of("c.csv", "a,b\n1,\0", ErrorCode.E301,
                        "cannot read 'c.csv': it holds NUL bytes, so it is no text file"),
                Arguments.of("d.csv", "a\n1\n\"x\ny\n", ErrorCode.E304,
                        "cannot load 'd.csv': the quote that opens in line 3 is never closed"),
                Arguments.of("e.csv", "a\n1\n\"x\"y\n", ErrorCode.E304,
                        "cannot load 'e.csv': in line 3 text follows a closing quote"),
                Arguments.of("f.xlsx", "a", ErrorCode.E303, "the ending of 'f.xlsx' names no format that load reads"),
                Arguments.of("g.gz", "a", ErrorCode.E303, "the ending of 'g.gz' names no format that load reads"),
                Arguments.of("h.csv.gz", "a,b\n1,2\n", ErrorCode.E304,
                        "cannot load 'h.csv.gz': it is no whole gzip file (not in GZIP format)"),
                Arguments.of("i.json", "", ErrorCode.E304, "cannot load 'i.json': it is empty"),
                Arguments.of("j.json", "[]", ErrorCode.E304,
                        "cannot load 'j.json': it holds no object with a key, so it has no columns"),
                Arguments.of("k.json", "{\"a\":1}", ErrorCode.E304,
                        "cannot load 'k.json': it is not an array of objects"),
                Arguments.of("l.json", "[{\"a\":1},\n {\"a\":}]", ErrorCode.E304,
                        "cannot load 'l.json': line 2, column 7 is no JSON"),
                Arguments.of("m.json", "[{\"a\":1},\n2]", ErrorCode.E304,
                        "cannot load 'm.json': in line 2 stands a value that is not an object"),
                Arguments.of("n.json", "[{\"a\":1},", ErrorCode.E304,
                        "cannot load 'n.json': it ends too soon, at line 1, column 10"),
                Arguments.of("o.json", "[{\"a\":1}]\n[]", ErrorCode.E304,
                        "cannot load 'o.json': line 2 goes on after the array"),
                Arguments.of("p.ndjson", "[{\"a\":1}]", ErrorCode.E304,
                        "cannot load 'p.ndjson': it is an array, not one object after another"),
                Arguments.of("q.ndjson", "{\"a\":1}\n{\"a\":tru}\n", ErrorCode.E304,
                        "cannot load 'q.ndjson': line 2, column 10 is no JSON"),
                Arguments.of("r.json", "[{\"a\":" + "[".repeat(20_000) + "]".repeat(20_000) + "}]", ErrorCode.E304,
                        "cannot load 'r.json': it has a value that is too long or nested too deeply"),
                Arguments.of("s.csv", ",".repeat(20_000) + "\n", ErrorCode.E304,
                        "cannot load 's.csv': its first line has 20001 cells, and a table may have 10000 columns"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("failures")
    void failuresSaySo(String file, String text, ErrorCode code, String message) throws IOException {
        LlmqException e = assertThrows(LlmqException.class, () -> load(file, text));
        assertEquals(code + " " + message, e.diagnostics().get(0).code() + " " + e.diagnostics().get(0).message());
        assertEquals(1, e.diagnostics().get(0).help().size());
    }

    private String failure(String name, Mapping... mappings) {
        LlmqException e = assertThrows(LlmqException.class, () -> load(name, mappings));
        StringJoiner lines = new StringJoiner("\n");
        for (Diagnostic diagnostic : e.diagnostics()) {
            lines.add(diagnostic.code() + " " + diagnostic.message() + " / " + String.join(" / ", diagnostic.help()));
        }
        return lines.toString();
    }

    @Test
    void pathsThatCannotBeRead() throws IOException {
        Files.createDirectory(folder.resolve("models.json"));
        Files.writeString(folder.resolve("modles.csv"), "a\n1\n");
        assertEquals("E301 cannot read 'models.csv': there is no such file"
                        + " / did you mean 'modles.csv' or 'models.json'?",
                failure("models.csv"));
        assertEquals("E301 cannot read 'no/such.tsv': there is no such file"
                        + " / relative paths start from the working folder",
                failure("no/such.tsv"));
        assertEquals("E301 cannot read 'models.json': it is a folder / name a file in it", failure("models.json"));
        assertEquals("E301 cannot read 'a\0.csv': it is no path that this system knows / check the path",
                failure("a\0.csv"));
        assertEquals(1, load(folder.resolve("modles.csv").toString()).table().rows());
    }

    @Test
    void aCutGzipFileIsNoWholeOne() throws IOException {
        Path whole = folder.resolve("a.csv.gz");
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(whole))) {
            out.write("a,b\n1,2\n".repeat(1000).getBytes(StandardCharsets.UTF_8));
        }
        byte[] bytes = Files.readAllBytes(whole);
        Files.write(whole, java.util.Arrays.copyOf(bytes, bytes.length - 12));
        assertEquals("E304 cannot load 'a.csv.gz': it is no whole gzip file (unexpected end of ZLIB input stream)"
                + " / unpack it with gzip -d to see what is left of it", failure("a.csv.gz"));
    }

    @Test
    void oneLineOfFiftyMegabytes() throws IOException {
        byte[] line = "x".repeat(50_000_000).getBytes(StandardCharsets.US_ASCII);
        Files.write(folder.resolve("a.csv"), line);
        assertEquals("E304 cannot load 'a.csv': line 1 is longer than 16 megabytes"
                + " / check that rows are separated by line ends", failure("a.csv"));
        line[0] = '"';
        line[2_000_000] = '\n';
        Files.write(folder.resolve("a.csv"), line);
        assertEquals("E304 cannot load 'a.csv': the quote that opens in line 1 is not closed within 16"
                + " megabytes / close it, or double it if it belongs to the text", failure("a.csv"));
        line[0] = '[';
        line[1] = '"';
        Files.write(folder.resolve("a.json"), line);
        assertTrue(failure("a.json").startsWith("E304 cannot load 'a.json': in line 1 stands a value"),
                failure("a.json"));
    }

    @Test
    void mappingsRenameAndGiveUnits() throws IOException {
        Loaded loaded = load("a.csv", "Model,Data (T),Size (B),\"FLOPs\n(1E21)\",MMLU,tokens,hours\n"
                        + "x,0.57,7.0,84.0,0.29,old,2\ny,,70,n.d.,,older,\n",
                mapping("name", "model", null), mapping("tokens", "Data (T)", "Ttokens"),
                mapping("params", "Size  (b)", "Bparams"), mapping("flops", "FLOPs (1E21)", "ZFLOP"),
                mapping("mmlu", "MMLU", "fraction"), mapping("time", "hours", "hours"));
        assertEquals("""
                name:T | tokens:N token | params:N param | flops:N FLOP | mmlu:N % | tokens_2:T | time:N s
                x | 570000000000 | 7000000000 | 84000000000000000000000 | 29 | old | 7200
                y | ∅ | 70000000000 | ∅ | ∅ | older | ∅""", shown(loaded.table()));
        assertEquals("line 4, column 'FLOPs (1E21)': 'n.d.' is not a number", sentences(loaded));
        assertEquals("name", loaded.table().label());
    }

    @Test
    void anExactTitleGoesBeforeOneThatIsAlike() throws IOException {
        assertEquals("A:N | x:N", shown(load("a.csv", "A,a\n1,2\n", mapping("x", "a", null)).table()).split("\n")[0]);
        assertEquals("x:N | a:N", shown(load("a.csv", "A,a\n1,2\n", mapping("x", "A", null)).table()).split("\n")[0]);
    }

    @Test
    void mappingsThatDoNotHold() throws IOException {
        Files.writeString(folder.resolve("a.csv"), "Model,Tokens\nx,1\n");
        Files.writeString(folder.resolve("a.json"), "[{\"Model\":1}]");
        assertEquals("E305 the file has no column 'Tokns' / did you mean 'Tokens'?\n"
                        + "E305 the file has no column 'Z' / its columns are 'Model', 'Tokens'",
                failure("a.csv", mapping("t", "Tokns", null), mapping("z", "Z", null)));
        assertEquals("E305 the file has no column 'Z' / its columns are 'Model'", failure("a.json", mapping("z", "Z",
                null)));
        assertEquals("E007 the field 'T' is named twice in with / give each column a name of its own\n"
                        + "E007 the column 'Model' is named twice in with"
                        + " / name it once, and define the second name with let",
                failure("a.csv", mapping("t", "Tokens", null), mapping("T", "Model", null), mapping("n", "Model", null),
                        mapping("m", "Model", null)));
    }

    static List<Arguments> labels() {
        return List.of(Arguments.of("id,Name,x\na,b,1\n", "Name"), Arguments.of("org,Model\na,b\n", "Model"),
                Arguments.of("name,org\n1,b\n", "org"), Arguments.of("x,y\n1,2\n", null), Arguments.of("TITLE\na\n",
                        "TITLE"));
    }

    @ParameterizedTest
    @MethodSource("labels")
    void theLabelIsATellingText(String text, String label) throws IOException {
        assertEquals(label, load("a.csv", text).table().label());
    }

    @Test
    void whereTheFirstRowsMislead() throws IOException {
        String rows = "1,,\n".repeat(20_000);
        Loaded loaded = load("a.csv", "a,b,c\n" + rows + "x,5,2024-04-10\n".repeat(20_000));
        assertEquals("a:T | b:N | c:D", shown(loaded.table()).lines().findFirst().orElseThrow());
        assertEquals(0, loaded.badCells());
        assertEquals("1", loaded.table().texts("a").value(0));
        assertEquals(5, loaded.table().numbers("b").values()[39_999]);
        Loaded json = load("a.ndjson", "{\"a\":1}\n".repeat(20_000) + "{\"a\":\"x\",\"b\":5}\n".repeat(20_000));
        assertEquals("a:T | b:N", shown(json.table()).lines().findFirst().orElseThrow());
        assertEquals(0, json.badCells());
        assertTrue(Double.isNaN(json.table().numbers("b").values()[19_999]));
        assertEquals(5, json.table().numbers("b").values()[20_000]);
    }

    /** Many chunks, quotes with line ends everywhere, and bad cells: the same whatever the number of threads. */
    @Test
    void threadsMakeNoDifference() throws IOException {
        StringBuilder text = new StringBuilder("name,n,note\n");
        long line = 2;
        List<String> expected = new ArrayList<>();
        for (int i = 0; i < 200_000; i++) {
            boolean bad = i % 25_000 == 24_999;
            text.append("model-").append(i % 70_000).append(',').append(bad ? "n.d." : Integer.toString(i)).append(',');
            if (bad) {
                expected.add("line " + line + ", column 'n': 'n.d.' is not a number");
            }
            if (i % 3 == 0) {
                text.append("\"a \"\"quote\"\",\n\nand ").append(i % 7).append('"');
                line += 2;
            } else if (i % 3 == 1) {
                text.append("5\" disk");
            }
            text.append('\n');
            line++;
        }
        Files.writeString(folder.resolve("a.csv"), text);
        List<Loaded> all = new ArrayList<>();
        for (int threads : new int[] {1, 2, 5}) {
            all.add(new FileLoader(System::nanoTime, threads).load(new LoadRequest("a.csv", folder, List.of()),
                    LoadProgress.NONE, () -> false));
        }
        for (Loaded loaded : all) {
            assertEquals(String.join("\n", expected), sentences(loaded));
            assertEquals(200_000, loaded.table().rows());
            assertArrayEquals(all.get(0).table().texts("name").codes(), loaded.table().texts("name").codes());
            assertArrayEquals(all.get(0).table().texts("note").codes(), loaded.table().texts("note").codes());
            assertArrayEquals(all.get(0).table().numbers("n").values(), loaded.table().numbers("n").values());
        }
        Table table = all.get(1).table();
        for (int row = 0; row < 200_000; row++) {
            assertEquals("model-" + row % 70_000, table.texts("name").value(row));
            String note = row % 3 == 0 ? "a \"quote\",\n\nand " + row % 7 : row % 3 == 1 ? "5\" disk" : null;
            assertEquals(note, table.texts("note").value(row));
        }
        assertEquals(70_000, table.texts("name").dictionary().size());
    }

    @Test
    void aFaultFarIntoTheFileSaysItsLine() throws IOException {
        Files.writeString(folder.resolve("a.csv"), "a,b\n" + "1,2\n".repeat(1_000_000) + "1,\"x\"y\n"
                + "\"3,4\n".repeat(10));
        assertEquals("E304 cannot load 'a.csv': in line 1000002 text follows a closing quote"
                + " / within quotes, a quote is written twice", failure("a.csv"));
        Files.writeString(folder.resolve("a.csv"), "a,b\n" + "1,2\n".repeat(1_000_000) + "\"3,4\n"
                + "3,4\n".repeat(10));
        assertEquals("E304 cannot load 'a.csv': the quote that opens in line 1000002 is never closed"
                + " / close it, or double it if it belongs to the text", failure("a.csv"));
    }

    @Test
    void whatIsNotUtf8SaysItsLine() throws IOException {
        Files.writeString(folder.resolve("a.csv"), "a,b\n1,caf\u00e9\n", StandardCharsets.ISO_8859_1);
        assertEquals("E301 cannot read 'a.csv': line 2 is not UTF-8 / convert it: iconv -f latin1 -t utf-8",
                failure("a.csv"));
        Files.writeString(folder.resolve("a.csv"), "a,b\n" + "1,2\n".repeat(1_000_000) + "1,\u00e9\n"
                + "3,4\n".repeat(100_000), StandardCharsets.ISO_8859_1);
        assertEquals("E301 cannot read 'a.csv': line 1000002 is not UTF-8 / convert it: iconv -f latin1 -t utf-8",
                failure("a.csv"));
    }

    @Test
    void progressAndCancelling() throws IOException {
        Files.writeString(folder.resolve("a.csv"), "a,b\n" + "1,2\n".repeat(2_000_000));
        long size = Files.size(folder.resolve("a.csv"));
        long[] clock = {0};
        List<Long> seen = new ArrayList<>();
        Thread caller = Thread.currentThread();
        FileLoader timed = new FileLoader(() -> clock[0] += 100_000_000, 2);
        timed.load(new LoadRequest("a.csv", folder, List.of()), (read, total) -> {
            assertEquals(caller, Thread.currentThread());
            assertEquals(size, total);
            seen.add(read);
        }, () -> false);
        assertTrue(!seen.isEmpty() && seen.size() <= 1 + size / RecordChunks.USUAL / 2, seen::toString);
        assertEquals(seen.stream().sorted().toList(), seen);

        int[] asked = {0};
        LlmqException e = assertThrows(LlmqException.class, () -> timed.load(new LoadRequest("a.csv", folder,
                List.of()),
                LoadProgress.NONE, () -> ++asked[0] > 2));
        assertEquals(ErrorCode.E203, e.diagnostics().get(0).code());
        assertEquals(3, asked[0]);
        assertNull(e.getCause());
    }
}
