package llmq.lesson;

import java.util.ArrayList;
import java.util.List;
import llmq.lesson.Progress.Kept;
import llmq.text.CellWidth;
import llmq.text.Role;
import llmq.text.Style;
import llmq.text.Wrap;

/** The lessons of a course, and how far each has come. */
public final class Menu {
    private static final int NUMBER = 2;
    private static final int GAP = 2;
    private static final int WIDEST = 80;
    /** Lines that stand beneath it: an empty one, what is to be done, the prompt. */
    private static final int BENEATH = 3;

    private final Course course;
    private final Progress progress;

    public Menu(Course course, Progress progress) {
        this.course = course;
        this.progress = progress;
    }

    /** How a lesson stands. */
    private enum State { NEW, BEGUN, DONE }

    private State state(Lesson lesson) {
        Kept kept = progress.of(Progress.key(lesson, false));
        if (kept.place() == null) {
            return kept.exercises().isEmpty() ? State.NEW : State.BEGUN;
        }
        int at = Tutor.index(lesson, kept);
        List<Exercise> exercises = lesson.exercises();
        // Where all is done, whoever is back before the last exercise goes through it once more.
        int last = exercises.isEmpty() ? -1
                : lesson.parts().indexOf(new Part.Task(exercises.get(exercises.size() - 1)));
        boolean end = at == lesson.parts().size() || at < last;
        return end && due(lesson, kept) == 0 ? State.DONE : State.BEGUN;
    }

    /** How many exercises are left that are not just for those who have time. */
    private static int due(Lesson lesson, Kept kept) {
        int due = 0;
        for (Exercise exercise : lesson.exercises()) {
            due += exercise.extra() || kept.of(exercise.id()).isOver() ? 0 : 1;
        }
        return due;
    }

    private static int over(Lesson lesson, Kept kept) {
        int over = 0;
        for (Exercise exercise : lesson.exercises()) {
            over += kept.of(exercise.id()).isOver() ? 1 : 0;
        }
        return over;
    }

    /** In words: {@code 3 of 5}. */
    private String standing(Lesson lesson) {
        State state = state(lesson);
        int over = over(lesson, progress.of(Progress.key(lesson, false)));
        int all = lesson.exercises().size();
        return state == State.NEW ? Sayings.notBegun()
                : state == State.DONE ? over == all ? Sayings.done() : Sayings.doneBut(over, all)
                : over == 0 ? Sayings.begun() : Sayings.partly(over, all);
    }

    /** The number of the lesson to go on with: the last that was left amid, else the first that is new; 0 for none. */
    int next() {
        int fresh = 0;
        int begun = 0;
        String last = "";
        for (int number : course.numbers()) {
            Lesson lesson = course.lesson(number);
            State state = state(lesson);
            String when = progress.of(Progress.key(lesson, false)).when();
            if (state == State.BEGUN && (begun == 0 || when.compareTo(last) > 0)) {
                begun = number;
                last = when;
            }
            fresh = fresh == 0 && state == State.NEW ? number : fresh;
        }
        return begun > 0 ? begun : fresh;
    }

    boolean isBegun(int number) {
        return state(course.lesson(number)) == State.BEGUN;
    }

    /** What Enter does at the menu. */
    public String todo() {
        int next = next();
        return next == 0 ? Sayings.allDone() : isBegun(next) ? Sayings.resumes(next, "") : Sayings.begins(next);
    }

    /** As it is printed, with an empty line at its end. */
    public String text(Style style) {
        List<Lesson> lessons = new ArrayList<>();
        int title = 0;
        int minutes = 0;
        int done = 0;
        for (int number : course.numbers()) {
            Lesson lesson = course.lesson(number);
            lessons.add(lesson);
            title = Math.max(title, CellWidth.of(lesson.title()));
            minutes = Math.max(minutes, minutes(lesson).length());
            done += state(lesson) == State.DONE ? 1 : 0;
        }
        StringBuilder out = new StringBuilder();
        out.append(style.theme().paint(Role.HEADER, Sayings.menu(done, lessons.size()))).append("\n");
        int width = style.width() == 0 ? WIDEST : Math.min(style.width(), WIDEST);
        String full = style.plain() ? plain(lessons, style) : "\n" + rows(lessons, style, title, minutes, width, true);
        boolean fits = style.plain() || style.height() == 0
                || full.lines().count() + 1 + BENEATH <= style.height();
        return out.append(fits ? full : "\n" + rows(lessons, style, title, minutes, width, false)).append("\n")
                .toString();
    }

    private static String minutes(Lesson lesson) {
        return lesson.minutes() == 0 ? "" : lesson.minutes() + " min";
    }

    private String rows(List<Lesson> lessons, Style style, int title, int minutes, int width, boolean about) {
        StringBuilder out = new StringBuilder();
        String indent = " ".repeat(NUMBER + GAP);
        for (Lesson lesson : lessons) {
            String number = String.valueOf(course.number(lesson));
            String standing = standing(lesson);
            out.append(" ".repeat(NUMBER - number.length())).append(number).append(" ".repeat(GAP));
            int room = Math.max(1, width - indent.length() - minutes - standing.length() - 2 * GAP);
            String name = CellWidth.of(lesson.title()) <= room ? lesson.title()
                    : Wrap.ended(lesson.title(), room, style.ellipsis());
            String text = style.line(name);
            out.append(style.theme().paint(Role.NAME, text));
            out.append(" ".repeat(Math.max(0, Math.min(title, room) - CellWidth.of(text)) + GAP));
            String length = minutes(lesson);
            out.append(" ".repeat(minutes - length.length())).append(length).append(" ".repeat(GAP));
            out.append(style.theme().paint(state(lesson) == State.DONE ? Role.REMARK : Role.SAID, standing));
            out.append('\n');
            for (String line : about && !lesson.about().isEmpty()
                    ? Wrap.lines(style.line(lesson.about()), width - indent.length()) : List.<String>of()) {
                out.append(indent).append(style.theme().paint(Role.REMARK, line)).append('\n');
            }
        }
        return out.toString();
    }

    private String plain(List<Lesson> lessons, Style style) {
        StringBuilder out = new StringBuilder();
        for (Lesson lesson : lessons) {
            String length = Sayings.minutes(lesson.minutes());
            String about = lesson.about().isEmpty() ? "" : ": " + lesson.about();
            out.append(style.line(course.number(lesson) + ", " + lesson.title() + (length.isEmpty() ? "" : ", " + length)
                    + ", " + standing(lesson) + about)).append('\n');
        }
        return out.toString();
    }
}
