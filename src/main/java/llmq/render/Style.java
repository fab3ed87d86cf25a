package llmq.render;

/**
 * How to print for people.
 *
 * @param width   columns of the window; 0 for no limit
 * @param unicode whether lines and ellipses may be other than ASCII
 * @param plain   no boxes, no colour, no alignment: sentences for screen readers
 * @param maxRows how many rows to show at most; 0 for all
 */
public record Style(int width, Theme theme, boolean unicode, boolean plain, int maxRows) {

    /** What a file or a pipe gets: everything, without colour. */
    public static final Style WHOLE = new Style(0, Theme.NONE, true, false, 0);

    public Style {
        theme = plain ? Theme.NONE : theme;
    }

    String ellipsis() {
        return unicode ? "…" : "...";
    }
}
