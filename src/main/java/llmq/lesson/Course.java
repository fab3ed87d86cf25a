package llmq.lesson;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import llmq.diagnostic.Diagnostic;
import llmq.diagnostic.ErrorCode;
import llmq.diagnostic.LlmqException;
import llmq.diagnostic.SourceText;
import llmq.document.DocumentReader;

/** The lessons that come with llmq, in order. Each is read when it is asked for. */
public final class Course {
    private static final String FOLDER = "/llmq/lessons/";
    private static final String ENDING = ".llmq";
    /** Names of the files; the number that each begins with is that of the lesson. */
    private static final List<String> NAMES = List.of("1-meet-the-catalog", "2-the-best-open-model",
            "3-compute-buys-capability", "4-mixtures-of-experts", "5-undertrained", "6-capability-density",
            "7-how-numbers-mislead", "8-predict");

    /** What its head says of a lesson, without reading the rest. */
    public record Entry(int number, String id, String title) {
    }

    private final List<String> names = new ArrayList<>();
    private final List<Lesson> read = new ArrayList<>();

    private Course() {
        for (String name : NAMES) {
            if (Course.class.getResource(FOLDER + name + ENDING) != null) {
                names.add(name);
                read.add(null);
            }
        }
    }

    public static Course builtIn() {
        return new Course();
    }

    /** Number and title of each, from the first lines of its file. */
    public List<Entry> entries() {
        List<Entry> entries = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            Lesson lesson = read.get(i);
            entries.add(new Entry(number(i), names.get(i),
                    lesson == null ? title(text(names.get(i)), names.get(i)) : lesson.title()));
        }
        return entries;
    }

    /** Its first comment with words in it, as {@link llmq.document.Document#title} has it. */
    private static String title(String text, String name) {
        for (String line : text.lines().limit(20).toList()) {
            if (line.startsWith("#: lesson ")) {
                return line.substring("#: lesson ".length()).strip();
            } else if (line.startsWith("# ") && !line.substring(1).isBlank()) {
                return line.substring(1).strip();
            }
        }
        return name;
    }

    private int number(int index) {
        return Integer.parseInt(names.get(index).substring(0, names.get(index).indexOf('-')));
    }

    public int size() {
        return names.size();
    }

    /** Numbers of all lessons. */
    public List<Integer> numbers() {
        List<Integer> numbers = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            numbers.add(number(i));
        }
        return numbers;
    }

    /** @throws LlmqException E405 where there is none of that number */
    public Lesson lesson(int number) {
        for (int i = 0; i < names.size(); i++) {
            if (number(i) == number) {
                if (read.get(i) == null) {
                    SourceText text = new SourceText(names.get(i) + ENDING, text(names.get(i)));
                    read.set(i, LessonReader.read(DocumentReader.read(text)));
                }
                return read.get(i);
            }
        }
        throw Diagnostic.of(ErrorCode.E405, "there is no lesson " + number, names.isEmpty() ? "there are none"
                : "there are lessons " + number(0) + " to " + number(names.size() - 1)).toException();
    }

    /** Its number; 0 of somebody's own. */
    public int number(Lesson lesson) {
        for (int i = 0; i < read.size(); i++) {
            if (read.get(i) == lesson) {
                return number(i);
            }
        }
        return 0;
    }

    private static String text(String name) {
        try (InputStream in = Course.class.getResourceAsStream(FOLDER + name + ENDING)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
