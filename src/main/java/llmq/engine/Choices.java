package llmq.engine;

import llmq.table.BooleanColumn;

/** What {@code if} and {@code coalesce} share whatever their type: only the branch taken counts. */
final class Choices {
    private Choices() {
    }

    static byte[] ifStatuses(Node node, Frame frame) {
        byte[] truths = frame.truths(node.inputs[0]);
        int t = frame.offset(node.inputs[0]);
        byte[] then = frame.statuses(node.inputs[1]);
        byte[] otherwise = frame.statuses(node.inputs[2]);
        byte[] statuses = new byte[frame.n];
        for (int i = 0; i < frame.n; i++) {
            byte[] taken = truths[t + i] == BooleanColumn.TRUE ? then : otherwise;
            statuses[i] = taken == null || truths[t + i] == BooleanColumn.UNKNOWN ? 0 : taken[i];
        }
        return statuses;
    }

    static void blameIf(Node node, Frame frame, int[] positions, int n, long[] tally) {
        int left = n - Node.blameInput(frame, node.inputs[0], positions, n, tally);
        byte[] truths = frame.truths(node.inputs[0]);
        int t = frame.offset(node.inputs[0]);
        int[] then = new int[left];
        int[] otherwise = new int[left];
        int thens = 0;
        int others = 0;
        for (int i = 0; i < left; i++) {
            if (truths[t + positions[i]] == BooleanColumn.TRUE) {
                then[thens++] = positions[i];
            } else {
                otherwise[others++] = positions[i];
            }
        }
        Node.blameInput(frame, node.inputs[1], then, thens, tally);
        Node.blameInput(frame, node.inputs[2], otherwise, others, tally);
    }

    /** The status of the first input that is known. */
    static byte[] firstStatuses(Node node, Frame frame) {
        byte[] statuses = new byte[frame.n];
        int[] positions = frame.positions();
        int left = frame.n;
        for (Node input : node.inputs) {
            int[] rest = new int[left];
            int unknown = input.split(frame, positions, left, positions, rest);
            byte[] of = frame.statuses(input);
            for (int i = 0; i < left - unknown; i++) {
                statuses[positions[i]] = of == null ? 0 : of[positions[i]];
            }
            positions = rest;
            left = unknown;
        }
        return statuses;
    }
}
