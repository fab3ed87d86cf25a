package llmq.engine;

import java.util.Arrays;

/** Numbers of rows, each with the keys that it is ordered by: smaller first, ties by the row's number. No NaN. */
final class KeyedRows {
    /** Up to here comparing is faster than counting digits. */
    private static final int FEW = 4096;

    int size;
    int[] rows;
    final double[][] keys;

    KeyedRows(int keys, int capacity) {
        this.rows = new int[capacity];
        this.keys = new double[keys][capacity];
    }

    /** @param values of each key, as this class orders them */
    void add(int row, double[][] values, int at) {
        if (size == rows.length) {
            grow(Math.max(16, size * 2));
        }
        set(size++, row, values, at);
    }

    private void grow(int capacity) {
        rows = Arrays.copyOf(rows, capacity);
        for (int k = 0; k < keys.length; k++) {
            keys[k] = Arrays.copyOf(keys[k], capacity);
        }
    }

    void set(int place, int row, double[][] values, int at) {
        rows[place] = row;
        for (int k = 0; k < keys.length; k++) {
            keys[k][place] = values[k][at];
        }
    }

    void addAll(KeyedRows other) {
        if (rows.length < size + other.size) {
            grow(Math.max(size + other.size, size * 2));
        }
        System.arraycopy(other.rows, 0, rows, size, other.size);
        for (int k = 0; k < keys.length; k++) {
            System.arraycopy(other.keys[k], 0, keys[k], size, other.size);
        }
        size += other.size;
    }

    int compare(int a, int b) {
        for (double[] key : keys) {
            int order = Double.compare(key[a], key[b]);
            if (order != 0) {
                return order;
            }
        }
        return Integer.compare(rows[a], rows[b]);
    }

    /** How a row that is not yet among these stands to the one at a place. */
    int compare(int row, double[][] values, int at, int place) {
        for (int k = 0; k < keys.length; k++) {
            int order = Double.compare(values[k][at], keys[k][place]);
            if (order != 0) {
                return order;
            }
        }
        return Integer.compare(row, rows[place]);
    }

    void swap(int a, int b) {
        int row = rows[a];
        rows[a] = rows[b];
        rows[b] = row;
        for (double[] key : keys) {
            double value = key[a];
            key[a] = key[b];
            key[b] = value;
        }
    }

    /** The places of the rows in their order. The keys may hold no −0. */
    int[] order(Cancel cancel) {
        int[] order = new int[size];
        for (int i = 0; i < size; i++) {
            order[i] = i;
        }
        if (size <= FEW) {
            mergeSort(order, new int[size], 0, size);
            return order;
        }
        boolean upwards = true;
        for (int i = 1; i < size && upwards; i++) {
            upwards = rows[i - 1] < rows[i];
        }
        if (!upwards) {
            double[] numbers = new double[size];
            for (int i = 0; i < size; i++) {
                numbers[i] = rows[i];
            }
            order = Radix.sort(order, numbers, cancel);
        }
        for (int k = keys.length - 1; k >= 0; k--) {
            order = Radix.sort(order, keys[k], cancel);
        }
        return order;
    }

    private void mergeSort(int[] order, int[] spare, int from, int to) {
        if (to - from < 8) {
            for (int i = from + 1; i < to; i++) {
                int moved = order[i];
                int at = i;
                while (at > from && compare(order[at - 1], moved) > 0) {
                    order[at] = order[at - 1];
                    at--;
                }
                order[at] = moved;
            }
            return;
        }
        int middle = (from + to) >>> 1;
        mergeSort(order, spare, from, middle);
        mergeSort(order, spare, middle, to);
        System.arraycopy(order, from, spare, from, to - from);
        int left = from;
        int right = middle;
        for (int i = from; i < to; i++) {
            boolean first = right >= to || left < middle && compare(spare[left], spare[right]) <= 0;
            order[i] = first ? spare[left++] : spare[right++];
        }
    }
}
