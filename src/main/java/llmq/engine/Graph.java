package llmq.engine;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import llmq.table.BooleanColumn;
import llmq.table.Column;
import llmq.table.Field;
import llmq.table.NumberColumn;
import llmq.table.Table;
import llmq.table.TextColumn;
import llmq.value.Type;

/**
 * All nodes compiled over one table. Two nodes that would compute the same are one, and what depends on no row is a
 * constant.
 */
final class Graph {
    /** What is to blame for an unknown value when all that went into it was known. */
    static final int UNDEFINED = 0;

    final Table table;
    private final Column[] columns;
    private final List<Node> nodes = new ArrayList<>();
    private final Map<Key, Node> known = new HashMap<>();
    private final Node[] leaves;
    private final List<Blame> blames = new ArrayList<>();

    Graph(Table table) {
        this.table = table;
        this.columns = table.columns().toArray(new Column[0]);
        this.leaves = new Node[columns.length];
        blame(new Blame(null, null, null));
    }

    /**
     * What can make a value unknown.
     *
     * @param of  the row whose field it is; {@code null} for the row at hand
     * @param why why the field does not serve though it is known; {@code null} where it is unknown
     */
    record Blame(Field field, String of, String why) {
    }

    int size() {
        return nodes.size();
    }

    Column[] columns() {
        return columns;
    }

    /** A view of so many rows at a time of the graph's own table; made after the last node was added. */
    Frame frame(int rows) {
        return new Frame(this, columns, rows);
    }

    Node leaf(int column) {
        if (leaves[column] == null) {
            Field field = table.schema().field(column);
            int blame = blame(new Blame(field, null, null));
            Column values = columns[column];
            Node leaf;
            if (values instanceof NumberColumn) {
                leaf = new Leaves.NumberLeaf(column, values.hasStatuses(), blame);
            } else if (values instanceof TextColumn text) {
                leaf = new Leaves.TextLeaf(column, text, blame);
            } else {
                leaf = new Leaves.TruthLeaf(column, values.hasStatuses(), blame);
            }
            leaves[column] = number(leaf);
        }
        return leaves[column];
    }

    Node[] leaves() {
        Node[] all = new Node[columns.length];
        for (int i = 0; i < all.length; i++) {
            all[i] = leaf(i);
        }
        return all;
    }

    /** The node itself, or the one that computes the same, or the constant that it comes to. */
    Node add(Node node) {
        Key key = new Key(node);
        Node same = known.get(key);
        if (same == null) {
            same = number(node);
            if (node.inputs.length > 0 && node.folds() && allConstant(node.inputs)) {
                same = add(fold(node));
            }
            known.put(key, same);
        }
        return same;
    }

    private Node number(Node node) {
        node.slot = nodes.size();
        nodes.add(node);
        return node;
    }

    private static boolean allConstant(Node[] inputs) {
        for (Node input : inputs) {
            if (!input.isConstant()) {
                return false;
            }
        }
        return true;
    }

    private Node fold(Node node) {
        Frame frame = frame(1);
        frame.range(0, 1);
        return node.constant(frame, status(node, frame), blamed(node, frame));
    }

    /** The status of a node in the only row of a frame. */
    static byte status(Node node, Frame frame) {
        byte[] statuses = frame.statuses(node);
        return statuses == null ? 0 : statuses[0];
    }

    /** What is to blame if a node is unknown in the only row of a frame. */
    int blamed(Node node, Frame frame) {
        int[] unknown = new int[1];
        if (node.split(frame, null, 1, new int[1], unknown) == 1) {
            long[] tally = tally();
            node.blame(frame, unknown, 1, tally);
            for (int i = 0; i < tally.length; i++) {
                if (tally[i] > 0) {
                    return i;
                }
            }
        }
        return UNDEFINED;
    }

    /** A new thing to blame. */
    int blame(Blame what) {
        blames.add(what);
        return blames.size() - 1;
    }

    Blame blame(int number) {
        return blames.get(number);
    }

    /** One counter for each thing to blame. */
    long[] tally() {
        return new long[blames.size()];
    }

    void report(Omission.Cause cause, long[] tally, List<Omission> into) {
        for (int i = 1; i <= tally.length; i++) {
            int blame = i % tally.length;
            if (tally[blame] > 0) {
                Blame to = blames.get(blame);
                into.add(new Omission(cause, to.field(), to.of(), to.why(), tally[blame]));
            }
        }
    }

    // What follows makes the node of a type; it is here since every class that makes nodes wants it.

    Node number(Node node, Type type) {
        if (type == Type.BOOLEAN) {
            return add(new Numbers.OfTruth(node));
        }
        return type == Type.TEXT ? add(new Numbers.OfText(node, null)) : node;
    }

    /** Numbers in the order of the values, whatever their type. */
    NumberNode sortable(Node node) {
        if (node instanceof TextNode text) {
            return (NumberNode) add(new Numbers.OfText(node, text.dictionary.places()));
        }
        return (NumberNode) (node instanceof TruthNode ? add(new Numbers.OfTruth(node)) : node);
    }

    /** A column of unknown cells. */
    static Column unknown(Type type, int rows) {
        if (type == Type.TEXT) {
            return TextColumn.of(new String[rows]);
        }
        if (type == Type.BOOLEAN) {
            byte[] values = new byte[rows];
            Arrays.fill(values, BooleanColumn.UNKNOWN);
            return new BooleanColumn(values, null);
        }
        double[] values = new double[rows];
        Arrays.fill(values, Double.NaN);
        return new NumberColumn(values, null);
    }

    private static final class Key {
        private final Node node;
        private final int hash;

        Key(Node node) {
            this.node = node;
            int sum = node.getClass().hashCode() * 31 + Objects.hashCode(node.detail);
            for (Node input : node.inputs) {
                sum = sum * 31 + input.slot;
            }
            this.hash = sum;
        }

        @Override
        public int hashCode() {
            return hash;
        }

        @Override
        public boolean equals(Object other) {
            if (!(other instanceof Key key) || key.hash != hash || key.node.getClass() != node.getClass()
                    || !Objects.equals(key.node.detail, node.detail)
                    || key.node.inputs.length != node.inputs.length) {
                return false;
            }
            for (int i = 0; i < node.inputs.length; i++) {
                if (key.node.inputs[i] != node.inputs[i]) {
                    return false;
                }
            }
            return true;
        }
    }
}
