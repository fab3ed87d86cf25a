package llmq.diagnostic;

import java.util.List;

/** The one way in which anything in llmq fails on a user's input: all that is wrong, in the order of the text. */
public final class LlmqException extends RuntimeException {
    private final transient List<Diagnostic> diagnostics;

    public LlmqException(List<Diagnostic> diagnostics) {
        super(diagnostics.get(0).message(), null, false, false);
        this.diagnostics = List.copyOf(diagnostics);
    }

    public List<Diagnostic> diagnostics() {
        return diagnostics;
    }
}
