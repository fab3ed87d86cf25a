package llmq.lesson;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import llmq.Running;
import llmq.catalog.Catalog;
import llmq.diagnostic.Diagnostic;
import llmq.diagnostic.LlmqException;
import llmq.diagnostic.SourceText;
import llmq.document.Block;
import llmq.document.DocumentReader;
import llmq.result.Result;
import llmq.session.Outcome;
import llmq.session.Session;
import llmq.syntax.Formatter;
import llmq.syntax.Parser;
import llmq.syntax.tree.Statement;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Every lesson as three learners go through it: one who answers as the lesson does, one who asks in other ways, and one
 * who errs. What the last one is told stands in src/test/resources/lessons; {@code -Daccept=true} writes it anew.
 */
class CourseTest {
    private static final Path LESSONS = Path.of("src/main/resources/llmq/lessons");
    private static final Path TOLD = Path.of("src/test/resources/lessons");
    private static final int HINTS = 3;
    private static final int WAYS = 2;

    private static List<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(LESSONS)) {
            return files.filter(file -> file.toString().endsWith(".llmq")).sorted().toList();
        }
    }

    private static Lesson lesson(Path file) throws IOException {
        return LessonReader.read(DocumentReader.read(source(file)));
    }

    private static SourceText source(Path file) throws IOException {
        return new SourceText(file.getFileName().toString(), Files.readString(file));
    }

    private static Session fresh() {
        return Session.start(Catalog.builtIn());
    }

    private interface Check {
        void of(Path file, Lesson lesson) throws IOException;
    }

    private static List<DynamicTest> each(Check check) throws IOException {
        List<DynamicTest> tests = new ArrayList<>();
        for (Path file : files()) {
            tests.add(dynamicTest(file.getFileName().toString(), () -> check.of(file, lesson(file))));
        }
        return tests;
    }

    @TestFactory
    List<DynamicTest> lessonsHaveNoFaults() throws IOException {
        return each((file, lesson) -> {
            SourceText source = source(file);
            List<String> faults = new ArrayList<>();
            for (Diagnostic fault : LessonCheck.check(source, fresh(), Running.workspace())) {
                faults.add(source.line(fault.span().start()) + ": " + fault.message() + " " + fault.help());
            }
            assertEquals(List.of(), faults);
        });
    }

    /** Right answers in a session in which the whole lesson is gone through. */
    @TestFactory
    List<DynamicTest> whoeverAnswersAsTheLessonDoesIsRight() throws IOException {
        return each((file, lesson) -> {
            Reference reference = new Reference(lesson, fresh(), Running.workspace());
            Session session = fresh();
            for (Part part : lesson.parts()) {
                Result result = null;
                for (Block.Code code : part.statements()) {
                    Outcome outcome = session.run(code.statement(), lesson.document().source(), Running.workspace());
                    session = outcome.session();
                    result = outcome.result();
                }
                if (part instanceof Part.Task task) {
                    assertEquals(Verdict.RIGHT, reference.judge(task.exercise(), result), task.exercise().title());
                }
            }
        });
    }

    @TestFactory
    List<DynamicTest> whoeverAsksInOtherWaysIsRight() throws IOException {
        return each((file, lesson) -> {
            Reference reference = new Reference(lesson, fresh(), Running.workspace());
            List<String> found = new ArrayList<>();
            for (Exercise exercise : lesson.exercises()) {
                StringBuilder answer = new StringBuilder();
                for (Block.Code code : exercise.answer()) {
                    answer.append(code.text()).append(";\n");
                }
                Set<String> ways = new HashSet<>(Set.of(canonical(answer.toString())));
                for (Exercise.Variant variant : exercise.variants()) {
                    Verdict verdict = reference.judge(exercise, variant.text());
                    if (!verdict.isRight()) {
                        found.add(exercise.title() + ": " + variant.text() + " is " + verdict);
                    }
                    ways.add(canonical(variant.text()));
                }
                if (ways.size() <= WAYS) {
                    found.add(exercise.title() + ": has fewer than " + WAYS + " other ways");
                }
            }
            assertEquals(List.of(), found);
        });
    }

    /** What differs in its white space and case only is the same. */
    private static String canonical(String text) {
        StringBuilder canonical = new StringBuilder();
        for (Statement statement : new Parser().parse(SourceText.of(text)).statements()) {
            canonical.append(Formatter.statement(statement)).append('\n');
        }
        return canonical.toString();
    }

    @TestFactory
    List<DynamicTest> whoeverErrsIsToldWhatIsWrong() throws IOException {
        return each((file, lesson) -> {
            Reference reference = new Reference(lesson, fresh(), Running.workspace());
            StringBuilder told = new StringBuilder();
            List<String> found = new ArrayList<>();
            for (Exercise exercise : lesson.exercises()) {
                told.append(exercise.title()).append('\n');
                if (exercise.mistakes().size() < WAYS) {
                    found.add(exercise.title() + ": has fewer than " + WAYS + " mistakes");
                }
                for (Exercise.Mistake mistake : exercise.mistakes()) {
                    String words = words(reference, exercise, mistake.text());
                    told.append("    ").append(mistake.text()).append("\n      ").append(words).append('\n');
                    if (words.isEmpty()) {
                        found.add(exercise.title() + ": nothing is said of " + mistake.text());
                    }
                }
            }
            assertEquals(List.of(), found);
            Path golden = TOLD.resolve(lesson.id() + ".out");
            if (Boolean.getBoolean("accept")) {
                Files.writeString(golden, told);
            }
            assertTrue(Files.exists(golden), "write " + golden + " with -Daccept=true -Dtest=CourseTest, and read it");
            assertEquals(Files.readString(golden), told.toString());
        });
    }

    /** What llmq refuses it says itself. */
    private static String words(Reference reference, Exercise exercise, String statements) {
        try {
            return reference.judge(exercise, statements).words();
        } catch (LlmqException e) {
            return "error: " + e.getMessage();
        }
    }

    @TestFactory
    List<DynamicTest> exercisesHelpAndExplain() throws IOException {
        return each((file, lesson) -> {
            assertTrue(lesson.exercises().size() >= 3, "few exercises");
            assertTrue(!lesson.about().isEmpty() && lesson.minutes() > 0, "no words for the menu");
            for (Exercise exercise : lesson.exercises()) {
                assertEquals(HINTS, exercise.hints().size(), exercise.title());
                assertTrue(exercise.because() != null, exercise.title() + " is not explained");
            }
        });
    }

    @TestFactory
    List<DynamicTest> figuresInProseComeFromTheSession() throws IOException {
        BareFigures figures = new BareFigures(Catalog.builtIn());
        return each((file, lesson) -> assertEquals(List.of(), figures.in(lesson.document())));
    }

    @Test
    void bareFiguresAreFound() {
        Function<String, List<String>> figures = new BareFigures(Catalog.builtIn())::in;
        assertEquals(List.of("132B", "8", "2.5,", "36%.", "2020"), figures.apply("DBRX has 132B parameters and Llama 2"
                + " 70B, of {params of DBRX}, none; `top 5` of 8 in April 2024, on 2024-04-24, by 6ND, 2.5, and two at"
                + " 36%. Lesson 7 has 8x22B, 2020 and the H100 of 2023"));
    }
}
