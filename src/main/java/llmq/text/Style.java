package llmq.text;

import java.util.List;

/**
 * How to print for people.
 *
 * @param width   columns of the window; 0 for no limit
 * @param unicode whether lines and ellipses may be other than ASCII
 * @param plain   no boxes, no colour, no alignment: sentences for screen readers
 * @param maxRows how many rows to show at most; 0 for all
 * @param digits  how many digits of a number count; 0 for as many as suit it
 * @param height  lines of the window, which a picture fits into; 0 for as many as suit it
 */
public record Style(int width, Theme theme, boolean unicode, boolean plain, int maxRows, int digits, int height) {

    private static final int LEAST = 20;
    private static final int INDENT = 2;

    /** What a file or a pipe gets: everything, without colour. */
    public static final Style WHOLE = new Style(0, Theme.NONE, true, false, 0);

    public Style {
        theme = plain ? Theme.NONE : theme;
    }

    public Style(int width, Theme theme, boolean unicode, boolean plain, int maxRows) {
        this(width, theme, unicode, plain, maxRows, 0);
    }

    public Style(int width, Theme theme, boolean unicode, boolean plain, int maxRows, int digits) {
        this(width, theme, unicode, plain, maxRows, digits, 0);
    }

    /** For so many columns. */
    public Style wide(int columns) {
        return columns == width ? this : new Style(columns, theme, unicode, plain, maxRows, digits, height);
    }

    /** With every row. */
    public Style allRows() {
        return new Style(width, theme, unicode, plain, 0, digits, height);
    }

    /** For a window of so many lines. */
    public Style high(int lines) {
        return lines == height ? this : new Style(width, theme, unicode, plain, maxRows, digits, lines);
    }

    /** A sentence or formula in the characters that the screen has. */
    public String words(String text) {
        return unicode ? text : AsciiText.of(text);
    }

    /** One line to stand beneath what is typed, from text that may hold anything. */
    public String line(String text) {
        return list(SafeText.of(text));
    }

    /** A message of one line or several that may hold anything, in lines that fit the window. */
    public String message(String text) {
        StringBuilder lines = new StringBuilder();
        for (String paragraph : words(SafeText.lines(text)).split("\n", -1)) {
            int own = paragraph.length() - paragraph.stripLeading().length();
            String indent = " ".repeat(own + INDENT);
            int room = width == 0 ? 0 : Math.max(LEAST, width);
            boolean fits = room == 0 || CellWidth.of(paragraph) <= room;
            List<String> wrapped = fits ? List.of(paragraph) : Wrap.lines(paragraph, room - indent.length());
            for (int i = 0; i < wrapped.size(); i++) {
                lines.append(lines.length() == 0 ? "" : "\n").append(i == 0 ? "" : indent).append(wrapped.get(i));
            }
        }
        return lines.toString();
    }

    /** The same of a list with dots between its items, which nobody wants to hear and ASCII has not. */
    public String list(String text) {
        return words(unicode && !plain ? text : text.replace(" · ", ", "));
    }

    /** Stands for what there is no room for. */
    public String ellipsis() {
        return unicode ? "…" : "...";
    }
}
