package llmq.engine;

/** What takes in the rows that pass the tests of a {@link Pipe}. */
interface Sink {

    /** One thread's part of the work. Called once in each thread. */
    Worker worker();

    /** What is computed of each row. */
    Node[] nodes();

    /** One thread's part. */
    abstract class Worker {

        /** A morsel begins; its batches follow in order, then {@link #end}. Morsels of a thread go upwards. */
        void begin(int morsel) {
        }

        /** Rows at {@code positions[0..n)} of the batch; all rows where {@code positions} is {@code null}. */
        abstract void batch(Frame frame, int[] positions, int n);

        void end() {
        }

        /** The thread has no more morsels. Called by one thread at a time. */
        void finish() {
        }
    }
}
