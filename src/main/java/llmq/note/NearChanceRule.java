package llmq.note;

import java.util.List;
import llmq.fit.FitFunctions;
import llmq.fit.Method;
import llmq.plan.Columns;
import llmq.plan.Expression;
import llmq.plan.ExpressionText;
import llmq.result.Note;
import llmq.result.NoteKind;
import llmq.stats.Sampling;
import llmq.table.ScoreScale;
import llmq.value.NumberText;

/**
 * Most of the top rows score about as well as guessing on a benchmark that the key rewards. “About” is within the
 * sampling error of a guess, and 2.5 points more: published scores of one model by several sources differ by about
 * that, from prompts and protocols alone.
 */
final class NearChanceRule implements NoteRule {
    private static final double MARGIN = 2.5;
    private static final int FEWEST_ROWS = 3;

    @Override
    public void look(Asked asked, Ranked ranked, List<Note> notes) {
        if (ranked == null || ranked.rows() < FEWEST_ROWS) {
            return;
        }
        for (Expression.Column score : ranked.scores()) {
            ScoreScale scale = score.field().scale();
            double limit = near(scale);
            int near = 0;
            int known = 0;
            for (double value : ranked.values(score)) {
                known += value == value ? 1 : 0;
                near += value <= limit ? 1 : 0;
            }
            if (known >= FEWEST_ROWS && 2 * near > known && ranked.rewards(score)) {
                String name = score.field().name();
                notes.add(Note.of(NoteKind.NEAR_CHANCE, name + " by " + ranked.keyFormula(), near + " of the top "
                        + known + " score near chance on " + name + " (" + NumberText.exact(scale.chance()) + "%): "
                        + advice(ranked, score, limit)));
            }
        }
    }

    /** The score up to which a model may well be guessing; NaN, which no score is below, where chance is unknown. */
    private static double near(ScoreScale scale) {
        double error = Sampling.standardError(scale.chance(), scale.questions());
        return scale.chance() + MARGIN + (error == error ? Sampling.NORMAL_95 * error : 0);
    }

    private static String advice(Ranked ranked, Expression.Column score, double limit) {
        String name = score.field().name();
        if (ranked.isOfScoresOnly()) {
            return "their order is mostly luck";
        }
        if (usesSkill(ranked.key(), score)) {
            return "so small a skill is mostly luck; try where " + name + " > " + NumberText.exact(Math.ceil(limit));
        }
        FitFunctions.Body fit = fit(ranked.key());
        if (fit != null) {
            boolean line = fit.spec().method() == Method.LINE && name.equals(fit.spec().response().title());
            return ranked.keyText() + " says little of scores so near guessing" + (line
                    ? ", where a line runs below chance; fit using logistic, or try where " : "; try where ") + name
                    + " > " + NumberText.exact(Math.ceil(limit));
        }
        return ranked.keyText() + " rewards models that know nothing; try skill(" + name + ")";
    }

    /** The fit that is asked within an expression; {@code null} where none is. */
    private static FitFunctions.Body fit(Expression expression) {
        if (expression instanceof Expression.Call call && call.function().body() instanceof FitFunctions.Body body) {
            return body;
        }
        for (Expression part : Columns.parts(expression)) {
            FitFunctions.Body body = fit(part);
            if (body != null) {
                return body;
            }
        }
        return null;
    }

    private static boolean usesSkill(Expression expression, Expression.Column score) {
        Expression.Column skill = ExpressionText.skillOf(expression);
        if (skill != null && skill.index() == score.index()) {
            return true;
        }
        for (Expression part : Columns.parts(expression)) {
            if (usesSkill(part, score)) {
                return true;
            }
        }
        return false;
    }
}
