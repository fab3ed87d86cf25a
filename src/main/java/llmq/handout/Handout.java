package llmq.handout;

import java.util.ArrayList;
import java.util.List;
import llmq.diagnostic.Diagnostic;
import llmq.diagnostic.ErrorCode;
import llmq.diagnostic.LlmqException;
import llmq.document.Block;
import llmq.document.Placeholders;
import llmq.document.Scene;
import llmq.lesson.Exercise;
import llmq.lesson.Lesson;
import llmq.lesson.Part;
import llmq.result.Layout;
import llmq.result.Result;
import llmq.session.Outcome;
import llmq.session.Session;
import llmq.session.Workspace;
import llmq.table.Table;

/** Runs a document and writes it down with what its statements gave. */
public final class Handout {
    /** More belong into a file. */
    private static final int MOST_ROWS = 40;

    private final Lesson lesson;
    private final Workspace workspace;
    private final Sheet sheet;
    private final boolean answers;
    private final WordList words = new WordList();
    private Session session;
    private int exercises;

    private Handout(Lesson lesson, Session fresh, Workspace workspace, Sheet sheet, boolean answers) {
        this.lesson = lesson;
        this.session = fresh;
        this.workspace = workspace;
        this.sheet = sheet;
        this.answers = answers;
    }

    /**
     * @param file    as it was asked for; its ending says how it is written
     * @param answers whether it is the teacher's copy, with answers, hints and notes
     * @param imprint what stands at the foot
     * @throws LlmqException E303 for an unknown ending, and what a statement of the document throws
     */
    public static String of(Lesson lesson, Session fresh, Workspace workspace, String file, boolean answers,
            String imprint) {
        Sheet sheet = sheet(file);
        new Handout(lesson, fresh, workspace, sheet, answers).write();
        return sheet.text(imprint);
    }

    private static Sheet sheet(String file) {
        if (file.endsWith(".html") || file.endsWith(".htm")) {
            return new HtmlSheet();
        } else if (file.endsWith(".md")) {
            return new MarkdownSheet();
        }
        throw Diagnostic.of(ErrorCode.E303, "the ending of '" + file + "' does not say what the handout is to be",
                "endings that do: .html, .md").toException();
    }

    private void write() {
        sheet.title(lesson.title(), filled(lesson.about()));
        boolean exercised = !lesson.exercises().isEmpty();
        if (answers) {
            sheet.teacher();
        } else if (exercised) {
            sheet.names();
        }
        boolean first = true;
        for (Part part : lesson.parts()) {
            if (part instanceof Part.Reading reading) {
                for (Block block : reading.prose()) {
                    boolean title = first && block instanceof Block.Heading heading
                            && heading.text().equals(lesson.title());
                    if (!title) {
                        prose(block);
                    }
                    first = false;
                }
                notes(reading.notes());
            } else if (part instanceof Part.Demonstration demonstration) {
                notes(demonstration.notes());
                run(demonstration.code(), true);
            } else if (part instanceof Part.Task task) {
                exercise(task.exercise());
            }
        }
        if (exercised && !words.isEmpty()) {
            sheet.words(words);
        }
    }

    private String filled(String text) {
        return new Placeholders(session, workspace).fill(text);
    }

    private void prose(Block block) {
        Scene scene = play(block);
        sheet.prose(scene.block());
    }

    /** Prose whose figures fail is no page to hand out. */
    private Scene play(Block block) {
        Scene scene = Scene.play(block, lesson.document().source(), session, workspace);
        if (scene.failure() != null && !(block instanceof Block.Code code && code.recorded() != null)) {
            throw scene.failure();
        }
        session = scene.after();
        return scene;
    }

    private void run(Block.Code code, boolean shown) {
        Scene scene = play(code);
        words.add(code.text(), session.catalog());
        if (!shown) {
            return;
        }
        sheet.query(code.text());
        if (scene.failure() != null) {
            sheet.failure(scene.failure().diagnostics());
            return;
        }
        Outcome outcome = scene.outcome();
        if (outcome.result() != null) {
            Result result = outcome.result();
            int all = result.table().rows();
            boolean cut = result.layout() != Layout.PLOT && all > MOST_ROWS;
            sheet.result(cut ? result.of(first(result.table())) : result, session);
            if (cut) {
                sheet.message("the first " + MOST_ROWS + " of " + all + " rows");
            }
        }
        if (outcome.message() != null) {
            sheet.message(outcome.message());
        }
    }

    /** What a speaker may say stands on the speaker's copy. */
    private void notes(List<String> notes) {
        for (String note : answers ? notes : List.<String>of()) {
            sheet.note(filled(note));
        }
    }

    private static Table first(Table table) {
        int[] rows = new int[MOST_ROWS];
        for (int i = 0; i < MOST_ROWS; i++) {
            rows[i] = i;
        }
        return table.take(rows);
    }

    private void exercise(Exercise exercise) {
        sheet.exercise(++exercises, exercise.title(), exercise.extra());
        // As at the prompt, where the task often gives away how to find out.
        if (exercise.guess() != null) {
            sheet.guess(filled(exercise.guess()), !answers);
        }
        for (Block block : exercise.task()) {
            prose(block);
        }
        if (answers) {
            List<String> hints = new ArrayList<>();
            for (String hint : exercise.hints()) {
                hints.add(filled(hint));
            }
            notes(exercise.notes());
            sheet.hints(hints);
            sheet.answer();
        } else {
            sheet.room();
        }
        for (Block.Code code : exercise.answer()) {
            run(code, answers);
        }
        if (answers && exercise.truth() != null) {
            sheet.truth(filled("{" + exercise.truth() + "}"));
        }
        if (answers && exercise.because() != null) {
            sheet.because(filled(exercise.because()));
        }
        sheet.exerciseEnds();
    }
}
