package llmq.present;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import llmq.document.Block;

/** Which hints of exercises are on the screen, beneath the task. */
final class Hints {
    private final Deck deck;
    /** How many of each exercise, by its part of the lesson. */
    private final Map<Integer, Integer> counts = new HashMap<>();

    Hints(Deck deck) {
        this.deck = deck;
    }

    /** Those that a step shows. */
    List<Block> shown(int index) {
        List<Block> all = deck.isWholeTask(index) ? deck.played(index).hints() : List.of();
        return all.subList(0, Math.min(all.size(), count(index)));
    }

    /** How many of the exercise that a step belongs to. */
    int count(int index) {
        return counts.getOrDefault(deck.step(index).part(), 0);
    }

    /** Shows the next hint. @return what stands against that; {@code null} where it is shown */
    String next(int index) {
        Step.Matter matter = deck.step(index).matter();
        if (matter == Step.Matter.LESSON) {
            return "a hint is for an exercise, and none is here";
        } else if (matter == Step.Matter.GUESS) {
            return "the guess comes first; hints are for the task";
        } else if (matter != Step.Matter.TASK) {
            return "the answer is there: no hint is needed";
        } else if (!deck.isWholeTask(index)) {
            return "first the rest of the task";
        }
        int all = deck.played(index).hints().size();
        if (count(index) == all) {
            return all == 0 ? "this exercise has no hints" : "that was the last hint; next is the answer";
        }
        counts.put(deck.step(index).part(), count(index) + 1);
        return null;
    }
}
