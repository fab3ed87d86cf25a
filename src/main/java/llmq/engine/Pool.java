package llmq.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Shares pieces of work out among threads. The threads besides the caller's are made when first needed, go when idle,
 * and do not keep the program alive.
 */
final class Pool {
    private static final int IDLE_SECONDS = 10;

    /** Work on as many pieces as there are left, each the next in order. */
    interface Task {
        void work(AtomicInteger next);
    }

    private final int threads;
    private ThreadPoolExecutor helpers;

    Pool(int threads) {
        this.threads = Math.max(1, threads);
    }

    int threads() {
        return threads;
    }

    /** Runs the task in every thread, or in the caller's alone if there is but one piece. Passes on what it throws. */
    void run(int pieces, Task task) {
        AtomicInteger next = new AtomicInteger();
        if (threads == 1 || pieces <= 1) {
            task.work(next);
            return;
        }
        List<Future<?>> running = new ArrayList<>();
        for (int i = 1; i < Math.min(threads, pieces); i++) {
            running.add(helpers().submit(() -> guarded(task, next, pieces)));
        }
        Throwable failure = null;
        try {
            guarded(task, next, pieces);
        } catch (RuntimeException | Error e) {
            failure = e;
        }
        boolean interrupted = false;
        for (Future<?> one : running) {
            boolean done = false;
            while (!done) {
                try {
                    one.get();
                    done = true;
                } catch (InterruptedException e) {
                    interrupted = true;
                } catch (ExecutionException e) {
                    done = true;
                    failure = failure != null ? failure : e.getCause();
                }
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
        if (failure instanceof Error error) {
            throw error;
        }
        if (failure != null) {
            throw (RuntimeException) failure;
        }
    }

    private static void guarded(Task task, AtomicInteger next, int pieces) {
        boolean whole = false;
        try {
            task.work(next);
            whole = true;
        } finally {
            if (!whole) {
                next.set(pieces);
            }
        }
    }

    private synchronized ThreadPoolExecutor helpers() {
        if (helpers == null) {
            helpers = new ThreadPoolExecutor(threads - 1, threads - 1, IDLE_SECONDS, TimeUnit.SECONDS,
                    new LinkedBlockingQueue<>(), work -> {
                        Thread thread = new Thread(work, "llmq-engine");
                        thread.setDaemon(true);
                        return thread;
                    });
            helpers.allowCoreThreadTimeOut(true);
        }
        return helpers;
    }
}
