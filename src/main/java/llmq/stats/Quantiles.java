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
        return at(values, (values.length - 1) * share);
    }

    /**
     * The value at a place in the order of the sample, from 0; between two, between their values in proportion.
     *
     * @param values all known, one at least; put in another order
     */
    public static double at(double[] values, double place) {
        return quantile(values, 0, values.length - 1, place);
    }

    /**
     * The quartiles, and the median between them, as {@link #quantile} has them.
     *
     * @param values all known; put in another order
     * @return of an empty sample NaN
     */
    public static double[] quartiles(double[] values) {
        if (values.length == 0) {
            return new double[] {Double.NaN, Double.NaN, Double.NaN};
        }
        int last = values.length - 1;
        double median = quantile(values, 0, last, last * 0.5);
        // What is less lies before the middle by now, what is greater behind it, and the middle must stay.
        double place = last * 0.75;
        double upper = quantile(values, Math.min(last / 2 + 1, (int) place), last, place);
        return new double[] {quantile(values, 0, last / 2, last * 0.25), median, upper};
    }

    /** At a place in the order of all, among values of which none before or behind belongs between them. */
    private static double quantile(double[] values, int from, int to, double place) {
        int below = (int) Math.floor(place);
        select(values, from, to, below);
        double low = values[below];
        double rest = place - below;
        if (rest == 0) {
            return low;
        }
        double high = values[below + 1];
        for (int i = below + 2; i <= to; i++) {
            high = Math.min(high, values[i]);
        }
        return low + rest * (high - low);
    }

    /** Puts the value that sorting would put at {@code k} there, nothing greater before it, nothing less after. */
    private static void select(double[] values, int from, int to, int k) {
        int low = from;
        int high = to;
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
