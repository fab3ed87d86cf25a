package llmq.present;

import java.util.ArrayList;
import java.util.List;
import llmq.document.Block;
import llmq.document.Inline;
import llmq.document.Placeholders;
import llmq.document.ProsePrinter;
import llmq.text.Style;

/**
 * What one key press adds to the screen.
 *
 * @param part    of the lesson, from 0: what a learner knows as a step
 * @param heading above it; {@code null} for none
 * @param blocks  prose, or one statement; behind them what is asserted of them, which shows only where it fails
 * @param opens   whether a new screen begins with it
 * @param notes   for the speaker
 */
record Step(Kind kind, int part, Matter matter, String heading, List<Block> blocks, boolean opens,
        List<String> notes) {

    enum Kind {
        PROSE,
        /** A statement that is typed out, and not run yet. */
        TYPED,
        /** What the statement of the step before gives. */
        RESULT,
        /** A statement that has nothing to show, so that it is typed and run at once. */
        DONE
    }

    /** What it is to the room. */
    enum Matter {
        LESSON,
        /** Of an exercise. */
        GUESS,
        TASK,
        ANSWER,
        EXPLANATION
    }

    Step {
        blocks = List.copyOf(blocks);
        notes = List.copyOf(notes);
    }

    /** The statement of a step that is no prose. */
    Block.Code code() {
        return (Block.Code) blocks.get(0);
    }

    /** What it is called where there is one line for it, without figures. */
    String name() {
        if (heading != null) {
            return Placeholders.without(heading);
        } else if (kind != Kind.PROSE) {
            return code().text().lines().findFirst().orElse("").strip();
        }
        String prose = Placeholders.without(new ProsePrinter(Style.WHOLE).print(blocks));
        StringBuilder words = new StringBuilder();
        for (Inline piece : Inline.of(prose.lines().findFirst().orElse(""))) {
            words.append(piece.text());
        }
        return words.toString();
    }

    Step noted(List<String> other) {
        return new Step(kind, part, matter, heading, blocks, opens, other);
    }

    Step titled(String title) {
        return new Step(kind, part, matter, title, blocks, true, notes);
    }

    /** At the top of a screen. */
    Step opening() {
        return new Step(kind, part, matter, heading, blocks, true, notes);
    }

    /** With an assertion about it, and the notes on that. */
    Step asserted(Block.Code assertion, List<String> further) {
        List<Block> all = new ArrayList<>(blocks);
        all.add(assertion);
        List<String> told = new ArrayList<>(notes);
        told.addAll(further);
        return new Step(kind, part, matter, heading, all, opens, told);
    }
}
