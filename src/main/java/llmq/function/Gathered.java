package llmq.function;

import java.util.Arrays;

/**
 * Keeps the values themselves, for aggregates that need all of them at once: one flat list of group and value, sorted
 * into groups when the first is asked for.
 */
abstract class Gathered implements Aggregator {
    private final int width;
    private int groupCount;
    private int size;
    private int[] groups = new int[64];
    private final double[][] values;
    private int[] starts;

    /** @param width how many arguments are kept; a row counts where all of them are known */
    Gathered(int width) {
        this.width = width;
        this.values = new double[width][64];
    }

    @Override
    public void grow(int wanted) {
        if (wanted > groupCount) {
            groupCount = wanted;
            starts = null;
        }
    }

    @Override
    public void add(int[] group, double[][] arguments, int[] rows, int n) {
        reserve(n);
        for (int i = 0; i < n; i++) {
            boolean known = true;
            for (int k = 0; k < width; k++) {
                double value = arguments[k][i];
                values[k][size] = value;
                known &= value == value;
            }
            if (known) {
                groups[size++] = group[i];
            }
        }
    }

    @Override
    public void merge(Aggregator other, int[] map) {
        Gathered from = (Gathered) other;
        reserve(from.size);
        for (int i = 0; i < from.size; i++) {
            groups[size + i] = map[from.groups[i]];
        }
        for (int k = 0; k < width; k++) {
            System.arraycopy(from.values[k], 0, values[k], size, from.size);
        }
        size += from.size;
    }

    private void reserve(int more) {
        starts = null;
        if (size + more > groups.length) {
            int room = Math.max(size + more, (int) Math.min(Integer.MAX_VALUE - 8, groups.length * 2L));
            groups = Arrays.copyOf(groups, room);
            for (int k = 0; k < width; k++) {
                values[k] = Arrays.copyOf(values[k], room);
            }
        }
    }

    /** The values of an argument in a group, in the order in which they came; free to be changed. */
    final double[] values(int group, int argument) {
        sort();
        return Arrays.copyOfRange(values[argument], starts[group], starts[group + 1]);
    }

    /** Counting sort by group, which keeps the order within each. */
    private void sort() {
        if (starts != null) {
            return;
        }
        int[] from = new int[groupCount + 1];
        for (int i = 0; i < size; i++) {
            from[groups[i] + 1]++;
        }
        for (int g = 0; g < groupCount; g++) {
            from[g + 1] += from[g];
        }
        int[] next = from.clone();
        int[] places = new int[size];
        for (int i = 0; i < size; i++) {
            places[i] = next[groups[i]]++;
        }
        for (int k = 0; k < width; k++) {
            double[] sorted = new double[values[k].length];
            for (int i = 0; i < size; i++) {
                sorted[places[i]] = values[k][i];
            }
            values[k] = sorted;
        }
        for (int g = 0; g < groupCount; g++) {
            Arrays.fill(groups, from[g], from[g + 1], g);
        }
        starts = from;
    }
}
