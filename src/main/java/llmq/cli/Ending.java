package llmq.cli;

import java.io.IOError;
import java.io.IOException;

/** How the process ends while JLine holds its terminal. */
final class Ending {
    /** Milliseconds within which the process ends for sure. */
    private static final long LONG = 10_000;

    private final Printing printing;
    private volatile boolean aborted;

    /** What is done on the terminal of the process. */
    interface Work {
        /** The exit status. */
        int run() throws IOException;
    }

    Ending(Printing printing) {
        this.printing = printing;
    }

    /** Ends the process at once. */
    void abort() {
        aborted = true;
        Runtime.getRuntime().exit(ExitStatus.INTERRUPTED);
    }

    boolean aborted() {
        return aborted;
    }

    /** The exit status, however the work came to its end. */
    int statusOf(Work work) {
        try {
            int status = work.run();
            return ends() ? awaited() : status;
        } catch (IOException e) {
            printing.message("cannot open a terminal: " + e.getMessage());
            return ExitStatus.FAILED;
        } catch (IllegalStateException | IOError e) {
            // JLine has closed the terminal, as the process ends.
            if (!ends()) {
                throw e;
            }
            return awaited();
        }
    }

    /** Whether the process is about to end. */
    boolean ends() {
        return aborted || isProcessEnding();
    }

    /** Whether a signal ends the process. Java says so by taking no more that is to be done then. */
    private static boolean isProcessEnding() {
        try {
            Thread nothing = new Thread();
            Runtime.getRuntime().addShutdownHook(nothing);
            Runtime.getRuntime().removeShutdownHook(nothing);
            return false;
        } catch (IllegalStateException e) {
            return true;
        }
    }

    /** Another thread ends the process, and first gives the terminal back as it was. */
    private static int awaited() {
        try {
            Thread.sleep(LONG);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return ExitStatus.INTERRUPTED;
    }
}
