package llmq.cli;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import llmq.document.Block;
import llmq.lesson.Course;
import llmq.lesson.Exercise;
import llmq.lesson.Lesson;
import llmq.lesson.Part;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * How long the course takes whoever reads each line of prose, notes and remarks once, looks at each table and picture,
 * guesses, and answers each exercise wrong before right, but for those for whoever has time. Reading is put at 200 words a minute,
 * slow for prose (Brysbaert 2019: 238), typing at 40 words of five letters (Dhakal et al. 2018: 52 of words that one
 * knows); the seconds for a look and for a thought are our own.
 */
class CourseTimeTest {
    private static final int COURSE_MINUTES = 90;
    private static final double WORDS_A_SECOND = 200.0 / 60;
    private static final double KEYS_A_SECOND = 40 * 5.0 / 60;
    private static final double SECONDS_A_LOOK = 8;
    private static final double SECONDS_A_THOUGHT = 15;
    private static final Pattern WORD = Pattern.compile("\\S*\\p{L}{2}\\S*");
    /** Of tables, and of what stands beneath every step. */
    private static final Pattern UNREAD = Pattern.compile("(?m)^([│┌├└] ?.*|Enter goes on · .*)$");
    /** What is no value in a line. */
    private static final Pattern LOOK = Pattern.compile("(?m)^\\$\\d+$");

    @TempDir
    Path folder;

    private final List<String> seen = new ArrayList<>();
    private int keys;
    private int thoughts;

    private Dialogue prompt() throws IOException {
        return Dialogue.learning(folder, Map.of("XDG_STATE_HOME", folder.resolve("state").toString()), false, 80, 24);
    }

    private String press(Dialogue prompt, String typed) {
        keys += typed.length() + 1;
        String printed = prompt.answer(typed);
        seen.add(printed);
        return printed;
    }

    private double minutes(Lesson lesson, int number) throws IOException {
        seen.clear();
        keys = 0;
        thoughts = 0;
        Dialogue prompt = prompt();
        String last = press(prompt, "/lesson " + number);
        for (Part part : lesson.parts()) {
            if (!(part instanceof Part.Task task) || task.exercise().extra()) {
                continue;
            }
            Exercise exercise = task.exercise();
            for (int i = 0; i < lesson.parts().size() && !last.contains("exercise " + place(lesson, exercise)); i++) {
                last = press(prompt, "");
            }
            if (exercise.guess() != null) {
                thoughts++;
                last = press(prompt, "/skip");
            }
            thoughts += 2;
            press(prompt, exercise.mistakes().get(0).text());
            for (Block.Code code : exercise.answer()) {
                last = press(prompt, code.text());
            }
        }
        for (int i = 0; i < lesson.parts().size() && !last.contains("This is the end"); i++) {
            last = press(prompt, "");
        }
        assertTrue(last.contains("This is the end"), last);
        String all = all();
        return (count(WORD, all) / WORDS_A_SECOND + keys / KEYS_A_SECOND + count(LOOK, all) * SECONDS_A_LOOK
                + thoughts * SECONDS_A_THOUGHT) / 60;
    }

    private String all() {
        String told = UNREAD.matcher(String.join("\n", seen)).replaceAll("");
        return String.join("\n", new LinkedHashSet<>(told.lines().toList()));
    }

    private static String place(Lesson lesson, Exercise exercise) {
        return lesson.exercises().indexOf(exercise) + 1 + " of ";
    }

    private static int count(Pattern pattern, String text) {
        int count = 0;
        for (Matcher matcher = pattern.matcher(text); matcher.find();) {
            count++;
        }
        return count;
    }

    @Test
    void theCourseTakesNinetyMinutes() throws IOException {
        Course course = Course.builtIn();
        double all = 0;
        StringBuilder found = new StringBuilder();
        boolean right = true;
        for (int number : course.numbers()) {
            Lesson lesson = course.lesson(number);
            double minutes = minutes(lesson, number);
            all += minutes;
            right &= Math.abs(minutes - lesson.minutes()) < 1;
            found.append(String.format("%n%-28s says %2d, takes %4.1f: %4d words, %4d keys, %2d looks, %2d thoughts",
                    lesson.id(), lesson.minutes(), minutes, count(WORD, all()), keys,
                    count(LOOK, all()), thoughts));
        }
        String plan = Files.readString(Path.of("src/docs/workshop.md"));
        for (int number : course.numbers()) {
            Lesson lesson = course.lesson(number);
            String line = "| " + lesson.minutes() + " | " + number + " " + lesson.title() + " |";
            assertTrue(plan.contains(line), "the plan for workshops lacks " + line);
        }
        assertTrue(right && all <= COURSE_MINUTES, all + " minutes" + found);
    }
}
