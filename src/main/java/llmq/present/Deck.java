package llmq.present;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import llmq.diagnostic.LlmqException;
import llmq.diagnostic.Span;
import llmq.document.Block;
import llmq.document.Scene;
import llmq.engine.Cancel;
import llmq.lesson.Lesson;
import llmq.lesson.Part;
import llmq.lesson.Sayings;
import llmq.lesson.Trial;
import llmq.note.RepeatedNotes;
import llmq.session.Outcome;
import llmq.session.Session;
import llmq.session.Workspace;

/**
 * A lesson or script as steps. Each is run once, when it is first reached, in the session that the steps before it
 * left; whoever goes back sees what was there.
 */
public final class Deck {

    /** What a step gave. @param notes for the speaker, with their figures; @param hints of a task, with theirs */
    record Played(List<Scene> scenes, List<Block> notes, List<Block> hints, Session after) {
    }

    private final Lesson lesson;
    private final List<Step> steps;
    private final Session start;
    private final Function<Cancel, Workspace> workspaces;
    /** The wall has no room to say all of it again. */
    private final RepeatedNotes said = new RepeatedNotes("");
    private final List<Played> played = new ArrayList<>();

    /**
     * @param start      that the first step begins with
     * @param workspaces what a step may use that is stopped so
     */
    public Deck(Lesson lesson, Session start, Function<Cancel, Workspace> workspaces) {
        this.lesson = lesson;
        this.steps = Steps.of(lesson);
        this.start = start;
        this.workspaces = workspaces;
    }

    public String title() {
        return lesson.title();
    }

    /** How many key presses lead through it. */
    public int size() {
        return steps.size();
    }

    /** The same as a learner counts. */
    public int parts() {
        return lesson.parts().size();
    }

    /** The first step of a part, or where what it asserts is; −1 where there is no such part. @param number from 1 */
    int first(int number) {
        int found = number < 1 || number > parts() ? -1 : 0;
        for (int i = 0; i < size() && found >= 0; i++) {
            int part = step(i).part();
            if (part >= number - 1) {
                return part == number - 1 || i == 0 ? i : i - 1;
            }
            found = i;
        }
        return found;
    }

    /** Where a step is, as a room can be told. */
    String place(int index) {
        int part = step(index).part();
        int first = first(part + 1);
        int count = 0;
        for (Step step : steps) {
            count += step.part() == part ? 1 : 0;
        }
        return "step " + (part + 1) + " of " + parts()
                + (count == 1 ? "" : " · " + (index - first + 1) + " of " + count);
    }

    boolean isExercise(int index) {
        return lesson.parts().get(step(index).part()) instanceof Part.Task;
    }

    /** Whether it belongs to an exercise for those who have time, the answer of which is not shown yet. */
    boolean isOffered(int index) {
        Step.Matter matter = step(index).matter();
        return lesson.parts().get(step(index).part()) instanceof Part.Task task && task.exercise().extra()
                && (matter == Step.Matter.GUESS || matter == Step.Matter.TASK);
    }

    /** The first step of what comes after the part that a step belongs to; −1 where nothing does. */
    int after(int index) {
        for (int i = index; i < size(); i++) {
            if (step(i).part() > step(index).part()) {
                return i;
            }
        }
        return -1;
    }

    /** What the next step gives away of an exercise; empty for nothing. */
    String ahead(int index) {
        if (index + 1 == size() || step(index + 1).part() != step(index).part()) {
            return "";
        }
        Step.Matter next = step(index + 1).matter();
        return next == step(index).matter() ? ""
                : next == Step.Matter.TASK ? "next: the task" : next == Step.Matter.ANSWER ? "next: the answer" : "";
    }

    /** Whether all of a task has been shown with a step, and nothing of the answer. */
    boolean isWholeTask(int index) {
        return step(index).matter() == Step.Matter.TASK && (index + 1 == size()
                || step(index + 1).matter() != Step.Matter.TASK || step(index + 1).part() != step(index).part());
    }

    /** The exercise that a step belongs to; {@code null} for none. @param own see {@link Trial} */
    Trial trial(int index, boolean own) {
        int part = step(index).part();
        boolean task = lesson.parts().get(part) instanceof Part.Task;
        return task ? new Trial(lesson, part, own, step(index).matter() != Step.Matter.GUESS) : null;
    }

    /** How many steps have run. */
    int reached() {
        return played.size();
    }

    Step step(int index) {
        return steps.get(index);
    }

    /** Of a step that was reached. */
    Played played(int index) {
        return played.get(index);
    }

    /** Whether a step that was reached shows one. */
    boolean isPicture(int index) {
        List<Scene> scenes = played(index).scenes();
        Outcome outcome = scenes.isEmpty() ? null : scenes.get(0).outcome();
        return outcome != null && outcome.result() != null && outcome.result().picture() != null;
    }

    /** Whether the step after it is prose on the same screen. */
    boolean isSpokenOf(int index) {
        return index + 1 < size() && step(index + 1).kind() == Step.Kind.PROSE && !step(index + 1).opens();
    }

    /** The session after a step that was reached. */
    public Session session(int index) {
        return played.get(index).after();
    }

    /** What the speaker is told at a step that was reached. */
    Cue cue(int index, Hints hints) {
        return new Cue(title(), place(index), brief(step(index)), texts(played(index).notes()),
                texts(played(index).hints()), hints.shown(index).size(), next(index));
    }

    private List<String> next(int index) {
        if (index + 1 == size()) {
            return List.of("nothing: this is the last step");
        }
        Step next = step(index + 1);
        String ahead = ahead(index);
        String what = ahead.isEmpty() ? "" : ahead.substring(ahead.indexOf(' ') + 1) + ": ";
        return switch (next.kind()) {
            case RESULT -> List.of("what it gives");
            case PROSE -> List.of(what + brief(next));
            case TYPED, DONE -> (what + next.code().text()).lines().toList();
        };
    }

    private static String brief(Step step) {
        boolean whole = step.heading() != null || step.kind() != Step.Kind.PROSE;
        return step.name() + (whole ? "" : " …");
    }

    private static List<String> texts(List<Block> paragraphs) {
        List<String> texts = new ArrayList<>();
        for (Block block : paragraphs) {
            texts.add(((Block.Paragraph) block).text());
        }
        return texts;
    }

    /**
     * Runs what lies before a step and the step itself, as far as that has not happened yet. What fails is shown in
     * its place.
     *
     * @throws LlmqException where it is stopped; the steps before have run
     */
    public void reach(int index, Cancel cancel) {
        while (played.size() <= index) {
            Workspace workspace = workspaces.apply(cancel);
            Step step = steps.get(played.size());
            Session before = played.isEmpty() ? start : session(played.size() - 1);
            played.add(step.kind() == Step.Kind.TYPED ? played(step, List.of(), before, workspace)
                    : play(step, before, workspace));
        }
        if (index + 1 == played.size() && isPicture(index) && isSpokenOf(index)) {
            // How large a picture may be depends on what is said beneath it.
            reach(index + 1, cancel);
        }
    }

    private Played play(Step step, Session before, Workspace workspace) {
        List<Scene> scenes = new ArrayList<>();
        Session session = before;
        for (Block block : step.blocks()) {
            Scene scene = Scene.play(block, lesson.document().source(), session, workspace);
            session = scene.after();
            scenes.add(told(scene));
        }
        return played(step, scenes, session, workspace);
    }

    private Played played(Step step, List<Scene> scenes, Session after, Workspace workspace) {
        List<String> hints = new ArrayList<>();
        if (step.matter() == Step.Matter.TASK && lesson.parts().get(step.part()) instanceof Part.Task task) {
            List<String> all = task.exercise().hints();
            for (String hint : all) {
                hints.add(Sayings.hint(hints.size() + 1, all.size(), hint));
            }
        }
        return new Played(scenes, filled(step.notes(), after, workspace), filled(hints, after, workspace), after);
    }

    private Scene told(Scene scene) {
        Outcome outcome = scene.outcome();
        if (outcome == null || outcome.result() == null || outcome.result().notes().isEmpty()) {
            return scene;
        }
        Outcome brief = new Outcome(outcome.session(), outcome.result().with(said.next(outcome.result().notes(), RepeatedNotes.ONCE)),
                outcome.message(), outcome.notes(), outcome.number());
        return new Scene(scene.block(), brief, null, scene.after());
    }

    private List<Block> filled(List<String> texts, Session session, Workspace workspace) {
        List<Block> filled = new ArrayList<>();
        for (String text : texts) {
            filled.add(Scene.play(new Block.Paragraph(text, new Span(0, 0)), lesson.document().source(), session,
                    workspace).block());
        }
        return filled;
    }
}
