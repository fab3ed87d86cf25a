package llmq.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import llmq.catalog.Catalog;
import llmq.command.Lessons;
import llmq.diagnostic.Diagnostic;
import llmq.diagnostic.ErrorCode;
import llmq.diagnostic.LlmqException;
import llmq.diagnostic.SourceText;
import llmq.document.Block;
import llmq.engine.Engine;
import llmq.lesson.Course;
import llmq.lesson.Exercise;
import llmq.lesson.Lesson;
import llmq.lesson.Part;
import llmq.load.FileLoader;
import llmq.load.LoadProgress;
import llmq.session.Session;
import llmq.session.Workspace;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Lessons at the prompt, without a terminal. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LessonsTest {
    private static final String SAMPLE = """
            # Sums
            #
            # It knows of {params of "Llama 2 70B"}.
            #: minutes 2
            let two = 2
            two + 2

            #: exercise Three
            # Add one to `two`.
            #: hint A sign.
            #: hint `two + ...`
            #: same 1 + two
            #: same two + two / 2
            #: mistake two + 2
            #: says That is one too many.
            #: mistake two - 1
            two + 1
            #: because One more than two.

            # Now with units.

            #: exercise Size
            #: guess How large is Llama 2?
            # Ask it of "Llama 2 70B".
            #: same 70 * 1B params
            #: same params of "Llama 2 70B" * 1
            #: mistake params of "Llama 2 7B"
            #: mistake params of "Llama 2 7B" * 1.5
            #: says That is the smallest.
            let size = params of "Llama 2 70B"
            size
            #: end
            size * two
            # That is all.
            """;

    @TempDir
    Path shared;

    private Path folder;

    @BeforeEach
    void anew() throws IOException {
        folder = Files.createTempDirectory(shared, "t");
        Files.writeString(folder.resolve("sums.llmq"), SAMPLE);
    }

    private Dialogue prompt() {
        return prompt(96, 40, false);
    }

    private Dialogue prompt(int columns, int rows, boolean sandbox) {
        return Dialogue.learning(folder, Map.of("XDG_STATE_HOME", folder.resolve("state").toString()), sandbox, columns,
                rows);
    }

    private String progress() throws IOException {
        Path file = folder.resolve("state/llmq/lessons");
        return Files.exists(file) ? Files.readString(file).replaceAll(" [^ ]*Z\n", "\n").replaceAll("#[^\n]*\n", "")
                : "";
    }

    /** What is typed, parted by {@code ¦}, a dot for Enter alone; then what the last of it prints. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '^', textBlock = """
            /lesson sums.llmq                    | about 2 minutes~Sums~~It knows of 70B params.~~Enter goes on · step 1 of 8~
            /lesson sums.llmq ¦ .                | llmq> let two = 2~llmq> two + 2~$1 = 4~~Enter goes on · step 3 of 8~
            /lesson sums.llmq ¦ . ¦ .            | Three~~Add one to `two`.~~exercise 1 of 2: type the query · /hint, /skip, /goal~
            /lesson sums.llmq ¦ . ¦ . ¦ .        | exercise 1 of 2: type the query · /hint, /skip, /goal~
            /lesson sums.llmq ¦ . ¦ . ¦ two + 1  | $2 = 3~~Right. One more than two.~~Enter goes on · step 4 of 8~
            /lesson sums.llmq ¦ . ¦ . ¦ two * 2; 2 + 1     | $2 = 4~~That is one too many.~~$3 = 3~~Right. One more than two.~~Enter goes on · step 4 of 8~
            /lesson sums.llmq ¦ . ¦ . ¦ two * 2  | $2 = 4~~That is one too many.~
            /lesson sums.llmq ¦ . ¦ . ¦ three    | error[E101]: there is no field or measure 'three'
            /lesson sums.llmq ¦ . ¦ . ¦ /reset ¦ two + 1 | (made as in the lesson: two)~$1 = 3~~Right.
            /lesson sums.llmq ¦ . ¦ . ¦ 3        | $2 = 3~~That is a value, and no query: let llmq find it out.~
            /lesson sums.llmq ¦ . ¦ . ¦ 'w'      | $2 = w~~Not the answer yet; /goal says again what is asked for, /hint helps.~
            /lesson sums.llmq ¦ . ¦ . ¦ 'w' ¦ 'x' ¦ 'y' | $4 = y~~no answer yet, and no hurry: /goal says again what is asked for, /hint helps~
            /lesson sums.llmq ¦ . ¦ . ¦ 'v' ¦ 'w' ¦ 'x' ¦ 'y' ¦ 'z' | $6 = z~
            /lesson sums.llmq ¦ /lesson next ¦ /lesson next ¦ /lesson next ¦ . ¦ params of "Llama 2 70B" | That asks llmq already. First a guess from the head, any value will do; /skip~leaves it out.~
            /lesson sums.llmq ¦ /lesson next ¦ /lesson next ¦ /lesson next ¦ . ¦ 6 * 10B | Noted: 6 * 10B. Now the query.~~Ask it of "Llama 2 70B".~~exercise 2 of 2: type the query · /hint, /skip, /goal~
            /lesson sums.llmq ¦ . ¦ . ¦ /hint    | Hint 1 of 2: A sign.~
            /lesson sums.llmq ¦ . ¦ . ¦ /hint ¦ /hint | Hint 2 of 2: `two + ...`~
            /lesson sums.llmq ¦ . ¦ . ¦ /hint ¦ /hint ¦ /hint | That was the last hint; /skip shows the answer and explains it.~
            /lesson sums.llmq ¦ . ¦ . ¦ /goal    | Three~~Add one to `two`.~~exercise 1 of 2: type the query · /hint, /skip, /goal~
            /lesson sums.llmq ¦ . ¦ . ¦ /skip    | The answer:~llmq> two + 1~$2 = 3~~One more than two.~~Enter goes on · step 4 of 8~
            /lesson sums.llmq ¦ . ¦ . ¦ /lesson next | Now with units.~~Enter goes on · step 5 of 8~
            /lesson sums.llmq ¦ /hint            | no exercise waits for an answer here · Enter goes on~
            /lesson sums.llmq ¦ 1 + 1            | $1 = 2~
            /hint                                | error[E405]: there is a hint only amid a lesson~  help: /lesson lists the lessons~
            /lesson sums.llmq ¦ /lesson next ¦ /lesson next ¦ /lesson next ¦ . | Size~~How large is Llama 2?~~exercise 2 of 2 begins with a guess: type a value · /skip leaves it out~
            /lesson sums.llmq ¦ /lesson next ¦ /lesson next ¦ /lesson next ¦ . ¦ list models | exercise 2 of 2 begins with a guess: type a value · /skip leaves it out~
            /lesson sums.llmq ¦ /lesson next ¦ /lesson next ¦ /lesson next ¦ . ¦ some | The question asks for a number of parameters, such as 3B; it need not be close.~
            /lesson sums.llmq ¦ /lesson next ¦ /lesson next ¦ /lesson next ¦ . ¦ /hint | The guess comes first; any value will do. /skip leaves it out.~
            /lesson sums.llmq ¦ /lesson next ¦ /lesson next ¦ /lesson next ¦ . ¦ /goal | Size~~How large is Llama 2?~~exercise 2 of 2 begins with a guess: type a value · /skip leaves it out~
            /lesson sums.llmq ¦ /lesson next ¦ /lesson next ¦ /lesson next ¦ . ¦ /skip | No guess, then.~~Ask it of "Llama 2 70B".~~exercise 2 of 2: type the query · /hint, /skip, /goal~
            /lesson sums.llmq ¦ /lesson next ¦ /lesson next ¦ /lesson next ¦ . ¦ 7B | Noted: 7B. Now the query.~~Ask it of "Llama 2 70B".~~exercise 2 of 2: type the query · /hint, /skip, /goal~
            /lesson sums.llmq ¦ /lesson next ¦ /lesson next ¦ /lesson next ¦ . ¦ 7B ¦ params of "Llama 2 70B" | $2 = 70B params~~Well asked. The guess was 7B, it is 70B params: too low by a factor of 10.~~Enter goes on · step 6 of 8~
            /lesson sums.llmq ¦ /lesson next ¦ /lesson next ¦ /lesson next ¦ . ¦ 7B ¦ 8B | Noted instead: 8B. Now the query.~
            /lesson sums.llmq ¦ /lesson next ¦ /lesson next ¦ /lesson next ¦ . ¦ 7B ¦ 8B ¦ params of "Llama 2 70B" | $2 = 70B params~~Well asked. The guess was 8B, it is 70B params: too low by a factor of 8.8.~~Enter goes on · step 6 of 8~
            /lesson sums.llmq ¦ /lesson next ¦ /lesson next ¦ /lesson next ¦ . ¦ 7B ¦ 3 USD | The question asks for a number of parameters, such as 3B; it need not be close.~
            /lesson sums.llmq ¦ /lesson next ¦ /lesson next ¦ /lesson next ¦ . ¦ 7B ¦ 7 * 1B params | $2 = 7B params~~Too low by a factor of 10.~
            /lesson sums.llmq ¦ /lesson next ¦ /lesson next ¦ /lesson next ¦ . ¦ /skip ¦ 8B | Noted: 8B. Now the query.~
            /lesson sums.llmq ¦ /lesson next ¦ /lesson next ¦ /lesson next ¦ . ¦ -1B | It cannot be less than nothing; any other value will do.~
            /lesson sums.llmq ¦ /lesson next ¦ /lesson next ¦ /lesson next ¦ . ¦ 7B ¦ -1B ¦ params of "Llama 2 70B" ¦ 7B | $3 = 7000000000~
            /lesson sums.llmq ¦ /lesson next ¦ /lesson next ¦ /lesson next ¦ . ¦ 7B ¦ /skip | The answer:~llmq> let size = params of "Llama 2 70B"~llmq> size~$2 = 70B params~~The guess was 7B, it is 70B params: too low by a factor of 10.~~Enter goes on · step 6 of 8~
            /lesson sums.llmq ¦ /lesson next ¦ /lesson next ¦ /lesson next ¦ . ¦ 7B ¦ params of "Llama 2 70B" ¦ . | (made as in the lesson: size)~llmq> size * two~$3 = 140B params~~Enter goes on · step 7 of 8~
            /lesson sums.llmq ¦ /lesson next ¦ /lesson next ¦ /lesson next ¦ . ¦ 7B ¦ params of "Llama 2 70B" ¦ . ¦ . | That is all.~~This is the end of "Sums": 1 of 2 exercises done, 1 left open; begun again, it goes back to that.~~/lesson lists the lessons of llmq~
            /lesson sums.llmq ¦ /lesson reset    | error[E405]: which lesson is to be forgotten?~  help: /lesson reset sums.llmq forgets how far Sums has come~  help: /lesson forget does so with all~
            /lesson sums.llmq ¦ /lesson reset sums.llmq | forgot Sums; /undo does not bring it back, but what it was stands in STATE/lessons.before~
            /lesson reset                        | error[E405]: which lesson is to be forgotten?~  help: /lesson reset 1 forgets how far Meet the catalog has come~  help: /lesson forget does so with all~
            /lesson forget                       | no lesson has begun, so there is nothing to forget~
            /lesson 99                           | error[E405]: there is no lesson 99
            /lesson nxet                         | error[E405]: there is no lesson 'nxet'~  help: did you mean 'next'?~  help: a lesson is a number, next, or a file that ends in .llmq~
            /lesson none.llmq                    | error[E301]: cannot read 'none.llmq': there is no such file~
            /lesson reset one                    | error[E405]: 'one' is no number of a lesson
            /lesson next 2                       | error[E405]: '2' is more than /lesson next takes
            /skip 2                              | error[E405]: '2' is more than /skip takes~  help: it is used as /skip~
            """)
    void says(String typed, String expected) {
        Dialogue prompt = prompt();
        String printed = "";
        for (String line : typed.split(" ¦ ")) {
            printed = prompt.answer(line.equals(".") ? "" : line);
        }
        String wanted = expected.replace('~', '\n');
        printed = printed.replace("\n  ", " ").replace(folder.resolve("state/llmq").toString(), "STATE");
        wanted = wanted.replace("\n  ", " ");
        boolean end = printed.length() > wanted.length() && wanted.startsWith("exercise 2 of 2 begins");
        assertEquals(wanted, wanted.endsWith("\n")
                ? end ? printed.substring(printed.length() - wanted.length()) : printed
                : printed.substring(0, Math.min(wanted.length(), printed.length())));
    }

    @Test
    void whatIsForThoseWhoHaveTimeIsPassedByEnter() throws IOException {
        Files.writeString(folder.resolve("sums.llmq"), SAMPLE.replace("Three\n", "Three\n#: extra\n")
                .replace("Size\n", "Size\n#: extra\n"));
        Dialogue prompt = prompt();
        prompt.answer("/lesson sums.llmq");
        prompt.answer("");
        String offered = "exercise 1 of 2, Three, if there is time: /goal begins it · Enter goes on without\n";
        assertTrue(prompt.answer("").endsWith(offered));
        assertEquals("$2 = 3\n", prompt.answer("two + 1"), "nobody has asked for an answer");
        String asked = prompt.answer("/goal");
        assertTrue(asked.endsWith("exercise 1 of 2: type the query · /hint, /skip, /goal · /lesson next goes on without\n"),
                asked);
        assertTrue(prompt.answer("two + 1").contains("One more than two."));
        prompt.answer("");
        prompt.answer("");
        String end = "";
        for (int i = 0; i < 3 && !end.contains("This is the end"); i++) {
            end = prompt.answer("");
        }
        assertTrue(end.contains("1 of 2 exercises done, 1 left open; begun again, it goes back"), end);
        for (int i = 0; i < 2; i++) {
            String again = prompt.answer("/lesson sums.llmq");
            assertTrue(again.contains("exercise 2 of 2 begins with a guess"), again);
            assertTrue(prompt.answer("").startsWith("exercise 2 of 2"), "it was asked for, and is not passed by");
        }
        prompt.answer("/skip");
        String answer = prompt.answer("/skip");
        assertTrue(answer.startsWith("The answer:\nllmq> let size") && answer.contains("This is the end"), answer);
        assertTrue(progress().contains("skipped sums.llmq/sums size"), progress());
    }

    /** Whoever leaves, or is killed, after any step is there again: the next prompt shows the same step. */
    @Test
    void everyStepIsThereAgain() throws IOException {
        List<String> typed = List.of("/lesson sums.llmq", "", "", "two + 1", "", "", "7B", "params of \"Llama 2 70B\"", "", "");
        List<String> resumed = new ArrayList<>();
        for (int i = 0; i < typed.size(); i++) {
            anew();
            Dialogue prompt = prompt();
            for (String line : typed.subList(0, i + 1)) {
                prompt.answer(line);
            }
            // Nobody closes it.
            String seen = prompt().answer("/lesson sums.llmq");
            String[] lines = seen.strip().split("\n");
            resumed.add(lines[lines.length - 1]);
            assertEquals(progress(), progress());
        }
        assertEquals(List.of("Enter goes on · step 1 of 8", "Enter goes on · step 3 of 8",
                "exercise 1 of 2: type the query · /hint, /skip, /goal", "Enter goes on · step 5 of 8",
                "Enter goes on · step 5 of 8",
                "exercise 2 of 2 begins with a guess: type a value · /skip leaves it out",
                "exercise 2 of 2 begins with a guess: type a value · /skip leaves it out",
                "Enter goes on · step 7 of 8", "Enter goes on · step 7 of 8", "Enter goes on · step 1 of 8"), resumed);
    }

    @Test
    void progressIsReadable() throws IOException {
        Dialogue prompt = prompt();
        for (String line : List.of("/lesson sums.llmq", "", "", "/hint", "two + 2", "1 + 2", "", "", "/skip", "/skip", "")) {
            prompt.answer(line);
        }
        assertEquals("""
                at sums.llmq/sums step 1 after size
                done sums.llmq/sums three tries 2 hints 1
                skipped sums.llmq/sums size tries 0 hints 0
                """, progress());
        assertEquals("""
                Sums · going on at step 7 of 8
                (made as in the lesson: two, size)

                llmq> size * two
                $1 = 140B params

                Enter goes on · step 7 of 8
                """, prompt().answer("/lesson sums.llmq"));
    }

    /** The names of a learner keep a lesson from nothing, and it says so where it has to go by its own. */
    @Test
    void namesOfTheLearnerBreakNothing() {
        Dialogue prompt = prompt();
        prompt.answer("let two = 5; let size = 'large'");
        prompt.answer("/lesson sums.llmq");
        assertEquals("""
                llmq> let two = 2
                (this takes the place of the two that was there; /undo brings that back)
                llmq> two + 2
                $1 = 4

                Enter goes on · step 3 of 8
                """, prompt.answer(""));
        prompt.answer("let two = 7");
        prompt.answer("");
        assertEquals("""
                The answer:
                llmq> two + 1
                3
                (as the lesson has it: two is something else here, hence no number)

                One more than two.

                Enter goes on · step 4 of 8
                """, prompt.answer("/skip"));
        prompt.answer("/lesson next");
        prompt.answer("/lesson next");
        assertEquals("""
                llmq> size * two
                140B params
                (as the lesson has it: two and size are something else here, hence no number)

                Enter goes on · step 7 of 8
                """, prompt.answer("/lesson next"));
        assertEquals("$2 = 7\n", prompt.answer("two"), "the learner's names are the learner's");
    }

    /** What is taken back is of the session, and not of the lesson. */
    @ParameterizedTest
    @CsvSource({"/undo", "/reset", "/reload"})
    void theLessonStaysWhereItIs(String command) {
        Dialogue prompt = prompt();
        for (String line : List.of("/lesson sums.llmq", "", "", "two + 1", command)) {
            prompt.answer(line);
        }
        assertEquals("Now with units.\n\nEnter goes on · step 5 of 8\n", prompt.answer(""));
        prompt.answer("");
        prompt.answer("/skip");
        assertTrue(prompt.answer("/skip").contains("70B params"));
    }

    @Test
    void whoLooksAroundIsLeftInPeace() {
        Dialogue prompt = prompt();
        for (String line : List.of("/lesson sums.llmq", "", "")) {
            prompt.answer(line);
        }
        for (String line : List.of("list hardware top 1", "describe tokens", "describe FLOP")) {
            assertFalse(prompt.answer(line).toLowerCase(Locale.ROOT).contains("answer yet"), line);
        }
        assertTrue(prompt.answer("list hardware top 2").endsWith("\n\nno answer yet, and no hurry: /goal says again what"
                + " is asked for, /hint helps\n"));
        assertFalse(prompt.answer("list hardware top 3").contains("answer yet"), "it is said once");
    }

    @Test
    void inTheSandboxNothingIsKept() throws IOException {
        Dialogue prompt = prompt(96, 40, true);
        assertTrue(prompt.answer("/lesson sums.llmq").startsWith("error[E306]"));
        String begun = prompt.answer("/lesson 1");
        assertTrue(begun.contains("In the sandbox progress is not kept."), begun);
        assertTrue(prompt.answer("").endsWith("Enter goes on · step 2 of " + Course.builtIn().lesson(1).parts().size()
                + "\n"));
        assertEquals("forgot lesson 1, Meet the catalog until this prompt ends; what is kept stays as it was\n",
                prompt.answer("/lesson reset 1"));
        assertFalse(Files.exists(folder.resolve("state")));
    }

    /** Prose that is longer than the window comes a page at a time. */
    @Test
    void proseFitsTheWindow() throws IOException {
        StringBuilder text = new StringBuilder("# Long\n#\n");
        for (int i = 1; i <= 6; i++) {
            text.append("# Paragraph ").append(i).append(" has some words in it, so that it\n# fills two lines at least.\n#\n");
        }
        Files.writeString(folder.resolve("long.llmq"), text);
        Dialogue prompt = prompt(40, 12, false);
        List<String> pages = new ArrayList<>(List.of(prompt.answer("/lesson long.llmq")));
        while (pages.get(pages.size() - 1).endsWith("Enter reads on\n")) {
            pages.add(prompt.answer(""));
        }
        assertEquals(3, pages.size(), pages::toString);
        for (String page : pages) {
            assertTrue(page.lines().count() <= 12, page);
        }
        assertTrue(pages.get(2).contains("Paragraph 6") && pages.get(2).contains("This is the end of \"Long\"."), pages.get(2));
    }

    /** Files of the same name by two people are two lessons, and a copy is the same one. */
    @Test
    void ownLessonsGoByTheirTitlesToo() throws IOException {
        Files.createDirectories(folder.resolve("b"));
        Files.writeString(folder.resolve("b/sums.llmq"), SAMPLE.replace("# Sums", "# Sums of others"));
        Files.createDirectories(folder.resolve("c"));
        Files.writeString(folder.resolve("c/sums.llmq"), SAMPLE);
        Dialogue prompt = prompt();
        prompt.answer("/lesson sums.llmq");
        prompt.answer("");
        assertTrue(prompt.answer("/lesson b/sums.llmq").endsWith("Enter goes on · step 1 of 8\n"));
        assertTrue(prompt.answer("/lesson c/sums.llmq").endsWith("Enter goes on · step 3 of 8\n"));
    }

    @Test
    void theMenuTellsOfProgress() {
        Dialogue prompt = prompt();
        String before = prompt.answer("/lesson");
        assertTrue(before.startsWith(Course.builtIn().size() + " lessons\n\n 1  Meet the catalog"), before);
        assertTrue(before.endsWith("\n\nEnter begins lesson 1 · /lesson N begins another\n"), before);
        prompt.answer("");
        prompt.answer("/lesson sums.llmq");
        String own = prompt.answer("/lesson list");
        assertTrue(own.endsWith("\nEnter goes on with Sums · /lesson N begins another\n"), own);
        assertTrue(prompt.answer("").startsWith("Sums\n\nIt knows"));
        String later = prompt().answer("/lesson");
        assertTrue(later.contains("  begun\n"), later);
        assertTrue(later.endsWith("\nEnter goes on with lesson 1 · /lesson N begins another\n"), later);
        Dialogue typed = prompt();
        typed.answer("/lesson");
        typed.answer("1 + 1");
        typed.answer("rule");
        assertTrue(typed.answer("").startsWith("lesson 1 of "), "what was offered is begun, whatever was typed since");
        typed.answer("/lesson list");
        typed.answer("");
    }

    /** What a lesson shows may lean on a note, whatever the learner has seen; the learner's own answers need not. */
    @Test
    void notesOfWhatALessonShowsAreSaidInFull() throws IOException {
        String rank = "rank models by mmlu top 3";
        String note = "note: mmlu mixes protocols: ";
        Files.writeString(folder.resolve("noted.llmq"), "# Noted\n" + rank + "\n# Read.\n" + rank + "\n");
        Dialogue prompt = prompt();
        assertTrue(prompt.answer(rank).contains(note));
        prompt.answer("/lesson noted.llmq");
        assertTrue(prompt.answer("").contains(note));
        String own = prompt.answer(rank);
        assertTrue(!own.contains(note) && own.contains(", as before"), own);
        prompt.answer("/set notes none");
        prompt.answer("");
        String none = prompt.answer("");
        assertTrue(none.contains(rank) && !none.contains("note: "), none);
    }

    /** What is stopped while a lesson is looked over is no fault of the lesson. */
    @Test
    void lookingOverIsStopped() throws IOException {
        SourceText text = new SourceText("sums.llmq", SAMPLE);
        int[] asked = new int[1];
        Workspace stopped = new Workspace(folder, true, new Engine(1), new FileLoader(() -> 0, 1),
                () -> asked[0]++ > 2, LoadProgress.NONE);
        LlmqException told = assertThrows(LlmqException.class,
                () -> Lessons.own(text, Session.start(Catalog.builtIn()), stopped));
        assertEquals(List.of(ErrorCode.E203), told.diagnostics().stream().map(Diagnostic::code).toList());
        assertTrue(asked[0] > 2);
    }

    /** A title is a text like any other: it changes no colours and no windows. */
    @Test
    void titlesAreOnlyText() throws IOException {
        Files.writeString(folder.resolve("odd.llmq"), "#: lesson T\u001b[31mred\n# Read.\n");
        String seen = prompt().answer("/lesson odd.llmq");
        assertTrue(seen.contains("This is the end of") && seen.indexOf('\u001b') < 0, seen);
    }

    /** A lesson that is done can be gone through once more; Enter alone leads through it. */
    @Test
    void whatIsDoneStaysDone() {
        Dialogue prompt = prompt();
        for (String line : List.of("/lesson sums.llmq", "", "", "1 + 2", "", "", "7B", "params of \"Llama 2 70B\"", "", "")) {
            prompt.answer(line);
        }
        prompt.answer("/lesson sums.llmq");
        prompt.answer("");
        assertEquals("Three\n\nAdd one to `two`.\n\n"
                + "exercise 1 of 2, done before: Enter goes on, or type the query once more\n", prompt.answer(""));
        assertTrue(prompt.answer("1 + 2").contains("\nRight. One more than two.\n"));
        prompt.answer("");
        assertTrue(prompt.answer("").endsWith("\nexercise 2 of 2, done before: Enter goes on, or type the query once more\n"));
        prompt.answer("");
        assertTrue(prompt.answer("").contains("2 of 2 exercises done."));
        assertEquals("", prompt.answer(""), "it is at its end");
    }

    /** Whoever answers right comes to the end of each lesson, in whatever window. */
    @TestFactory
    List<DynamicTest> whoAnswersRightComesToTheEnd() {
        List<DynamicTest> tests = new ArrayList<>();
        for (Course.Entry entry : Course.builtIn().entries()) {
            tests.add(dynamicTest(entry.id(), () -> {
                anew();
                assertEquals(entry.title(), Course.builtIn().lesson(entry.number()).title());
                comesToTheEnd(entry.number(), Learner.RIGHT);
            }));
            tests.add(dynamicTest(entry.id() + ", answered otherwise", () -> {
                anew();
                comesToTheEnd(entry.number(), Learner.OTHERWISE);
            }));
            tests.add(dynamicTest(entry.id() + ", with mistakes", () -> {
                anew();
                comesToTheEnd(entry.number(), Learner.MISTAKEN);
            }));
        }
        return tests;
    }

    /** A mistake is told what it is, and does not pass. */
    private static void errs(Dialogue prompt, Exercise.Mistake mistake) {
        String seen = prompt.answer(mistake.text()).replaceAll("\\s+", " ");
        String last = seen.substring(Math.max(0, seen.length() - 500));
        assertFalse(seen.contains("Enter goes on") || seen.contains("This is the end"), mistake.text() + ": " + last);
        if (mistake.says() != null && mistake.says().indexOf('{') < 0) {
            assertTrue(seen.strip().endsWith(mistake.says().replaceAll("\\s+", " ")), mistake.text() + ": " + last);
        } else {
            assertTrue(seen.strip().endsWith(".") || seen.contains("error["), mistake.text() + ": " + last);
        }
    }

    /** How somebody learns. */
    private enum Learner {
        RIGHT,
        /** As the lesson would not, so that what it names is missing. */
        OTHERWISE,
        /** At first. */
        MISTAKEN
    }

    private void comesToTheEnd(int number, Learner learner) {
        Lesson lesson = Course.builtIn().lesson(number);
        Dialogue prompt = prompt(80, 24, false);
        String seen = prompt.answer("/lesson " + number);
        for (Part part : lesson.parts()) {
            if (part instanceof Part.Task task) {
                Exercise exercise = task.exercise();
                assertTrue(exercise.variants().size() > 1 && exercise.mistakes().size() > 1, exercise.title());
                for (int i = 0; i < 20 && !seen.contains("exercise "); i++) {
                    seen = prompt.answer("");
                }
                assertTrue(seen.contains("\n" + exercise.title() + "\n") || seen.startsWith(exercise.title() + "\n")
                        || seen.contains(exercise.title()), exercise.title() + ": " + seen);
                if (exercise.extra()) {
                    seen = prompt.answer("/goal");
                }
                if (exercise.guess() != null) {
                    seen = prompt.answer("/skip");
                }
                if (learner == Learner.MISTAKEN) {
                    for (Exercise.Mistake mistake : exercise.mistakes()) {
                        errs(prompt, mistake);
                    }
                }
                if (learner == Learner.OTHERWISE) {
                    // The others are tried where the lesson is checked.
                    seen = prompt.answer(exercise.variants().get(0).text());
                } else {
                    for (Block.Code code : exercise.answer()) {
                        seen = prompt.answer(code.text());
                    }
                }
                assertTrue(seen.contains("Enter goes on") || seen.contains("This is the end"), exercise.title() + ": "
                        + seen);
            }
            assertFalse(seen.contains("error["), seen);
        }
        for (int i = 0; i < lesson.parts().size() * 3 && !seen.contains("This is the end"); i++) {
            seen = prompt.answer("");
            assertFalse(seen.contains("error["), seen);
        }
        int count = lesson.exercises().size();
        assertTrue(seen.contains("This is the end of lesson " + number + ": " + count + " of " + count), seen);
    }
}
