package llmq.stats;

/** Two ends of a 95% interval; NaN where there is none to be had. */
public record Interval(double low, double high) {
    public static final Interval UNKNOWN = new Interval(Double.NaN, Double.NaN);

    public boolean contains(double value) {
        return value >= low && value <= high;
    }
}
