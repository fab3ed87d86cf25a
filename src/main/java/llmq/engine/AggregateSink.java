package llmq.engine;

import java.util.Arrays;
import java.util.List;
import llmq.function.Aggregator;
import llmq.function.Gives;
import llmq.function.Takes;
import llmq.plan.Plan.AggregateCall;

/** Gathers aggregates, each morsel on its own. */
final class AggregateSink implements Sink {

    /** What one morsel gave, or all of them. */
    static final class Part {
        final Aggregator[] aggregators;
        /** For each call, the weakest status of what counted in each group; {@code null} where all is reported. */
        final byte[][] statuses;
        /** The first row of each group. */
        int[] firstRows;

        Part(int calls) {
            this.aggregators = new Aggregator[calls];
            this.statuses = new byte[calls][];
        }
    }

    private final Graph graph;
    private final Node[] groups;
    private final List<AggregateCall> calls;
    private final int[][] arguments;
    private final Node[] distinct;
    /** Whether a row that lacks this argument is one that some call would have liked to count. */
    private final boolean[] missed;
    /** Whether only one argument can be missed, so that no row can be for two reasons. */
    private final boolean single;
    private final boolean namesRows;
    private final Part[] parts;
    private final long[][] unknownGroups;
    private final long[][] unknownArguments;
    private long count;

    /**
     * @param arguments for each call, the places of its arguments among {@code distinct}
     * @param distinct  number nodes
     */
    AggregateSink(Graph graph, Node[] groups, List<AggregateCall> calls, int[][] arguments, Node[] distinct) {
        this.graph = graph;
        this.groups = groups;
        this.calls = calls;
        this.arguments = arguments;
        this.distinct = distinct;
        this.missed = new boolean[distinct.length];
        for (int i = 0; i < arguments.length; i++) {
            for (int j = 0; j < arguments[i].length; j++) {
                missed[arguments[i][j]] |= calls.get(i).function().argument(j) != Takes.ANYTHING;
            }
        }
        boolean names = false;
        for (AggregateCall call : calls) {
            names |= call.function().gives() == Gives.ROW;
        }
        this.namesRows = names;
        int some = 0;
        for (boolean one : missed) {
            some += one ? 1 : 0;
        }
        this.single = some == 1;
        this.parts = new Part[(graph.table.rows() + Scanner.MORSEL - 1) / Scanner.MORSEL];
        this.unknownGroups = new long[groups.length][];
        for (int i = 0; i < groups.length; i++) {
            unknownGroups[i] = graph.tally();
        }
        this.unknownArguments = new long[distinct.length][];
        for (int i = 0; i < distinct.length; i++) {
            unknownArguments[i] = graph.tally();
        }
    }

    long count() {
        return count;
    }

    long[] unknownGroups(int key) {
        return unknownGroups[key];
    }

    long[] unknownArguments(int argument) {
        return unknownArguments[argument];
    }

    @Override
    public Node[] nodes() {
        return distinct;
    }

    /** All morsels in one. */
    Part merged(Cancel cancel) {
        if (parts.length == 1) {
            return parts[0];
        }
        int size = 0;
        for (Part part : parts) {
            size += part.firstRows.length;
        }
        int[] representatives = new int[size];
        int at = 0;
        for (Part part : parts) {
            System.arraycopy(part.firstRows, 0, representatives, at, part.firstRows.length);
            at += part.firstRows.length;
        }
        Grouping grouping = new Grouping(groups);
        int[] numbers = new int[size];
        int[] batch = new int[Frame.BATCH];
        Frame frame = graph.frame(size);
        for (int from = 0; from < size; from += Frame.BATCH) {
            cancel.check();
            frame.gather(representatives, from, Math.min(Frame.BATCH, size - from));
            grouping.assign(frame, null, frame.n, batch);
            System.arraycopy(batch, 0, numbers, from, frame.n);
        }
        Part all = part(grouping.count());
        all.firstRows = grouping.firstRows();
        at = 0;
        for (Part part : parts) {
            int[] map = Arrays.copyOfRange(numbers, at, at + part.firstRows.length);
            at += map.length;
            for (int call = 0; call < arguments.length; call++) {
                cancel.check();
                all.aggregators[call].merge(part.aggregators[call], map);
                if (part.statuses[call] != null) {
                    for (int group = 0; group < map.length; group++) {
                        byte[] into = all.statuses[call];
                        into[map[group]] = (byte) Math.max(into[map[group]], part.statuses[call][group]);
                    }
                }
            }
        }
        return all;
    }

    private Part part(int groupCount) {
        int room = Math.max(1, groupCount);
        Part part = new Part(arguments.length);
        for (int i = 0; i < arguments.length; i++) {
            part.aggregators[i] = calls.get(i).function().aggregator().get();
            part.aggregators[i].grow(room);
            for (int j = 0; j < arguments[i].length; j++) {
                // How many there are is certain, however rough they are.
                boolean counted = calls.get(i).function().argument(j) == Takes.ANYTHING;
                if (distinct[arguments[i][j]].rough && !counted) {
                    part.statuses[i] = new byte[room];
                }
            }
        }
        return part;
    }

    @Override
    public Worker worker() {
        return new Aggregating();
    }

    private final class Aggregating extends Worker {
        private final Grouping grouping = new Grouping(groups);
        private final Tally[] groupTallies = new Tally[groups.length];
        private final Tally[] argumentTallies = new Tally[distinct.length];
        private final int[] numbers = new int[Frame.BATCH];
        private final int[] rows = new int[Frame.BATCH];
        private final double[][] packed = new double[distinct.length][Frame.BATCH];
        private final double[][] values = new double[distinct.length][];
        private final double[][][] passed = new double[arguments.length][][];
        private Part part;
        /** Positions of the batch that no argument so far was unknown at; a row is missed for one reason only. */
        private int[] whole;
        private int wholes;
        private int morsel;
        private int room;
        private long seen;

        Aggregating() {
            for (int i = 0; i < groupTallies.length; i++) {
                groupTallies[i] = new Tally(graph);
            }
            for (int i = 0; i < argumentTallies.length; i++) {
                argumentTallies[i] = new Tally(graph);
            }
            for (int i = 0; i < passed.length; i++) {
                passed[i] = new double[arguments[i].length][];
            }
        }

        @Override
        void begin(int number) {
            morsel = number;
            grouping.reset();
            room = 1;
            part = part(room);
        }

        @Override
        void batch(Frame frame, int[] positions, int n) {
            int[] left = positions;
            int known = n;
            for (int i = 0; i < groups.length && known > 0; i++) {
                left = groupTallies[i].known(frame, groups[i], left, known);
                known = groupTallies[i].left;
            }
            if (known == 0) {
                return;
            }
            seen += known;
            grouping.assign(frame, left, known, numbers);
            if (grouping.count() > room) {
                grow();
            }
            for (int i = 0; namesRows && i < known; i++) {
                rows[i] = frame.row(left == null ? i : left[i]);
            }
            whole = left;
            wholes = known;
            for (int i = 0; i < distinct.length; i++) {
                pack(i, frame, left, known);
            }
            for (int call = 0; call < passed.length; call++) {
                for (int j = 0; j < passed[call].length; j++) {
                    passed[call][j] = values[arguments[call][j]];
                }
                if (groups.length == 0) {
                    part.aggregators[call].addToFirst(numbers, passed[call], rows, known);
                } else {
                    part.aggregators[call].add(numbers, passed[call], rows, known);
                }
                if (part.statuses[call] != null) {
                    weaken(call, frame, left, known);
                }
            }
        }

        private void grow() {
            room = Math.max(room * 2, grouping.count());
            for (int i = 0; i < passed.length; i++) {
                part.aggregators[i].grow(room);
                if (part.statuses[i] != null) {
                    part.statuses[i] = Arrays.copyOf(part.statuses[i], room);
                }
            }
        }

        private void pack(int argument, Frame frame, int[] left, int n) {
            Node node = distinct[argument];
            double[] from = frame.numbers(node);
            int offset = frame.offset(node);
            double[] to = packed[argument];
            if (left != null) {
                pick(from, offset, left, n, to);
            } else if (offset == 0) {
                to = from;
            } else {
                System.arraycopy(from, offset, to, 0, n);
            }
            values[argument] = to;
            if (!missed[argument]) {
                return;
            }
            int unknown = NumberNode.unknowns(to, 0, null, n);
            if (single) {
                argumentTallies[argument].count(frame, node, left, n, unknown);
            } else if (unknown > 0) {
                whole = argumentTallies[argument].known(frame, node, whole, wholes);
                wholes = argumentTallies[argument].left;
            }
        }

        private static void pick(double[] from, int offset, int[] positions, int n, double[] to) {
            for (int i = 0; i < n; i++) {
                to[i] = from[offset + positions[i]];
            }
        }

        /** The status of what counts: of rows all of whose arguments are known. */
        private void weaken(int call, Frame frame, int[] left, int n) {
            byte[] weakest = part.statuses[call];
            for (int i = 0; i < n; i++) {
                byte status = 0;
                boolean counts = true;
                for (int argument : arguments[call]) {
                    counts &= values[argument][i] == values[argument][i];
                    byte[] statuses = frame.statuses(distinct[argument]);
                    if (statuses != null) {
                        status = (byte) Math.max(status, statuses[left == null ? i : left[i]]);
                    }
                }
                if (counts && status > weakest[numbers[i]]) {
                    weakest[numbers[i]] = status;
                }
            }
        }

        @Override
        void end() {
            part.firstRows = grouping.firstRows();
            parts[morsel] = part;
        }

        @Override
        void finish() {
            count += seen;
            for (int i = 0; i < groupTallies.length; i++) {
                groupTallies[i].addTo(unknownGroups[i]);
            }
            for (int i = 0; i < argumentTallies.length; i++) {
                argumentTallies[i].addTo(unknownArguments[i]);
            }
        }
    }
}
