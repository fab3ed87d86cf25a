package llmq.lesson;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import llmq.diagnostic.Diagnostic;
import llmq.diagnostic.ErrorCode;
import llmq.diagnostic.LlmqException;
import llmq.diagnostic.Span;
import llmq.document.Block;
import llmq.document.Directive;
import llmq.document.Document;

/**
 * Reads a document as a lesson. Prose between statements is a step to read, a statement outside of an exercise one to
 * look at. An exercise begins with its line; the prose beneath it is the task, and the statements that follow without
 * prose between are its answer.
 */
public final class LessonReader {
    private static final int MOST_HINTS = 3;

    private final Document document;
    private final List<Part> parts = new ArrayList<>();
    private final List<Diagnostic> faults;
    private final Set<String> ids = new HashSet<>();
    private final List<Block> prose = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();
    private Draft draft;
    private String title;
    private String about = "";
    private int minutes;

    private LessonReader(Document document, List<Diagnostic> faults) {
        this.document = document;
        this.faults = faults;
    }

    /** @throws LlmqException with all that is wrong with its lines, E502 */
    public static Lesson read(Document document) {
        List<Diagnostic> faults = new ArrayList<>();
        Lesson lesson = read(document, faults);
        if (!faults.isEmpty()) {
            throw new LlmqException(faults);
        }
        return lesson;
    }

    /**
     * The lesson without those lines that are wrong, and without exercises that have no answer.
     *
     * @param faults to which what is wrong is added
     */
    public static Lesson read(Document document, List<Diagnostic> faults) {
        return new LessonReader(document, faults).read();
    }

    /** Whether a document is more than a script: it has a lesson's line or an exercise. */
    public static boolean isLesson(Document document) {
        for (Block block : document.blocks()) {
            if (block instanceof Block.Remark remark
                    && (remark.directive() == Directive.LESSON || remark.directive() == Directive.EXERCISE)) {
                return true;
            }
        }
        return false;
    }

    private Lesson read() {
        for (Block block : document.blocks()) {
            if (block instanceof Block.Remark remark) {
                remark(remark);
            } else if (block instanceof Block.Code code) {
                code(code);
            } else if (draft != null && draft.answer.isEmpty()) {
                draft.task.add(block);
            } else {
                finish();
                prose.add(block);
            }
        }
        finish();
        reading();
        return new Lesson(id(), title == null ? document.title() : title, about, minutes, parts, document);
    }

    private String id() {
        String file = document.fileName();
        return file == null ? slug(document.title()) : file;
    }

    private void code(Block.Code code) {
        if (draft != null) {
            draft.answer.add(code);
            return;
        }
        reading();
        parts.add(new Part.Demonstration(code, List.copyOf(notes)));
        notes.clear();
    }

    /** Ends the prose before what comes next. */
    private void reading() {
        if (!prose.isEmpty()) {
            parts.add(new Part.Reading(prose, notes));
            prose.clear();
            notes.clear();
        }
    }

    private void remark(Block.Remark remark) {
        String text = remark.text();
        switch (remark.directive()) {
            case LESSON -> title = text;
            case ABOUT -> about = text;
            case MINUTES -> minutes = wholeNumber(remark);
            case NOTES -> (draft == null ? notes : draft.notes).add(text);
            case EXERCISE -> {
                finish();
                reading();
                draft = new Draft(remark);
            }
            case ASSERT -> {
                // It may stand anywhere, and is nothing to be learnt from.
            }
            case END -> {
                if (draft(remark) != null) {
                    finish();
                }
            }
            default -> {
                if (draft(remark) != null) {
                    draft.take(remark);
                }
            }
        }
    }

    /** The exercise that a line belongs to; a fault where there is none. */
    private Draft draft(Block.Remark remark) {
        if (draft == null) {
            fault(remark.span(), "'#: " + remark.directive().word() + "' stands outside of an exercise",
                    "an exercise begins with '#: exercise TITLE', and ends with the prose after its answer");
        }
        return draft;
    }

    private int wholeNumber(Block.Remark remark) {
        try {
            int number = Integer.parseInt(remark.text());
            if (number > 0 && number < 1000) {
                return number;
            }
        } catch (NumberFormatException e) {
            // Said below.
        }
        fault(remark.span(), "'#: minutes' takes a whole number of minutes, not '" + remark.text() + "'");
        return 0;
    }

    private void fault(Span span, String message, String... help) {
        faults.add(Diagnostic.at(ErrorCode.E502, document.source(), span, message, help));
    }

    private void finish() {
        if (draft == null) {
            return;
        }
        String id = slug(draft.head.text());
        boolean first = ids.add(id);
        // Under the same id one would be taken for the other.
        Exercise exercise = draft.exercise(first ? id : id + "-" + parts.size());
        if (exercise.answer().isEmpty()) {
            fault(exercise.span(), "the exercise '" + exercise.title() + "' has no answer",
                    "the statements beneath the task are the answer");
        }
        if (exercise.task().isEmpty()) {
            fault(exercise.span(), "the exercise '" + exercise.title() + "' says nothing of what is to be done",
                    "prose beneath '#: exercise' is the task");
        }
        if (!first) {
            fault(exercise.span(), "the lesson has two exercises of the title '" + exercise.title() + "'",
                    "progress is kept by titles: give them different ones");
        }
        if (!exercise.answer().isEmpty()) {
            parts.add(new Part.Task(exercise));
        }
        draft = null;
    }

    static String slug(String title) {
        StringBuilder slug = new StringBuilder();
        for (char c : title.toLowerCase(Locale.ROOT).toCharArray()) {
            boolean plain = Character.isLetterOrDigit(c);
            if (plain) {
                slug.append(c);
            } else if (slug.length() > 0 && slug.charAt(slug.length() - 1) != '-') {
                slug.append('-');
            }
        }
        return slug.length() > 0 && slug.charAt(slug.length() - 1) == '-' ? slug.substring(0, slug.length() - 1)
                : slug.toString();
    }

    /** An exercise as far as it has been read. */
    private final class Draft {
        private final Block.Remark head;
        private final List<Block> task = new ArrayList<>();
        private final List<Block.Code> answer = new ArrayList<>();
        private final List<String> hints = new ArrayList<>();
        private final List<Exercise.Variant> variants = new ArrayList<>();
        private final List<Exercise.Mistake> mistakes = new ArrayList<>();
        private final List<String> notes = new ArrayList<>();
        private String guess;
        private String truth;
        private List<String> between = List.of();
        private String because;
        private boolean extra;
        private boolean ordered;
        private boolean hintsAbove;
        private double tolerance = Exercise.Terms.USUAL_TOLERANCE;
        private List<String> columns = List.of();

        Draft(Block.Remark head) {
            this.head = head;
        }

        void take(Block.Remark remark) {
            String text = remark.text();
            if (because != null && remark.directive() == Directive.HINT) {
                fault(remark.span(), "'#: hint' stands beneath the explanation of '" + head.text() + "'",
                        "hints stand above '#: because'; the next exercise begins with its '#: exercise'");
                return;
            }
            if (remark.directive() == Directive.HINT && !answer.isEmpty() && hintsAbove) {
                fault(remark.span(), "'#: hint' stands beneath the answer of '" + head.text() + "', and others above it",
                        "hints of one exercise stand together; the next exercise begins with its '#: exercise'");
                return;
            }
            switch (remark.directive()) {
                case GUESS -> guess = text;
                case TRUTH -> truth = text;
                case BETWEEN -> between = pair(remark);
                case EXTRA -> extra = true;
                case ORDERED -> ordered = true;
                case TOLERANCE -> tolerance = share(remark);
                case COLUMNS -> columns = List.of(text.split("\\s*,\\s*"));
                case SAME -> variants.add(new Exercise.Variant(text, remark.span()));
                case MISTAKE -> mistakes.add(new Exercise.Mistake(text, false, null, remark.span()));
                case SHORTCUT -> mistakes.add(new Exercise.Mistake(text, true, null, remark.span()));
                case BECAUSE -> because = because == null ? text : because + " " + text;
                case HINT -> {
                    hintsAbove |= answer.isEmpty();
                    if (hints.size() < MOST_HINTS) {
                        hints.add(text);
                    } else {
                        fault(remark.span(), "an exercise has no more than " + MOST_HINTS + " hints");
                    }
                }
                case SAYS -> {
                    int last = mistakes.size() - 1;
                    if (last < 0 || mistakes.get(last).says() != null) {
                        fault(remark.span(), "'#: says' stands beneath no mistake",
                                "it says something of the '#: mistake' or '#: shortcut' above it");
                    } else {
                        Exercise.Mistake mistake = mistakes.get(last);
                        mistakes.set(last, new Exercise.Mistake(mistake.text(), mistake.shortcut(), text,
                                mistake.span()));
                    }
                }
                default -> throw new IllegalStateException(remark.directive().word());
            }
        }

        private List<String> pair(Block.Remark remark) {
            List<String> pair = List.of(remark.text().split("\\s+and\\s+"));
            if (pair.size() == 2) {
                return pair;
            }
            fault(remark.span(), "'#: between' takes two values with 'and' between them, not '" + remark.text() + "'",
                    "'#: between 1 and 8', for instance");
            return List.of();
        }

        private double share(Block.Remark remark) {
            String text = remark.text();
            try {
                double share = text.endsWith("%")
                        ? Double.parseDouble(text.substring(0, text.length() - 1).strip()) / 100 : -1;
                if (share >= 0 && share < 1) {
                    return share;
                }
            } catch (NumberFormatException e) {
                // Said below.
            }
            fault(remark.span(), "'#: tolerance' takes a percentage below 100, not '" + text + "'");
            return Exercise.Terms.USUAL_TOLERANCE;
        }

        Exercise exercise(String id) {
            return new Exercise(id, head.text(), task, extra, guess, truth,
                    between, new Exercise.Terms(ordered, tolerance, columns), hints, answer, variants, mistakes, because, notes,
                    head.span());
        }
    }
}
