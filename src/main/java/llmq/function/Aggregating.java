package llmq.function;

import java.util.function.Supplier;

/** The accumulators of the aggregates. Each class is loaded only when a query uses it. */
enum Aggregating implements Supplier<Aggregator> {
    COUNT, SUM, AVERAGE, MIN, MAX, BEST, MEDIAN, QUANTILE, DEVIATION, CORRELATION, RANK_CORRELATION, SLOPE,
    GEOMETRIC_MEAN;

    @Override
    public Aggregator get() {
        return switch (this) {
            case COUNT -> new Count();
            case SUM -> new Sum(false);
            case AVERAGE -> new Sum(true);
            case MIN -> new Extreme(false);
            case MAX -> new Extreme(true);
            case BEST -> new BestRow();
            case MEDIAN, QUANTILE -> new Quantile();
            case DEVIATION -> new Spread();
            case CORRELATION -> new Correlation(false);
            case SLOPE -> new Correlation(true);
            case RANK_CORRELATION -> new RankCorrelation();
            case GEOMETRIC_MEAN -> new LogMean();
        };
    }
}
