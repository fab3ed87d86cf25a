package llmq.engine;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import llmq.table.Column;
import llmq.table.Schema;
import llmq.table.Table;

/** Makes columns of nodes, for all rows of a graph's table or for picked ones. */
final class Materializer {
    private Materializer() {
    }

    /**
     * @param rows numbers of rows of the graph's table, in the order wanted, or {@code null} for all as they stand,
     *             whose plain columns are then not copied
     */
    static Table table(Run run, Graph graph, Node[] nodes, int[] rows, Schema schema, String label) {
        int count = rows == null ? graph.table.rows() : rows.length;
        return new Table(schema, columns(run, graph, nodes, rows), count, label);
    }

    static List<Column> columns(Run run, Graph graph, Node[] nodes, int[] rows) {
        int count = rows == null ? graph.table.rows() : rows.length;
        Column[] columns = new Column[nodes.length];
        List<Integer> computed = new ArrayList<>();
        for (int i = 0; i < nodes.length; i++) {
            int plain = plain(nodes[i]);
            if (plain < 0) {
                computed.add(i);
            } else if (rows == null) {
                columns[i] = graph.columns()[plain];
            } else if (count <= Scanner.MORSEL) {
                columns[i] = graph.columns()[plain].take(rows);
            }
        }
        if (rows != null && count > Scanner.MORSEL) {
            run.pool().run(nodes.length, next -> {
                for (int i = next.getAndIncrement(); i < nodes.length; i = next.getAndIncrement()) {
                    run.cancel().check();
                    if (plain(nodes[i]) >= 0) {
                        columns[i] = graph.columns()[plain(nodes[i])].take(rows);
                    }
                }
            });
        }
        if (!computed.isEmpty()) {
            compute(run, graph, nodes, rows, count, computed, columns);
        }
        return Arrays.asList(columns);
    }

    /** The column that a node is, or −1. */
    static int plain(Node node) {
        if (node instanceof Leaves.NumberLeaf leaf) {
            return leaf.column;
        } else if (node instanceof Leaves.TextLeaf leaf) {
            return leaf.column;
        }
        return node instanceof Leaves.TruthLeaf leaf ? leaf.column : -1;
    }

    private static void compute(Run run, Graph graph, Node[] nodes, int[] rows, int count, List<Integer> computed,
            Column[] columns) {
        Node[] wanted = new Node[computed.size()];
        Object[] arrays = new Object[wanted.length];
        byte[][] statuses = new byte[wanted.length][];
        for (int i = 0; i < wanted.length; i++) {
            wanted[i] = nodes[computed.get(i)];
            arrays[i] = wanted[i].array(count);
            statuses[i] = wanted[i].rough ? new byte[count] : null;
        }
        run.pool().run((count + Scanner.MORSEL - 1) / Scanner.MORSEL, new Pool.Task() {
            @Override
            public void work(AtomicInteger next) {
                Frame frame = graph.frame(count);
                for (long first = (long) next.getAndIncrement() * Scanner.MORSEL; first < count;
                        first = (long) next.getAndIncrement() * Scanner.MORSEL) {
                    int end = (int) Math.min(count, first + Scanner.MORSEL);
                    for (int at = (int) first; at < end; at += Frame.BATCH) {
                        run.cancel().check();
                        int n = Math.min(Frame.BATCH, end - at);
                        if (rows == null) {
                            frame.range(at, n);
                        } else {
                            frame.gather(rows, at, n);
                        }
                        store(frame, wanted, arrays, statuses, at);
                    }
                }
            }
        });
        for (int i = 0; i < wanted.length; i++) {
            columns[computed.get(i)] = wanted[i].column(arrays[i], anyRough(statuses[i]));
        }
    }

    private static void store(Frame frame, Node[] wanted, Object[] arrays, byte[][] statuses, int at) {
        for (int i = 0; i < wanted.length; i++) {
            wanted[i].store(frame, arrays[i], at);
            if (statuses[i] != null) {
                System.arraycopy(frame.statuses(wanted[i]), 0, statuses[i], at, frame.n);
            }
        }
    }

    /** The statuses, or {@code null} if all are reported. */
    static byte[] anyRough(byte[] statuses) {
        if (statuses != null) {
            for (byte status : statuses) {
                if (status != 0) {
                    return statuses;
                }
            }
        }
        return null;
    }
}
