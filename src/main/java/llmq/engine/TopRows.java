package llmq.engine;

/** The first so many rows of an order: a heap with the last of them at its root. */
final class TopRows {
    final KeyedRows heap;
    private final int limit;

    TopRows(int keys, int limit) {
        this.limit = limit;
        this.heap = new KeyedRows(keys, Math.min(limit, 16));
    }

    /** A row whose first key is greater than this is not among the first. */
    double bound() {
        return heap.size < limit ? Double.POSITIVE_INFINITY : heap.keys[0][0];
    }

    void offer(int row, double[][] values, int at) {
        if (heap.size < limit) {
            heap.add(row, values, at);
            up(heap.size - 1);
        } else if (heap.compare(row, values, at, 0) < 0) {
            heap.set(0, row, values, at);
            down();
        }
    }

    private void up(int from) {
        int place = from;
        while (place > 0) {
            int parent = (place - 1) >>> 1;
            if (heap.compare(place, parent) <= 0) {
                return;
            }
            heap.swap(place, parent);
            place = parent;
        }
    }

    private void down() {
        int place = 0;
        while (true) {
            int child = 2 * place + 1;
            if (child >= heap.size) {
                return;
            }
            if (child + 1 < heap.size && heap.compare(child + 1, child) > 0) {
                child++;
            }
            if (heap.compare(place, child) >= 0) {
                return;
            }
            heap.swap(place, child);
            place = child;
        }
    }
}
