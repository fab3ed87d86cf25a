package llmq.lesson;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import llmq.diagnostic.Diagnostic;
import llmq.diagnostic.ErrorCode;
import llmq.diagnostic.LlmqException;
import llmq.diagnostic.SourceText;
import llmq.diagnostic.Span;
import llmq.document.Block;
import llmq.document.Directive;
import llmq.document.Document;
import llmq.document.DocumentReader;
import llmq.document.Placeholders;
import llmq.result.Layout;
import llmq.result.Result;
import llmq.result.Shown;
import llmq.session.DryRun;
import llmq.session.Session;
import llmq.session.Workspace;
import llmq.syntax.Parser;
import llmq.syntax.tree.Script;

/**
 * Finds what is wrong with a lesson: it is run as a learner would who answers right, in each of the ways that it says
 * are right, and in each that it says are wrong.
 */
public final class LessonCheck {
    private final Lesson lesson;
    private final SourceText source;
    private final Reference reference;
    private final ProseCheck prose;
    private final Claims claims;
    private final Map<Span, List<Block.Remark>> remarks;
    private final List<Diagnostic> faults = new ArrayList<>();

    private LessonCheck(Lesson lesson, Session fresh, Workspace workspace) {
        this.lesson = lesson;
        this.source = lesson.document().source();
        this.reference = new Reference(lesson, fresh, workspace);
        this.prose = new ProseCheck(source, workspace, faults);
        this.claims = new Claims(lesson, workspace);
        this.remarks = remarks(lesson.document());
    }

    /**
     * All faults of a text, as a script, a document and a lesson, whichever it is; its statements are run where it is
     * a lesson, but write no files.
     *
     * @param fresh a session in which nothing was named yet
     */
    public static List<Diagnostic> check(SourceText text, Session fresh, Workspace workspace) {
        Script script;
        try {
            script = new Parser().parse(text);
        } catch (LlmqException e) {
            List<Diagnostic> found = new ArrayList<>(e.diagnostics());
            found.addAll(DocumentReader.misspelt(text));
            return sorted(found);
        }
        // What fails when it is run may have been found before.
        Set<Diagnostic> found = new LinkedHashSet<>(DryRun.errors(fresh, script, text, workspace));
        boolean runs = found.isEmpty();
        List<Diagnostic> lines = new ArrayList<>();
        Document document = DocumentReader.read(text, lines);
        if (LessonReader.isLesson(document)) {
            found.addAll(check(LessonReader.read(document, lines), fresh, workspace));
        } else if (runs) {
            found.addAll(ProseCheck.unrun(document, fresh, workspace));
        }
        found.addAll(lines);
        return sorted(new ArrayList<>(found));
    }

    /** All faults of a lesson, up to the first statement that fails. */
    public static List<Diagnostic> check(Lesson lesson, Session fresh, Workspace workspace) {
        LessonCheck check = new LessonCheck(lesson, fresh, workspace);
        check.run();
        return sorted(check.faults);
    }

    private static List<Diagnostic> sorted(List<Diagnostic> faults) {
        faults.sort(Comparator.comparingInt(fault -> fault.span() == null ? 0 : fault.span().start()));
        return faults;
    }

    private void run() {
        int count = lesson.parts().size();
        for (int i = 0; i < count; i++) {
            Part part = lesson.parts().get(i);
            try {
                if (part instanceof Part.Reading reading) {
                    prose.check(reading.prose(), reference.before(i));
                } else if (part instanceof Part.Task task) {
                    check(task.exercise(), i);
                }
                faults.addAll(claims.faults(i + 1 < count ? lesson.parts().get(i + 1).start() : Integer.MAX_VALUE,
                        reference.before(i + 1)));
            } catch (LlmqException e) {
                // What follows may rest on it, and is looked at once this is mended.
                faults.addAll(e.diagnostics());
                return;
            }
        }
        names();
    }

    /** Prose may speak of a name before it is made. */
    private void names() {
        CodeCheck names = new CodeCheck(reference.before(lesson.parts().size()));
        for (Part part : lesson.parts()) {
            if (part instanceof Part.Reading reading) {
                prose.names(reading.prose(), names);
            } else if (part instanceof Part.Task task) {
                prose.names(task.exercise().task(), names);
            }
        }
    }

    private void check(Exercise exercise, int part) {
        Session given = reference.before(part);
        prose.check(exercise.task(), given);
        for (Block.Remark remark : remarks(exercise)) {
            if (remark.directive() == Directive.HINT || remark.directive() == Directive.GUESS) {
                prose.check(remark.text(), remark.span(), given);
            }
        }
        Result answer = reference.answer(exercise);
        Session after = reference.before(part + 1);
        int before = faults.size();
        for (Block.Remark remark : remarks(exercise)) {
            if (remark.directive() == Directive.SAYS || remark.directive() == Directive.BECAUSE) {
                prose.check(remark.text(), remark.span(), after);
            }
        }
        steady(exercise, answer);
        if (answer.table().rows() == 0) {
            fault(exercise.last().span(), "the answer of '" + exercise.title() + "' has no rows",
                    "whatever has none would pass");
        }
        if (isUnknown(answer, exercise)) {
            fault(exercise.last().span(), "the answer of '" + exercise.title() + "' is not known",
                    "whatever is not known would pass");
        }
        columns(exercise, answer);
        if (exercise.terms().ordered() && (answer.layout() == Layout.SCALAR || answer.layout() == Layout.FIT)) {
            fault(place(Directive.ORDERED, null, exercise), "the answer has no rows whose order could matter",
                    "'#: ordered' is for answers of several rows");
        }
        guess(exercise);
        if (faults.size() > before) {
            // Words whose figures cannot be worked out cannot be said of anything.
            return;
        }
        hints(exercise, code(exercise, after));
        for (Exercise.Variant variant : exercise.variants()) {
            variant(exercise, variant);
        }
        for (Exercise.Mistake mistake : exercise.mistakes()) {
            mistake(exercise, mistake);
        }
    }

    /** Whether nothing that is asked for has a value. */
    private static boolean isUnknown(Result answer, Exercise exercise) {
        List<Shown> asked = Asked.of(answer, exercise.terms().columns());
        if (answer.table().rows() != 1 || answer.table().label() != null || answer.picture() != null) {
            return false;
        }
        for (Shown column : asked) {
            if (answer.table().column(column.column()).isKnown(0)) {
                return false;
            }
        }
        return !asked.isEmpty();
    }

    private void fault(Span span, String message, String... help) {
        faults.add(Diagnostic.at(ErrorCode.E503, source, span, message, help));
    }

    /** Of each exercise the lines that say something of it, by the place of its first. */
    private static Map<Span, List<Block.Remark>> remarks(Document document) {
        Map<Span, List<Block.Remark>> remarks = new HashMap<>();
        List<Block.Remark> current = new ArrayList<>();
        for (Block block : document.blocks()) {
            if (block instanceof Block.Remark remark) {
                if (remark.directive() == Directive.EXERCISE) {
                    current = new ArrayList<>();
                    remarks.put(remark.span(), current);
                }
                current.add(remark);
            }
        }
        return remarks;
    }

    private List<Block.Remark> remarks(Exercise exercise) {
        return remarks.get(exercise.span());
    }

    /** The last line of an exercise that says so. @param text {@code null} for any */
    private Span place(Directive directive, String text, Exercise exercise) {
        Span place = exercise.span();
        for (Block.Remark remark : remarks(exercise)) {
            if (remark.directive() == directive && (text == null || remark.text().equals(text))) {
                place = remark.span();
            }
        }
        return place;
    }

    /** An answer that is another one each time is none. */
    private void steady(Exercise exercise, Result answer) {
        StringBuilder text = new StringBuilder();
        for (Block.Code code : exercise.answer()) {
            text.append(code.text()).append("\n;");
        }
        Result again = reference.trial(exercise, text.toString());
        if (again == null || !Comparison.isSame(answer, again)) {
            fault(exercise.last().span(), "the answer of '" + exercise.title() + "' is another one each time it is run");
        }
    }

    /** What learners copy from what they are told has to be right. @return the places where it is not */
    private Set<Span> code(Exercise exercise, Session after) {
        CodeCheck check = new CodeCheck(after);
        Set<Span> wrong = new HashSet<>();
        for (Block.Remark remark : remarks(exercise)) {
            boolean said = remark.directive() == Directive.HINT || remark.directive() == Directive.SAYS;
            Diagnostic fault = said ? check.fault(remark.text()) : null;
            if (fault != null) {
                fault(remark.span(), "the code in this line is wrong: " + fault.message(),
                        fault.help().toArray(new String[0]));
                wrong.add(remark.span());
            }
        }
        return wrong;
    }

    /** @param known places of which something was said */
    private void hints(Exercise exercise, Set<Span> known) {
        Set<String> seen = new HashSet<>();
        for (String hint : exercise.hints()) {
            if (!seen.add(hint)) {
                fault(place(Directive.HINT, hint, exercise), "two hints say the same",
                        "each tells more than the one before it");
            }
        }
        int count = exercise.hints().size();
        if (count == 0) {
            return;
        }
        // The last may be the answer, as it is typed.
        String last = exercise.hints().get(count - 1);
        boolean quoted = last.length() > 2 && last.startsWith("`") && last.indexOf('`', 1) == last.length() - 1;
        String typed = quoted ? last.substring(1, last.length() - 1) : last;
        Span place = place(Directive.HINT, last, exercise);
        if (!known.contains(place) && CodeCheck.isCode(typed) && !typed.contains("...") && Typed.last(typed) != null) {
            String wrong = wrong(exercise, typed);
            if (wrong != null) {
                fault(place, "this hint reads as an answer, and " + wrong, lastCounts(exercise));
            }
        }
    }

    /** What may have been overlooked of an answer of several statements; of others nothing. */
    private static String[] lastCounts(Exercise exercise) {
        return exercise.answer().size() < 2 ? new String[0] : new String[] {"the answer is what its last statement gives: "
                + exercise.last().text(), "'#: end' above that one leaves it out"};
    }

    /** What is wrong with an answer; {@code null} where it is right. */
    private String wrong(Exercise exercise, String statements) {
        try {
            Result result = reference.trial(exercise, statements);
            if (result == null) {
                return "gives no result";
            }
            Verdict verdict = reference.judge(exercise, result, Typed.last(statements));
            return verdict.isRight() ? null
                    : "does not pass: " + (verdict.isNear() ? verdict.words() : "it has nothing to do with the answer");
        } catch (LlmqException e) {
            return "fails: " + e.getMessage();
        }
    }

    private void columns(Exercise exercise, Result answer) {
        for (String title : exercise.terms().columns()) {
            if (Asked.find(answer, title) == null) {
                List<String> titles = new ArrayList<>();
                for (Shown shown : answer.shown()) {
                    titles.add(shown.title());
                }
                fault(place(Directive.COLUMNS, null, exercise), "the answer has no column '" + title + "'",
                        "it has " + String.join(", ", titles));
            }
        }
    }

    private void guess(Exercise exercise) {
        if (exercise.guess() == null) {
            if (exercise.truth() != null) {
                fault(place(Directive.TRUTH, null, exercise), "no guess is asked for that this could be the truth of",
                        "'#: guess QUESTION' asks for one");
            }
            if (!exercise.between().isEmpty()) {
                fault(place(Directive.BETWEEN, null, exercise), "no guess is asked for that has to lie in there",
                        "'#: guess QUESTION' asks for one");
            }
            return;
        }
        Span span = place(exercise.truth() == null ? Directive.GUESS : Directive.TRUTH, null, exercise);
        Result truth;
        try {
            truth = Guess.single(reference.truth(exercise));
        } catch (LlmqException e) {
            Diagnostic why = e.diagnostics().get(0);
            fault(within(span, exercise.truth(), why.span()), "the truth of the guess fails: " + why.message(),
                    why.help().toArray(new String[0]));
            return;
        }
        if (truth == null) {
            fault(span, "there is no one value to hold the guess against",
                    "'#: truth EXPRESSION' says what it is held against");
        } else if (!exercise.between().isEmpty()) {
            between(exercise, truth, place(Directive.BETWEEN, null, exercise));
        }
    }

    /** The place of a part of what a line says, if it stands in one; else the line. @param part may be unknown */
    private Span within(Span line, String said, Span part) {
        int at = said == null || part == null ? -1 : source.text().indexOf(said, line.start());
        return at < 0 || at + said.length() > line.end() ? line : new Span(at + part.start(), at + part.end());
    }

    private void between(Exercise exercise, Result truth, Span span) {
        try {
            if (Guess.isWord(truth) || !Bounds.of(exercise, truth, reference).hold(Guess.right(truth))) {
                fault(span, "what the guess is held against does not lie in there: it is " + Placeholders.printed(truth),
                        "'#: between' takes two numbers or dates, the lesser one first");
            }
        } catch (LlmqException e) {
            fault(span, "an end of what the guess has to lie between fails: " + e.getMessage());
        }
    }

    private void variant(Exercise exercise, Exercise.Variant variant) {
        String wrong = wrong(exercise, variant.text());
        if (wrong != null) {
            fault(variant.span(), "this is said to be right, and " + wrong, lastCounts(exercise));
        }
    }

    private void mistake(Exercise exercise, Exercise.Mistake mistake) {
        Result result;
        try {
            result = reference.trial(exercise, mistake.text());
        } catch (LlmqException e) {
            if (mistake.says() != null) {
                fault(mistake.span(), "llmq refuses this mistake in its own words, so that what is said of it is never"
                        + " seen", e.getMessage());
            }
            return;
        }
        if (result == null) {
            fault(mistake.span(), "this mistake gives no result that anything could be said of");
            return;
        }
        boolean same = reference.judge(exercise, result).isRight();
        if (mistake.shortcut() && (!same || mistake.says() == null)) {
            fault(mistake.span(), same ? "nothing is said of this shortcut" : "this does not give what the answer gives,"
                    + " and is no shortcut", same ? "'#: says SENTENCE' beneath it says what it misses"
                    : "'#: mistake' begins what gives something else");
            return;
        }
        Verdict verdict = reference.judge(exercise, result, Typed.last(mistake.text()));
        if (verdict.isRight()) {
            fault(mistake.span(), "this is said to be a mistake, and passes",
                    "what it gives is the same as what the answer gives; '#: shortcut' begins what is right and misses the"
                            + " point");
        } else if (!verdict.isNear()) {
            fault(mistake.span(), "nothing is said of this mistake",
                    "'#: says SENTENCE' beneath it says what is wrong");
        } else if (mistake.says() != null && !verdict.words().equals(reference.words(exercise, mistake))) {
            fault(mistake.span(), "this mistake gives the same result as another one, of which other words are said",
                    verdict.words());
        }
    }
}
