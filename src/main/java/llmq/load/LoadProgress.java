package llmq.load;

/** Told how far a load has come, at most a few times a second, always on the thread that asked for the load. */
@FunctionalInterface
public interface LoadProgress {
    LoadProgress NONE = (read, total) -> {
    };

    /** @param total bytes of the file, or −1 where that cannot be known (a pipe) */
    void at(long read, long total);
}
