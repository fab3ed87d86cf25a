package llmq.result;

/** Every kind of note, with what {@code describe notes} says of it. */
public enum NoteKind {
    NEAR_CHANCE("near chance", "Most of the top rows score about as well as guessing would."),
    FRACTION("fraction for percent", "A fraction is compared with a score that counts in percent."),
    BARE_COUNT("bare count", "A count of parameters, tokens or operations is compared with a very small number."),
    GROUPS_OF_ONE("groups of one", "Rows are ranked within groups, and nearly every row is a group of its own."),
    MIXED_PROTOCOL("mixed protocols", "Scores compared here were measured with different shots or by different kinds"
            + " of source."),
    UNCONFIRMED("unconfirmed scores", "A score shown was written down from memory and never checked against its"
            + " source."),
    RATIO_IS_INGREDIENT("ratio orders as one ingredient", "A ratio puts the rows in nearly the same order as one of"
            + " its ingredients alone."),
    RANKS_WITHIN_ERROR("ranks within error", "Sampling error of the scores cannot tell neighbours at the top apart."),
    FEW_POINTS("few points", "A curve was fitted to fewer than ten points."),
    FEW_CLUSTERS("few clusters", "Errors were clustered by fewer than ten families, and come out too small."),
    ONE_CLUSTER("one cluster apart", "Errors clustered by families say nothing of a term that stands for one family alone."),
    PERFECT_FIT("perfect fit", "A curve goes through every point, so that there are no errors to judge it by."),
    FEW_SAMPLES("few samples", "Intervals are percentiles of so few samples that their ends are rough."),
    ONE_SLOPE("one slope for a sum", "An input of a fit is a sum, as an R formula would write two inputs."),
    EXTRAPOLATION("extrapolation", "A fit was asked about values beyond those that it was fitted on."),
    BEYOND_CURVE("beyond the curve", "A score shown lies where a curve never reaches, so that no compute gives it."),
    ON_A_FIT("fit on a fit", "A fit was made of what another fit says, whose own uncertainty its intervals leave"
            + " out."),
    BEYOND_SCALE("beyond the scale", "A prediction interval or a curve reaches beyond the scores that can be had."),
    BEYOND_PICTURE("beyond the picture", "An interval goes on farther than the axes of its picture do."),
    FITTED_ROWS("test on fitted rows", "Rows that a fit is tested on were among those it was fitted to."),
    NOT_ON_LOG_AXIS("not on a log axis",
            "Rows have no place on their axis: 0 and below on a log axis, numbers beyond 1e250 on any."),
    BARS_WITHOUT_ZERO("bars without a zero", "Bars of dates, or along a log axis, have no 0 to begin at."),
    TOO_MANY_CATEGORIES("too many categories", "A picture holds no more bars or boxes than can be read."),
    ASSUMED("assumed figures", "A figure put in with assume was used."),
    SCORE_RULE("rule for scores", "Sources disagree about a score, and the field follows the rule stated."),
    CATALOG_NEWER("newer catalog", "The script was written for an older catalog."),
    BAD_CELLS("bad cells", "Cells of a loaded file could not be read and count as unknown."),
    EMPTY("no rows", "No row met the condition."),
    REPEATED("as before", "What notes said earlier in the session holds here as well; /last says it in full."),
    TOO_MANY_ROWS("too many rows", "A check that looks at every pair or simulates was not made on so many rows.");

    private final String title;
    private final String meaning;

    NoteKind(String title, String meaning) {
        this.title = title;
        this.meaning = meaning;
    }

    public String title() {
        return title;
    }

    public String meaning() {
        return meaning;
    }
}
