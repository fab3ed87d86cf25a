package llmq.function;

import java.util.List;

/** The functions of the rows of a group. */
final class Aggregates {
    private static final String KNOWN_ONLY = " Rows where it is unknown do not count; unknown where none is known.";

    private Aggregates() {
    }

    static List<Function> all() {
        return List.of(
                new AggregateFunction(new Doc("count", "count([x])", "number of rows",
                        "With an argument, the number of rows where it is known. Zero where there is none.",
                        List.of("summarize models show count() per open", "count(models where tokens is unknown)")),
                        0, 1, List.of(Takes.ANYTHING), Gives.NUMBER, UnitRule.NONE, Aggregating.COUNT),
                one("count_known", Takes.ANYTHING, Gives.NUMBER, UnitRule.NONE, Aggregating.COUNT,
                        "number of rows where a value is known", "The same as count(x), said aloud.",
                        "summarize models show count(), count_known(tokens)"),
                one("sum", Takes.NUMBER, Gives.NUMBER, UnitRule.FIRST, Aggregating.SUM, "sum of the known values",
                        "Keeps the unit." + KNOWN_ONLY, "summarize models show sum(flops) per open"),
                one("avg", Takes.NUMBER_OR_DATE, Gives.TYPE_OF_FIRST, UnitRule.FIRST, Aggregating.AVERAGE,
                        "mean of the known values", "Keeps the unit." + KNOWN_ONLY,
                        "summarize models show avg(mmlu) per architecture", "avg(mmlu of models where open)"),
                one("median", Takes.NUMBER_OR_DATE, Gives.TYPE_OF_FIRST, UnitRule.FIRST, Aggregating.MEDIAN,
                        "middle of the known values", "Between two middle values, their mean. Keeps the unit."
                                + KNOWN_ONLY, "median(tokens of models)"),
                extreme("min", "least", Aggregating.MIN), extreme("max", "greatest", Aggregating.MAX),
                one("stddev", Takes.NUMBER, Gives.NUMBER, UnitRule.FIRST, Aggregating.DEVIATION,
                        "sample standard deviation",
                        "sqrt(sum of (x - mean)^2 / (n - 1)) over the known values. Keeps the unit. Unknown below two"
                                + " known values.", "summarize models show stddev(mmlu) per open"),
                new AggregateFunction(new Doc("quantile", "quantile(x, share)",
                        "value below which a share of the known values lies",
                        "The share is a number from 0 to 1, the same for all rows. Between two values in proportion"
                                + " (type 7 of Hyndman and Fan 1996, as R and NumPy have it). Keeps the unit."
                                + KNOWN_ONLY, List.of("quantile(mmlu of models, 0.9)")), 2, 2,
                        List.of(Takes.NUMBER_OR_DATE, Takes.NUMBER), Gives.TYPE_OF_FIRST, UnitRule.FIRST,
                        Aggregating.QUANTILE),
                two("corr", Aggregating.CORRELATION, "Pearson's correlation of two columns",
                        "From -1 to 1, over the rows where both are known. Unknown below two rows, or where one of the"
                                + " two never changes.", "summarize models show corr(mmlu, log10(flops))"),
                two("spearman", Aggregating.RANK_CORRELATION, "Spearman's rank correlation of two columns",
                        "Pearson's correlation of the ranks, equal values sharing the average of theirs: 1 where both"
                                + " put the rows in the same order. Over the rows where both are known.",
                        "summarize models show spearman(mmlu, flops)"),
                new AggregateFunction(new Doc("slope", "slope(y, x)", "how much y grows for each unit of x",
                        "The slope of the least-squares line of y on x, over the rows where both are known; fit y on x"
                                + " gives the same with its interval. In the unit of y per unit of x. A date as x counts in"
                                + " seconds, as spans of time do, so that the slope is y per second, shown per year"
                                + " where that reads better (slope(mmlu, released) in %/year is always so); a fit counts"
                                + " years of 365.25 days. Unknown below two rows, or where x never changes.",
                        List.of("summarize models show slope(mmlu, log10(flops)), count() per open",
                                "slope(mmlu, released of models where flops > 1e24)")), 2, 2,
                        List.of(Takes.NUMBER, Takes.NUMBER_OR_DATE), Gives.NUMBER, UnitRule.RATIO, Aggregating.SLOPE),
                new AggregateFunction(new Doc("best", "best(x[, what])", "row with the greatest value",
                        "Gives the row's name or, with a second argument, the value of that in this row. Among equals"
                                + " the first row. Write best(-x) for the least." + KNOWN_ONLY,
                        List.of("summarize models show best(mmlu) per architecture", "best(mmlu of models where open)")),
                        1, 2, List.of(Takes.NUMBER_OR_DATE, Takes.ANYTHING), Gives.ROW, UnitRule.NONE,
                        Aggregating.BEST),
                one("geomean", Takes.NUMBER, Gives.NUMBER, UnitRule.FIRST, Aggregating.GEOMETRIC_MEAN,
                        "geometric mean of the known values",
                        "exp(mean of ln(x)), which suits figures that span powers of ten. Keeps the unit. Unknown"
                                + " where any known value is zero or negative.", "geomean(flops of models)"));
    }

    private static AggregateFunction one(String name, Takes takes, Gives gives, UnitRule units, Aggregating aggregator,
            String summary, String page, String... examples) {
        Doc doc = new Doc(name, name + "(x)", summary, page, List.of(examples));
        return new AggregateFunction(doc, 1, 1, List.of(takes), gives, units, aggregator);
    }

    private static AggregateFunction extreme(String name, String which, Aggregating aggregator) {
        return one(name, Takes.NUMBER_OR_DATE, Gives.TYPE_OF_FIRST, UnitRule.FIRST, aggregator,
                which + " of the known values",
                "Keeps the unit." + KNOWN_ONLY + " With several arguments it works on one row.",
                "summarize models show " + name + "(mmlu) per architecture");
    }

    private static AggregateFunction two(String name, Aggregating aggregator, String summary, String page,
            String... examples) {
        Doc doc = new Doc(name, name + "(x, y)", summary, page, List.of(examples));
        return new AggregateFunction(doc, 2, 2, List.of(Takes.NUMBER_OR_DATE), Gives.NUMBER, UnitRule.NONE,
                aggregator);
    }
}
