package llmq.cli;

import llmq.diagnostic.ErrorCode;

/** What the process tells its caller. */
public final class ExitStatus {
    public static final int DONE = 0;
    /** An assertion or a statement failed while it ran; {@code fmt --check} found a file laid out otherwise. */
    public static final int FAILED = 1;
    /** Wrong usage, or text that does not check. */
    public static final int WRONG = 2;
    /** A fault of llmq itself: {@code EX_SOFTWARE} of sysexits. */
    public static final int INTERNAL = 70;
    /** As a shell reports a process that Ctrl-C ended. */
    public static final int INTERRUPTED = 130;

    private ExitStatus() {
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
