package llmq.syntax;

import java.util.List;

/**
 * What a place in a statement is for, as far as the text before it tells. Sources and expressions are given as texts,
 * which may name what there is not.
 *
 * @param verb     of the statement around the place; {@code null} for an expression
 * @param clause   the word that starts the clause around it: {@code where}; {@code null} before the first
 * @param rows     queries for the rows that an expression here is about, the likeliest first; empty where it is about
 *                 none
 * @param piped    whether rows come through a pipe
 * @param compared the expression that the place is compared, added or set to; {@code null} for none
 * @param calls    the functions in whose parentheses it is, innermost first
 * @param argument the number, from 0, of the argument of the innermost that it is; −1 for none
 * @param numeric  whether it is an operand of arithmetic
 * @param drawn    the picture that fits are drawn over, as a statement without its clauses; {@code null} for none
 * @param fit      the fit whose inputs, or the file whose columns, are asked for; {@code null} for none
 * @param locals   names that are known in this statement only: parameters of the function that is defined, or, for
 *                 the keys of a sort, titles of columns
 * @param given    what of its kind is there already: inputs, changes, columns shown
 * @param ranked   whether a rank is a column here, and {@code with intervals} its bounds
 */
public record Setting(Role role, Verb verb, String clause, List<String> rows, boolean piped, String compared,
        List<String> calls, int argument, boolean numeric, String drawn, String fit, List<String> locals,
        List<String> given, Ranked ranked) {

    public Setting {
        rows = List.copyOf(rows);
        calls = List.copyOf(calls);
        locals = List.copyOf(locals);
        given = List.copyOf(given);
    }

    /** What a name at a place names. */
    public enum Role {
        /** An operand: a field, a measure, a function, a value. */
        EXPRESSION,
        /** An operand that may be a source instead, as at the start of a statement. */
        EXPRESSION_OR_SOURCE,
        SOURCE,
        /** A row of a table. */
        MODEL,
        /** What stands after {@code of} in an aggregate: a row or a source. */
        MODEL_OR_SOURCE,
        METHOD,
        FIT,
        /** A fit to be drawn over rows. */
        CURVE,
        /** An input of a fit, to be given a value. */
        INPUT,
        /** A field of a row, to be given another value. */
        CHANGE,
        /** A field to be assumed. */
        ASSUMED,
        /** A count of rows. */
        LIMIT,
        /** Anything that there is a page on. */
        TOPIC,
        /** A file to be read. */
        FILE_IN,
        /** A file to be written. */
        FILE_OUT,
        /** A file that a picture goes into. */
        PICTURE_OUT,
        /** The name that a column of the file that is loaded is to have. */
        MAPPED,
        /** A column of the file that is loaded. */
        COLUMN,
        /** The unit of such a column. */
        COLUMN_UNIT,
        VERSION,
        /** A name that the user makes up, or a number that nobody can guess. */
        FREE
    }

    /** Which columns ranking adds. */
    public enum Ranked { NO, RANK, BOUNDS }
}
