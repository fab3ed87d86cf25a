package llmq.engine;

import java.util.Arrays;

/**
 * Numbers groups of rows, from 0 in the order in which they first appear. Unknown is a key like any other; who wants
 * no such groups drops the rows beforehand.
 */
final class Grouping {
    private static final int TRUTHS = 3;

    private final Node[] keys;
    /** For one key of texts or truth values: one more than the group, by code; 0 where there is none yet. */
    private final int[] groupOfCode;
    private int[] codeOfGroup = new int[16];
    private final LongMap[] numbers;
    private final LongMap[] pairs;
    private final int[] codes = new int[Frame.BATCH];
    private int[] firstRows = new int[16];
    private int count;

    Grouping(Node[] keys) {
        this.keys = keys;
        this.numbers = new LongMap[keys.length];
        this.pairs = new LongMap[keys.length];
        for (int k = 0; k < keys.length; k++) {
            numbers[k] = keys[k] instanceof NumberNode ? new LongMap() : null;
            pairs[k] = k > 0 ? new LongMap() : null;
        }
        if (keys.length != 1 || keys[0] instanceof NumberNode) {
            groupOfCode = null;
        } else {
            groupOfCode = new int[keys[0] instanceof TextNode text ? text.dictionary.size() + 1 : TRUTHS];
        }
    }

    int count() {
        return count;
    }

    /** The number in the table of each group's first row. */
    int[] firstRows() {
        return Arrays.copyOf(firstRows, count);
    }

    /** Forgets all groups. */
    void reset() {
        for (int k = 0; k < keys.length; k++) {
            if (numbers[k] != null) {
                numbers[k].clear();
            }
            if (pairs[k] != null) {
                pairs[k].clear();
            }
        }
        if (groupOfCode != null) {
            for (int group = 0; group < count; group++) {
                groupOfCode[codeOfGroup[group]] = 0;
            }
        }
        count = 0;
    }

    /** The group of each of the rows at these positions ({@code null}: at all), in {@code groups[0..n)}. */
    void assign(Frame frame, int[] positions, int n, int[] groups) {
        if (keys.length == 0) {
            Arrays.fill(groups, 0, n, 0);
        } else if (groupOfCode != null && keys[0] instanceof TextNode) {
            byText(frame, positions, n, groups);
            return;
        } else {
            code(0, frame, positions, n, groups);
        }
        if (groupOfCode != null) {
            for (int i = 0; i < n; i++) {
                int code = groups[i];
                int group = groupOfCode[code] - 1;
                groups[i] = group < 0 ? newGroup(code, frame, positions, i) : group;
            }
            return;
        }
        for (int k = 1; k < keys.length; k++) {
            code(k, frame, positions, n, codes);
            for (int i = 0; i < n; i++) {
                groups[i] = pairs[k].number((long) groups[i] << 32 | codes[i]);
            }
        }
        for (int i = 0; i < n; i++) {
            if (groups[i] == count) {
                first(frame, positions, i);
            }
        }
    }

    private void byText(Frame frame, int[] positions, int n, int[] groups) {
        int[] codes = frame.codes(keys[0]);
        int offset = frame.offset(keys[0]);
        int[] known = groupOfCode;
        for (int i = 0; i < n; i++) {
            int code = codes[offset + (positions == null ? i : positions[i])] + 1;
            int group = known[code] - 1;
            groups[i] = group < 0 ? newGroup(code, frame, positions, i) : group;
        }
    }

    private int newGroup(int code, Frame frame, int[] positions, int i) {
        int group = count;
        groupOfCode[code] = group + 1;
        first(frame, positions, i);
        codeOfGroup[group] = code;
        return group;
    }

    private void first(Frame frame, int[] positions, int i) {
        if (count == firstRows.length) {
            firstRows = Arrays.copyOf(firstRows, count * 2);
            codeOfGroup = Arrays.copyOf(codeOfGroup, count * 2);
        }
        firstRows[count++] = frame.row(positions == null ? i : positions[i]);
    }

    /** A number from 0 for each value of a key; for numbers, in order of appearance. */
    private void code(int k, Frame frame, int[] positions, int n, int[] out) {
        Node key = keys[k];
        if (key instanceof TextNode) {
            int[] values = frame.codes(key);
            int offset = frame.offset(key);
            for (int i = 0; i < n; i++) {
                out[i] = values[offset + (positions == null ? i : positions[i])] + 1;
            }
        } else if (key instanceof NumberNode) {
            double[] values = frame.numbers(key);
            int offset = frame.offset(key);
            for (int i = 0; i < n; i++) {
                // Adding 0 makes one zero of the two.
                double value = values[offset + (positions == null ? i : positions[i])] + 0.0;
                out[i] = numbers[k].number(Double.doubleToLongBits(value));
            }
        } else {
            byte[] values = frame.truths(key);
            int offset = frame.offset(key);
            for (int i = 0; i < n; i++) {
                out[i] = values[offset + (positions == null ? i : positions[i])];
            }
        }
    }
}
