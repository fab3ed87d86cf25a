package llmq.engine;

import java.util.Arrays;

/** Numbers distinct longs from 0 in the order in which they are first seen. */
final class LongMap {
    private static final int SMALLEST = 64;

    private long[] keys = new long[SMALLEST];
    /** One more than the number; 0 where there is none. */
    private int[] numbers = new int[SMALLEST];
    private int size;

    int number(long key) {
        int mask = keys.length - 1;
        int at = hash(key) & mask;
        while (numbers[at] != 0) {
            if (keys[at] == key) {
                return numbers[at] - 1;
            }
            at = at + 1 & mask;
        }
        keys[at] = key;
        numbers[at] = ++size;
        int number = size - 1;
        if (size * 2 > keys.length) {
            grow();
        }
        return number;
    }

    void clear() {
        if (size > 0) {
            Arrays.fill(numbers, 0);
            size = 0;
        }
    }

    private void grow() {
        long[] oldKeys = keys;
        int[] oldNumbers = numbers;
        keys = new long[oldKeys.length * 2];
        numbers = new int[keys.length];
        int mask = keys.length - 1;
        for (int i = 0; i < oldKeys.length; i++) {
            if (oldNumbers[i] != 0) {
                int at = hash(oldKeys[i]) & mask;
                while (numbers[at] != 0) {
                    at = at + 1 & mask;
                }
                keys[at] = oldKeys[i];
                numbers[at] = oldNumbers[i];
            }
        }
    }

    /** Spreads the bits; the multiplier is 2^64 divided by the golden ratio. */
    private static int hash(long key) {
        long spread = key * 0x9E3779B97F4A7C15L;
        return (int) (spread >>> 32 ^ spread >>> 15);
    }
}
