package llmq.load;

import de.siegmar.fastcsv.reader.CsvParseException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import llmq.diagnostic.LlmqException;
import llmq.load.RecordChunks.Chunk;

/**
 * One pass over the chunks of a CSV file by several threads. Each takes a chunk, parses it, waits for its turn and
 * hands its batch in, so that the table, and the first error, are the same whatever the threads do.
 */
final class CsvWork {
    private final CsvLoader loader;
    private final RecordChunks chunks;
    private final List<ColumnSpec> specs;
    private final Collector collector;

    private final ReentrantLock reading = new ReentrantLock();
    private final ReentrantLock merging = new ReentrantLock();
    private final Condition turn = merging.newCondition();
    private int next;
    private volatile Throwable failure;

    CsvWork(CsvLoader loader, RecordChunks chunks, List<ColumnSpec> specs, Collector collector) {
        this.loader = loader;
        this.chunks = chunks;
        this.specs = specs;
        this.collector = collector;
    }

    /** Parses {@code first}, which is read already, and all that follows; the caller's thread works along. */
    void run(Chunk first) throws IOException {
        List<Thread> helpers = new ArrayList<>();
        int count = chunks.isEnded() ? 0 : loader.threads() - 1;
        try {
            for (int i = 0; i < count; i++) {
                Thread helper = new Thread(() -> guarded(new Chunk(RecordChunks.USUAL), false), "llmq-load-" + i);
                helper.setDaemon(true);
                helper.start();
                helpers.add(helper);
            }
            guarded(first, true);
        } catch (Error e) {
            // The system gives no more threads; those there are wait for the first chunk.
            stop(e);
        }
        boolean interrupted = false;
        for (Thread helper : helpers) {
            while (helper.isAlive()) {
                try {
                    helper.join();
                } catch (InterruptedException e) {
                    interrupted = true;
                }
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
        if (failure instanceof IOException e) {
            throw e;
        }
        if (failure instanceof RuntimeException e) {
            throw e;
        }
        if (failure instanceof Error e) {
            throw e;
        }
    }

    private void guarded(Chunk chunk, boolean caller) {
        try {
            work(chunk, caller);
        } catch (IOException | RuntimeException | Error e) {
            // Whatever it is, the others must not wait for this thread's turn for ever; run() throws it again.
            stop(e);
        }
    }

    private void work(Chunk chunk, boolean caller) throws IOException {
        Batch batch = new Batch(specs);
        CsvRows rows = new CsvRows(batch);
        boolean filled = caller;
        while (failure == null) {
            if (caller) {
                loader.look();
            }
            if (!filled && !take(chunk)) {
                return;
            }
            filled = false;
            batch.clear();
            RuntimeException complaint = chunk.openQuote < 0 && !chunk.tooLong ? parse(chunk, rows) : null;
            handIn(chunk, batch, rows.line(), complaint);
        }
    }

    private boolean take(Chunk chunk) throws IOException {
        reading.lock();
        try {
            return chunks.next(chunk);
        } finally {
            reading.unlock();
        }
    }

    /** What the parser has to say against the text, at {@link CsvRows#line}; {@code null} for nothing. */
    private RuntimeException parse(Chunk chunk, CsvRows rows) {
        rows.start(chunk.index == 0);
        try {
            boolean more = CsvLoader.parser(rows, chunk, chunks.separator()).iterator().hasNext();
            assert !more : "the handler keeps all rows to itself";
            return null;
        } catch (CsvParseException | UncheckedIOException e) {
            return e;
        }
    }

    private void handIn(Chunk chunk, Batch batch, long line, RuntimeException complaint) {
        merging.lock();
        try {
            while (next != chunk.index && failure == null) {
                turn.awaitUninterruptibly();
            }
            if (failure != null) {
                return;
            }
            LlmqException fault = complaint != null ? fault(complaint, chunk, line)
                    : loader.fault(chunk, collector.lines());
            if (fault != null) {
                throw fault;
            }
            collector.append(batch, line - 1);
            next++;
            turn.signalAll();
        } finally {
            merging.unlock();
        }
    }

    private LlmqException fault(RuntimeException complaint, Chunk chunk, long line) {
        if (complaint instanceof CsvParseException e) {
            return loader.malformed(e, collector.lines() + line);
        }
        UncheckedIOException e = (UncheckedIOException) complaint;
        if (CsvLoader.isNotText(e)) {
            return loader.notText(chunk, collector.lines());
        }
        throw e;
    }

    private void stop(Throwable e) {
        merging.lock();
        try {
            if (failure == null) {
                failure = e;
            }
            turn.signalAll();
        } finally {
            merging.unlock();
        }
    }
}
