package llmq.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import llmq.diagnostic.LlmqException;
import llmq.diagnostic.SourceText;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

class TestingTest {
    private static final String SCRIPT = """
            # Prose, and a shell's sign beneath
            params of DBRX / 10B params
            #> 7

            let x = mmlu/flops
            #>
            rank models where opne by x
            #>
            mmlu of DBRX
            #> 73.7 %
            """;

    @TempDir
    private Path folder;

    private String llmq(String... arguments) {
        return Dialogue.command(List.of(arguments), folder);
    }

    private void write(String name, String text) throws IOException {
        Files.writeString(folder.resolve(name), text);
    }

    private String read(String name) throws IOException {
        return Files.readString(folder.resolve(name));
    }

    @Test
    void whatDiffersIsShownAndLeftAlone() throws IOException {
        write("a.llmq", SCRIPT);
        assertEquals("""
                a.llmq:2 prints something else: - recorded, + now
                  - 7
                  + 13.2
                a.llmq:7 prints something else: - recorded, + now
                  + error[E101]: there is no field or measure 'opne' in models
                  +   help: did you mean 'open'?
                a.llmq: 4 statements ran, 4 recorded outputs, 2 differ; llmq test --accept a.llmq writes them
                  anew
                """, llmq("test", "a.llmq"));
        assertEquals(SCRIPT, read("a.llmq"));
    }

    @Test
    void whatWasAcceptedDiffersNoMore() throws IOException {
        write("a.llmq", SCRIPT);
        assertEquals("a.llmq: 4 statements ran, 4 recorded outputs, 2 written anew\n",
                llmq("test", "--accept", "a.llmq"));
        assertEquals(SCRIPT.replace("#> 7\n", "#> 13.2\n").replace("opne by x\n#>\n", """
                opne by x
                #> error[E101]: there is no field or measure 'opne' in models
                #>   help: did you mean 'open'?
                """), read("a.llmq"));
        assertEquals("a.llmq: 4 statements ran, 4 recorded outputs, nothing differs\n",
                llmq("test", "--accept", "a.llmq"));
        assertEquals(read("a.llmq"), llmq("fmt", "a.llmq"), "laid out as it was written");
    }

    @Test
    void anErrorThatIsNotRecordedEndsTheScriptAndChangesNothing() throws IOException {
        String text = "count(models)\n#> 1\nmmlu of NOBODY\ncount(models)\n#> 2\n";
        write("a.llmq", text);
        String told = llmq("test", "--accept", "a.llmq");
        assertEquals("error[E", told.substring(0, 7), told);
        assertEquals(text, read("a.llmq"));
    }

    @Test
    void exercisesAreTried() throws IOException {
        String lesson = """
                #: exercise The best
                # Which is the best?
                #: mistake rank models by mmlu asc top 1
                rank models by mmlu top 1
                """;
        write("a.llmq", lesson);
        assertEquals("a.llmq: 1 statement ran, nothing recorded to compare, 1 exercise tried\n",
                llmq("test", "a.llmq"));
        write("a.llmq", lesson.replace(" asc", ""));
        String told = llmq("test", "a.llmq");
        assertEquals("error[E503]", told.substring(0, 11), told);
    }

    @Test
    void blocksOfMarkdownAreRun() throws IOException {
        String text = """
                # Title

                ```llmq
                rank models by mmlu
                ```
                ```llmq error E101
                rank models by nothing
                ```
                ```console
                $ llmq -e '20 + 1'
                3

                $ llmq -e 'mmlu of DBRX'
                73.7 %
                ```
                ```console
                llmq> let x = 2
                llmq> x + 1
                $1 = 3
                ```
                ```console continued
                llmq> x +
                 ...> 2
                $2 = 4
                ```
                ```sh
                mvn package
                ```
                """;
        write("a.md", text);
        assertEquals("""
                a.md:10 prints something else: - recorded, + now
                    $ llmq -e '20 + 1'
                  - 3
                  + 21

                    $ llmq -e 'mmlu of DBRX'
                    73.7 %
                """, beginning(7, llmq("test", "a.md")));
        assertEquals("a.md: 5 blocks ran, 3 with output, 1 of another kind (line 26), 1 written anew\n", llmq("test", "--accept", "a.md"));
        assertEquals(text.replace("'20 + 1'\n3\n", "'20 + 1'\n21\n"), read("a.md"));
    }

    /** A document that is tested changes no other, runs nothing but llmq, and never itself. */
    @Test
    void commandsThatDoMoreThanAnswerAreLeftAlone() throws IOException {
        write("b.llmq", "rank  models by mmlu top 1\n");
        for (String command : List.of("llmq fmt --write b.llmq", "llmq test a.md", "llmq test --accept b.llmq",
                "llmq handout b.llmq --to c.html", "llmq learn 1", "llmq present 1", "llmq", "touch c.html")) {
            write("a.md", "```console\n$ " + command + "\nnothing\n```\n");
            assertEquals("a.md: 0 blocks ran, nothing recorded to compare, 1 of another kind (line 1)\n", llmq("test", "a.md"), command);
        }
        assertEquals("rank  models by mmlu top 1\n", read("b.llmq"));
        assertFalse(Files.exists(folder.resolve("c.html")));
        write("a.md", "```console\n$ llmq -e 'save models to \"c.html\"'\n```\n");
        String told = llmq("--sandbox", "test", "a.md");
        assertTrue(told.contains("E306"), told);
        assertFalse(Files.exists(folder.resolve("c.html")));
    }

    @Test
    void whatWouldNotBeReadBackIsNotWritten() throws IOException {
        for (String printed : List.of("```", "$ llmq -e 5", "llmq> 5")) {
            String text = "```console\n$ llmq -e '\"" + printed + "\"'\nold\n```\n";
            write("a.md", text);
            String told = llmq("test", "--accept", "a.md");
            assertTrue(told.startsWith("error[E504]"), told);
            assertEquals(text, read("a.md"));
        }
    }

    @Test
    void linesEndAsTheyDid() throws IOException {
        write("a.md", "# A\r\n```console\r\n$ llmq -e '1 + 1'\r\n3\r\n```\r\nB\r\n");
        llmq("test", "--accept", "a.md");
        assertEquals("# A\r\n```console\r\n$ llmq -e '1 + 1'\r\n2\r\n```\r\nB\r\n", read("a.md"));
        write("a.llmq", "list models top 2 show name\r\n#> a\r\n#> b\r\n1 + 1\r\n");
        llmq("test", "--accept", "a.llmq");
        String text = read("a.llmq");
        assertTrue(text.startsWith("list models top 2 show name\r\n#> ") && text.endsWith("\r\n1 + 1\r\n"), text);
        assertFalse(text.replace("\r\n", "").contains("\n"), text);
    }

    @Test
    void aFileThatIsWrittenAnewKeepsWhatItHasBesideItsText() throws IOException {
        write("a.llmq", "\uFEFF1  + 1\n#>\n");
        Path file = folder.resolve("a.llmq");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-x---"));
        Files.createSymbolicLink(folder.resolve("link.llmq"), file);
        Files.createLink(folder.resolve("hard.llmq"), file);
        llmq("test", "--accept", "link.llmq");
        assertEquals("\uFEFF1  + 1\n#> 2\n", read("a.llmq"));
        llmq("fmt", "--write", "link.llmq");
        assertEquals("\uFEFF1 + 1\n#> 2\n", read("a.llmq"));
        assertEquals("rwxr-x---", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
        assertTrue(Files.isSymbolicLink(folder.resolve("link.llmq")));
        assertEquals("\uFEFF1  + 1\n#>\n", read("hard.llmq"), "as it was");
    }

    @Test
    void whatWasChangedInBetweenIsNotLost() throws IOException {
        write("a.llmq", "1 + 1\n#>\n");
        World world = Dialogue.world(folder);
        SourceText read = ScriptFile.read("a.llmq", world);
        write("a.llmq", "1 + 2\n#>\n");
        LlmqException failure = assertThrows(LlmqException.class,
                () -> ScriptFile.replace(read, "1 + 1\n#> 2\n", world));
        assertEquals("cannot write 'a.llmq': it has been changed since it was read", failure.getMessage());
        assertEquals("1 + 2\n#>\n", read("a.llmq"));
        write("a.llmq", "1 + 1\n#> 2\n");
        ScriptFile.replace(read, "1 + 1\n#> 2\n", world);
        assertEquals("1 + 1\n#> 2\n", read("a.llmq"), "as another one has written it");
    }

    @Test
    void severalMayAcceptAtOnce() throws Exception {
        String text = "list models top 40 show name, org\n#>\n".repeat(20);
        write("a.llmq", text);
        llmq("test", "--accept", "a.llmq");
        String accepted = read("a.llmq");
        for (int round = 0; round < 5; round++) {
            write("a.llmq", text);
            List<CompletableFuture<String>> told = new ArrayList<>();
            for (int i = 0; i < 3; i++) {
                told.add(CompletableFuture.supplyAsync(() -> llmq("test", "--accept", "a.llmq")));
            }
            for (CompletableFuture<String> one : told) {
                assertTrue(one.get().startsWith("a.llmq: 20 statements ran, 20 recorded outputs, "), one.get());
            }
            assertEquals(accepted, read("a.llmq"));
        }
        try (Stream<Path> files = Files.list(folder)) {
            assertEquals(1, files.count(), "nothing is left beside it");
        }
    }

    @Test
    void whatIsNoFileIsNotWrittenAnew() throws Exception {
        assumeTrue(new ProcessBuilder("mkfifo", folder.resolve("pipe").toString()).start().waitFor() == 0);
        assertEquals("error[E302]: cannot write 'pipe': it is no plain file\n", llmq("test", "--accept", "pipe"));
        assertEquals("error[E302]: cannot write '-': standard input is no plain file\n", llmq("test", "--accept", "-"));
        assertFalse(Files.exists(folder.resolve("-")));
    }

    private static String beginning(int lines, String text) {
        return String.join("\n", text.lines().limit(lines).toList()) + "\n";
    }

    @Test
    void blocksThatDoNotDoAsTheySayAreNamed() throws IOException {
        write("a.md", "```llmq\nrank models by nothing\n```\n```llmq error E101\ncount(models)\n```\n");
        String told = llmq("test", "a.md");
        assertEquals(2, told.split("error\\[E504\\]", -1).length - 1, told);
        write("b.md", "text\n```llmq\ncount(models)\n");
        assertEquals("error[E502] b.md:2:1: this block is never closed", llmq("test", "b.md").lines().findFirst().orElse(""));
    }

    /** What the project says of itself, as anyone can test it. */
    @TestFactory
    List<DynamicTest> theProjectsOwn() throws IOException {
        assumeFalse(Boolean.getBoolean("accept"), "documents are written anew meanwhile");
        try (Stream<Path> given = Files.list(Path.of("src/test/resources/docs"))) {
            for (Path file : given.toList()) {
                Files.copy(file, folder.resolve(file.getFileName()));
            }
        }
        try (Stream<Path> scripts = Files.list(Path.of("scripts"))) {
            Stream<Path> all = Stream.concat(scripts.filter(file -> file.toString().endsWith(".llmq")).sorted(),
                    Stream.of(Path.of("README.md")));
            return all.toList().stream().map(file -> DynamicTest.dynamicTest(file.toString(), () -> {
                String told = llmq("test", file.toAbsolutePath().toString());
                assertEquals(List.of(), told.lines().filter(line -> line.startsWith("error") || line.contains("differ;")
                        || line.startsWith("  + ")).toList(), told);
            })).toList();
        }
    }
}
