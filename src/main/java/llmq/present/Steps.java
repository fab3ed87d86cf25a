package llmq.present;

import java.util.ArrayList;
import java.util.List;
import llmq.document.Block;
import llmq.lesson.Exercise;
import llmq.lesson.Lesson;
import llmq.lesson.Part;
import llmq.syntax.tree.Statement;

/** Takes a lesson apart into steps. */
final class Steps {
    private final Lesson lesson;
    private final List<Step> steps = new ArrayList<>();
    /** Where in the lesson it is. */
    private int part;
    private Step.Matter matter = Step.Matter.LESSON;
    private int exercises;

    private Steps(Lesson lesson) {
        this.lesson = lesson;
    }

    static List<Step> of(Lesson lesson) {
        return new Steps(lesson).read();
    }

    private List<Step> read() {
        boolean after = false;
        for (Part next : lesson.parts()) {
            int from = steps.size();
            if (next instanceof Part.Reading reading) {
                prose(null, reading.prose(), reading.notes());
            } else if (next instanceof Part.Demonstration demonstration) {
                statement(demonstration.code(), demonstration.notes());
            } else if (next instanceof Part.Task task) {
                exercise(task.exercise());
                matter = Step.Matter.LESSON;
            }
            part++;
            if (after && steps.size() > from) {
                // Whoever passes by an exercise is not shown its answer with what comes after it.
                steps.set(from, steps.get(from).opening());
            }
            after = next instanceof Part.Task || after && steps.size() == from;
        }
        if (!steps.isEmpty() && steps.get(0).heading() == null) {
            steps.set(0, steps.get(0).titled(lesson.title()));
        }
        keepNotes();
        return steps;
    }

    /** A step to each block; what belongs together is shown together. */
    private void prose(String title, List<Block> prose, List<String> notes) {
        String heading = title;
        List<Block> step = new ArrayList<>();
        for (Block block : prose) {
            if (block instanceof Block.Heading next) {
                add(heading, step, notes);
                heading = next.text();
                continue;
            }
            if (!step.isEmpty() && !goesOn(step.get(step.size() - 1), block)) {
                add(heading, step, notes);
                heading = null;
            }
            step.add(block);
        }
        add(heading, step, notes);
    }

    private static boolean goesOn(Block above, Block below) {
        return below instanceof Block.Verbatim
                || below instanceof Block.Points && above instanceof Block.Paragraph paragraph
                        && paragraph.text().endsWith(":");
    }

    /** Takes the blocks; a heading is a step without any, too. */
    private void add(String heading, List<Block> blocks, List<String> notes) {
        if (heading != null || !blocks.isEmpty()) {
            steps.add(new Step(Step.Kind.PROSE, part, matter, heading, blocks, heading != null, notes));
            blocks.clear();
        }
    }

    private void statement(Block.Code code, List<String> notes) {
        if (code.statement() instanceof Statement.Assert && !steps.isEmpty()) {
            // What was shown is so, as it should be: a room need not wait for that.
            steps.add(steps.remove(steps.size() - 1).asserted(code, notes));
        } else if (isQuiet(code.statement())) {
            steps.add(step(Step.Kind.DONE, code, notes));
        } else {
            steps.add(step(Step.Kind.TYPED, code, notes));
            steps.add(step(Step.Kind.RESULT, code, notes));
        }
    }

    private Step step(Step.Kind kind, Block.Code code, List<String> notes) {
        return new Step(kind, part, matter, null, List.of(code), false, notes);
    }

    /** Whether there is no answer to wait for. */
    private static boolean isQuiet(Statement statement) {
        return statement instanceof Statement.LetMeasure || statement instanceof Statement.LetFunction
                || statement instanceof Statement.LetView || statement instanceof Statement.Param
                || statement instanceof Statement.Require || statement instanceof Statement.Assert
                || statement instanceof Statement.Assume || statement instanceof Statement.Load
                || statement instanceof Statement.Save;
    }

    private void exercise(Exercise exercise) {
        String heading = "Exercise " + ++exercises + ": " + exercise.title()
                + (exercise.extra() ? " (if there is time)" : "");
        List<String> notes = exercise.notes();
        if (exercise.guess() != null) {
            matter = Step.Matter.GUESS;
            prose(heading, List.of(new Block.Paragraph("A guess first. " + exercise.guess(), exercise.span())), notes);
            heading = null;
        }
        matter = Step.Matter.TASK;
        prose(heading, exercise.task(), notes);
        matter = Step.Matter.ANSWER;
        for (Block.Code code : exercise.answer()) {
            statement(code, notes);
        }
        matter = Step.Matter.EXPLANATION;
        if (exercise.truth() != null && exercise.guess() != null) {
            // The answer alone does not say it.
            prose(null, List.of(new Block.Paragraph(exercise.guess() + " **{" + exercise.truth() + "}**",
                    exercise.span())), notes);
        }
        if (exercise.because() != null) {
            prose(null, List.of(new Block.Paragraph(exercise.because(), exercise.span())), notes);
        }
    }

    /** A note holds until there is another, or a new screen begins. */
    private void keepNotes() {
        for (int i = 1; i < steps.size(); i++) {
            Step step = steps.get(i);
            if (step.notes().isEmpty() && !step.opens()) {
                steps.set(i, step.noted(steps.get(i - 1).notes()));
            }
        }
    }
}
