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
import llmq.session.Outcome;
import llmq.session.Session;
import llmq.session.Workspace;

/**
 * A lesson or script as steps. Each is run once, when it is first reached, in the session that the steps before it
 * left; whoever goes back sees what was there.
 */
public final class Deck {

    /** What a step gave. @param notes for the speaker, with their figures */
    record Played(List<Scene> scenes, List<Block> notes, Session after) {
    }

    private final Lesson lesson;
    private final List<Step> steps;
    private final Session start;
    private final Function<Cancel, Workspace> workspaces;
    private final SaidNotes said = new SaidNotes();
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

    public int size() {
        return steps.size();
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

    /** The session after a step that was reached. */
    public Session session(int index) {
        return played.get(index).after();
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
            played.add(step.kind() == Step.Kind.TYPED
                    ? new Played(List.of(), notes(step, before, workspace), before) : play(step, before, workspace));
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
        return new Played(scenes, notes(step, session, workspace), session);
    }

    private Scene told(Scene scene) {
        Outcome outcome = scene.outcome();
        if (outcome == null || outcome.result() == null || outcome.result().notes().isEmpty()) {
            return scene;
        }
        Outcome brief = new Outcome(outcome.session(), outcome.result().with(said.next(outcome.result().notes())),
                outcome.message(), outcome.notes(), outcome.number());
        return new Scene(scene.block(), brief, null, scene.after());
    }

    private List<Block> notes(Step step, Session session, Workspace workspace) {
        List<Block> notes = new ArrayList<>();
        for (String note : step.notes()) {
            notes.add(Scene.play(new Block.Paragraph(note, new Span(0, 0)), lesson.document().source(), session,
                    workspace).block());
        }
        return notes;
    }
}
