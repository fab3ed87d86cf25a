package llmq.lesson;

import java.util.List;
import llmq.document.Block;

/** A step of a lesson. */
public sealed interface Part {
    /** Where it begins in the document. */
    int start();

    /** What it runs: the statement shown, or those of the answer; none of prose. */
    default List<Block.Code> statements() {
        return List.of();
    }

    /** Prose to read. @param notes for the speaker */
    record Reading(List<Block> prose, List<String> notes) implements Part {
        public Reading {
            prose = List.copyOf(prose);
            notes = List.copyOf(notes);
        }

        @Override
        public int start() {
            return prose.get(0).span().start();
        }
    }

    /** A statement that is run before the learner's eyes. */
    record Demonstration(Block.Code code, List<String> notes) implements Part {
        public Demonstration {
            notes = List.copyOf(notes);
        }

        @Override
        public int start() {
            return code.span().start();
        }

        @Override
        public List<Block.Code> statements() {
            return List.of(code);
        }
    }

    /** Something to be done. */
    record Task(Exercise exercise) implements Part {
        @Override
        public int start() {
            return exercise.span().start();
        }

        @Override
        public List<Block.Code> statements() {
            return exercise.answer();
        }
    }
}
