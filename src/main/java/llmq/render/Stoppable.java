package llmq.render;

import java.io.IOException;
import java.util.function.BooleanSupplier;
import llmq.diagnostic.Diagnostic;
import llmq.diagnostic.ErrorCode;

/**
 * Passes texts on until a stop is asked for, which is then E203: for results that take long to write.
 *
 * @param message what E203 says
 */
public record Stoppable(Appendable to, BooleanSupplier stopped, String message) implements Appendable {
    /** Stops long work that comes before anything is written, where that is to be stopped. */
    static void check(Appendable out) {
        if (out instanceof Stoppable stoppable) {
            stoppable.check();
        }
    }

    private void check() {
        if (stopped.getAsBoolean()) {
            throw Diagnostic.of(ErrorCode.E203, message).toException();
        }
    }

    @Override
    public Appendable append(CharSequence text) throws IOException {
        check();
        to.append(text);
        return this;
    }

    @Override
    public Appendable append(CharSequence text, int start, int end) throws IOException {
        check();
        to.append(text, start, end);
        return this;
    }

    @Override
    public Appendable append(char c) throws IOException {
        check();
        to.append(c);
        return this;
    }
}
