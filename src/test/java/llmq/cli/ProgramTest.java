package llmq.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import llmq.Main;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The whole program, in process: its streams and its exit status. */
class ProgramTest {
    @TempDir
    Path folder;

    private final Map<String, String> environment = new HashMap<>();
    private InputStream in = new ByteArrayInputStream(new byte[0]);
    private World.Terminals terminals = World.Terminals.NONE;
    private boolean unicode = true;

    private record Ran(int status, String out, String err) {
    }

    @BeforeEach
    void files() throws IOException {
        Files.writeString(folder.resolve("good.llmq"), "#!/usr/bin/env llmq\nparam n = 1\nn + 1\n");
        Files.writeString(folder.resolve("marked.llmq"), "\uFEFF1 + 1\r\n2 + 2\r\n");
        Files.writeString(folder.resolve("stops.llmq"), "1 + 1\nassert 1 > 2 \"so it is\"\n3 + 3\n");
        Files.writeString(folder.resolve("names.llmq"), "1 + 1\nmean(3)\nmedium(4)\n");
        Files.writeString(folder.resolve("picture.llmq"), "plot mmlu against flops to \"x.gif\"\n");
        Files.writeString(folder.resolve("syntax.llmq"), "1 + 1\nrank models were open\n");
        Files.writeString(folder.resolve("untidy.llmq"), "LIST   models   TOP 3\n");
        Files.writeString(folder.resolve("unlearnt.llmq"), "#: exercise A\n# B.\n");
        Files.writeString(folder.resolve("tidy.llmq"), "list models top 3\n");
        Files.write(folder.resolve("binary.llmq"), new byte[] {1, 2, (byte) 0xFF, 0});
        Files.write(folder.resolve("nul.llmq"), new byte[] {'1', 0});
        Files.createDirectory(folder.resolve("folder"));
    }

    private Ran run(String... arguments) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Ran ran = run(out, arguments);
        return new Ran(ran.status(), out.toString(StandardCharsets.UTF_8), ran.err());
    }

    private Ran run(OutputStream out, String... arguments) {
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        World world = new World(in, out, err, environment,
                Clock.fixed(Instant.parse("2027-01-01T12:00:00Z"), ZoneOffset.UTC), folder, null, terminals, unicode);
        return new Ran(Main.run(arguments, world), "", err.toString(StandardCharsets.UTF_8));
    }

    /** Arguments parted by spaces, a tilde for a space within one; status; results; the first line of the rest. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", quoteCharacter = '^', textBlock = """
            -e 1~+~1                            | 0   | 2;               | -
            -e 1~+~1;2~+~2                      | 0   | 2;;4;            | -
            -e 1~+~1 -e 2~+~2                   | 0   | 2;;4;            | -
            --format json -e 1~+~1;2~+~2        | 0   | 2;4;             | -
            -e n param~n~=~1                    | 2   |                  | error[E401]: 'param n = 1' is not a parameter
            run good.llmq                       | 0   | 2;               | -
            good.llmq n=5                       | 0   | 6;               | n = 5
            run good.llmq N=5                   | 0   | 6;               | n = 5
            run good.llmq n=5 N=6               | 2   |                  | error[E401]: parameter 'N' is given twice
            run good.llmq m=5                   | 2   |                  | error[E403]: the script has no parameter 'm'
            run marked.llmq                     | 0   | 2;;4;            | -
            run stops.llmq                      | 1   | 2;               | error[E201] stops.llmq:2:8: assertion failed: so it is
            run names.llmq                      | 2   | 2;               | error[E107] names.llmq:2:1: there is no function 'mean'
            run syntax.llmq                     | 2   |                  | error[E001] syntax.llmq:2:13: unexpected 'were'
            run missing.llmq                    | 1   |                  | error[E301]: cannot read 'missing.llmq': there is no such file
            run folder                          | 1   |                  | error[E301]: cannot read 'folder': it is a folder
            run binary.llmq                     | 1   |                  | error[E301]: cannot read 'binary.llmq': it is not UTF-8 text
            run nul.llmq                        | 1   |                  | error[E301]: cannot read 'nul.llmq': it is not text: it holds a NUL character
            check good.llmq                     | 0   |                  | good.llmq: no errors
            check stops.llmq tidy.llmq          | 0   |                  | stops.llmq: no errors
            check names.llmq                    | 2   |                  | error[E107] names.llmq:2:1: there is no function 'mean'
            check picture.llmq                  | 2   |                  | error[E303] picture.llmq:1:28: the ending of 'x.gif' does not say which format to draw
            check missing.llmq                  | 1   |                  | error[E301]: cannot read 'missing.llmq': there is no such file
            check good.llmq syntax.llmq         | 2   |                  | good.llmq: no errors
            learn 99                            | 2   |                  | error[E405]: there is no lesson 99
            learn nxet                          | 2   |                  | error[E405]: there is no lesson 'nxet'
            learn missing.llmq                  | 1   |                  | error[E301]: cannot read 'missing.llmq': there is no such file
            learn names.llmq                    | 2   |                  | error[E107] names.llmq:2:1: there is no function 'mean'
            learn unlearnt.llmq                 | 2   |                  | error[E502] unlearnt.llmq:1:1: the exercise 'A' has no answer
            fmt untidy.llmq                     | 0   | list models top 3; | -
            fmt --check tidy.llmq               | 0   |                  | -
            fmt --check untidy.llmq tidy.llmq   | 1   | untidy.llmq;     | -
            fmt syntax.llmq                     | 2   |                  | error[E001] syntax.llmq:2:13: unexpected 'were'
            --sandbox -e save~models~to~"x.csv" | 1   |                  | error[E306]: in the sandbox no file is written
            --catalog missing -e 1              | 1   |                  | error[E301]: cannot read the catalog: 'DIR/missing' is not a folder
            --nonsense                          | 2   |                  | error[E401]: unknown option '--nonsense'
            """)
    void endsAsTheContractSays(String arguments, int status, String out, String err) {
        Ran ran = run(arguments.isEmpty() ? new String[0] : split(arguments));
        String first = ran.err().isEmpty() ? null : ran.err().split("\n")[0].replace(folder.toString(), "DIR");
        assertEquals(status + "|" + (out == null ? "" : out) + "|" + err,
                ran.status() + "|" + ran.out().replace('\n', ';') + "|" + first);
    }

    /** Lessons need a prompt; without one there is the list of them. */
    @ParameterizedTest
    @CsvSource({"learn, 0, 'a lesson needs'", "learn list, 0, 'a lesson needs'", "learn 1, 2, 'error[E401]: a lesson needs'",
        "learn next, 2, 'error[E401]: a lesson needs'", "learn good.llmq, 2, 'error[E401]: a lesson needs'"})
    void withoutATerminalLessonsAreListed(String arguments, int status, String said) {
        Ran ran = run(split(arguments));
        assertEquals(status, ran.status());
        assertTrue(ran.out().contains("lessons\n\n 1  Meet the catalog "), ran.out());
        assertTrue(ran.err().startsWith(said + " a terminal, to type at its prompt\n"), ran.err());
    }

    @Test
    void readsStandardInput() {
        in = new ByteArrayInputStream("1 + 1\n2 + 2".getBytes(StandardCharsets.UTF_8));
        assertEquals(new Ran(0, "2\n\n4\n", ""), run());
    }

    @Test
    void standardInputWithoutStatementsGivesNothing() {
        in = new ByteArrayInputStream("  # nothing\n".getBytes(StandardCharsets.UTF_8));
        assertEquals(new Ran(0, "", ""), run("run", "-"));
    }

    @Test
    void standardInputThatIsNoTextIsAnError() {
        in = new ByteArrayInputStream(new byte[] {'1', (byte) 0xC3, '('});
        assertEquals(new Ran(1, "", "error[E301]: cannot read standard input: it is not UTF-8 text\n"), run());
    }

    @Test
    void errorsInScriptsNameThePlace() {
        Ran ran = run("run", "stops.llmq");
        assertTrue(ran.err().contains("stops.llmq:2:"), ran.err());
    }

    @Test
    void rewritesAFileInPlaceAndOnlyOnce() throws IOException {
        assertEquals(new Ran(0, "", ""), run("fmt", "--write", "untidy.llmq"));
        assertEquals("list models top 3\n", Files.readString(folder.resolve("untidy.llmq")));
        try (var files = Files.list(folder)) {
            assertEquals(0, files.filter(file -> file.getFileName().toString().endsWith(".tmp")).count());
        }
    }

    @Test
    void aFileKeepsItsLineEnds() throws IOException {
        Path file = Files.writeString(folder.resolve("crlf.llmq"), "# said\r\nlist   models\r\n  where open\r\n");
        assertEquals(new Ran(0, "", ""), run("fmt", "--write", "crlf.llmq"));
        assertEquals("# said\r\nlist models where open\r\n", Files.readString(file));
        assertEquals(new Ran(0, "", ""), run("fmt", "--check", "crlf.llmq"));
    }

    @Test
    void aReaderThatLeavesChangesNothingElse() {
        OutputStream gone = new OutputStream() {
            @Override
            public void write(int b) throws IOException {
                throw new IOException("Broken pipe");
            }
        };
        assertEquals(new Ran(0, "", ""), run(gone, "-e", "1 + 1"));
        assertEquals(1, run(gone, "run", "stops.llmq").status());
    }

    @Test
    void aFullDiskIsAnError() {
        OutputStream full = new OutputStream() {
            @Override
            public void write(int b) throws IOException {
                throw new IOException("No space left on device");
            }
        };
        assertEquals(new Ran(1, "", "error[E302]: cannot write to standard output: No space left on device\n"),
                run(full, "-e", "1 + 1"));
    }

    @Test
    void aFaultOfItsOwnIsOneLine() {
        in = new InputStream() {
            @Override
            public int read() {
                throw new IllegalStateException("a bug");
            }
        };
        assertEquals(new Ran(70, "", "internal error: IllegalStateException: a bug, please report"
                + " (LLMQ_DEBUG=1 shows more)\n"), run());
        environment.put("LLMQ_DEBUG", "1");
        assertTrue(run().err().contains("\tat "));
    }

    /** Whether the output holds an escape sequence. */
    @ParameterizedTest
    @CsvSource({
        "true,  xterm, '',  '',               true",
        "false, xterm, '',  '',               false",
        "true,  xterm, 1,   '',               false",
        "true,  dumb,  '',  '',               false",
        "true,  xterm, '',  --color=never,    false",
        "false, dumb,  1,   --color=always,   true",
        "true,  xterm, '',  --plain,          false",
        "true,  xterm, '',  --format=csv,     false",
    })
    void coloursTerminalsOnly(boolean terminal, String type, String noColor, String option, boolean expected) {
        terminals = new World.Terminals(false, terminal, terminal, 80, 24);
        environment.put("TERM", type);
        environment.put("NO_COLOR", noColor);
        Ran ran = option.isEmpty() ? run("-e", "list models top 1 show name")
                : run(option, "-e", "list models top 1 show name");
        assertEquals(0, ran.status());
        assertEquals(expected, ran.out().contains("\u001b["), ran.out());
    }

    @Test
    void onlyTerminalsAreSparedRows() {
        String[] all = run("-e", "list models show name").out().split("\n");
        terminals = new World.Terminals(false, true, true, 80, 24);
        String[] some = run("-e", "list models show name").out().split("\n");
        assertTrue(all.length > 200 && some.length < 60, all.length + " and " + some.length);
    }

    /** Files and pipes have what programs read as it is; nothing of it may steer a terminal. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
        "csv    | c\u202ed~x\u001b[31mR\u001b]0;t\u0007\u009b2J~\"a~b\"~ | c\\u202ed~x\\x1b[31mR\\x1b]0;t\\x07\\x9b2J~\"a~b\"~",
        "tsv    | c\u202ed~x\u001b[31mR\u001b]0;t\u0007\u009b2J~a\\nb~ | c\\u202ed~x\\x1b[31mR\\x1b]0;t\\x07\\x9b2J~a\\nb~",
        "ndjson | {\"c\u202ed\": \"x\\u001b[31mR\\u001b]0;t\\u0007\\u009b2J\"}~{\"c\u202ed\": \"a\\nb\"}~ |"
                + " {\"c\\u202ed\": \"x\\u001b[31mR\\u001b]0;t\\u0007\\u009b2J\"}~{\"c\\u202ed\": \"a\\nb\"}~",
    })
    void whatProgramsReadIsSafeOnATerminal(String format, String piped, String shown) throws IOException {
        Files.writeString(folder.resolve("c.csv"), "c\u202ed\nx\u001b[31mR\u001b]0;t\u0007\u009b2J\n"
                + "\"a\nb\"\n");
        String[] typed = {"--format=" + format, "-e", "load 'c.csv' as t; list t"};
        assertEquals(piped.replace('~', '\n'), run(typed).out());
        terminals = new World.Terminals(false, true, true, 80, 24);
        assertEquals(shown.replace('~', '\n'), run(typed).out());
    }

    @Test
    void asciiWhereTheLocaleHasNoMore() {
        unicode = false;
        assertTrue(run("-e", "list models top 1 show org").out().chars().allMatch(c -> c < 128));
    }

    /** What concerns that command, and its own options alone. */
    @Test
    void aCommandHasHelpOfItsOwn() {
        assertEquals("""
                usage
                  llmq handout FILE | N --to OUT [NAME=VALUE ...]
                                            write a script or lesson and its results to OUT, .html or .md
                    N                       a lesson of the course; llmq learn lists them
                    NAME=VALUE              what a parameter of the script is to be

                options
                  --to OUT                  where a handout goes
                  --answers                 make it the teacher's copy: answers, hints, notes
                  of every command          --format, --color, --width, --plain, --paper, --catalog, --sandbox
                                            llmq --help tells of them
                """, run("handout", "--help").out());
        assertEquals(run("handout", "--help").out(), run("--help", "handout", "3").out());
        for (Command command : Command.values()) {
            for (String line : run(command.word(), "-h").out().split("\n")) {
                assertTrue(line.length() <= 100, line);
            }
        }
        unicode = false;
        String present = run("present", "--help").out();
        assertTrue(present.contains("--notes") && present.contains("\n  Down, j "), present);
        assertTrue(present.chars().allMatch(c -> c < 128), present);
        assertEquals(run("--help").out(), run("nothing", "--help").out());
    }

    @Test
    void helpFitsAWindow() {
        Ran ran = run("--help");
        assertEquals(0, ran.status());
        for (String line : ran.out().split("\n")) {
            assertTrue(line.length() <= 100, line);
        }
        for (Option option : Option.values()) {
            assertTrue(ran.out().contains(option.word() + (option.value() == null ? "" : " " + option.value())));
        }
    }

    @Test
    void versionNamesAllThree() {
        assertTrue(run("--version").out().matches("llmq [0-9.]+\\S*, catalog \\d{4}\\.\\d{2}\\S*, Java [0-9]+.*\n"));
    }

    @Test
    void auditOfTheCatalogsOwnFolderFindsNothing() {
        assertEquals(new Ran(0, "", "nothing found\n"),
                run("check", "--catalog", Path.of("src/main/catalog").toAbsolutePath().toString()));
    }

    private static String[] split(String arguments) {
        String[] parts = arguments.split(" ");
        for (int i = 0; i < parts.length; i++) {
            parts[i] = parts[i].replace('~', ' ');
        }
        return parts;
    }
}
