package llmq.syntax;

import java.util.Locale;

/** What a sentence can start with: the registry that {@code describe statements}, help and the reference print. */
public enum Verb {
    LIST("list [SOURCE] [where P] [sort by …] [top N] [show …]", "rows as they stand",
            "list models where open sort by released top 5"),
    RANK("rank [SOURCE] [where P] by E [asc|desc], … [per K] [top N] [show …] [with intervals [seed N]]",
            "rows in order, numbered; the greatest first unless said", "rank models where open by mmlu top 5"),
    SUMMARIZE("summarize [SOURCE] [where P] show AGG, … [per K, …] [sort by …] [top N]", "one row per group",
            "summarize models show count(), avg(mmlu) per architecture"),
    COMPARE("compare NAME, NAME, … [show …]", "models side by side, the best score marked",
            "compare DBRX, \"Mixtral 8x22B\" show params, active_params, mmlu"),
    FRONTIER("frontier Y against X [for SOURCE] [where P] [with dominated] [show …]",
            "the rows that no other beats: most Y for least X", "frontier mmlu against flops where open"),
    FIT("fit Y on X, … [for SOURCE] [where P] [using line|logistic|power|chinchilla] [per K, …] [with OPTION, …] "
            + "[as NAME]", "a regression; NAME is then a function of its inputs",
            "fit mmlu on log10(flops) where released < 2024-05",
            "Its rows are the table of its terms, with n, r2, adjusted_r2, rmse and aic beside term, estimate,"
                    + " std_error, low, high, t and p: fit … | list where p < 0.05. With leave out K they are without,"
                    + " n, term, estimate, low, high and moved."),
    PREDICT("predict FIT at X = V, … | predict FIT [for SOURCE] [where P]",
            "the value of a fit with its intervals, or a test of it on rows",
            "fit mmlu on log10(flops) as trend; predict trend at flops = 1e25",
            "At values: the estimate, mean_low to mean_high (95%, of the trend itself), low to high (95%, of one more"
                    + " row). Of rows: beside what each has, predicted, residual, low and high (95%, of one row), and"
                    + " whether it is inside; what follows stands after |: predict … | rank by residual."),
    WHATIF("whatif NAME with FIELD = V, … using FIT", "before and after, with an interval of the difference",
            "fit mmlu on log10(flops) as trend; whatif \"Llama 2 70B\" with tokens = 15T using trend",
            "What is computed from a changed figure follows. Published compute goes in proportion to"
                    + " active_params*tokens. As a source the result has a row for each state: max(mmlu of $ where"
                    + " state = \"after\"), and so before, difference, low and high."),
    PLOT("plot Y against X [color by K] [with FIT, frontier, …] [to \"file\"] … | plot E [per K [top N]] … | plot fit FIT …",
            "a picture: in the terminal, or a file", "plot mmlu against flops where open color by family with frontier"),
    TRACE("trace E of NAME", "where a value comes from: its formula, inputs, sources and status",
            "trace flops of \"DBRX\""),
    DESCRIBE("describe [SOURCE | FIELD | FUNCTION | NAME]", "what there is", "describe mmlu"),
    EXPLAIN("explain STATEMENT", "how a statement is read and run, step by step, with row counts",
            "explain rank models where tokens < 3T by mmlu top 5"),
    LET("let NAME = E | let NAME(A, …) = E | let NAME = SOURCE where P",
            "a measure, a function or a view; it follows the data", "let efficiency = skill(mmlu) / flops"),
    PARAM("param NAME = V", "a script's parameter with its default; llmq run f.llmq NAME=V sets it",
            "param limit = 3T"),
    LOAD("load \"file\" as NAME [with (field = \"Column\" [unit], …)]", "a table from a CSV, TSV or JSON file", null),
    SAVE("save SOURCE to \"file\"", "a file: CSV, TSV, JSON, NDJSON, Markdown or HTML, by its ending", null),
    ASSUME("assume FIELD of NAME = V", "a figure nobody published, taken as given in this session",
            "assume tokens of \"Mixtral 8x7B\" = 8T"),
    ASSERT("assert P [\"why\"]", "nothing where P holds; else the script stops with exit status 1",
            "assert count(models where open) > 200"),
    REQUIRE("require catalog YEAR.MONTH", "an error where the catalog is older, a note where it is newer",
            "require catalog 2026.11");

    private final String form;
    private final String gives;
    private final String example;
    private final String page;

    Verb(String form, String gives, String example) {
        this(form, gives, example, null);
    }

    Verb(String form, String gives, String example, String page) {
        this.form = form;
        this.gives = gives;
        this.example = example;
        this.page = page;
    }

    /** As it is written: {@code rank}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    public String form() {
        return form;
    }

    public String gives() {
        return gives;
    }

    /** A statement that runs on the built-in catalog; {@code null} where one would need a file. */
    public String example() {
        return example;
    }

    /** What else there is to know of its result; {@code null} for nothing. */
    public String page() {
        return page;
    }

    /** The verb of that word, without regard to case, or {@code null}. */
    public static Verb find(String word) {
        for (Verb verb : values()) {
            if (verb.name().equalsIgnoreCase(word)) {
                return verb;
            }
        }
        return null;
    }
}
