package llmq.plot;

import java.util.function.BooleanSupplier;
import llmq.diagnostic.Diagnostic;
import llmq.diagnostic.ErrorCode;

/** Asked in the course of every pass over rows whether to go on. */
record Stop(BooleanSupplier requested, Workers crew) {
    /** Rows between two questions: far less than a tenth of a second. */
    static final int OFTEN = 1 << 16;

    Stop(BooleanSupplier requested) {
        this(requested, Workers.ALONE);
    }

    /** @throws llmq.diagnostic.LlmqException E203 if a stop was asked for */
    void at(int row) {
        if ((row & OFTEN - 1) == 0 && requested.getAsBoolean()) {
            throw Diagnostic.of(ErrorCode.E203, "the statement was cancelled").toException();
        }
    }

    /** One of the parts of a pass over rows. */
    interface Part {
        void over(int index, int from, int to);
    }

    /** How many parts a pass over so many rows has. */
    int parts(int rows) {
        return (int) Math.max(1, Math.min(crew.size() == 1 ? 1 : 4L * crew.size(), rows / OFTEN));
    }

    /** A pass over rows in that many parts, each by one thread, asked before every part and in the course of it. */
    void pass(int rows, int parts, Part part) {
        crew.share(parts, index -> part.over(index, start(index, parts, rows), start(index + 1, parts, rows)));
    }

    private static int start(int index, int parts, int rows) {
        return (int) ((long) index * rows / parts);
    }
}
