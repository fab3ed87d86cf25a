package llmq.repl;

/** The prompt is there, and whoever sees it needs a moment to begin: the time to load what comes next, once. */
final class WarmUp {
    /** Milliseconds after which what was sent along with the start, and no person typed, would be there. */
    private static final long MOMENT = 30;

    private final Evaluator evaluator;
    /** Whether what the first keys need is loaded, or about to be. */
    private boolean begun;
    /** Whether there was a statement to run, or nothing, but no time to warmUp one. */
    private volatile boolean entered;

    WarmUp(Evaluator evaluator) {
        this.evaluator = evaluator;
    }

    void begin() {
        if (!begun) {
            begun = true;
            Thread thread = new Thread(this::run, "llmq warm-up");
            thread.setDaemon(true);
            thread.start();
        }
    }

    /** There is something to run, and what is not loaded yet is loaded by that. */
    void end() {
        entered = true;
    }

    private void run() {
        try {
            Thread.sleep(MOMENT);
            if (!entered) {
                evaluator.warmUp(() -> entered);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException | StackOverflowError | OutOfMemoryError e) {
            // What is wrong shows when it is asked for.
        }
    }
}
