package llmq.lesson;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import llmq.diagnostic.Diagnostic;
import llmq.diagnostic.ErrorCode;
import llmq.diagnostic.LlmqException;
import llmq.document.Block;
import llmq.engine.Cancel;
import llmq.lesson.Progress.Kept;
import llmq.lesson.Progress.Mark;
import llmq.result.Result;
import llmq.syntax.tree.Statement;

/** Lessons beside a prompt: which there are, the one that goes on, and what Enter on an empty line does. */
public final class Classroom {
    private static final String LIST = "/lesson lists the lessons";

    /** What Enter begins where no lesson waits for it. */
    private interface Offer {
        void take(Cancel cancel);
    }

    private final Stage stage;
    private final Progress progress;
    private final boolean sandbox;
    private final Course course = Course.builtIn();
    private final Menu menu;
    private Tutor tutor;
    private Offer offer;
    private boolean unkeptTold;
    private boolean endTold;
    /** Whether one exercise is tried, and no lesson gone through. */
    private boolean trial;

    /** @param sandbox whether somebody's own lesson neither reads nor writes files, as those of the course never do */
    public Classroom(Stage stage, Progress progress, boolean sandbox) {
        this.stage = stage;
        this.progress = progress;
        this.sandbox = sandbox;
        this.menu = new Menu(course, progress);
    }

    /** What went wrong with the keeping of progress since this was asked for, a line each. */
    public List<String> troubles() {
        return progress.troubles();
    }

    /** Whether Enter on an empty line does something. */
    public boolean waits() {
        return offer != null || isOn();
    }

    /** Whether it was opened for one exercise, and that is done. */
    public boolean isTried() {
        return trial && tutor.isOver();
    }

    private boolean isOn() {
        return tutor != null && !tutor.isOver();
    }

    /** Enter was pressed on an empty line. */
    public void goOn(Cancel cancel) {
        if (offer != null) {
            Offer taken = offer;
            offer = null;
            taken.take(cancel);
        } else if (isOn()) {
            tutor.goOn(cancel);
            ended();
        }
    }

    /** Takes what was typed for a guess, where one is waited for. @return whether there is nothing to run */
    public boolean takes(String text, Cancel cancel) {
        return isOn() && tutor.takes(text, cancel);
    }

    /** A statement that was typed has given a result, and that was printed. */
    public void heard(Statement typed, Result result, Cancel cancel) {
        if (isOn()) {
            // What was offered of a lesson was to show the step again, and that is answered.
            offer = null;
            tutor.heard(typed, result, cancel);
            ended();
        }
    }

    /** Lists the lessons of the course. */
    public void list() {
        stage.print(menu.text(stage.style()));
        if (isOn()) {
            offer = tutor::again;
            Tutor.say(stage, Sayings.resumes(course.number(tutor.lesson()), tutor.lesson().title()));
            return;
        }
        int next = menu.next();
        offer = next == 0 ? null : cancel -> begin(next, cancel);
        Tutor.say(stage, menu.todo());
    }

    /**
     * Begins a lesson of the course, or goes on with it.
     *
     * @throws LlmqException E405 where there is none of that number
     */
    public void begin(int number, Cancel cancel) {
        begin(course.lesson(number), false, cancel);
    }

    /** The same of somebody's own. */
    public void begin(Lesson own, Cancel cancel) {
        begin(own, true, cancel);
    }

    /** Waits for the answer to one exercise. What comes of it is not kept, and no further one begins. */
    public void begin(Trial one, Cancel cancel) {
        offer = null;
        endTold = false;
        trial = true;
        tutor = Tutor.of(one, stage, new Progress(null, false, Clock.systemUTC()), !one.own() || sandbox);
        tutor.begin(cancel);
    }

    private void begin(Lesson lesson, boolean own, Cancel cancel) {
        offer = null;
        endTold = false;
        trial = false;
        tutor = new Tutor(lesson, own, stage, progress, !own || sandbox);
        boolean later = tutor.find();
        boolean titled = !later && lesson.parts().get(0) instanceof Part.Reading reading
                && reading.prose().get(0) instanceof Block.Heading heading && heading.text().equals(lesson.title());
        String head = Sayings.head(course.number(lesson), course.size(), titled ? null : lesson.title(),
                later ? tutor.where() : Sayings.minutes(lesson.minutes()));
        if (!head.isEmpty()) {
            Tutor.say(stage, head);
        }
        if (sandbox && !progress.isKept() && !unkeptTold) {
            unkeptTold = true;
            Tutor.say(stage, Sayings.notKept());
        }
        tutor.begin(cancel);
        ended();
    }

    /** The next lesson where this one is done, else its next step. */
    public void next(Cancel cancel) {
        if (isOn()) {
            tutor.next(cancel);
            ended();
            return;
        }
        int after = tutor == null ? menu.next() : after(course.number(tutor.lesson()));
        if (after == 0) {
            throw Diagnostic.of(ErrorCode.E405, "no lesson is left", LIST).toException();
        }
        begin(after, cancel);
    }

    /** The number after that one; 0 for none. */
    private int after(int number) {
        for (int other : course.numbers()) {
            if (number > 0 && other > number) {
                return other;
            }
        }
        return number > 0 ? 0 : menu.next();
    }

    /** Says what comes after a lesson where it has come to its end. */
    private void ended() {
        if (isOn() || endTold) {
            return;
        }
        endTold = true;
        if (trial) {
            Tutor.say(stage, Sayings.endOfTrial());
            return;
        }
        Lesson lesson = tutor.lesson();
        int number = course.number(lesson);
        int[] counts = counts(progress.of(tutor.key()));
        String what = number == 0 ? '"' + lesson.title() + '"' : "lesson " + number;
        stage.print(stage.style().message(stage.style().line(
                Sayings.finished(what, number, counts[0], counts[1], lesson.exercises().size()))) + "\n\n");
        if (number == 0) {
            Tutor.say(stage, Sayings.endOfOwn());
            return;
        }
        int after = after(number);
        offer = after == 0 ? null : cancel -> begin(after, cancel);
        Tutor.say(stage, Sayings.end(after, after == 0 ? null : course.lesson(after).title()));
    }

    private static int[] counts(Kept kept) {
        int[] counts = new int[2];
        for (Progress.Standing standing : kept.exercises().values()) {
            counts[0] += standing.mark() == Mark.DONE ? 1 : 0;
            counts[1] += standing.mark() == Mark.SKIPPED ? 1 : 0;
        }
        return counts;
    }

    /**
     * Forgets how far a lesson of the course has come.
     *
     * @return what to say of it
     * @throws LlmqException E405 where there is none of that number
     */
    public String reset(int number) {
        Lesson lesson = course.lesson(number);
        return forget(Progress.key(lesson, false), "lesson " + number + ", " + lesson.title());
    }

    /** The same of somebody's own. */
    public String reset(Lesson own) {
        return forget(Progress.key(own, true), own.title());
    }

    /** What to say to whoever does not say which lesson is to be forgotten. */
    public LlmqException which() {
        int number = tutor == null ? 1 : course.number(tutor.lesson());
        String name = number == 0 ? tutor.lesson().document().source().name()
                : String.valueOf(number);
        String title = number == 0 ? tutor.lesson().title() : course.lesson(number).title();
        return Diagnostic.of(ErrorCode.E405, "which lesson is to be forgotten?", "/lesson reset " + name + " forgets how"
                + " far " + title + " has come", "/lesson forget does so with all").toException();
    }

    /** Forgets how far all lessons have come. @return what to say of it */
    public String forget() {
        return forget(null, Sayings.everyLesson());
    }

    private String forget(String key, String what) {
        if (tutor != null && (key == null || tutor.key().equals(key))) {
            tutor = null;
        }
        offer = null;
        Kept kept = key == null ? progress.all() : progress.of(key);
        if (kept.place() == null && kept.exercises().isEmpty()) {
            return key == null ? Sayings.nothingBegun() : Sayings.nothingToForget(what);
        }
        int[] counts = counts(kept);
        Path before = progress.forget(key);
        if (!progress.isKept()) {
            return Sayings.forgotHere(what, counts[0], counts[1]);
        }
        return Sayings.forgot(what, counts[0], counts[1], before == null ? null : before.toString());
    }

    public void hint(Cancel cancel) {
        if (!tutor("a hint").hint(cancel)) {
            waiting();
        }
    }

    public void skip(Cancel cancel) {
        if (!tutor("an answer").skip(cancel)) {
            waiting();
        }
        ended();
    }

    public void goal(Cancel cancel) {
        if (!tutor("a goal").goal(cancel)) {
            waiting();
        }
    }

    private void waiting() {
        Tutor.say(stage, Sayings.noExercise());
    }

    private Tutor tutor(String what) {
        if (!isOn()) {
            throw Diagnostic.of(ErrorCode.E405, "there is " + what + " only amid a lesson", LIST).toException();
        }
        return tutor;
    }
}
