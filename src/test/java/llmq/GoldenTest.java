package llmq;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import llmq.cli.Program;
import llmq.cli.World;
import llmq.diagnostic.ErrorCode;
import llmq.diagnostic.SourceText;
import llmq.result.NoteKind;
import llmq.syntax.Formatter;
import llmq.syntax.Parser;
import llmq.syntax.Shape;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Runs every {@code golden/…/name.llmq} and compares all that it prints with {@code name.out} beside it. A first line
 * {@code #! options} gives options of the command line, and values of parameters: {@code #! --plain limit=5T}.
 *
 * <p>{@code mvn test -Dtest=GoldenTest -Daccept=true} writes the outputs anew; look at the difference.
 */
class GoldenTest {
    private static final Path FOLDER = Path.of("src/test/resources/golden");
    private static final String OPTIONS = "#! ";
    private static final String HOW = "to accept what it prints: mvn test -Dtest=GoldenTest -Daccept=true";
    private static final boolean ACCEPT = Boolean.getBoolean("accept");

    @TestFactory
    Stream<DynamicTest> scripts() throws IOException {
        List<Path> scripts = scriptFiles();
        assertTrue(scripts.size() > 50, "only " + scripts.size() + " golden scripts were found");
        return scripts.stream().map(script -> dynamicTest(FOLDER.relativize(script).toString(), () -> compare(script)));
    }

    /** The canonical style says the same: the tree is the same, and so is all that it prints. */
    @TestFactory
    Stream<DynamicTest> layouts() throws IOException {
        return scriptFiles().stream().map(script -> dynamicTest("laid out: " + FOLDER.relativize(script), () -> {
            SourceText text = new SourceText(script.getFileName().toString(), Files.readString(script));
            String expected = Files.readString(beside(script, ".llmq", ".out"));
            if (!expected.contains("error[E00")) {
                String laidOut = Formatter.format(text);
                assertEquals(Shape.of(new Parser().parse(text)), Shape.of(new Parser().parse(SourceText.of(laidOut))));
                assertEquals(laidOut, Formatter.format(SourceText.of(laidOut)));
                // What is accepted is written anew meanwhile.
                if (!ACCEPT && !expected.contains("error[")) {
                    assertEquals(expected, run(script, laidOut), other(script));
                }
            }
        }));
    }

    @Test
    void everyOutputHasItsScript() throws IOException {
        try (Stream<Path> walk = Files.walk(FOLDER)) {
            List<Path> orphans = walk.filter(file -> file.toString().endsWith(".out"))
                    .filter(file -> !Files.exists(beside(file, ".out", ".llmq"))).toList();
            assertEquals(List.of(), orphans);
        }
    }

    /** An error that no statement can cause is tested where it arises. */
    @Test
    void everyErrorHasAScript() throws IOException {
        List<ErrorCode> without = new ArrayList<>();
        for (ErrorCode code : ErrorCode.values()) {
            boolean shown = outputs("error").stream().anyMatch(text -> text.contains("[" + code.name() + "]"));
            if (!shown && code.example() != null) {
                without.add(code);
            }
        }
        assertEquals(List.of(), without);
    }

    @Test
    void everyNoteHasAScript() throws IOException {
        List<String> missing = new ArrayList<>();
        for (NoteKind kind : NoteKind.values()) {
            String name = kind.name().toLowerCase(Locale.ROOT).replace('_', '-');
            // Of a note repeated only a prompt knows.
            if (kind != NoteKind.REPEATED && !Files.exists(FOLDER.resolve("note/" + name + ".llmq"))) {
                missing.add(name);
            }
        }
        assertEquals(List.of(), missing);
    }

    private static List<String> outputs(String kind) throws IOException {
        List<String> texts = new ArrayList<>();
        try (Stream<Path> walk = Files.walk(FOLDER.resolve(kind))) {
            for (Path file : walk.filter(f -> f.toString().endsWith(".out")).toList()) {
                texts.add(Files.readString(file));
            }
        }
        return texts;
    }

    private static List<Path> scriptFiles() throws IOException {
        try (Stream<Path> walk = Files.walk(FOLDER)) {
            return walk.filter(file -> file.toString().endsWith(".llmq")).sorted().toList();
        }
    }

    private static void compare(Path script) throws IOException {
        String actual = run(script, Files.readString(script));
        Path expected = beside(script, ".llmq", ".out");
        if (ACCEPT) {
            Files.writeString(expected, actual);
        } else {
            assertTrue(Files.exists(expected), expected + " is missing; " + HOW + "; it is:\n" + actual);
            assertEquals(Files.readString(expected), actual, other(script));
        }
    }

    private static String other(Path script) {
        return script + " prints other than the file beside it; " + HOW;
    }

    private static Path beside(Path file, String ending, String other) {
        String name = file.getFileName().toString();
        return file.resolveSibling(name.substring(0, name.length() - ending.length()) + other);
    }

    /** Runs it in an empty folder with the data files that stand beside it, so that what it saves is not kept. */
    private static String run(Path script, String text) throws IOException {
        Path folder = Files.createTempDirectory("llmq-golden");
        try {
            copyData(script.getParent(), folder);
            Files.writeString(folder.resolve(script.getFileName()), text);
            return run(script.getFileName().toString(), text, folder)
                    .replace(folder.toString(), "/folder");
        } finally {
            for (Path file : files(folder)) {
                Files.delete(file);
            }
            Files.delete(folder);
        }
    }

    private static void copyData(Path from, Path folder) throws IOException {
        for (Path file : files(from)) {
            String name = file.getFileName().toString();
            if (!name.endsWith(".llmq") && !name.endsWith(".out")) {
                Files.copy(file, folder.resolve(name));
            }
        }
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> list = Files.list(folder)) {
            return list.toList();
        }
    }

    private static String run(String name, String script, Path folder) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        World world = new World(new ByteArrayInputStream(new byte[0]), out, err, Map.of(),
                Clock.fixed(Instant.parse("2026-11-23T12:00:00Z"), ZoneOffset.UTC), folder, null,
                World.Terminals.NONE, true);
        List<String> arguments = new ArrayList<>();
        String first = script.lines().findFirst().orElse("");
        if (first.startsWith(OPTIONS)) {
            arguments.addAll(List.of(first.substring(OPTIONS.length()).split(" ")));
        }
        List<String> parameters = arguments.stream().filter(word -> word.indexOf('=') > 0).toList();
        arguments.removeAll(parameters);
        arguments.addAll(List.of("run", name));
        arguments.addAll(parameters);
        int status = Program.run(arguments, world);
        String errors = err.toString(StandardCharsets.UTF_8);
        return out.toString(StandardCharsets.UTF_8) + (errors.isEmpty() ? "" : "--- standard error\n" + errors)
                + "--- exit status " + status + "\n";
    }
}
