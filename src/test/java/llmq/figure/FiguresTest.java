package llmq.figure;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import llmq.catalog.Catalog;
import llmq.diagnostic.Diagnostic;
import llmq.diagnostic.ErrorCode;
import llmq.diagnostic.LlmqException;
import llmq.plot.PictureFormat;
import llmq.diagnostic.SourceText;
import llmq.engine.Cancel;
import llmq.engine.Engine;
import llmq.load.FileLoader;
import llmq.load.LoadProgress;
import llmq.result.Result;
import llmq.session.Session;
import llmq.session.Workspace;
import llmq.syntax.Parser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FiguresTest {
    private static final String STATEMENT = "plot mmlu against flops for trees";

    @TempDir
    Path folder;

    private String message(String statement, boolean sandbox) {
        return message(statement, sandbox, false);
    }

    private String message(String statement, boolean sandbox, boolean dark) {
        SourceText text = SourceText.of(statement);
        Workspace workspace = new Workspace(folder, sandbox, new Engine(1), new FileLoader(() -> 0, 1), Cancel.never(),
                LoadProgress.NONE, dark);
        return Session.start(Catalog.builtIn()).run(new Parser().parse(text).statements().get(0), text, workspace)
                .message();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            plot mmlu against flops where org = 'Meta' to "a.svg"  | <svg xmlns= | point
            plot mmlu against flops where org = 'Meta' to "a.PNG"  | .PNG        | point
            plot mmlu against flops where org = 'Meta' to "a.html" | <!doctype   | point
            plot mmlu against flops where org = 'Meta' to "a.csv"  | name,flops, | row
            plot avg(mmlu) per org to "a.svg"                      | <svg xmlns= | bar
            plot mmlu per open to "a.svg"                          | <svg xmlns= | box
            """)
    void drawsIntoFiles(String statement, String start, String what) throws Exception {
        String message = message(statement, false).lines().findFirst().orElseThrow();
        String file = statement.substring(statement.indexOf('"') + 1, statement.length() - 1);
        assertTrue(message.matches("(drew|saved) [1-9][0-9]* " + what + "(e?s)? to " + file + "(: .*)?"), message);
        byte[] bytes = Files.readAllBytes(folder.resolve(file));
        assertEquals(start.replace(".PNG", "\u0089PNG"),
                new String(bytes, 0, start.length(), StandardCharsets.ISO_8859_1));
        try (Stream<Path> files = Files.list(folder)) {
            assertEquals(1, files.count(), "no draft is left");
        }
    }

    @ParameterizedTest
    @CsvSource({"false, #ffffff, #1b1b1b", "true, #14171a, #ececec"})
    void drawsOnThePaperAskedFor(boolean dark, String paper, String ink) throws Exception {
        message("plot mmlu against flops where org = 'Meta' to \"a.svg\"", false, dark);
        String svg = Files.readString(folder.resolve("a.svg"));
        assertTrue(svg.contains(paper) && svg.contains(ink), svg.substring(0, 1000));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            plot mmlu against flops to "none/a.svg" | false | E302 | "none/a.svg"
            plot mmlu against flops to "a.svg"      | true  | E306 | "a.svg"
            """)
    void refusesAtThePlaceOfTheFile(String statement, boolean sandbox, ErrorCode code, String place) {
        LlmqException refused = assertThrows(LlmqException.class, () -> message(statement, sandbox));
        Diagnostic diagnostic = refused.diagnostics().get(0);
        assertEquals(code, diagnostic.code());
        assertEquals(place, statement.substring(diagnostic.span().start(), diagnostic.span().end()));
    }

    @Test
    void whatIsStoppedLeavesTheFileAsItWas() throws Exception {
        Path file = folder.resolve("a.svg");
        Files.writeString(file, "before");
        Result result = SvgPictureTest.drawn(STATEMENT);
        LlmqException stopped = assertThrows(LlmqException.class, () -> Figures.save(result,
                PictureFormat.SVG, file, "a.svg", Tone.LIGHT, Drawing.NONE, () -> true));
        assertEquals(ErrorCode.E203, stopped.diagnostics().get(0).code());
        assertEquals("before", Files.readString(file));
    }

    /** What no picture is asked of loads nothing that draws; a picture in characters neither. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            rank models by mmlu top 3                      | false
            plot mmlu against flops                        | false
            plot mmlu against flops to "a.csv"             | false
            plot mmlu against flops to "a.svg"             | true
            """)
    void loadsWhatDrawsOnlyForFiles(String statement, boolean loads) throws Exception {
        List<String> command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java")
                .toString(), "-Xlog:class+load:file=loaded.txt", "-cp", classPath(), "llmq.Main", "-e", statement));
        Process process = new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true)
                .redirectOutput(folder.resolve("out.txt").toFile()).start();
        assertTrue(process.waitFor(60, TimeUnit.SECONDS));
        assertEquals(0, process.exitValue(), () -> read("out.txt"));
        String loaded = read("loaded.txt");
        assertTrue(loaded.contains("llmq.Main"));
        for (Map.Entry<String, Boolean> entry : Map.of(" java.awt.", loads, " org.jfree.", loads, " sun.font.", loads)
                .entrySet()) {
            assertEquals(entry.getValue(), loaded.contains(entry.getKey()), entry.getKey());
        }
    }

    /** Where the system's library of fonts is told that there are none, files are the same byte for byte. */
    @ParameterizedTest
    @ValueSource(strings = {"svg", "png", "html"})
    void needsNoFontsOfTheMachine(String ending) throws Exception {
        Path copies = Files.createDirectory(folder.resolve("copies"));
        Path empty = Files.writeString(folder.resolve("fonts.conf"), "<fontconfig></fontconfig>");
        List<byte[]> drawn = new ArrayList<>();
        for (String file : new String[] {"with." + ending, "without." + ending}) {
            ProcessBuilder builder = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java")
                    .toString(), "-Djava.io.tmpdir=" + copies, "-cp", classPath(), "llmq.Main", "-e",
                    "plot mmlu against flops label top 5 to \"" + file + "\"").directory(folder.toFile()).redirectErrorStream(true)
                    .redirectOutput(folder.resolve("out.txt").toFile());
            if (!drawn.isEmpty()) {
                builder.environment().put("FONTCONFIG_FILE", empty.toString());
                builder.environment().put("FONTCONFIG_PATH", folder.toString());
            }
            Process process = builder.start();
            assertTrue(process.waitFor(60, TimeUnit.SECONDS));
            assertEquals(0, process.exitValue(), () -> read("out.txt"));
            assertFalse(read("out.txt").contains("ontconfig"), () -> read("out.txt"));
            drawn.add(Files.readAllBytes(folder.resolve(file)));
        }
        assertArrayEquals(drawn.get(0), drawn.get(1));
        try (Stream<Path> left = Files.list(copies)) {
            assertEquals(List.of(), left.toList(), "Java2D's copies of fonts are gone");
        }
    }

    private String read(String file) {
        try {
            return Files.readString(folder.resolve(file));
        } catch (IOException failure) {
            throw new AssertionError(failure);
        }
    }

    private static String classPath() {
        StringBuilder absolute = new StringBuilder();
        for (String entry : System.getProperty("java.class.path").split(File.pathSeparator)) {
            absolute.append(absolute.length() == 0 ? "" : File.pathSeparator).append(Path.of(entry).toAbsolutePath());
        }
        return absolute.toString();
    }
}
