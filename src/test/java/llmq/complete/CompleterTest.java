package llmq.complete;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import llmq.Masked;
import llmq.Running;
import llmq.catalog.Catalog;
import llmq.command.Commands;
import llmq.diagnostic.SourceText;
import llmq.load.FileLoader;
import llmq.session.Session;
import llmq.session.Snippet;
import llmq.session.Workspace;
import llmq.syntax.Completeness;
import llmq.syntax.Parser;
import llmq.syntax.tree.Statement;
import llmq.table.Schema;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is offered where, in a session with something of each kind; and that what is offered can stand there. */
class CompleterTest {
    private static final Path PLACES = Path.of("src/test/resources/complete/places.txt");
    private static final String DEFINED = """
            load "src/test/resources/complete/mine.csv" as mine with (tokens = "tokens" tokens)
            let eff = skill(mmlu)/flops
            let f(a, b) = a/b
            param lim = 5
            let small = models where params < 10B
            fit mmlu on log10(flops) as trend
            fit mmlu on log10(params), log10(tokens) as two
            rank models by mmlu top 3
            3*4
            """;
    private static final Completer COMPLETER = new Completer(session(), new TestFiles(),
            List.of(snippet(Snippet.Kind.START, 1, "let s = 1"), snippet(Snippet.Kind.WORKED, 1, "list models"),
            snippet(Snippet.Kind.FAILED, 1, "lisst"), snippet(Snippet.Kind.COMMAND, 1, "/drop s"),
            snippet(Snippet.Kind.WORKED, 2, "rank models\n  by mmlu")));

    /** A folder of the test's, with one file in it whose columns can be told. */
    private static final class TestFiles implements llmq.complete.Files {
        @Override
        public List<String> in(String path) {
            return switch (path) {
                case "" -> List.of("data/", ".hidden.csv", "a.csv", "b.json", "best.llmq", "c.exe", "notes.md");
                case "data/" -> List.of("mine.tsv");
                default -> List.of();
            };
        }

        @Override
        public Schema columns(String path) {
            return path.equals("a.csv") ? FileLoader.columns("src/test/resources/complete/mine.csv", Path.of("."))
                    : null;
        }
    }

    private static Snippet snippet(Snippet.Kind kind, int number, String text) {
        return new Snippet(kind, number, text, null, null);
    }

    private static Session session() {
        Session session = Session.start(Catalog.builtIn());
        Workspace workspace = Running.workspace(Path.of("."));
        SourceText text = SourceText.of(DEFINED);
        for (Statement statement : new Parser().parse(text).statements()) {
            session = session.run(statement, text, workspace).session();
        }
        return session;
    }

    private static List<String[]> places() throws IOException {
        List<String[]> places = new ArrayList<>();
        for (String line : Files.readAllLines(PLACES, StandardCharsets.UTF_8)) {
            int arrow = line.indexOf(" → ");
            if (arrow >= 0 && !line.startsWith("## ")) {
                places.add(new String[] {line.substring(0, arrow).replace('⏎', '\n'), line.substring(arrow + 3)});
            }
        }
        return places;
    }

    private static List<String> offered(String marked) {
        int caret = marked.indexOf('⇥');
        List<String> texts = new ArrayList<>();
        for (Candidate candidate : COMPLETER.complete(marked.replace("⇥", ""), caret).candidates()) {
            texts.add(candidate.text());
        }
        return texts;
    }

    @Test
    void offersWhatMayStandThere() throws IOException {
        List<String> wrong = new ArrayList<>();
        for (String[] place : places()) {
            List<String> offered = offered(place[0]);
            String[] wanted = place[1].split(" · ");
            Set<String> missing = new TreeSet<>();
            boolean some = wanted[0].matches("[+-].+");
            for (String word : wanted) {
                boolean there = offered.contains(some ? word.substring(1) : word);
                if (some && there != (word.charAt(0) == '+')) {
                    missing.add(word);
                }
            }
            boolean exact = place[1].equals("nothing") ? offered.isEmpty()
                    : new TreeSet<>(offered).equals(new TreeSet<>(List.of(wanted)));
            if (some ? !missing.isEmpty() : !exact) {
                wrong.add(place[0] + " → " + (some ? missing : String.join(" · ", offered)));
            }
        }
        assertEquals("", String.join("\n", wrong));
        assertTrue(places().size() >= 150, places().size() + " places");
    }

    /** Whatever is offered after a beginning without mistakes, the parser goes past it. */
    @Test
    void whatIsOfferedCanStandThere() throws IOException {
        List<String> wrong = new ArrayList<>();
        int seen = 0;
        for (String[] place : places()) {
            String before = place[0].substring(0, place[0].indexOf('⇥'));
            Completion completion = COMPLETER.complete(before, before.length());
            String kept = before.substring(0, completion.from());
            if (before.strip().startsWith("/") || Commands.isWord(before + "x") || Completeness.of(kept) == Completeness.ERROR) {
                continue;
            }
            for (Candidate candidate : completion.candidates()) {
                String after = kept + candidate.text();
                boolean open = candidate.kind() == Candidate.Kind.FILE && !candidate.whole();
                seen++;
                if (!open && Completeness.of(after) == Completeness.ERROR
                        && Completeness.of(after + " (1)") == Completeness.ERROR) {
                    wrong.add(after);
                }
            }
        }
        assertEquals("", String.join("\n", wrong));
        assertTrue(seen > 3000, seen + " candidates");
    }

    /** Whatever is typed, in whatever order: something is offered or nothing, and the caret is where it was. */
    @Test
    void noTextIsTooOdd() throws IOException {
        Random random = new Random(11);
        List<String[]> places = places();
        String odd = "()|,;=<>+-*/^%$'\"`#\n\t 09.eT?/\u20ac\u2265\u0130\ud83d\ude00";
        for (int i = 0; i < 4000; i++) {
            StringBuilder text = new StringBuilder();
            for (int part = 0; part < 2; part++) {
                String place = places.get(random.nextInt(places.size()))[0].replace("⇥", "");
                int start = random.nextInt(place.length() + 1);
                text.append(place, start, start + random.nextInt(place.length() - start + 1));
                text.append(odd.charAt(random.nextInt(odd.length())));
            }
            int caret = random.nextInt(text.length() + 1);
            Completion completion = COMPLETER.complete(text.toString(), caret);
            assertTrue(completion.from() >= 0 && completion.from() <= caret && caret <= completion.to()
                    && completion.to() <= text.length(), text + " at " + caret + " gives " + completion);
        }
        assertEquals(List.of(), COMPLETER.complete("(".repeat(100_000), 100_000).candidates());
        assertEquals(List.of(), COMPLETER.complete("- ".repeat(50_000), 100_000).candidates());
        assertEquals(List.of(), COMPLETER.complete("rank ".repeat(10_000), 50_000).candidates());
    }

    /** A text with the caret, and what help there is on the word there. */
    @ParameterizedTest
    @CsvSource(delimiter = '@', quoteCharacter = '^', nullValues = "none", textBlock = """
            rank⇥                                    @ rank
            rank ⇥                                   @ rank
            Rank  ⇥                                  @ rank
            ran⇥                                     @ none
            rank models ⇥                            @ models
            rank models by mmlu⇥                     @ mmlu
            rank models by mmlu ⇥                    @ mmlu
            rank models by mmlu⇥/flops               @ mmlu
            rank models by mmlu/⇥                    @ none
            rank models where ⇥                      @ rank
            rank models by ⇥                         @ rank
            list models where open and ⇥             @ none
            list models show name | rank by ⇥        @ rank
            list (rank models by mmlu top ⇥          @ rank
            let x = 3; fit mmlu on ⇥                 @ fit
            explain fit mmlu on ⇥                    @ fit
            fit mmlu on flops using line⇥            @ line
            fit mmlu on flops with bootstrap⇥        @ bootstrap
            rank models by log10(⇥                   @ log10
            rank models by log10⇥                    @ log10
            mmlu of "DBRX Base" ⇥                    @ "DBRX Base"
            mmlu of "DBRX Base"⇥                     @ "DBRX Base"
            mmlu of "DBRX⇥                           @ none
            list models where family = 'DBRX'⇥       @ none
            whatif DBRX with tokens = ⇥              @ tokens
            rank models by eff⇥                      @ eff
            predict trend ⇥                          @ trend
            list $1⇥                                 @ $1
            3 hours⇥                                 @ hours
            rank mine by `my score`⇥                 @ `my score`
            rank modles by mmlu⇥                     @ mmlu
            /save⇥                                   @ /save
            /save ⇥                                  @ /save
            /set feedback ⇥                          @ feedback
            /help mmlu⇥                              @ mmlu
            ⇥                                        @ none
            3 + ⇥                                    @ none
            """)
    void knowsTheWordThatThereIsAPageOn(String marked, String topic) {
        int caret = marked.indexOf('⇥');
        assertEquals(topic, COMPLETER.topic(marked.replace("⇥", ""), caret));
    }

    @Test
    void saysWhatACandidateIs() {
        List<String> said = new ArrayList<>();
        for (String text : List.of("rank models by toke", "rank models by arch", "rank models by releas",
                "rank models by log10", "list hard", "rank models by eff", "predict tre",
                "list models where family = 'dbrx", "mmlu of dbrx", "list models whe", "fit mmlu on flops using li",
                "3 hours", "list $3", "rank models by mmlu | list show tok", "/list 2", "/drop tr", "/set rows d")) {
            for (Candidate candidate : COMPLETER.complete(text, text.length()).candidates()) {
                said.add(candidate.kind().group() + ": " + candidate.display() + " - " + candidate.description());
            }
        }
        String expected = """
                fields: tokens - tokens · known for N of N
                fields: architecture - text · known for N of N
                fields: released - a date · known for N of N
                functions: log10(x) - logarithm to base 10
                tables: hardware - N rows
                own names: eff - skill(mmlu)/flops
                functions: effective_flops(fit) - compute at which a fit reaches a row's own score
                own names: trend - trend(flops = …)
                values: DBRX - 1 row
                models: DBRX Base - Databricks
                words: where - only rows of which something is true
                methods: line - a straight line in its inputs, by least squares
                units: hours - 3600 seconds
                results: $3 - 3 rows: rank, name, mmlu
                fields: tokens - tokens
                statements: 2 - rank models by mmlu
                own names: trend - trend(flops = …)
                commands: default - 40""";
        assertEquals(expected, Masked.like(expected, String.join("\n", said)));
    }
}
