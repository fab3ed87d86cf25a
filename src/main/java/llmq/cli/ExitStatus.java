package llmq.cli;

import java.util.List;
import llmq.diagnostic.ErrorCode;

/** What the process tells its caller. */
public final class ExitStatus {
    public static final int DONE = 0;
    /** Also that {@code fmt --check} or {@code test} found something otherwise than it should be. */
    public static final int FAILED = 1;
    public static final int WRONG = 2;
    /** {@code EX_UNAVAILABLE} of sysexits; what the scripts end with that start llmq. */
    private static final int NOT_STARTED = 69;
    /** {@code EX_SOFTWARE} of sysexits. */
    public static final int INTERNAL = 70;
    /** As a shell reports a process that Ctrl-C ended. */
    public static final int INTERRUPTED = 130;

    /** A status, and what it says. */
    record Meaning(int status, String summary) {
    }

    private ExitStatus() {
    }

    static List<Meaning> all() {
        return List.of(new Meaning(DONE, "done"),
                new Meaning(FAILED, "an assertion or a statement failed while it ran, or a file was at fault"),
                new Meaning(WRONG, "wrong usage, or text that does not check"),
                new Meaning(NOT_STARTED, "llmq could not be built or started"),
                new Meaning(INTERNAL, "a fault of llmq itself"),
                new Meaning(INTERRUPTED, "interrupted"));
    }

    /** What an error of this kind ends a script with. */
    static int of(ErrorCode code) {
        if (code == ErrorCode.E203) {
            return INTERRUPTED;
        }
        char family = code.name().charAt(1);
        return family == '2' || family == '3' ? FAILED : WRONG;
    }
}
