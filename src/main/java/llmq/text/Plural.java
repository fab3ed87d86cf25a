package llmq.text;

/** Numbers of things in words. */
public final class Plural {
    private Plural() {
    }

    /** As in {@code 1 row} and {@code 12 rows}. @param thing one of them, whose plural ends in s */
    public static String count(long count, String thing) {
        return count + " " + thing + (count == 1 ? "" : "s");
    }
}
