package llmq.load;

import java.util.Arrays;
import llmq.table.Dictionary;

/** The dictionary of a whole column while it is being filled; made for many distinct texts. */
final class TextPool {
    private static final int FIRST_SLOTS = 64;

    private String[] values = new String[FIRST_SLOTS / 2];
    /** Open addressing, at most half full: hash above, code + 1 below, 0 is free. One look tells most misses. */
    private long[] slots = new long[FIRST_SLOTS];
    private int size;

    static int hash(char[] buffer, int from, int to) {
        int hash = to - from;
        for (int i = from; i < to; i++) {
            hash = hash * 31 + buffer[i];
        }
        // Texts that differ in their last digit only must not lie side by side.
        hash *= 0x9E3779B1;
        return hash ^ hash >>> 15;
    }

    int code(int hash, char[] buffer, int from, int to) {
        int mask = slots.length - 1;
        int slot = hash & mask;
        while (slots[slot] != 0) {
            if ((int) (slots[slot] >>> 32) == hash) {
                int code = (int) slots[slot] - 1;
                if (equal(values[code], buffer, from, to)) {
                    return code;
                }
            }
            slot = slot + 1 & mask;
        }
        slots[slot] = (long) hash << 32 | size + 1;
        values[size] = new String(buffer, from, to - from);
        size++;
        if (size == values.length) {
            grow();
        }
        return size - 1;
    }

    private static boolean equal(String value, char[] buffer, int from, int to) {
        if (value.length() != to - from) {
            return false;
        }
        for (int i = 0; i < value.length(); i++) {
            if (value.charAt(i) != buffer[from + i]) {
                return false;
            }
        }
        return true;
    }

    private void grow() {
        values = Arrays.copyOf(values, values.length * 2);
        long[] old = slots;
        slots = new long[old.length * 2];
        int mask = slots.length - 1;
        for (long entry : old) {
            if (entry != 0) {
                int slot = (int) (entry >>> 32) & mask;
                while (slots[slot] != 0) {
                    slot = slot + 1 & mask;
                }
                slots[slot] = entry;
            }
        }
    }

    Dictionary build() {
        return Dictionary.of(Arrays.copyOf(values, size));
    }
}
