package llmq.load;

/**
 * Something in a file that could not be read as it stands; the cell is unknown in the table.
 *
 * @param line    from 1, where the record starts
 * @param column  title in the file, or {@code null} where a whole row is meant
 * @param problem what is wrong, in words
 */
public record BadCell(long line, String column, String problem) {
    private static final int SHOWN = 40;

    static BadCell cell(long line, String column, String text, String expected) {
        String shown = text.codePointCount(0, text.length()) <= SHOWN ? text
                : text.substring(0, text.offsetByCodePoints(0, SHOWN - 1)) + "…";
        return new BadCell(line, column, "'" + shown.replace('\n', ' ').replace('\r', ' ') + "' is not " + expected);
    }

    BadCell later(long lines) {
        return new BadCell(line + lines, column, problem);
    }

    /** {@code line 17, column 'Training tokens': 'n.d.' is not a number}. */
    public String sentence() {
        return "line " + line + (column == null ? "" : ", column '" + column + "'") + ": " + problem;
    }
}
