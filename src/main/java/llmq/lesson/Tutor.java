package llmq.lesson;

import java.util.ArrayList;
import java.util.List;
import llmq.document.Block;
import llmq.document.ProsePrinter;
import llmq.engine.Cancel;
import llmq.lesson.Progress.Kept;
import llmq.lesson.Progress.Mark;
import llmq.lesson.Progress.Place;
import llmq.lesson.Progress.Standing;
import llmq.result.Layout;
import llmq.result.Result;
import llmq.syntax.tree.Statement;
import llmq.text.Role;

/**
 * Leads through one lesson, step by step, beside the prompt: the learner's session stays free, and what is typed in it
 * is looked at only where the lesson has asked for something. Where it stands is written down before it is shown.
 */
final class Tutor {
    /** Results that were no answer after which it says once where help is. */
    private static final int PATIENCE = 2;

    /** What it waits for. */
    private enum Phase {
        /** To go on. */
        SHOWN,
        /** To begin an exercise for those who have time, or to go on. */
        OFFERED,
        GUESS,
        ANSWER,
        OVER
    }

    private final Lesson lesson;
    private final String key;
    private final Stage stage;
    private final Progress progress;
    private final Stand stand;
    /** The one exercise that it is for; {@code null} for the whole lesson. */
    private final Trial trial;
    /** The part at which it ends. */
    private final int until;
    private Phase phase = Phase.SHOWN;
    /** Whether it goes through the exercises that were left open, and is at its end as far as anybody keeps it. */
    private boolean gathers;
    private int step;
    private ProsePages prose = new ProsePages(List.of());
    private Standing standing = Standing.NONE;
    /** Of an exercise that asks for a guess, until it is answered; else {@code null}. */
    private Guessing guessing;
    private int hints;
    private int others;
    /** Results that were meant as an answer, and of which there is nothing else to say. */
    private int attempts;

    /** @param own whether the lesson is somebody's own file */
    Tutor(Lesson lesson, boolean own, Stage stage, Progress progress, boolean sandbox) {
        this(lesson, own, stage, progress, sandbox, null);
    }

    private Tutor(Lesson lesson, boolean own, Stage stage, Progress progress, boolean sandbox, Trial trial) {
        this.lesson = lesson;
        this.key = Progress.key(lesson, own);
        this.stage = stage;
        this.progress = progress;
        this.stand = new Stand(lesson, stage, sandbox);
        this.trial = trial;
        this.step = trial == null ? 0 : trial.part();
        this.until = trial == null ? lesson.parts().size() : step + 1;
    }

    /** For one exercise alone. */
    static Tutor of(Trial trial, Stage stage, Progress progress, boolean sandbox) {
        return new Tutor(trial.lesson(), trial.own(), stage, progress, sandbox, trial);
    }

    Lesson lesson() {
        return lesson;
    }

    String key() {
        return key;
    }

    /** Whether nothing of the lesson is left. */
    boolean isOver() {
        return phase == Phase.OVER;
    }

    /** Goes to where the lesson was left, or to what was left open of it. @return whether that is amid it */
    boolean find() {
        Kept kept = progress.of(key);
        int at = kept.place() == null ? 0 : index(lesson, kept);
        if (at == until) {
            // Where all was done it begins anew, and it is all there again.
            at = open(0);
            gathers = at < until;
            step = gathers ? at : 0;
        } else {
            boolean over = kept.place() != null && isDone(at);
            step = over ? at + 1 : at;
        }
        return step > 0;
    }

    /** The first exercise from that step on that is neither done nor given up; as many as there are steps for none. */
    private int open(int from) {
        for (int i = from; i < until; i++) {
            if (lesson.parts().get(i) instanceof Part.Task && !isDone(i)) {
                return i;
            }
        }
        return until;
    }

    private boolean isDone(int part) {
        return lesson.parts().get(part) instanceof Part.Task task
                && progress.of(key).of(task.exercise().id()).isOver();
    }

    String where() {
        return Sayings.where(step + 1, lesson.parts().size());
    }

    /** Begins there. */
    void begin(Cancel cancel) {
        if (step > 0) {
            note(stand.restore(step, cancel));
            line();
        }
        show(cancel);
    }

    /** The step at which a lesson stands; as many as it has at its end. */
    static int index(Lesson lesson, Kept kept) {
        List<Part> parts = lesson.parts();
        int before = kept.place().after() == null ? 0 : -1;
        for (int i = 0; i < parts.size() && before < 0; i++) {
            if (parts.get(i) instanceof Part.Task task
                    && Progress.name(task.exercise().id()).equals(kept.place().after())) {
                before = i;
            }
        }
        return before < 0 ? 0 : Math.min(parts.size(), before + kept.place().steps());
    }

    /** Where the lesson stands, by the exercise before, so that it holds where a step is put in elsewhere. */
    private void keep() {
        if (gathers) {
            return;
        }
        for (int i = step - 1; i >= 0; i--) {
            if (lesson.parts().get(i) instanceof Part.Task task) {
                progress.keep(key, new Place(task.exercise().id(), step - i));
                return;
            }
        }
        progress.keep(key, new Place(null, step));
    }

    /** Shows the step that it is at once more. */
    void again(Cancel cancel) {
        show(cancel);
    }

    /** Enter was pressed on an empty line. */
    void goOn(Cancel cancel) {
        if (prose.isLeft()) {
            page();
        } else if (phase == Phase.SHOWN || phase == Phase.OFFERED
                || phase == Phase.ANSWER && standing.isOver()) {
            next(cancel);
        } else if (exercise() != null) {
            say(todo());
        }
    }

    /** Goes on, whether this step is done or not. */
    void next(Cancel cancel) {
        step = following();
        show(cancel);
    }

    private int following() {
        return gathers ? open(step + 1) : Math.min(step + 1, until);
    }

    private void show(Cancel cancel) {
        List<Part> parts = lesson.parts();
        prose = new ProsePages(List.of());
        guessing = null;
        hints = 0;
        others = 0;
        attempts = 0;
        while (true) {
            keep();
            if (step == until) {
                phase = Phase.OVER;
                return;
            }
            Part part = parts.get(step);
            phase = Phase.SHOWN;
            if (part instanceof Part.Reading reading) {
                prose = new ProsePages(stand.filled(step, reading.prose(), cancel));
                page();
                return;
            } else if (part instanceof Part.Task task) {
                begin(task.exercise(), cancel);
                return;
            } else if (stand.demonstrate(step, cancel)) {
                line();
                shown();
                return;
            }
            // What gives nothing to look at leads on to the next step.
            step++;
        }
    }

    /** Prints as much of the prose as the window holds. */
    private void page() {
        stage.print(prose.next(stage.style()) + "\n");
        if (prose.isLeft()) {
            say(Sayings.reads());
        } else {
            shown();
        }
    }

    /** Says that it goes on, or ends it where nothing is left. */
    private void shown() {
        if (following() < until) {
            say(todo());
            return;
        }
        step = until;
        keep();
        phase = Phase.OVER;
    }

    private void begin(Exercise exercise, Cancel cancel) {
        standing = progress.of(key).of(exercise.id());
        if (exercise.extra() && trial == null && !gathers && !standing.isOver()) {
            phase = Phase.OFFERED;
            say(todo());
        } else {
            takeUp(exercise, cancel);
        }
    }

    private void takeUp(Exercise exercise, Cancel cancel) {
        note(stand.supply(step, cancel));
        boolean guessed = trial != null && trial.guessed();
        guessing = guessed || standing.isOver() ? null : Guessing.of(exercise, stage, stand, cancel);
        phase = guessing == null ? Phase.ANSWER : Phase.GUESS;
        ask(true, cancel);
    }

    /** The question, or the task. */
    private void ask(boolean titled, Cancel cancel) {
        Exercise exercise = exercise();
        List<Block> blocks = new ArrayList<>();
        if (titled) {
            blocks.add(new Block.Heading(exercise.title(), 2, exercise.span()));
        }
        if (phase == Phase.GUESS) {
            blocks.add(new Block.Paragraph(stand.filled(step, exercise.guess(), cancel), exercise.span()));
        } else {
            blocks.addAll(stand.filled(step, exercise.task(), cancel));
        }
        stage.print(new ProsePrinter(stage.style()).print(blocks) + "\n");
        say(todo());
    }

    /** Says again what is asked for. @return whether anything is */
    boolean goal(Cancel cancel) {
        if (phase == Phase.OFFERED) {
            takeUp(task(), cancel);
            return true;
        }
        if (exercise() == null) {
            return false;
        }
        ask(true, cancel);
        return true;
    }

    /** The next hint. @return whether there is an exercise */
    boolean hint(Cancel cancel) {
        if (phase == Phase.OFFERED) {
            takeUp(task(), cancel);
            return true;
        }
        Exercise exercise = exercise();
        if (exercise == null) {
            return false;
        }
        int count = exercise.hints().size();
        if (phase == Phase.GUESS) {
            prose(Sayings.guessFirst());
        } else if (hints == count) {
            prose(count == 0 ? Sayings.noHints() : Sayings.lastHint());
        } else {
            hints++;
            if (!standing.isOver()) {
                stands(new Standing(standing.mark(), standing.tries(), Math.max(standing.hints(), hints)));
            }
            prose(Sayings.hint(hints, count, stand.filled(step, exercise.hints().get(hints - 1), cancel)));
        }
        return true;
    }

    /** Shows the answer, or leaves the guess out. @return whether there is an exercise */
    boolean skip(Cancel cancel) {
        if (phase == Phase.OFFERED) {
            phase = Phase.ANSWER;
        }
        Exercise exercise = exercise();
        if (exercise == null) {
            return false;
        }
        if (phase == Phase.GUESS) {
            prose(Sayings.guessLeft());
            line();
            phase = Phase.ANSWER;
            ask(false, cancel);
            return true;
        }
        if (!standing.isOver()) {
            stands(new Standing(Mark.SKIPPED, standing.tries(), standing.hints()));
        }
        phase = Phase.SHOWN;
        prose(Sayings.answer());
        stand.demonstrate(step, cancel);
        line();
        explain(exercise, "", cancel);
        return true;
    }

    private void stands(Standing now) {
        standing = now;
        progress.keep(key, exercise().id(), now);
    }

    /**
     * Takes what was typed for a guess, where one is waited for or another one was made.
     *
     * @return whether it was one, or meant as one; else it is to be run
     */
    boolean takes(String typed, Cancel cancel) {
        Exercise exercise = exercise();
        if (phase == Phase.ANSWER && exercise != null) {
            // Whoever began the session anew still has the lesson's names to ask with.
            note(stand.supply(step, cancel));
        }
        boolean waited = phase == Phase.GUESS;
        String said = guessing == null || exercise == null ? null : guessing.take(typed, waited, cancel);
        if (said == null) {
            return false;
        }
        prose(said);
        if (waited && guessing.guess() != null) {
            phase = Phase.ANSWER;
            line();
            ask(false, cancel);
        }
        return true;
    }

    /** A statement that was typed has given a result, and that was printed. */
    void heard(Statement typed, Result result, Cancel cancel) {
        Exercise exercise = exercise();
        if (exercise == null) {
            return;
        }
        if (phase == Phase.GUESS) {
            line();
            say(todo());
            return;
        }
        Verdict verdict = stand.judge(exercise, result, typed, cancel);
        if (verdict.isRight()) {
            stands(new Standing(Mark.DONE, standing.tries() + 1, standing.hints()));
            phase = Phase.SHOWN;
            line();
            int index = number(exercise) - 1;
            boolean guessed = guessing != null && guessing.guess() != null;
            explain(exercise, guessed ? Sayings.queryPraise(index) : Sayings.praise(index), cancel);
        } else if (verdict.isNear()) {
            others = 0;
            stands(new Standing(standing.mark(), standing.tries() + 1, standing.hints()));
            line();
            prose(sentence(verdict.words()));
        } else if (Typed.isSameVerb(typed, exercise.last().statement())
                && (attempts == 0 || !(typed instanceof Statement.Evaluate))) {
            // A calculator is for whatever comes to mind, so that of sums it is said once.
            line();
            prose(attempts++ == 0 ? Sayings.notYetHelp() : Sayings.notYet());
        } else if (result.layout() != Layout.PAGE && ++others == PATIENCE) {
            // Whoever reads what something means has not tried anything.
            line();
            say(Sayings.reminder());
        }
    }

    /** With a capital and a full stop. */
    private static String sentence(String words) {
        if (words.isEmpty()) {
            return words;
        }
        int first = words.codePointAt(0);
        char last = words.charAt(words.length() - 1);
        return new StringBuilder().appendCodePoint(Character.toUpperCase(first))
                .append(words.substring(Character.charCount(first)))
                .append(".!?".indexOf(last) >= 0 ? "" : ".").toString();
    }

    private void explain(Exercise exercise, String praise, Cancel cancel) {
        StringBuilder words = new StringBuilder(praise);
        if (guessing != null && guessing.guess() != null) {
            words.append(words.length() == 0 ? "" : " ")
                    .append(Guess.pointed(guessing.guess().told(), exercise.guess()));
        }
        guessing = null;
        if (exercise.because() != null) {
            words.append(words.length() == 0 ? "" : " ")
                    .append(stand.filled(step + 1, exercise.because(), cancel));
        }
        if (words.length() > 0) {
            prose(words.toString());
            line();
        }
        shown();
    }

    /** The exercise that an answer is waited for; {@code null} for none. */
    private Exercise exercise() {
        return phase == Phase.GUESS || phase == Phase.ANSWER ? task() : null;
    }

    /** The exercise that this step is; {@code null} for none. */
    private Exercise task() {
        return lesson.parts().get(step) instanceof Part.Task task ? task.exercise() : null;
    }

    private int number(Exercise exercise) {
        return lesson.exercises().indexOf(exercise) + 1;
    }

    private String todo() {
        Exercise exercise = phase == Phase.OFFERED ? task() : exercise();
        if (exercise == null) {
            return Sayings.goOn(step + 1, lesson.parts().size());
        }
        int count = lesson.exercises().size();
        return phase == Phase.OFFERED ? Sayings.offered(number(exercise), count, exercise.title())
                : phase == Phase.GUESS ? Sayings.guess(number(exercise), count, exercise.extra())
                : Sayings.exercise(number(exercise), count, standing.isOver(), exercise.extra());
    }

    private void prose(String text) {
        stage.print(new ProsePrinter(stage.style()).text(text, "", ""));
    }

    private void note(String text) {
        if (text != null) {
            say(text);
        }
    }

    private void line() {
        stage.print("\n");
    }

    /** In a quiet colour. */
    private void say(String text) {
        say(stage, text);
    }

    static void say(Stage stage, String text) {
        for (String line : stage.style().message(stage.style().line(text)).split("\n")) {
            stage.print(stage.style().theme().paint(Role.REMARK, line) + "\n");
        }
    }
}
