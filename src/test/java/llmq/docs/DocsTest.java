package llmq.docs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import llmq.Running;
import llmq.catalog.Catalog;
import llmq.cli.Dialogue;
import llmq.diagnostic.Diagnostic;
import llmq.diagnostic.ErrorCode;
import llmq.diagnostic.LlmqException;
import llmq.diagnostic.SourceText;
import llmq.document.Fence;
import llmq.fit.Method;
import llmq.function.Function;
import llmq.function.Functions;
import llmq.lesson.LessonCheck;
import llmq.session.PlotPart;
import llmq.session.Session;
import llmq.syntax.Verb;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * Keeps the documents true. Pages made from the registries are as the registries are now; every example runs:
 * {@code llmq} blocks without an error, {@code llmq error E104} blocks with just that one, {@code console} blocks with
 * all that they show; {@code llmq lesson} blocks are lessons without a fault. A {@code console continued} block goes on with the session of the one before it; a
 * {@code console 80x24} block is a window of this size. The {@code console keys} blocks of a document are typed on one
 * terminal, key by key.
 *
 * <p>{@value #RENEW} writes pages and outputs anew; look at the difference.
 */
class DocsTest {
    private static final String RENEW = "mvn -q test -Dtest=DocsTest -Daccept=true";
    private static final boolean ACCEPT = Boolean.getBoolean("accept");
    private static final Path FOLDER = Path.of("src/docs");
    private static final Path README = Path.of("README.md");
    private static final Pattern CONSOLE = Pattern.compile("console(?: ([0-9]+)x([0-9]+))?");
    private static final String CONTINUED = "console continued";
    private static final String LESSON = "llmq lesson";
    private static final String KEYS = "console keys";

    /** Where examples read and write files. */
    @TempDir
    private static Path files;

    /** Where a prompt keeps its settings and sessions. */
    @TempDir
    private static Path home;

    @BeforeAll
    static void layOut() throws IOException {
        try (Stream<Path> given = Files.list(Path.of("src/test/resources/docs"))) {
            for (Path file : given.toList()) {
                Files.copy(file, files.resolve(file.getFileName()));
            }
        }
        for (Fence fence : fences(FOLDER.resolve("lessons.md"))) {
            if (fence.info().equals(LESSON)) {
                Files.writeString(files.resolve("my-lesson.llmq"), fence.body());
            }
        }
    }

    private static List<Path> documents() throws IOException {
        List<Path> documents = new ArrayList<>(List.of(README));
        try (Stream<Path> files = Files.list(FOLDER)) {
            files.filter(file -> file.toString().endsWith(".md")).sorted().forEach(documents::add);
        }
        return documents;
    }

    @TestFactory
    List<DynamicTest> generatedPages() {
        List<DynamicTest> tests = new ArrayList<>();
        for (Map.Entry<String, String> page : Reference.pages().entrySet()) {
            Path file = FOLDER.resolve(page.getKey());
            tests.add(dynamicTest(page.getKey(), () -> {
                if (ACCEPT) {
                    Files.writeString(file, page.getValue());
                }
                assertEquals(page.getValue(), Files.exists(file) ? Files.readString(file) : "",
                        file + " is stale; to renew it: " + RENEW);
            }));
        }
        return tests;
    }

    /** What a page has from a registry between prose of its own. */
    @Test
    void tablesWithinPages() throws IOException {
        Path page = FOLDER.resolve("lessons.md");
        String text = Files.readString(page);
        String begin = "<!-- directives, made from the registry -->\n";
        int from = text.indexOf(begin) + begin.length();
        int to = text.indexOf("<!-- end -->", from);
        String now = text.substring(0, from) + Reference.directives() + text.substring(to);
        if (ACCEPT) {
            Files.writeString(page, now);
        } else {
            assertEquals(now, text, page + " is stale; to renew it: " + RENEW);
        }
    }

    @TestFactory
    List<DynamicTest> blocks() throws IOException {
        List<DynamicTest> tests = new ArrayList<>();
        for (Path document : documents()) {
            if (Reference.pages().containsKey(document.getFileName().toString())) {
                continue;
            }
            List<Fence> transcripts = new ArrayList<>();
            for (Fence fence : fences(document)) {
                if (fence.info().equals("llmq")) {
                    tests.add(dynamicTest(place(document, fence), () -> new Dialogue(files).run(fence.body())));
                } else if (fence.info().startsWith("llmq error ")) {
                    String code = fence.info().substring("llmq error ".length());
                    tests.add(dynamicTest(place(document, fence), () -> assertFails(code, fence.body())));
                } else if (fence.info().equals(LESSON)) {
                    tests.add(dynamicTest(place(document, fence), () -> assertEquals(List.of(),
                            LessonCheck.check(SourceText.of(fence.body()), Session.start(Catalog.builtIn()),
                                    Running.workspace()))));
                } else if (fence.info().equals(CONTINUED) || fence.info().equals(KEYS)
                        || CONSOLE.matcher(fence.info()).matches()) {
                    transcripts.add(fence);
                } else {
                    assertTrue(List.of("sh", "text", "yaml", "json").contains(fence.info()),
                            place(document, fence) + ": no test knows what to do with a block of '" + fence.info() + "'");
                }
            }
            tests.add(dynamicTest(document + ": what it shows", () -> compare(document, transcripts)));
        }
        assertTrue(tests.size() > 9, "only " + tests.size() + " blocks were found");
        return tests;
    }

    private static List<Fence> fences(Path document) throws IOException {
        return Fence.of(new SourceText(document.toString(), Files.readString(document)));
    }

    /** As a failing test names it. */
    private static String place(Path document, Fence fence) {
        return document + ":" + (fence.first() + 1);
    }

    private static void compare(Path document, List<Fence> transcripts) throws IOException {
        List<String> text = new ArrayList<>(Files.readAllLines(document));
        String before = String.join("\n", text);
        List<List<String>> anew = new ArrayList<>();
        Transcript transcript = null;
        KeyedTranscript keys = new KeyedTranscript(files, home);
        for (Fence fence : transcripts) {
            if (fence.info().equals(KEYS)) {
                anew.add(keys.anew(fence.lines(), !ACCEPT));
                continue;
            }
            if (transcript == null || !fence.info().equals(CONTINUED)) {
                transcript = transcript(fence);
            }
            anew.add(transcript.anew(fence.lines()));
        }
        keys.close();
        for (int i = transcripts.size() - 1; i >= 0; i--) {
            Fence fence = transcripts.get(i);
            List<String> place = text.subList(fence.first(), fence.first() + fence.lines().size());
            place.clear();
            place.addAll(anew.get(i));
        }
        String now = String.join("\n", text);
        if (ACCEPT) {
            Files.writeString(document, now + "\n");
        } else {
            assertEquals(now, before, document + " shows other output than llmq gives; to renew it: " + RENEW);
        }
    }

    private static Transcript transcript(Fence fence) {
        Matcher size = CONSOLE.matcher(fence.info());
        return size.matches() && size.group(1) != null
                ? new Transcript(folderOf(fence), Integer.parseInt(size.group(1)), Integer.parseInt(size.group(2)))
                : new Transcript(folderOf(fence));
    }

    /** Commands are run where the project is, statements where the example files are. */
    private static Path folderOf(Fence fence) {
        return fence.body().startsWith("$ ") ? Path.of("") : files;
    }

    private static void assertFails(String code, String text) {
        LlmqException failure = assertThrows(LlmqException.class, () -> new Dialogue(files).run(text),
                () -> "this should fail: " + text);
        TreeSet<String> codes = new TreeSet<>();
        for (Diagnostic diagnostic : failure.diagnostics()) {
            codes.add(diagnostic.code().name());
        }
        assertEquals(new TreeSet<>(List.of(code.split(" "))), codes, text);
    }

    @TestFactory
    List<DynamicTest> examplesOfTheRegistries() {
        List<DynamicTest> tests = new ArrayList<>();
        for (Verb verb : Verb.values()) {
            if (verb.example() != null) {
                tests.add(dynamicTest(verb.word(), () -> new Dialogue(files).run(verb.example())));
            }
        }
        for (Method method : Method.values()) {
            if (method.example() != null) {
                tests.add(dynamicTest(method.word(), () -> new Dialogue(files).run(method.example())));
            }
        }
        for (List<PlotPart> parts : List.of(PlotPart.kinds(), PlotPart.clauses())) {
            for (PlotPart part : parts) {
                if (part.example() != null) {
                    tests.add(dynamicTest(part.form(), () -> new Dialogue(files).run(part.example())));
                }
            }
        }
        for (Function function : Functions.all()) {
            assertTrue(!function.doc().examples().isEmpty(), function.name() + " has no example");
            for (String example : function.doc().examples()) {
                tests.add(dynamicTest(example, () -> new Dialogue(files).run(example)));
            }
        }
        for (ErrorCode code : ErrorCode.values()) {
            if (code.example() != null) {
                tests.add(dynamicTest(code.name(), () -> assertFails(code.name(), code.example())));
            }
        }
        return tests;
    }

    /** Links within the project lead somewhere. */
    @Test
    void links() throws IOException {
        Pattern link = Pattern.compile("\\]\\(([^)#]+)(#[^)]*)?\\)");
        List<String> broken = new ArrayList<>();
        int seen = 0;
        for (Path document : documents()) {
            Matcher matcher = link.matcher(Files.readString(document));
            while (matcher.find()) {
                String target = matcher.group(1);
                Path folder = document.toAbsolutePath().getParent();
                if (!target.contains("://")) {
                    seen++;
                    if (!Files.exists(folder.resolve(target))) {
                        broken.add(document + ": " + target);
                    }
                }
            }
        }
        assertEquals(List.of(), broken);
        assertTrue(seen > 5, "only " + seen + " links were found");
    }

    /** What the README says passes the tests is what the tests are passed with. */
    @Test
    void theCommandForTheTestsIsTheOneThatIsRun() throws IOException {
        String run = Files.readString(Path.of(".ci/run"));
        List<String> commands = new ArrayList<>();
        for (Fence fence : fences(README)) {
            for (String line : fence.lines()) {
                if (fence.info().equals("sh") && line.startsWith("mvn -B")) {
                    commands.add(line.split(" +#")[0]);
                }
            }
        }
        assertEquals(1, commands.size(), commands::toString);
        assertTrue(run.lines().anyMatch(commands.get(0)::equals), ".ci/run does not call " + commands.get(0));
    }
}
