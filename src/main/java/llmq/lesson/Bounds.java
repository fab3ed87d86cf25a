package llmq.lesson;

import llmq.diagnostic.LlmqException;
import llmq.result.Result;

/**
 * Between what a guess makes sense: where the exercise says so, and else from nothing on, if the truth is an amount of
 * something.
 */
final class Bounds {
    /** {@code null} for no such end. */
    private final Guess least;
    private final Guess most;

    private Bounds(Guess least, Guess most) {
        this.least = least;
        this.most = most;
    }

    /**
     * @param truth see {@link Guess#single}
     * @throws LlmqException where an end fails
     */
    static Bounds of(Exercise exercise, Result truth, Reference reference) {
        if (!exercise.between().isEmpty()) {
            return new Bounds(end(exercise, 0, truth, reference), end(exercise, 1, truth, reference));
        }
        return new Bounds(Guess.isAmount(truth) ? Guess.nothing(truth) : null, null);
    }

    /** {@code null} where it is no value that could be guessed. */
    private static Guess end(Exercise exercise, int index, Result truth, Reference reference) {
        String written = Guess.plain(exercise.between().get(index), truth);
        return Guess.of(written, reference.trial(exercise, written), truth).guess();
    }

    /** Whether they are what guesses can lie between, and the truth does. */
    boolean hold(Guess truth) {
        return least != null && most != null && refuse(truth) == null;
    }

    /** Why a guess makes no sense; {@code null} where it does. */
    String refuse(Guess guess) {
        if (least == null || !guess.isBelow(least) && (most == null || !most.isBelow(guess))) {
            return null;
        }
        return most == null ? Sayings.guessNegative() : Sayings.guessOutside(least.written(), most.written());
    }
}
