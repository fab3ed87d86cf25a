package llmq.plot;

import java.util.function.IntConsumer;

/** Threads that a pass over many rows is shared out among. What is drawn is the same however many there are. */
public interface Workers {
    /** The caller's thread and no other. */
    Workers ALONE = new Workers() {
        @Override
        public int size() {
            return 1;
        }

        @Override
        public void share(int pieces, IntConsumer piece) {
            for (int i = 0; i < pieces; i++) {
                piece.accept(i);
            }
        }
    };

    int size();

    /** Does each piece of work, numbered from 0, once, in any order; passes on what one throws. */
    void share(int pieces, IntConsumer piece);
}
