package llmq.load;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import llmq.table.Dictionary;

/**
 * The dictionary of a whole column while it is being filled. Texts lie as UTF-8 in pages, since a column may have as
 * many as rows: ten million objects would cost more than all else in loading a file.
 */
final class TextPool implements Dictionary.Texts {
    /** Up to here, the finished dictionary has its texts as objects, which are quicker to look at. */
    private static final int FEW = 1 << 17;
    private static final int PAGE = 1 << 18;
    private static final int LARGE = 1 << 16;
    private static final int FIRST_SLOTS = 64;

    private byte[][] pages = new byte[4][];
    private int page = -1;
    private int free;
    /** Where each text lies: page above, offset below. */
    private long[] places = new long[FIRST_SLOTS / 2];
    private int[] lengths = new int[FIRST_SLOTS / 2];
    /** Open addressing: hash above, code + 1 below, 0 is free. The hash alone tells most misses. */
    private long[] slots = new long[FIRST_SLOTS];
    private int size;
    /** Never read: it only keeps what fills it from being optimised away. */
    private long expected;

    static int hash(char[] buffer, int from, int to) {
        int hash = to - from;
        for (int i = from; i < to; i++) {
            hash = hash * 31 + buffer[i];
        }
        // Texts that differ in their last digit only must not lie side by side.
        hash *= 0x9E3779B1;
        return hash ^ hash >>> 15;
    }

    /**
     * Looks at the slots of texts that will be asked for next. Each is most likely not in the processor's cache; asked
     * for together, the waits overlap, where one by one each would be waited out.
     */
    void expect(int[] hashes, int count) {
        if (slots.length < LARGE) {
            return;
        }
        int mask = slots.length - 1;
        long seen = 0;
        for (int i = 0; i < count; i++) {
            seen ^= slots[hashes[i] & mask];
        }
        expected = seen;
    }

    int code(int hash, char[] buffer, int from, int to) {
        int mask = slots.length - 1;
        int slot = hash & mask;
        byte[] encoded = null;
        while (slots[slot] != 0) {
            if ((int) (slots[slot] >>> 32) == hash) {
                int code = (int) slots[slot] - 1;
                if (encoded == null) {
                    encoded = encode(buffer, from, to);
                }
                int offset = (int) places[code];
                if (Arrays.equals(pages[(int) (places[code] >>> 32)], offset, offset + lengths[code],
                        encoded, 0, encoded.length)) {
                    return code;
                }
            }
            slot = slot + 1 & mask;
        }
        slots[slot] = (long) hash << 32 | size + 1;
        if (size == places.length) {
            places = Arrays.copyOf(places, size * 2);
            lengths = Arrays.copyOf(lengths, size * 2);
        }
        append(encoded == null && isAscii(buffer, from, to) ? null : encode(buffer, from, to), buffer, from, to);
        size++;
        if (size > slots.length / 8 * 5) {
            grow();
        }
        return size - 1;
    }

    private static boolean isAscii(char[] buffer, int from, int to) {
        int all = 0;
        for (int i = from; i < to; i++) {
            all |= buffer[i];
        }
        return all < 128;
    }

    private static byte[] encode(char[] buffer, int from, int to) {
        return new String(buffer, from, to - from).getBytes(StandardCharsets.UTF_8);
    }

    /** @param encoded {@code null} where the text is plain ASCII */
    private void append(byte[] encoded, char[] buffer, int from, int to) {
        int length = encoded == null ? to - from : encoded.length;
        if (page < 0 || pages[page].length - free < length) {
            page++;
            if (page == pages.length) {
                pages = Arrays.copyOf(pages, page * 2);
            }
            pages[page] = new byte[Math.max(PAGE, length)];
            free = 0;
        }
        places[size] = (long) page << 32 | free;
        lengths[size] = length;
        byte[] bytes = pages[page];
        if (encoded != null) {
            System.arraycopy(encoded, 0, bytes, free, length);
        } else {
            for (int i = 0; i < length; i++) {
                bytes[free + i] = (byte) buffer[from + i];
            }
        }
        free += length;
    }

    private void grow() {
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

    @Override
    public int size() {
        return size;
    }

    @Override
    public String value(int code) {
        long place = places[code];
        return new String(pages[(int) (place >>> 32)], (int) place, lengths[code], StandardCharsets.UTF_8);
    }

    /** The texts so far; none can be added afterwards. */
    Dictionary build() {
        slots = null;
        places = Arrays.copyOf(places, size);
        lengths = Arrays.copyOf(lengths, size);
        if (size > FEW) {
            return Dictionary.of(this);
        }
        String[] values = new String[size];
        Arrays.setAll(values, this::value);
        return Dictionary.of(values);
    }
}
