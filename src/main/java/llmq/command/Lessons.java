package llmq.command;

import java.util.List;
import llmq.diagnostic.Diagnostic;
import llmq.diagnostic.ErrorCode;
import llmq.diagnostic.LlmqException;
import llmq.diagnostic.Nearest;
import llmq.diagnostic.SourceText;
import llmq.document.Document;
import llmq.document.DocumentReader;
import llmq.engine.Cancel;
import llmq.lesson.Classroom;
import llmq.lesson.Course;
import llmq.lesson.Lesson;
import llmq.lesson.LessonCheck;
import llmq.lesson.LessonReader;
import llmq.lesson.Stage;
import llmq.lesson.Trial;
import llmq.result.Result;
import llmq.session.Outcome;
import llmq.session.Session;
import llmq.session.Snippet;
import llmq.session.Transcript;
import llmq.session.Workspace;
import llmq.syntax.tree.Statement;
import llmq.text.Style;
import llmq.value.WholeNumber;

/** Lessons at the prompt. */
public final class Lessons implements Stage {
    private static final String LIST = "list";
    private static final String NEXT = "next";
    private static final String RESET = "reset";
    private static final String FORGET = "forget";
    /** What {@code /lesson} takes beside numbers and files. */
    static final List<String> WORDS = List.of(NEXT, LIST, RESET, FORGET);
    /** What is done with a lesson of somebody's own before it begins. */
    public static final String LOOKED_OVER = "looking the lesson over";

    private final Desk desk;
    private final Classroom classroom;
    /** Whether what runs was typed by nobody. */
    private boolean shows;

    Lessons(Desk desk) {
        this.desk = desk;
        this.classroom = new Classroom(this, desk.host().progress(), desk.host().sandbox());
    }

    static void lesson(Call call) {
        call.desk().lessons().lesson(call.rest(), call, call.cancel());
    }

    static void hint(Call call) {
        call.alone();
        call.desk().lessons().classroom.hint(call.cancel());
        call.desk().lessons().tellTroubles();
    }

    static void skip(Call call) {
        call.alone();
        call.desk().lessons().classroom.skip(call.cancel());
        call.desk().lessons().tellTroubles();
    }

    static void goal(Call call) {
        call.alone();
        call.desk().lessons().classroom.goal(call.cancel());
    }

    /** Waits for the answer to one exercise. */
    void begin(Trial trial, Cancel cancel) {
        classroom.begin(trial, cancel);
    }

    private void lesson(String rest, Call call, Cancel cancel) {
        String[] words = rest.split("\\s+", 2);
        boolean reset = words[0].equals(RESET);
        if (words.length > 1 && !reset && !isFile(rest)) {
            throw call.wrong("'" + words[1] + "' is more than /lesson " + words[0] + " takes");
        }
        if (reset) {
            if (words.length == 1) {
                throw classroom.which();
            }
            desk.host().message(reset(words[1], call));
            tellTroubles();
        } else if (words[0].equals(FORGET)) {
            desk.host().message(classroom.forget());
            tellTroubles();
        } else {
            learn(rest, cancel);
        }
    }

    /** @return what to say of it */
    private String reset(String which, Call call) {
        if (isFile(which)) {
            desk.refuseInSandbox("read");
            return classroom.reset(read(desk.host().lasting(SettingsFile.unquoted(which))));
        }
        if (number(which) < 0) {
            throw call.wrong("'" + which + "' is no number of a lesson");
        }
        return classroom.reset(number(which));
    }

    /**
     * Begins what {@code llmq learn} or {@code /lesson} names.
     *
     * @param which a number, a file, {@code next} or {@code list}; empty for that
     */
    void learn(String which, Cancel cancel) {
        try {
            if (isList(which)) {
                classroom.list();
            } else if (which.equals(NEXT)) {
                classroom.next(cancel);
            } else if (number(which) > 0) {
                classroom.begin(number(which), cancel);
            } else if (isFile(which)) {
                desk.refuseInSandbox("read");
                SourceText text = desk.host().lasting(SettingsFile.unquoted(which));
                Lesson own = desk.host().watched(LOOKED_OVER, false, cancel,
                        workspace -> own(text, desk.host().blank(), workspace));
                classroom.begin(own, cancel);
            } else {
                throw unknown(which, WORDS);
            }
        } finally {
            tellTroubles();
        }
    }

    void learn(Lesson own, Cancel cancel) {
        try {
            classroom.begin(own, cancel);
        } finally {
            tellTroubles();
        }
    }

    /** Whether it asks for the list of lessons. */
    public static boolean isList(String which) {
        return which.isEmpty() || which.equals(LIST);
    }

    /** @throws LlmqException E405 where {@code llmq learn} knows no such lesson */
    public static void check(String which) {
        if (number(which) > 0) {
            Course.builtIn().lesson(number(which));
        } else if (!isList(which) && !which.equals(NEXT)) {
            throw unknown(which, List.of(NEXT, LIST));
        }
    }

    private static LlmqException unknown(String which, List<String> words) {
        return Diagnostic.of(ErrorCode.E405, "there is no lesson '" + which + "'", Nearest.sentence(which, words),
                "a lesson is a number, next, or a file that ends in .llmq").toException();
    }

    /** A whole number above 0; −1 where it is none. */
    private static int number(String text) {
        int number = WholeNumber.of(text);
        return number > 0 ? number : -1;
    }

    /** Whether it names a file, and no lesson of the course. */
    public static boolean isFile(String which) {
        return Document.isFile(SettingsFile.unquoted(which));
    }

    /** A lesson of somebody's own. @throws LlmqException with all that is wrong with it, or E203 where it was stopped */
    public static Lesson own(SourceText text, Session blank, Workspace workspace) {
        List<Diagnostic> faults = LessonCheck.check(text, blank, workspace);
        // What was stopped is no fault of the lesson.
        workspace.cancel().check();
        if (!faults.isEmpty()) {
            throw new LlmqException(faults);
        }
        return read(text);
    }

    private static Lesson read(SourceText text) {
        Lesson lesson = LessonReader.read(DocumentReader.read(text));
        if (lesson.parts().isEmpty()) {
            throw Diagnostic.of(ErrorCode.E405, "there is nothing in " + text.name() + " to learn").toException();
        }
        return lesson;
    }

    private void tellTroubles() {
        classroom.troubles().forEach(desk.host()::message);
    }

    boolean waits() {
        return classroom.waits();
    }

    boolean isTried() {
        return classroom.isTried();
    }

    void goOn(Cancel cancel) {
        try {
            classroom.goOn(cancel);
        } finally {
            tellTroubles();
        }
    }

    boolean takes(String text, Cancel cancel) {
        return classroom.takes(text, cancel);
    }

    /** What was typed has given a result. */
    void heard(Statement typed, Result result, Cancel cancel) {
        if (!shows && result != null) {
            classroom.heard(typed, result, cancel);
            tellTroubles();
        }
    }

    @Override
    public Session session() {
        return desk.host().session();
    }

    @Override
    public boolean run(String text, boolean shown, Cancel cancel) {
        Transcript before = desk.transcript();
        shows = true;
        // The text of a lesson may lean on them.
        desk.host().repeatNotes(true);
        try {
            desk.run(SourceText.of(text), shown ? desk.telling() : Host.Telling.NOTHING, cancel, false);
        } finally {
            shows = false;
            desk.host().repeatNotes(false);
        }
        for (Snippet snippet : desk.transcript().since(before)) {
            if (snippet.outcome() != null && snippet.outcome().result() != null) {
                return true;
            }
        }
        return false;
    }

    @Override
    public Outcome aside(SourceText text, Cancel cancel) {
        return desk.host().aside(text, cancel);
    }

    @Override
    public void show(Result result) {
        desk.host().show(result);
    }

    @Override
    public Session blank() {
        return desk.host().blank();
    }

    @Override
    public Workspace workspace(boolean sandbox, Cancel cancel) {
        return desk.host().workspace(sandbox, cancel);
    }

    @Override
    public void print(String text) {
        desk.host().print(text);
    }

    @Override
    public Style style() {
        return desk.host().style();
    }

    @Override
    public String prompt() {
        return desk.settings().get(Setting.PROMPT);
    }
}
