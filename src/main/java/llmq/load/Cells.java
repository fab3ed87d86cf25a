package llmq.load;

/**
 * The cells of one column for a batch of rows, growing at the end. Filled by one thread; cleared and used again.
 */
abstract class Cells {
    private static final int FIRST_CAPACITY = 256;

    int size;
    private int unknown;
    private int bad;

    /** Adds a known cell; {@code false} if it cannot be read, and then it is unknown. */
    final boolean add(char[] buffer, int from, int to) {
        if (read(buffer, from, to)) {
            size++;
            return true;
        }
        bad++;
        addUnknown();
        return false;
    }

    final void addUnknown() {
        putUnknown();
        size++;
        unknown++;
    }

    /** Puts a cell at {@link #size}, growing as needed; {@code false} where it does not read. */
    abstract boolean read(char[] buffer, int from, int to);

    abstract void putUnknown();

    /** What a cell should be, for messages. */
    abstract String expected();

    /** Where all batches of the column come together. */
    abstract Collected collected();

    void clear() {
        size = 0;
        unknown = 0;
        bad = 0;
    }

    final int bad() {
        return bad;
    }

    /** Cells that hold something, readable or not. */
    final int filled() {
        return size - unknown + bad;
    }

    static int grown(int size) {
        return Math.max(FIRST_CAPACITY, size * 2);
    }
}
