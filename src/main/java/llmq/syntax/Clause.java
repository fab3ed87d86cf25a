package llmq.syntax;

import java.util.Locale;

/**
 * A word within statements that starts a clause or joins values: the registry that {@code describe where}, Tab and the
 * reference print. What only fits or pictures know stands in their own registries.
 */
public enum Clause {
    WHERE("where P", "only rows of which something is true",
            "Conditions are joined by and, or and not. A row of which nobody can say whether it is true is left out,"
                    + " and how many those are is said beneath.",
            "list models where open and tokens < 3T"),
    BY("by E [asc|desc], …", "what to order by",
            "The greatest comes first; asc turns that around. Of rows equal in the first the second decides. Rows of"
                    + " which it is unknown are left out.",
            "rank models by mmlu/flops top 5"),
    SORT("sort by E [asc|desc], …", "sort by: the order of the rows, least first unless said",
            "No row is left out; those of which it is unknown come last.", "list models sort by released desc top 5"),
    ASC("by E asc", "least first", null, "rank models by params asc top 5"),
    DESC("sort by E desc", "greatest first", null, "list models sort by released desc top 5"),
    PER("per K, …", "one result for each value of something", null,
            "summarize models show count(), avg(mmlu) per org"),
    TOP("top N", "the first so many rows", "In a ranking per something, so many of each.",
            "rank models by mmlu top 10"),
    SHOW("show E [as NAME], …", "the columns to show", "Any expression can be one, with a unit after in.",
            "list models show params in Bparams, mmlu/flops as value top 5"),
    AS("as NAME", "a name for it", "Of a column, of a fit, or of the table that a file is loaded into.",
            "list models show mmlu/flops as value top 5"),
    WITH("with …", "more of it",
            "After rank intervals, after frontier dominated, after fit its options, after whatif what is changed, after"
                    + " plot what is drawn over it, after load what the columns are.",
            "rank models by mmlu top 5 with intervals"),
    INTERVALS("with intervals [seed N]", "a range of ranks for each row",
            "From the sampling error of the scores; seed makes the draws come out the same again.",
            "rank models by mmlu top 5 with intervals"),
    DOMINATED("with dominated", "the other rows too, with what beats them", null,
            "frontier mmlu against flops where open with dominated"),
    SEED("seed N", "a number that makes draws come out the same", null,
            "rank models by mmlu top 5 with intervals seed 7"),
    OF("E of NAME", "of which row, or which rows",
            "One value of one row; within an aggregate, of a table: max(mmlu of models where open).", "mmlu of DBRX"),
    FOR("for SOURCE", "the rows to take", "Where they are not those of models: a table, a view, a result.",
            "fit mmlu on log10(flops) for (models where open)"),
    ON("on X, …", "what it depends on", "The inputs of a fit, with commas between them.",
            "fit mmlu on log10(flops), log10(tokens)"),
    USING("using METHOD | using FIT", "the method, or the fit", "After fit a method, after whatif a fit.",
            "fit mmlu on log10(flops) using logistic"),
    AT("at X = V, …", "the inputs", "A value for each input of the fit.",
            "fit mmlu on log10(flops) as trend; predict trend at flops = 1e25"),
    AGAINST("Y against X", "for the least of what; in a picture, what lies along x", null,
            "frontier mmlu against flops where open"),
    TO("to \"file\"", "the file", "Its ending says the format.", null),
    IN("E in UNIT, E in (V, …)", "in a unit, or one of a list", null,
            "list models where org in ('Meta', 'Mistral AI') show params in Bparams"),
    BETWEEN("E between V and V", "between two values, both included", null,
            "list models where params between 10B and 20B"),
    LIKE("E like 'PATTERN'", "like 'Llama*'", "In the pattern * stands for any text and ? for one letter; case does not"
            + " matter.", "list models where name like 'Llama*'"),
    IS("E is [not] known", "is known, is unknown", "Whether there is a figure, published, computed or assumed.",
            "list models where tokens is known"),
    KNOWN("E is known", "somebody published it", "What can be computed or is assumed is known as well.",
            "list models where tokens is known"),
    UNKNOWN("E is unknown", "nobody published it", "A comparison with what is unknown is neither true nor false.",
            "list models where tokens is unknown"),
    AND("P and P", "both", "It binds closer than or.", "list models where open and mmlu > 80"),
    OR("P or P", "one or both", null, "list models where open or mmlu > 80"),
    NOT("not P", "the contrary", "What is unknown stays unknown.", "list models where not open"),
    CATALOG("require catalog YEAR.MONTH", "the version that a script was written for", null,
            "require catalog 2026.11");

    private final String form;
    private final String brief;
    private final String page;
    private final String example;

    Clause(String form, String brief, String page, String example) {
        this.form = form;
        this.brief = brief;
        this.page = page;
        this.example = example;
    }

    /** As it is written: {@code where}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    public String form() {
        return form;
    }

    /** What stands beside it in a menu. */
    public String brief() {
        return brief;
    }

    /** What else there is to know; {@code null} for nothing. */
    public String page() {
        return page;
    }

    /** A statement that runs on the built-in catalog; {@code null} where one would need a file. */
    public String example() {
        return example;
    }

    /** The clause of a word, {@code is known} and {@code sort by} among them; {@code null} if there is none. */
    public static Clause find(String words) {
        String wanted = words.strip().toLowerCase(Locale.ROOT);
        wanted = switch (wanted) {
            case "is known", "is not unknown" -> "known";
            case "is unknown", "is not known" -> "unknown";
            case "sort by", "order by" -> "sort";
            default -> wanted;
        };
        for (Clause clause : values()) {
            if (clause.word().equals(wanted)) {
                return clause;
            }
        }
        return null;
    }
}
