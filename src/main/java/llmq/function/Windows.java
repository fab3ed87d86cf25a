package llmq.function;

import java.util.List;

/** The functions of a row among all rows of the query. */
final class Windows {
    private Windows() {
    }

    static List<Function> all() {
        return List.of(
                new WindowFunction(new Doc("zscore", "zscore(x)", "how many standard deviations from the mean",
                        "(x - mean) / sample standard deviation, over all rows of the query where x is known. A pure"
                                + " number. Unknown where all known values are equal.",
                        List.of("rank models by zscore(mmlu) top 5")), 1, 1, List.of(Takes.NUMBER), UnitRule.NONE,
                        Windowed.ZSCORE),
                new WindowFunction(new Doc("percentile", "percentile(x)", "share of the other rows that are lower",
                        "In percent: 100 * (known values less than x) / (known values - 1), so the least is at 0 and"
                                + " the greatest, if alone, at 100; PERCENT_RANK of SQL. Equal values share the lower"
                                + " place. Unknown where no other value is known.",
                        List.of("list models top 5 show mmlu, percentile(mmlu)")), 1, 1,
                        List.of(Takes.NUMBER_OR_DATE), UnitRule.PERCENT, Windowed.PERCENTILE),
                new WindowFunction(new Doc("cumulative_best", "cumulative_best(x[, order])", "greatest value so far",
                        "The greatest x among the rows whose order is at most this row's; the order is released"
                                + " where nothing else is said, or that of the rows where there is no such field."
                                + " Keeps the unit. Unknown where x or the order is.",
                        List.of("list models sort by released top 5 show released, cumulative_best(mmlu)")), 1, 2,
                        List.of(Takes.NUMBER, Takes.NUMBER_OR_DATE), UnitRule.FIRST, Windowed.CUMULATIVE_BEST));
    }
}
