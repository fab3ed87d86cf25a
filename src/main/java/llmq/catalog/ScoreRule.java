package llmq.catalog;

import java.util.List;

/**
 * Which of several published scores a benchmark's field of {@code models} shows. The rule is written once, here, and
 * {@link #TEXT} says it to readers.
 */
public final class ScoreRule {
    /** For {@code trace} and the reference. */
    public static final String TEXT = "a harness run before the makers' own figure before anyone else's; then the"
            + " benchmark's usual number of shots, then another stated number, then none stated; then the one listed"
            + " first";

    private ScoreRule() {
    }

    /**
     * The place of the score to show among one model's scores on one benchmark, which must not be empty.
     *
     * @param usualShots the benchmark's, −1 if it has none
     */
    public static int choose(List<ScoreEntry> scores, int usualShots) {
        int best = 0;
        for (int i = 1; i < scores.size(); i++) {
            if (grade(scores.get(i), usualShots) < grade(scores.get(best), usualShots)) {
                best = i;
            }
        }
        return best;
    }

    private static int grade(ScoreEntry score, int usualShots) {
        int protocol = score.shots() == ScoreEntry.NOT_STATED ? 2 : score.shots() == usualShots ? 0 : 1;
        return score.kind().ordinal() * 3 + protocol;
    }
}
