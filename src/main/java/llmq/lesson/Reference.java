package llmq.lesson;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import llmq.diagnostic.Diagnostic;
import llmq.diagnostic.ErrorCode;
import llmq.diagnostic.LlmqException;
import llmq.diagnostic.SourceText;
import llmq.document.Block;
import llmq.document.Placeholders;
import llmq.result.Layout;
import llmq.result.Result;
import llmq.result.Shown;
import llmq.result.Wanted;
import llmq.session.Outcome;
import llmq.session.Session;
import llmq.session.Workspace;
import llmq.syntax.Divisor;
import llmq.syntax.Formatter;
import llmq.syntax.Parser;
import llmq.syntax.tree.Expr;
import llmq.syntax.tree.Statement;
import llmq.value.Unit;

/**
 * What a lesson's own statements give, one after another, in a session of the lesson's own: a learner's may hold
 * anything under any name. Works out what is asked for when it is asked for, and once. Nothing is written to files.
 */
public final class Reference {
    private final Lesson lesson;
    private final Workspace workspace;
    /** The session before each part, as far as it has been worked out. */
    private final List<Session> before = new ArrayList<>();
    /** What each part's last statement gave; {@code null} where that has no result. */
    private final List<Result> results = new ArrayList<>();
    /** Where each exercise stands among the parts, by its id. */
    private final Map<String, Integer> places = new HashMap<>();
    /** The exercise that was judged last, and what results of it are held against; of others it is worked out anew. */
    private Exercise judged;
    private Comparison rightOne;
    private Map<Exercise.Mistake, Comparison> mistakes;
    /** The fits that its answer makes on the way. */
    private List<Comparison> fits;

    /** @param fresh a session in which nothing was named yet */
    public Reference(Lesson lesson, Session fresh, Workspace workspace) {
        this.lesson = lesson;
        this.workspace = workspace;
        before.add(fresh);
        for (int i = 0; i < lesson.parts().size(); i++) {
            if (lesson.parts().get(i) instanceof Part.Task task) {
                places.put(task.exercise().id(), i);
            }
        }
    }

    /**
     * The session as it is where a part of the lesson begins.
     *
     * @param part its place among the lesson's parts, from 0; their number for the end of the lesson
     * @throws LlmqException where a statement before it fails
     */
    public Session before(int part) {
        while (before.size() <= part) {
            int next = before.size() - 1;
            Session session = before.get(next);
            Result result = null;
            for (Block.Code code : lesson.parts().get(next).statements()) {
                Outcome outcome = run(session, code.statement(), lesson.document().source());
                session = outcome.session();
                result = outcome.result();
            }
            before.add(session);
            results.add(result);
        }
        return before.get(part);
    }

    /** What the last statement of a part gives; {@code null} where there is no result. */
    public Result result(int part) {
        before(part + 1);
        return results.get(part);
    }

    /** Prose of a part with its figures, as they are before the part. */
    public List<Block> filled(int part, List<Block> prose) {
        return placeholders(part).fill(prose);
    }

    /** The same of a hint, a guess or an explanation; of what comes after the answer, {@code part} is the next one. */
    public String filled(int part, String text) {
        return placeholders(part).fill(text);
    }

    private Placeholders placeholders(int part) {
        return new Placeholders(() -> before(part), workspace);
    }

    /** The place of an exercise among the lesson's parts. */
    public int part(Exercise exercise) {
        Integer place = places.get(exercise.id());
        if (place == null) {
            throw new IllegalArgumentException(exercise.id() + " is no exercise of " + lesson.id());
        }
        return place;
    }

    /** What an exercise's answer gives. @throws LlmqException where it fails, or E503 where it gives nothing */
    public Result answer(Exercise exercise) {
        Result result = result(part(exercise));
        if (result == null) {
            throw Diagnostic.at(ErrorCode.E503, lesson.document().source(), exercise.last().span(),
                    "the answer of '" + exercise.title() + "' gives no result to hold others against",
                    "its last statement has to be a query or an expression").toException();
        }
        return result;
    }

    /**
     * The value that a guess is held against, as a result of one row and one shown column.
     *
     * @return {@code null} where there is no one value
     * @throws LlmqException where it fails
     */
    public Result truth(Exercise exercise) {
        Result truth = exercise.truth() == null ? answer(exercise)
                : run(before(part(exercise) + 1), exercise.truth());
        if (truth == null || truth.table().rows() != 1) {
            return null;
        }
        List<Shown> asked = truth.layout() == Layout.SCALAR ? truth.shown()
                : Asked.of(truth, exercise.truth() == null ? exercise.terms().columns() : List.of());
        return asked.size() != 1 ? null : new Result(Layout.SCALAR, null, truth.table(), asked, List.of(), List.of(),
                truth.considered(), Wanted.ALL);
    }

    /**
     * What statements are worth in place of an exercise's answer.
     *
     * @throws LlmqException where they do not parse, fail or give no result
     */
    public Verdict judge(Exercise exercise, String statements) {
        Result result = trial(exercise, statements);
        if (result == null) {
            throw Diagnostic.of(ErrorCode.E503, "this gives no result").toException();
        }
        return judge(exercise, result, Typed.last(statements));
    }

    /**
     * What a learner's result is worth.
     *
     * @param typed what gave it; {@code null} where that is not known
     */
    public Verdict judge(Exercise exercise, Result learner, Statement typed) {
        Verdict verdict = judge(exercise, learner);
        if (verdict.kind() != Verdict.Kind.OTHER && Typed.isLiteral(typed)) {
            return Verdict.near(Sayings.literal());
        }
        for (Exercise.Mistake mistake : exercise.mistakes()) {
            boolean taken = mistake.shortcut() && mistake.says() != null && verdict.isRight()
                    && Typed.isAlike(typed, Typed.last(mistake.text()));
            if (taken) {
                return Verdict.near(words(exercise, mistake));
            }
        }
        boolean own = verdict.isRight() || ofMistake(exercise, learner) != null;
        String divided = own ? null : divided(exercise, learner, typed);
        return divided == null ? verdict : Verdict.near(divided);
    }

    /** What to say of {@code a / b * c} where {@code a / (b * c)} would count what the answer does; else nothing. */
    private String divided(Exercise exercise, Result learner, Statement typed) {
        Expr meant = typed instanceof Statement.Evaluate one ? Divisor.grouped(one.value()) : null;
        Result right = Guess.single(answer(exercise));
        if (meant == null || right == null || Guess.isWord(right) || unit(learner).equals(unit(right))) {
            return null;
        }
        try {
            String written = Formatter.expression(meant);
            Result result = trial(exercise, written);
            return unit(result).equals(unit(right)) ? Sayings.divided(written) : null;
        } catch (LlmqException e) {
            if (workspace.cancel().requested()) {
                throw e;
            }
            // A name of the learner's own, for instance.
            return null;
        }
    }

    /** Of a result of one value. */
    private static Unit unit(Result scalar) {
        return scalar.table().schema().field(scalar.shown().get(0).column()).unit();
    }

    /** The same of a result, whatever gave it. */
    public Verdict judge(Exercise exercise, Result learner) {
        if (!exercise.equals(judged)) {
            rightOne = new Comparison(answer(exercise), exercise.terms());
            mistakes = null;
            fits = null;
            judged = exercise;
        }
        Verdict verdict = rightOne.of(learner);
        if (verdict.isRight()) {
            return verdict;
        }
        if (mistakes == null) {
            mistakes = mistakes(exercise);
        }
        String said = ofMistake(exercise, learner);
        if (said != null) {
            return Verdict.near(said);
        }
        Map.Entry<Exercise.Mistake, Comparison> longer = longer(learner);
        if (longer != null) {
            return Verdict.near(words(exercise, longer.getKey()) + " And `top " + longer.getValue().top()
                    + "` is asked for.");
        }
        return verdict.isNear() || learner.layout() != Layout.FIT ? verdict : onTheWay(exercise, learner);
    }

    /** What the exercise says of the mistake that gives this; {@code null} for none. */
    private String ofMistake(Exercise exercise, Result learner) {
        for (Map.Entry<Exercise.Mistake, Comparison> mistake : mistakes.entrySet()) {
            if (mistake.getValue().of(learner).isRight()) {
                return words(exercise, mistake.getKey());
            }
        }
        return null;
    }

    /** What a fit is worth that the answer goes on from. */
    private Verdict onTheWay(Exercise exercise, Result learner) {
        if (fits == null) {
            fits = fits(exercise);
        }
        Verdict near = Verdict.OTHER;
        for (Comparison fit : fits) {
            Verdict verdict = fit.of(learner);
            if (verdict.isRight()) {
                return Verdict.OTHER;
            }
            near = verdict.isNear() ? verdict : near;
        }
        return near;
    }

    private List<Comparison> fits(Exercise exercise) {
        List<Comparison> found = new ArrayList<>();
        Session session = before(part(exercise));
        for (Block.Code code : exercise.answer()) {
            Outcome outcome = run(session, code.statement(), lesson.document().source());
            session = outcome.session();
            if (outcome.result() != null && outcome.result().layout() == Layout.FIT) {
                found.add(new Comparison(outcome.result(), new Exercise.Terms(false, exercise.terms().tolerance(),
                        List.of())));
            }
        }
        return found;
    }

    /** The mistake that a result is without the {@code top} of it; {@code null} for none. */
    private Map.Entry<Exercise.Mistake, Comparison> longer(Result learner) {
        int first = rightOne.top();
        if (first > 0 && learner.table().rows() > first && !rightOne.of(RowComparison.first(learner, first)).isRight()) {
            for (Map.Entry<Exercise.Mistake, Comparison> mistake : mistakes.entrySet()) {
                int top = mistake.getValue().top();
                if (top == first && mistake.getValue().of(RowComparison.first(learner, top)).isRight()) {
                    return mistake;
                }
            }
        }
        return null;
    }

    /** What an exercise says of a mistake, with its figures. */
    String words(Exercise exercise, Exercise.Mistake mistake) {
        return filled(part(exercise) + 1, mistake.says());
    }

    /** Those mistakes that something is said of. */
    private Map<Exercise.Mistake, Comparison> mistakes(Exercise exercise) {
        Map<Exercise.Mistake, Comparison> known = new LinkedHashMap<>();
        for (Exercise.Mistake mistake : exercise.mistakes()) {
            Result result = mistake.says() == null || mistake.shortcut() ? null : given(exercise, mistake);
            if (result != null) {
                known.put(mistake, new Comparison(result, of(exercise.terms(), result)));
            }
        }
        return known;
    }

    /** {@code null} for a mistake that llmq refuses, and needs no other words. */
    private Result given(Exercise exercise, Exercise.Mistake mistake) {
        try {
            return trial(exercise, mistake.text());
        } catch (LlmqException e) {
            if (workspace.cancel().requested()) {
                throw e;
            }
            return null;
        }
    }

    /** Of a mistake only those columns can be asked for that it has. */
    private static Exercise.Terms of(Exercise.Terms terms, Result mistake) {
        List<String> columns = new ArrayList<>();
        for (String title : terms.columns()) {
            if (Asked.find(mistake, title) != null) {
                columns.add(title);
            }
        }
        return new Exercise.Terms(terms.ordered(), terms.tolerance(), columns);
    }

    /**
     * What statements give in place of an exercise's answer.
     *
     * @return {@code null} where the last one has no result
     * @throws LlmqException where they do not parse or fail
     */
    public Result trial(Exercise exercise, String statements) {
        return run(before(part(exercise)), statements);
    }

    private Result run(Session session, String statements) {
        SourceText text = SourceText.of(statements);
        Session current = session;
        Result result = null;
        for (Statement statement : new Parser().parse(text).statements()) {
            Outcome outcome = run(current, statement, text);
            current = outcome.session();
            result = outcome.result();
        }
        return result;
    }

    private Outcome run(Session session, Statement statement, SourceText text) {
        Statement harmless = Unwritten.of(statement);
        return harmless == null ? new Outcome(session, null, null, 0) : session.run(harmless, text, workspace);
    }
}
