package llmq.plot;

import java.util.function.BooleanSupplier;
import llmq.diagnostic.Diagnostic;
import llmq.diagnostic.ErrorCode;

/** Asked in the course of every pass over rows whether to go on. */
record Stop(BooleanSupplier requested) {
    /** Rows between two questions: far less than a tenth of a second. */
    private static final int OFTEN = (1 << 16) - 1;

    /** @throws llmq.diagnostic.LlmqException E203 if a stop was asked for */
    void at(int row) {
        if ((row & OFTEN) == 0 && requested.getAsBoolean()) {
            throw Diagnostic.of(ErrorCode.E203, "the statement was cancelled").toException();
        }
    }
}
