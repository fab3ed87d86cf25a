package llmq.load;

import java.util.Arrays;
import llmq.table.Dictionary;

/**
 * Texts of one batch, coded by a dictionary of the batch's own. Small as it is, it stays in the processor's cache, and
 * only its distinct texts have to be looked up in the dictionary of the whole column.
 */
final class TextCells extends Cells {
    private static final int FIRST_SLOTS = 64;

    private int[] codes = new int[0];
    private char[] characters = new char[1024];
    /** Where each text ends in {@link #characters}; it starts where the one before ends. */
    private int[] ends = new int[FIRST_SLOTS / 2];
    private int[] hashes = new int[FIRST_SLOTS / 2];
    /** Open addressing: code + 1, 0 is free; at most half full. */
    private int[] slots = new int[FIRST_SLOTS];
    private int distinct;

    @Override
    boolean read(char[] buffer, int from, int to) {
        put(code(buffer, from, to));
        return true;
    }

    @Override
    void putUnknown() {
        put(Dictionary.UNKNOWN);
    }

    private void put(int code) {
        if (size == codes.length) {
            codes = Arrays.copyOf(codes, grown(size));
        }
        codes[size] = code;
    }

    private int code(char[] buffer, int from, int to) {
        int hash = TextPool.hash(buffer, from, to);
        int mask = slots.length - 1;
        int slot = hash & mask;
        while (slots[slot] != 0) {
            int code = slots[slot] - 1;
            if (hashes[code] == hash && Arrays.equals(characters, start(code), ends[code], buffer, from, to)) {
                return code;
            }
            slot = slot + 1 & mask;
        }
        slots[slot] = distinct + 1;
        return append(hash, buffer, from, to);
    }

    private int append(int hash, char[] buffer, int from, int to) {
        int code = distinct++;
        int start = start(code);
        int end = start + to - from;
        if (end > characters.length) {
            characters = Arrays.copyOf(characters, Math.max(end, characters.length * 2));
        }
        System.arraycopy(buffer, from, characters, start, to - from);
        hashes[code] = hash;
        ends[code] = end;
        if (distinct == ends.length) {
            grow();
        }
        return code;
    }

    private void grow() {
        ends = Arrays.copyOf(ends, ends.length * 2);
        hashes = Arrays.copyOf(hashes, hashes.length * 2);
        slots = new int[slots.length * 2];
        int mask = slots.length - 1;
        for (int code = 0; code < distinct; code++) {
            int slot = hashes[code] & mask;
            while (slots[slot] != 0) {
                slot = slot + 1 & mask;
            }
            slots[slot] = code + 1;
        }
    }

    private int start(int code) {
        return code == 0 ? 0 : ends[code - 1];
    }

    @Override
    void clear() {
        super.clear();
        distinct = 0;
        Arrays.fill(slots, 0);
    }

    /** The column's own code for each text of this batch, in the order in which the batch first has them. */
    int[] codesIn(TextPool pool) {
        int[] found = new int[distinct];
        pool.expect(hashes, distinct);
        for (int code = 0; code < distinct; code++) {
            found[code] = pool.code(hashes[code], characters, start(code), ends[code]);
        }
        return found;
    }

    /** The cells, in the codes that {@link #codesIn} gave. */
    int[] take(int[] found) {
        int[] taken = new int[size];
        for (int i = 0; i < size; i++) {
            taken[i] = codes[i] < 0 ? Dictionary.UNKNOWN : found[codes[i]];
        }
        return taken;
    }

    @Override
    String expected() {
        return "text";
    }

    @Override
    Collected collected() {
        return new Collected.Texts();
    }
}
