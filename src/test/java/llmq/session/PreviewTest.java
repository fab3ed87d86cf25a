package llmq.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import llmq.Running;
import llmq.catalog.Catalog;
import llmq.diagnostic.SourceText;
import llmq.engine.Cancel;
import llmq.engine.Engine;
import llmq.result.LeftOut;
import llmq.result.Result;
import llmq.syntax.Completeness;
import llmq.syntax.Parser;
import llmq.table.Field;
import llmq.table.NumberColumn;
import llmq.table.Schema;
import llmq.table.Table;
import llmq.value.Type;
import llmq.value.Unit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PreviewTest {
    private static final Session START = Session.start(Catalog.builtIn());
    private static final Preview PREVIEW = new Preview(new Engine(1));

    @ParameterizedTest
    @CsvSource(delimiter = '¦', quoteCharacter = '^', textBlock = """
            60 ¦ 5 of 9 models · 4 left out: tokens (3), … · top: A ¦ 5 of 9 models · 4 left out: tokens (3), … · top: A
            40 ¦ 5 of 9 models · 4 left out: tokens (3), … · top: A ¦ 5 of 9 models · 4 left out · top: A
            40 ¦ 5 of 9 models, 4 left out: tokens (3), ..., top: A ¦ 5 of 9 models, 4 left out, top: A
            30 ¦ 5 of 9 models · 4 left out: tokens not known       ¦ 5 of 9 models · 4 left out
            10 ¦ there is no field 'opne' in models                 ¦ there is no field 'opne' in models""")
    void reasonsGiveWay(int length, String text, String shown) {
        assertEquals(shown, new Preview.Line(Preview.Kind.ROWS, text).within(length));
    }

    /** Figures follow from the catalog, which grows: they are masked as they are in the expectations. */
    @ParameterizedTest
    @CsvSource(delimiter = '¦', quoteCharacter = '^', textBlock = """
            list models                                       ¦ rows N models
            rank models where tokens < 3T by mmlu/flops top 5 ¦ rows N of N models, N shown · N left out: tokens not disclosed (N), … · top: NAME
            rank models where tokens < 3T                     ¦ need N of N models · N left out: tokens not disclosed · needs by …, what to order by
            rank models where tokns < 3T                      ¦ error there is no field or measure 'tokns' in models · did you mean 'tokens'?
            rank models by                                    ¦ need needs a field: by mmlu
            list where mmlu > 60 sort by flops                ¦ rows N of N models · N left out: mmlu not known · first: NAME
            list where tokns                                  ¦ same
            list where tokns < 3                              ¦ error there is no field or measure 'tokns' in models · did you mean 'tokens'?
            list where tokens < 3 km                          ¦ same
            list where max(mmlu                               ¦ need needs )
            summarize show avg(mmlu), count()                 ¦ value avg(mmlu) N % · count() N · N left out: mmlu not known
            summarize show count() per family                 ¦ rows N rows from N models
            frontier mmlu against flops                       ¦ rows N of N models on the frontier · N left out: mmlu not known (N), …
            rank by mmlu | summarize show avg(params)       ¦ value avg(params) NB params · N left out: mmlu not known (N), …
            list top 5                                        ¦ rows N models, N shown
            rank models by mmlu per org top 1                 ¦ rows N of N models, N shown · N left out: mmlu not known · top: NAME
            compare DBRX, "Llama 2 70B"                       ¦ rows N models side by side
            describe models                                   ¦ none
            explain list models                               ¦ none
            list hardware                                     ¦ rows N rows of hardware
            list scores                                       ¦ rows N scores
            fit mmlu on log10(flops) using logistic           ¦ value n = N · R² = N · N left out: mmlu not known (N), …
            fit mmlu on log10(flops) as f                     ¦ value n = N · R² = N · N left out: mmlu not known (N), …
            fit mmlu on log10(flops) with bootstrap 100       ¦ none
            fit mmlu on log10(flops) with leave one out       ¦ none
            rank by mmlu with intervals                       ¦ none
            3T / 7B                                           ¦ value = 429
            3 + 4 in %                                        ¦ value = 7.0 %
            1 +                                               ¦ need needs a value
            1/0                                               ¦ value = unknown: not defined, as a division by zero or the average of no rows
            tokens of "GPT-4"                                 ¦ value = unknown: tokens of GPT-4 not disclosed
            mmlu of Phi + 1                                   ¦ error 'Phi' fits N names
            trace mmlu of DBRX                                ¦ value = N %
            let x = mmlu / flops                              ¦ none
            let x = 3 + 4                                     ¦ value x = 7
            let v = models where params < 10B                 ¦ rows N of N models · N left out: params not known
            let y = 3⏎list models where params > y            ¦ rows N of N models · N left out: params not known
            list models⏎list hardware                         ¦ none
            load "a.csv" as t                                 ¦ rows reads a.csv as t
            save models to "b.csv"                            ¦ rows writes b.csv
            plot mmlu against flops where open                ¦ rows draws N of N models · N left out: mmlu not known (N), …
            plot count() per org                              ¦ rows draws N rows from N models
            plot mmlu where open to "b.svg"                   ¦ rows into b.svg: N of N models · N left out: mmlu not known
            assume tokens of "GPT-4o" = 13T                   ¦ value assumes tokens of GPT-4o = 13T tokens
            assert 1 < 2                                      ¦ value holds
            assert 1 > 2                                      ¦ error does not hold
            whatif DBRX with tokens = 3T                      ¦ need needs using …, the name of a fit
            what                                              ¦ same
            what +                                            ¦ need needs a value
            what + 1                                          ¦ error there is no field or measure 'what'
            describe mmlu                                     ¦ none
            rank models by mmlu top                           ¦ need needs a number: top 5
            rank models by mmlu with                          ¦ need needs the word intervals
            rank models by (mmlu⏎                             ¦ need needs ) · Ctrl-C drops it
            rank models where (open                           ¦ need needs )
            list models where org is                          ¦ need needs known or unknown
            list models where mmlu >                          ¦ need needs a value
            list models where open and                        ¦ need needs what else must hold
            list models where org not in                      ¦ same
            list where org                                    ¦ same
            rank mod                                          ¦ same
            list where org top 3                              ¦ error 'org' is text, where a condition is needed
            list where name = "GPT                            ¦ need needs a closing "
            plot mmlu against                                 ¦ need needs the other axis: against flops
            rank models by mmlu show name,                    ¦ need needs one more
            whatif DBRX with tokens = 3T⏎list models          ¦ need needs using …, the name of a fit · Ctrl-C drops it
            list models; rank where open                      ¦ need needs by …, what to order by
            plot mmlu against flop where open                 ¦ error there is no field or measure 'flop' in models · did you mean 'flops', 'flops_6nd' or 'flops_6nd_total'?
            plot open against mmlu where open                 ¦ error what is drawn against each other are numbers or dates, and open is true or false
            """)
    void saysInOneLineWhatWouldCome(String text, String expected) {
        Preview.Line line = PREVIEW.of(text.replace('⏎', '\n'), START, Cancel.never());
        String told = told(line);
        assertEquals(expected, expected.contains("N") ? masked(told) : told);
    }

    private static String told(Preview.Line line) {
        return line == null ? "none" : line.isSame() ? "same" : line.kind().name().toLowerCase(Locale.ROOT) + " " + line.text();
    }

    private static String masked(String told) {
        return told.replaceAll("(top|first): .*", "$1: NAME").replaceAll("-?[0-9]+(\\.[0-9]+)?", "N")
                .replaceAll("GPT-?N(o?)", told.contains("GPT-4o") ? "GPT-4o" : "GPT-4").replace("= NT", "= 13T");
    }

    /** Of a fit that was made. */
    @ParameterizedTest
    @CsvSource(delimiter = '¦', quoteCharacter = '^', textBlock = """
            predict trend at flops = 1e25               ¦ value mmlu N % · N % to N %
            predict trend for models where params > 30B ¦ rows N of N models · N left out: mmlu not known (N), …
            whatif DBRX with tokens = 15T using trend   ¦ value by trend, mmlu changes by +N points, N% +N to +N
            whatif DBRX with tokens = 15T using tren    ¦ same
            whatif DBRX with tokns = 15T using trend    ¦ error there is no field 'tokns' in models · did you mean 'tokens'?
            list trend                                  ¦ rows N rows of trend
            """)
    void saysWhatAFitMakesOfIt(String text, String expected) {
        SourceText fit = SourceText.of("fit mmlu on log10(flops) using logistic as trend");
        Session session = START.run(new Parser().parse(fit).statements().get(0), fit, Running.workspace()).session();
        assertEquals(expected, masked(told(PREVIEW.of(text, session, Cancel.never()))));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '¦', quoteCharacter = '^', textBlock = """
            0 ¦ 2 / 3            ¦ value = 0.667
            7 ¦ 2 / 3            ¦ value = 0.6666667
            2 ¦ 3T / 7B          ¦ value = 429
            5 ¦ let x = 100T / 7 ¦ value x = 1.4286e13
            """)
    void asManyDigitsAsAreAskedFor(int digits, String text, String expected) {
        assertEquals(expected, told(new Preview(new Engine(1), digits).of(text, START, Cancel.never())));
    }

    /** Where a text is merely not finished, it says so, at the end of each word and within it. */
    @Test
    void whatIsOnTheWayToBeRightIsNotScolded() throws IOException {
        List<String> whole = new ArrayList<>();
        for (String line : Files.readAllLines(Path.of("src/test/resources/syntax/statements.llmq"))) {
            if (Completeness.of(line) == Completeness.COMPLETE) {
                whole.add(line);
            }
        }
        try (Stream<Path> walk = Files.walk(Path.of("src/test/resources/golden/query"))) {
            for (Path file : walk.filter(each -> each.toString().endsWith(".llmq")).sorted().toList()) {
                String text = Files.readString(file).strip();
                if (text.length() < 400 && Completeness.of(text) == Completeness.COMPLETE) {
                    whole.add(text);
                }
            }
        }
        List<String> scolded = new ArrayList<>();
        for (String text : whole) {
            for (int end = 1; end <= text.length(); end++) {
                String typed = text.substring(0, end);
                Preview.Line line = PREVIEW.of(typed, START, Cancel.never());
                if (line != null && line.kind() == Preview.Kind.ERROR && !isMistakeOfMeaning(typed, line)) {
                    scolded.add(typed + " -> " + line.text());
                }
            }
        }
        assertEquals("", String.join("\n", scolded));
        assertTrue(whole.size() > 300, whole.size() + " statements");
    }

    private static boolean isMistakeOfMeaning(String typed, Preview.Line line) {
        Completeness read = Completeness.of(typed);
        return read != Completeness.ERROR && !line.text().contains("unexpected");
    }

    @Test
    void theFiguresAreThoseOfTheResult() {
        String text = "rank models where tokens < 3T by mmlu/flops";
        Preview.Line line = PREVIEW.of(text, START, Cancel.never());
        SourceText source = SourceText.of(text);
        Result result = START.run(new Parser().parse(source).statements().get(0), source, Running.workspace()).result();
        long leftOut = result.leftOut().stream().mapToLong(LeftOut::rows).sum();
        assertTrue(line.text().startsWith(result.table().rows() + " of " + result.considered() + " models · "
                + leftOut + " left out: "), line.text());
        assertTrue(line.text().endsWith(" · top: " + result.table().texts("name").value(0)), line.text());
    }

    @Test
    void aLargeTableIsLeftAlone() {
        for (int rows : new int[] {Preview.MOST_ROWS, Preview.MOST_ROWS + 1}) {
            Field field = new Field("x", Type.NUMBER, Unit.NONE, "", null);
            Table table = new Table(new Schema(List.of(field)), List.of(NumberColumn.of(new double[rows])), rows, null);
            Session session = START.withTable("t", table, List.of(), null);
            for (String text : new String[] {"list t where x < 1", "max(x of t)", "let v = t where x < 1"}) {
                Preview.Line line = PREVIEW.of(text, session, Cancel.never());
                if (rows == Preview.MOST_ROWS) {
                    assertNotNull(line, text);
                } else {
                    assertNull(line, text);
                }
            }
        }
    }

    /** What it lacks, and what is wrong with it, is said of a table of any size. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            rank t where x < 1        | need needs by …, what to order by
            rank t by x top           | need needs a number: top 5
            list t where y < 1 top 3  | error there is no field or measure 'y' in t
            list t whre x < 1 top 3   | error unexpected 'whre' · did you mean 'where'?
            """)
    void aLargeTableIsSpokenOf(String text, String expected) {
        int rows = 1_500_000;
        Field field = new Field("x", Type.NUMBER, Unit.NONE, "", null);
        Table table = new Table(new Schema(List.of(field)), List.of(NumberColumn.of(new double[rows])), rows, null);
        assertEquals(expected, told(PREVIEW.of(text, START.withTable("t", table, List.of(), null), Cancel.never())));
    }

    @Test
    void stopsWhenCancelled() {
        AtomicInteger asked = new AtomicInteger();
        assertEquals(Preview.SAME, PREVIEW.of("rank models by mmlu", START, () -> asked.incrementAndGet() > 0));
        assertTrue(asked.get() > 0);
    }

    /** Whatever is typed, at any moment of it. */
    @Test
    void nothingThatIsTypedFails() throws IOException {
        List<Path> files;
        try (Stream<Path> walk = Files.walk(Path.of("src/test/resources/golden"))) {
            files = new ArrayList<>(walk.filter(file -> file.toString().endsWith(".llmq")).sorted().toList());
        }
        int told = 0;
        for (int i = 0; i < files.size(); i++) {
            String text = Files.readString(files.get(i));
            for (int end = 1 + i % 5; end <= Math.min(text.length(), 400); end += 5) {
                String typed = text.substring(text.lastIndexOf('\n', end - 2) + 1, end);
                told += PREVIEW.of(typed, START, Cancel.never()) == null ? 0 : 1;
            }
        }
        assertTrue(told > 1000, told + " lines");
    }
}
