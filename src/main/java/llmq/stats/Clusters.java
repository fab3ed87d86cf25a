package llmq.stats;

import java.util.Arrays;

/** Which rows belong together: clusters numbered from 0 without gaps. */
record Clusters(int[] of, int count) {

    /** @param numbers of each row, at least 0, with gaps perhaps; {@code null} makes each row a cluster of its own */
    static Clusters of(int[] numbers, int rows) {
        int[] of = new int[rows];
        if (numbers == null) {
            for (int i = 0; i < rows; i++) {
                of[i] = i;
            }
            return new Clusters(of, rows);
        }
        int greatest = -1;
        for (int number : numbers) {
            greatest = Math.max(greatest, number);
        }
        int[] renumbered = new int[greatest + 1];
        Arrays.fill(renumbered, -1);
        int count = 0;
        for (int i = 0; i < rows; i++) {
            if (renumbered[numbers[i]] < 0) {
                renumbered[numbers[i]] = count++;
            }
            of[i] = renumbered[numbers[i]];
        }
        return new Clusters(of, count);
    }
}
