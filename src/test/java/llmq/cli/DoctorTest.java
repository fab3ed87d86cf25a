package llmq.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import llmq.catalog.Catalog;
import llmq.session.Session;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What {@code llmq --doctor} finds. */
class DoctorTest {
    private static final Machine USUAL = new Machine("17.0.9+9", "Somebody", "/java", true, List.of(), 2, 1L << 31);

    @TempDir
    Path home;

    private final Map<String, String> environment = new HashMap<>();
    private World.Terminals terminals = new World.Terminals(true, true, true, 80, 24);
    private boolean unicode = true;
    private int status;

    @BeforeEach
    void usual() {
        environment.putAll(Map.of("TERM", "xterm", "LANG", "C.UTF-8", "EDITOR", "/bin/sh", "PAGER", "/bin/sh",
                "NO_COLOR", "1"));
    }

    private String examine(Machine machine, String... options) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        World world = new World(new ByteArrayInputStream(new byte[0]), out, out, environment,
                Clock.fixed(Instant.parse("2027-01-01T12:00:00Z"), ZoneOffset.UTC), home, home, terminals, unicode);
        Printing printing = new Printing(world);
        CommandLine line = CommandLineParser.parse(List.of(options));
        printing.configure(line);
        status = new Doctor(world, line, machine).examine(printing,
                new Interpreter(world, printing, Session.start(Catalog.builtIn()), false));
        printing.out().flush();
        return out.toString(StandardCharsets.UTF_8).replace(home.toString(), "HOME");
    }

    @Test
    void ofAMachineWithNothingWrong() throws IOException {
        Files.createDirectories(home.resolve(".config/llmq"));
        Files.writeString(home.resolve(".config/llmq/settings"), "rows = 20\nprompt = \"? \"\n");
        String page = examine(USUAL, "--doctor", "--width", "0").replaceAll("(?m)^(catalog +).*", "$1...")
                .replaceAll("(?m)^(llmq +).*", "$1...");
        assertEquals("""
                llmq              ...
                Java              17.0.9+9 of Somebody, in /java
                machine           2 processors, 2048 MB of memory for Java at most
                start-up archive  none, as llmq was not started by scripts/llmq
                terminal          for input, output, errors; TERM=xterm
                window            80 columns, 24 rows
                encoding          UTF-8; LANG=C.UTF-8
                colour            none, as NO_COLOR is set
                catalog           ...
                audit             part of the build, which refuses a catalog with faults
                settings          HOME/.config/llmq/settings
                                  rows = 20
                                  prompt = "? "
                editor            /bin/sh
                pager             /bin/sh
                start-up script   none
                history           HOME/.local/state/llmq/history, which is not there yet
                lessons           HOME/.local/state/llmq/lessons, which is not there yet
                wrong             nothing
                """, page);
        assertEquals(ExitStatus.DONE, status);
    }

    /** What the file of settings says, or a variable; what is wrong with that. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            colour = red      | HOME/.config/llmq/settings:1: there is no setting 'colour'; the line is left aside
            start = gone.llmq | the start-up script: cannot read 'gone.llmq': there is no such file
            start = bad.llmq  | the start-up script does not check: there is no field or measure 'nothing' in models
            editor = no-ed -w | the editor no-ed is not on the PATH
            plain = yes       | HOME/.config/llmq/settings:1: 'yes' is no value for plain; it takes on, off
            pager = no-less   | the pager no-less is not on the PATH
            """)
    void saysWhatIsWrongWithSettings(String setting, String expected) throws IOException {
        Files.writeString(home.resolve("bad.llmq"), "let a = nothing\n");
        Files.createDirectories(home.resolve(".config/llmq"));
        Files.writeString(home.resolve(".config/llmq/settings"), setting + "\n");
        String page = examine(USUAL, "--doctor", "--width", "0");
        assertTrue(page.endsWith("wrong             " + expected + "\n"), page);
        assertEquals(ExitStatus.FAILED, status);
    }

    @Test
    void saysWhatIsWrongWithTheMachine() throws IOException {
        unicode = false;
        terminals = new World.Terminals(true, true, true, 30, 10);
        Path archive = Files.createFile(home.resolve("a.archive"));
        Files.createDirectories(home.resolve(".local/state/llmq"));
        Files.write(home.resolve(".local/state/llmq/history"), new byte[] {(byte) 0xFF});
        Files.writeString(home.resolve(".local/state/llmq/lessons"), "at 1-meet\n");
        String page = examine(new Machine("11.0.2", "Somebody", "/java", false,
                List.of("-XX:SharedArchiveFile=" + archive), 1, 1L << 31), "--doctor", "--width", "0");
        String wrong = page.substring(page.indexOf("wrong"));
        assertEquals("""
                wrong             Java 17 or later is needed
                                  the start-up archive is not taken; remove it, and the next start makes another: HOME/a.archive
                                  the window has fewer than 40 columns, which most tables need
                                  the locale is not UTF-8; names with other letters may not show: LANG=C.UTF-8 changes that
                                  the history is not kept: HOME/.local/state/llmq/history is not UTF-8 text
                                  HOME/.local/state/llmq/lessons: line 1 cannot be read, and stays as it is
                """, wrong);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            -XX:AOTCache=HOME/a.archive | in use: HOME/a.archive
            -XX:AOTCache=HOME/b.archive | gone: HOME/b.archive
            -Dllmq.terminals=ioe        | none yet: a start makes one for the next
            -Xmx1g                      | none, as llmq was not started by scripts/llmq
            """)
    void knowsItsArchive(String option, String expected) throws IOException {
        Files.createFile(home.resolve("a.archive"));
        Machine machine = new Machine("25", "Somebody", "/java", true,
                List.of(option.replace("HOME", home.toString())), 2, 1L << 31);
        String page = examine(machine, "--doctor", "--width", "0");
        assertTrue(page.contains("start-up archive  " + expected + "\n"), page);
    }

    /** A file stands where a folder should be made, or nothing does. */
    @Test
    void saysWhatCannotBeKept() throws IOException {
        Path file = Files.createFile(home.resolve("file"));
        environment.put("XDG_CACHE_HOME", file.toString());
        environment.put("XDG_STATE_HOME", file + "/state");
        Machine machine = new Machine("25", "Somebody", "/java", true, List.of("-Dllmq.terminals=ioe"), 2, 1L << 31);
        String page = examine(machine, "--doctor", "--width", "0");
        assertEquals("""
                wrong             there can be no start-up archive in HOME/file/llmq, which cannot be written; XDG_CACHE_HOME names another folder
                                  the history is not kept: HOME/file/state/llmq/history cannot be written
                """, page.substring(page.indexOf("wrong")));
        assertTrue(page.contains("start-up archive  none\n"), page);
        environment.put("XDG_CACHE_HOME", home.resolve("new").toString());
        environment.remove("XDG_STATE_HOME");
        assertTrue(examine(machine, "--doctor", "--width", "0").endsWith("wrong             nothing\n"));
    }

    @Test
    void speaksAnyFormat() {
        assertTrue(examine(USUAL, "--doctor", "--format", "json").contains("{\"property\": \"wrong\", \"value\": \"nothing\"}"));
    }
}
