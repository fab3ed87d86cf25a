package llmq.load;

import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;
import llmq.diagnostic.Diagnostic;
import llmq.diagnostic.ErrorCode;

/** Tells the progress of a load now and then, and stops it when asked; used on the caller's thread alone. */
final class Watch {
    private static final long BETWEEN_NANOS = 250_000_000;

    private final InputFile file;
    private final LoadProgress progress;
    private final BooleanSupplier cancelled;
    private final LongSupplier nanoClock;
    private long last;

    Watch(InputFile file, LoadProgress progress, BooleanSupplier cancelled, LongSupplier nanoClock) {
        this.file = file;
        this.progress = progress;
        this.cancelled = cancelled;
        this.nanoClock = nanoClock;
        last = nanoClock.getAsLong();
    }

    /** @throws llmq.diagnostic.LlmqException where the load was cancelled */
    void look() {
        if (cancelled.getAsBoolean()) {
            throw Diagnostic.of(ErrorCode.E203, "loading was stopped", "nothing was loaded").toException();
        }
        long now = nanoClock.getAsLong();
        if (now - last >= BETWEEN_NANOS) {
            last = now;
            progress.at(file.read(), file.size());
        }
    }
}
