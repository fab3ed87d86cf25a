package llmq.engine;

import llmq.diagnostic.Diagnostic;
import llmq.diagnostic.ErrorCode;

/** Asked before every batch, by any of the engine's threads, whether to stop. */
public interface Cancel {

    boolean requested();

    /** Never stops. */
    static Cancel never() {
        return new Never();
    }

    /** @throws llmq.diagnostic.LlmqException E203 if a stop was asked for */
    default void check() {
        if (requested()) {
            throw Diagnostic.of(ErrorCode.E203, "the statement was cancelled").toException();
        }
    }

    /** A class and no lambda, which would cost a cold start some milliseconds. */
    final class Never implements Cancel {
        @Override
        public boolean requested() {
            return false;
        }
    }
}
