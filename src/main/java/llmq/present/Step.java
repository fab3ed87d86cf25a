package llmq.present;

import java.util.List;
import llmq.document.Block;

/**
 * What one key press adds to the screen.
 *
 * @param heading above it; {@code null} for none
 * @param blocks  prose, or one statement
 * @param opens   whether a new screen begins with it
 * @param notes   for the speaker
 */
record Step(Kind kind, String heading, List<Block> blocks, boolean opens, List<String> notes) {

    enum Kind {
        PROSE,
        /** A statement that is typed out, and not run yet. */
        TYPED,
        /** What the statement of the step before gives. */
        RESULT,
        /** A statement that has nothing to show, so that it is typed and run at once. */
        DONE
    }

    Step {
        blocks = List.copyOf(blocks);
        notes = List.copyOf(notes);
    }

    /** The statement of a step that is no prose. */
    Block.Code code() {
        return (Block.Code) blocks.get(0);
    }

    Step noted(List<String> other) {
        return new Step(kind, heading, blocks, opens, other);
    }
}
