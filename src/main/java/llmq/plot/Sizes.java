package llmq.plot;

/**
 * What the areas of marks stand for.
 *
 * @param title what is measured
 * @param low   the most that a mark of {@link #LEAST} is of, as it is written; the least value where that is more
 * @param large a quarter of the greatest value, from which on a screen draws a large mark
 * @param high  the greatest value
 * @param least the share of the greatest area that the mark of {@code low} has
 * @param odd   how many rows have no size above 0, and the smallest marks
 */
public record Sizes(String title, String low, String large, String high, double least, long odd) {
    /** The smallest share of the greatest area: so small that it is seen, and seen to be small. */
    public static final double LEAST = 0.04;
    /** From this share on a mark is large where there are but two sizes. */
    public static final double LARGE = 0.25;

    /** What is said of those without a size; empty where there is none. */
    public String others() {
        return odd == 0 ? "" : odd + (odd == 1 ? " row" : " rows") + " not above 0 or not known: smallest";
    }
}
