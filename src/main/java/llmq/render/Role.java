package llmq.render;

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
    SUGGESTION
}
