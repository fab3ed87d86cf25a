package llmq.plot;

import java.util.Arrays;
import llmq.table.TextColumn;

/** Numbers the distinct values of a column, unknown among them, from 0 in the order in which they are first asked for. */
abstract class Values {
    private int count;

    /** Of the value of a row. */
    abstract int number(int row);

    final int next() {
        return count++;
    }

    /** The numbers of so many values in the order in which a reader expects them. */
    int[] order(int size) {
        int[] order = new int[size];
        for (int i = 0; i < size; i++) {
            order[i] = i;
        }
        return order;
    }

    /** Values that have a code from −1 on already. */
    private abstract static class Coded extends Values {
        private final int[] numbers;

        Coded(int codes) {
            numbers = new int[codes + 1];
            Arrays.fill(numbers, -1);
        }

        final int ofCode(int code) {
            int number = numbers[code + 1];
            return number >= 0 ? number : (numbers[code + 1] = next());
        }
    }

    static final class Texts extends Coded {
        private final int[] codes;

        Texts(TextColumn column) {
            super(column.dictionary().size());
            this.codes = column.codes();
        }

        @Override
        int number(int row) {
            return ofCode(codes[row]);
        }
    }

    static final class Truths extends Coded {
        private final byte[] truths;

        Truths(byte[] truths) {
            super(3);
            this.truths = truths;
        }

        @Override
        int number(int row) {
            return ofCode(truths[row]);
        }
    }

    /** In a table of hashes without boxes, at most half full. */
    static final class Numbers extends Values {
        private final double[] values;
        private double[] distinct = new double[16];
        private int[] slots = new int[64];
        private int size;

        Numbers(double[] values) {
            this.values = values;
            Arrays.fill(slots, -1);
        }

        @Override
        int number(int row) {
            // Adding 0 makes one of the two zeros.
            double value = values[row] + 0.0;
            int slot = slot(value);
            if (slots[slot] >= 0) {
                return slots[slot];
            }
            if (size == distinct.length) {
                distinct = Arrays.copyOf(distinct, 2 * size);
                slots = new int[8 * size];
                Arrays.fill(slots, -1);
                for (int i = 0; i < size; i++) {
                    slots[slot(distinct[i])] = i;
                }
                slot = slot(value);
            }
            distinct[size++] = value;
            slots[slot] = next();
            return slots[slot];
        }

        private int slot(double value) {
            long bits = Double.doubleToLongBits(value);
            long mixed = (bits ^ bits >>> 32) * 0x9E3779B97F4A7C15L;
            int slot = (int) (mixed >>> 32) & slots.length - 1;
            while (slots[slot] >= 0 && Double.doubleToLongBits(distinct[slots[slot]]) != bits) {
                slot = slot + 1 & slots.length - 1;
            }
            return slot;
        }

        @Override
        int[] order(int count) {
            double[] sorted = Arrays.copyOf(distinct, count);
            Arrays.sort(sorted);
            int[] order = new int[count];
            for (int i = 0; i < count; i++) {
                order[i] = slots[slot(sorted[i])];
            }
            return order;
        }
    }
}
