package llmq.engine;

import java.util.Arrays;

/**
 * Takes the rows of an order with their keys: all of them, or, where only so many are wanted, of each group the first
 * so many, each thread on its own. Which rows these are does not depend on how the threads shared the rows.
 */
final class OrderSink implements Sink {
    /** Larger limits are met by sorting all rows. */
    private static final int MOST_IN_HEAP = 1 << 16;

    private final Graph graph;
    private final NumberNode[] keys;
    private final boolean[] descending;
    private final Node[] per;
    private final int limit;
    private final boolean ranked;
    private final KeyedRows[] found;
    private final long[][] unknown;
    private long count;

    /** @param limit −1 for all rows @param ranked whether a row with an unknown key or group is left out */
    OrderSink(Graph graph, NumberNode[] keys, boolean[] descending, Node[] per, long limit, boolean ranked) {
        this.graph = graph;
        this.keys = keys;
        this.descending = descending;
        this.per = per;
        this.limit = limit < 0 || limit > MOST_IN_HEAP ? -1 : (int) limit;
        this.ranked = ranked;
        // One part for each morsel, where all rows are kept; else one for all threads.
        int morsels = (graph.table.rows() + Scanner.MORSEL - 1) / Scanner.MORSEL;
        this.found = new KeyedRows[this.limit < 0 ? morsels : 1];
        this.unknown = new long[keys.length + per.length][];
        for (int i = 0; i < unknown.length; i++) {
            unknown[i] = graph.tally();
        }
    }

    /** All that was kept. */
    KeyedRows result() {
        KeyedRows all = found.length == 1 ? found[0] : null;
        if (all == null) {
            int size = 0;
            for (KeyedRows part : found) {
                size += part.size;
            }
            all = new KeyedRows(keys.length, size);
            for (int i = 0; i < found.length; i++) {
                all.addAll(found[i]);
                found[i] = null;
            }
        }
        return all;
    }

    /** How many rows there were to choose from. */
    long count() {
        return count;
    }

    /** What was unknown of the rows left out for that key, the groups' keys coming after the others. */
    long[] unknown(int key) {
        return unknown[key];
    }

    @Override
    public Node[] nodes() {
        return keys;
    }

    @Override
    public Worker worker() {
        boolean plain = ranked && limit > 0 && keys.length == 1 && (per.length == 0
                || per.length == 1 && per[0] instanceof TextNode && per[0].soleBlame() >= 0);
        return plain ? new OneKey() : new Ordering();
    }

    private final class Ordering extends Worker {
        private final Tally[] tallies = new Tally[keys.length + per.length];
        private final double[][] values = new double[keys.length][Frame.BATCH];
        private final int[] groups = new int[Frame.BATCH];
        private final Grouping grouping = per.length == 0 ? null : new Grouping(per);
        private TopRows[] tops = new TopRows[16];
        private double[] bounds = infinities(16);
        private int morsel;
        private KeyedRows all;
        private long seen;

        Ordering() {
            for (int i = 0; i < tallies.length; i++) {
                tallies[i] = new Tally(graph);
            }
            if (limit >= 0) {
                tops[0] = new TopRows(keys.length, limit);
            }
        }

        @Override
        void begin(int number) {
            morsel = number;
            if (limit < 0) {
                all = new KeyedRows(keys.length, Math.min(graph.table.rows(), Frame.BATCH));
            }
        }

        @Override
        void batch(Frame frame, int[] positions, int n) {
            int[] left = positions;
            int count = n;
            if (ranked) {
                for (int i = 0; i < tallies.length && count > 0; i++) {
                    Node node = i < keys.length ? keys[i] : per[i - keys.length];
                    left = tallies[i].known(frame, node, left, count);
                    count = tallies[i].left;
                }
            }
            seen += count;
            if (limit == 0 || count == 0) {
                return;
            }
            for (int k = 0; k < keys.length; k++) {
                pack(frame.numbers(keys[k]), frame.offset(keys[k]), left, count, descending[k], values[k]);
                if (!ranked) {
                    last(values[k], count);
                }
            }
            if (limit < 0) {
                for (int i = 0; i < count; i++) {
                    all.add(frame.row(left == null ? i : left[i]), values, i);
                }
            } else if (grouping == null) {
                best(frame, left, count);
            } else {
                bestOfGroups(frame, left, count);
            }
        }

        private void best(Frame frame, int[] left, int count) {
            TopRows top = tops[0];
            double bound = top.bound();
            double[] first = values[0];
            for (int i = 0; i < count; i++) {
                if (first[i] <= bound) {
                    top.offer(frame.row(left == null ? i : left[i]), values, i);
                    bound = top.bound();
                }
            }
        }

        private void bestOfGroups(Frame frame, int[] left, int count) {
            grouping.assign(frame, left, count, groups);
            if (grouping.count() > tops.length) {
                int from = bounds.length;
                int size = Math.max(from * 2, grouping.count());
                tops = Arrays.copyOf(tops, size);
                bounds = Arrays.copyOf(bounds, size);
                Arrays.fill(bounds, from, size, Double.POSITIVE_INFINITY);
            }
            double[] first = values[0];
            for (int i = 0; i < count; i++) {
                int group = groups[i];
                if (first[i] <= bounds[group]) {
                    if (tops[group] == null) {
                        tops[group] = new TopRows(keys.length, limit);
                    }
                    tops[group].offer(frame.row(left == null ? i : left[i]), values, i);
                    bounds[group] = tops[group].bound();
                }
            }
        }

        @Override
        void end() {
            if (limit < 0) {
                found[morsel] = all;
            }
        }

        @Override
        void finish() {
            count += seen;
            for (int i = 0; i < tallies.length; i++) {
                tallies[i].addTo(unknown[i]);
            }
            if (limit >= 0) {
                gather(tops);
            }
        }
    }

    private void gather(TopRows[] tops) {
        found[0] = found[0] == null ? new KeyedRows(keys.length, 16) : found[0];
        for (TopRows top : tops) {
            if (top != null) {
                found[0].addAll(top.heap);
            }
        }
    }

    /** The commonest order by far: the first rows by one key, perhaps of each text. */
    private final class OneKey extends Worker {
        private final NumberNode key = keys[0];
        private final TextNode group = per.length == 0 ? null : (TextNode) per[0];
        private final Tally keyTally = new Tally(graph);
        private final double[][] values = new double[1][Frame.BATCH];
        /** By code of the text, plus one; there is no room for a row of an unknown group. */
        private final TopRows[] tops = new TopRows[group == null ? 1 : group.dictionary.size() + 1];
        private final double[] bounds = infinities(tops.length);
        private long groupless;
        private long seen;

        OneKey() {
            if (group == null) {
                tops[0] = new TopRows(1, limit);
            } else {
                bounds[0] = Double.NEGATIVE_INFINITY;
            }
        }

        @Override
        void batch(Frame frame, int[] positions, int n) {
            pack(frame.numbers(key), frame.offset(key), positions, n, descending[0], values[0]);
            int unknown = NumberNode.unknowns(values[0], 0, null, n);
            keyTally.count(frame, key, positions, n, unknown);
            if (group == null) {
                seen += n - unknown;
                best(frame, positions, n);
            } else {
                int without = bestOfGroups(frame, positions, n, frame.codes(group), frame.offset(group));
                groupless += without;
                seen += n - unknown - without;
            }
        }

        private void best(Frame frame, int[] positions, int n) {
            TopRows top = tops[0];
            double[] first = values[0];
            double bound = top.bound();
            for (int i = 0; i < n; i++) {
                // Never so of an unknown key.
                if (first[i] <= bound) {
                    top.offer(frame.row(positions == null ? i : positions[i]), values, i);
                    bound = top.bound();
                }
            }
        }

        private int bestOfGroups(Frame frame, int[] positions, int n, int[] codes, int offset) {
            double[] first = values[0];
            double[] limits = bounds;
            int without = 0;
            for (int i = 0; i < n; i++) {
                int place = codes[offset + (positions == null ? i : positions[i])] + 1;
                without += (place - 1 >>> 31) & (1 ^ NumberNode.unknown(first[i]));
                if (first[i] <= limits[place]) {
                    offer(place, frame.row(positions == null ? i : positions[i]), i);
                }
            }
            return without;
        }

        private void offer(int place, int row, int i) {
            if (tops[place] == null) {
                tops[place] = new TopRows(1, limit);
            }
            tops[place].offer(row, values, i);
            bounds[place] = tops[place].bound();
        }

        @Override
        void finish() {
            count += seen;
            keyTally.addTo(unknown[0]);
            if (group != null) {
                unknown[1][group.soleBlame()] += groupless;
            }
            gather(tops);
        }
    }

    private static double[] infinities(int n) {
        double[] bounds = new double[n];
        Arrays.fill(bounds, Double.POSITIVE_INFINITY);
        return bounds;
    }

    /** Puts unknown keys after all others. */
    static void last(double[] keys, int n) {
        for (int i = 0; i < n; i++) {
            keys[i] = keys[i] == keys[i] ? keys[i] : Double.POSITIVE_INFINITY;
        }
    }

    /** Keys of which the smaller comes first, and with no −0. */
    static void pack(double[] from, int offset, int[] positions, int n, boolean descending, double[] to) {
        if (descending) {
            for (int i = 0; i < n; i++) {
                to[i] = 0.0 - from[offset + (positions == null ? i : positions[i])];
            }
        } else {
            for (int i = 0; i < n; i++) {
                to[i] = from[offset + (positions == null ? i : positions[i])] + 0.0;
            }
        }
    }
}
