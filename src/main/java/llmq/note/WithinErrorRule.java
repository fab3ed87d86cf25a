package llmq.note;

import java.util.ArrayList;
import java.util.List;
import llmq.plan.Expression;
import llmq.result.Note;
import llmq.result.NoteKind;
import llmq.stats.Sampling;

/**
 * Neighbours at the top whose keys differ by less than the sampling error of the scores in them. A score's error is
 * carried through the key by moving the score by it, up and down, and halving the difference; errors of several
 * scores add as squares. What else is in the key counts as exact.
 */
final class WithinErrorRule implements NoteRule {

    @Override
    public void look(Asked asked, Ranked ranked, List<Note> notes) {
        if (ranked == null || ranked.rows() < 2 || ranked.scores().isEmpty() || ranked.order().intervals() != null
                || !ranked.order().per().isEmpty()) {
            return;
        }
        double[] keys = ranked.keys();
        double[] errors = errors(ranked);
        int pairs = 0;
        int alike = 0;
        for (int i = 1; i < keys.length; i++) {
            double together = keys[i - 1] + keys[i] + errors[i - 1] + errors[i];
            if (together == together) {
                pairs++;
                alike += Sampling.differ(keys[i - 1], errors[i - 1], keys[i], errors[i]) ? 0 : 1;
            }
        }
        if (alike > 0) {
            String found = pairs == 1 ? "the top 2 are" : alike + " of the " + pairs + " neighbouring pairs in the top "
                    + ranked.rows() + (alike == 1 ? " is" : " are");
            List<String> scores = new ArrayList<>();
            for (Expression.Column score : ranked.scores()) {
                scores.add(score.field().name());
            }
            notes.add(new Note(NoteKind.RANKS_WITHIN_ERROR, found + " within sampling error; add 'with intervals'",
                    scores));
        }
    }

    /** Standard error of each top row's key; NaN where a benchmark's questions are not counted. */
    private static double[] errors(Ranked ranked) {
        double[] squares = new double[ranked.rows()];
        for (Expression.Column score : ranked.scores()) {
            double[] values = ranked.values(score);
            double[] up = new double[values.length];
            double[] down = new double[values.length];
            for (int i = 0; i < values.length; i++) {
                up[i] = Sampling.standardError(values[i], score.field().scale().questions());
                down[i] = -up[i];
            }
            double[] above = ranked.keysWith(score, up);
            double[] below = ranked.keysWith(score, down);
            for (int i = 0; i < values.length; i++) {
                double half = (above[i] - below[i]) / 2;
                squares[i] += half * half;
            }
        }
        for (int i = 0; i < squares.length; i++) {
            squares[i] = Math.sqrt(squares[i]);
        }
        return squares;
    }
}
