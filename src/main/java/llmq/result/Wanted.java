package llmq.result;

/**
 * How many rows of a result its reader wants to see at once. Files and pipes get all in any case.
 *
 * @param rows that the statement asked for; 0 where it said nothing of it, and a screen shows as many as it likes
 * @param ask  what with a number after it asks for so many, as {@code top}; {@code null} where nothing does
 */
public record Wanted(long rows, String ask) {
    /** A page, which has an end and is of use as a whole. */
    public static final Wanted ALL = new Wanted(Long.MAX_VALUE, null);

    private static final String STAGE = "| list top";

    /**
     * What a verb with a {@code top} says by it.
     *
     * @param top −1 where there is none
     */
    public static Wanted top(long top) {
        return new Wanted(Math.max(top, 0), "top");
    }

    /** Where the verb has no {@code top}, or means another thing by it, a further stage has one. */
    public static Wanted stage() {
        return new Wanted(0, STAGE);
    }

    /** How many of so many rows to show, where a screen would show {@code screen} of itself, or all for 0. */
    public int shown(int all, int screen) {
        return screen == 0 ? all : (int) Math.min(all, Math.max(screen, rows));
    }
}
