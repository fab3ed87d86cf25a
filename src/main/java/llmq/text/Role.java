package llmq.text;

/** What a piece of text is, so that a {@link Theme} can give it a colour. */
public enum Role {
    /** The title of a result, a column or a property. */
    HEADER,
    UNIT,
    /** The lines around a table. */
    RULE,
    NUMBER,
    /** A value that is estimated or assumed. */
    ROUGH,
    UNKNOWN,
    BEST,
    /** What the rows come to, in words. */
    SAID,
    NOTE,
    /** What stands beneath a result besides notes: counts, what is hidden, what was left out. */
    REMARK,
    ERROR,
    /** The underline beneath the place of an error. */
    ERROR_SPOT,
    /** Line numbers and the names of files. */
    PLACE,
    HELP,
    PROMPT,
    KEYWORD,
    NAME,
    FUNCTION,
    LITERAL,
    COMMENT,
    /** A number with its unit or a date, as it is typed. */
    FIGURE,
    /** What is typed and wrong as it stands. */
    MISTAKE,
    /** The two brackets that belong together, one of them at the cursor. */
    BRACKET,
    /** What the user may want to type on with. */
    SUGGESTION,
    /** The lines of a picture's axes. */
    AXIS,
    /** What is written beside them. */
    AXIS_TEXT,
    /** The marks of a picture's series, by {@link #ofSeries}. */
    SERIES_1,
    SERIES_2,
    SERIES_3,
    SERIES_4,
    SERIES_5,
    SERIES_6,
    SERIES_7,
    SERIES_8,
    /** The same where they have an order, by {@link #ofStep}. */
    STEP_1,
    STEP_2,
    STEP_3,
    STEP_4,
    STEP_5,
    STEP_6,
    STEP_7,
    STEP_8,
    /** The rows of a picture that have no series of their own. */
    SERIES_REST,
    TREND,
    /** What a trend leaves open. */
    BAND,
    FRONTIER,
    /** A level to hold values against. */
    REFERENCE,
    /** A text or a number beside a mark. */
    LABEL;

    /** How many series have a colour of their own. */
    public static final int SERIES = 8;

    /** @param index from 0; colours come round again */
    public static Role ofSeries(int index) {
        return values()[SERIES_1.ordinal() + Math.floorMod(index, SERIES)];
    }

    /** Of so many in their order, which reach from the first colour to the last one. @param index from 0 */
    public static Role ofStep(int index, int steps) {
        int last = SERIES - 1;
        int step = steps < 2 ? last : Math.round((float) Math.min(index, steps - 1) * last / (steps - 1));
        return values()[STEP_1.ordinal() + step];
    }
}
