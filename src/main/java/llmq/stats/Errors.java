package llmq.stats;

/** How the uncertainty of a fit is judged. */
public sealed interface Errors {

    /** Independent errors of one variance: the textbook's. */
    record Plain() implements Errors {
    }

    /** Errors that rows of a cluster share (CR1); a sample without clusters is judged as plain. */
    record Clustered() implements Errors {
    }

    /**
     * The same fit to so many samples drawn with replacement: of rows, or of whole clusters where there are any.
     *
     * @param plain whether rows were asked for, though there may be clusters; who makes the sample leaves those out
     */
    record Bootstrap(int draws, long seed, boolean plain) implements Errors {
        public Bootstrap(int draws, long seed) {
            this(draws, seed, false);
        }
    }

    /** Whether rows are taken as independent because that was asked for. */
    default boolean isPlain() {
        return this instanceof Plain || this instanceof Bootstrap bootstrap && bootstrap.plain();
    }
}
