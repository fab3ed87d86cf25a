package llmq.stats;

/**
 * Quantiles of a sample. By hand, and held against Commons Math in the tests: its class files are too old for a
 * start-up archive, so that the first quantile would take 10 ms.
 */
public final class Quantiles {
    private Quantiles() {
    }

    /**
     * The value below which the given share of the sample lies, between neighbours in proportion: type 7 of Hyndman
     * and Fan, “Sample Quantiles in Statistical Packages” (1996), which R and NumPy use unless told otherwise.
     *
     * @param values all known; put in another order
     * @param share  from 0 to 1
     * @return NaN for an empty sample
     */
    public static double quantile(double[] values, double share) {
        if (values.length == 0) {
            return Double.NaN;
        }
        double place = (values.length - 1) * share;
        int below = (int) Math.floor(place);
        select(values, below);
        double low = values[below];
        double rest = place - below;
        if (rest == 0) {
            return low;
        }
        double high = values[below + 1];
        for (int i = below + 2; i < values.length; i++) {
            high = Math.min(high, values[i]);
        }
        return low + rest * (high - low);
    }

    /** Puts the value that sorting would put at {@code k} there, nothing greater before it, nothing less after. */
    private static void select(double[] values, int k) {
        int low = 0;
        int high = values.length - 1;
        while (low < high) {
            double pivot = median(values[low], values[(low + high) >>> 1], values[high]);
            int i = low;
            int j = high;
            while (i <= j) {
                while (values[i] < pivot) {
                    i++;
                }
                while (values[j] > pivot) {
                    j--;
                }
                if (i <= j) {
                    double swapped = values[i];
                    values[i++] = values[j];
                    values[j--] = swapped;
                }
            }
            if (k <= j) {
                high = j;
            } else if (k >= i) {
                low = i;
            } else {
                return;
            }
        }
    }

    private static double median(double a, double b, double c) {
        return Math.max(Math.min(a, b), Math.min(Math.max(a, b), c));
    }
}
