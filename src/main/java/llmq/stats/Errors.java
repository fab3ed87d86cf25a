package llmq.stats;

/** How the uncertainty of a fit is judged. */
public sealed interface Errors {

    /** Independent errors of one variance: the textbook's. */
    record Plain() implements Errors {
    }

    /** Errors that rows of a cluster share (CR1); a sample without clusters is judged as plain. */
    record Clustered() implements Errors {
    }

    /** The same fit to so many samples drawn with replacement: of rows, or of whole clusters where there are any. */
    record Bootstrap(int draws, long seed) implements Errors {
    }
}
