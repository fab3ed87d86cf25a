package llmq.render;

/** What a number column may hold that can be written down. */
final class CellValues {
    /** Days to the years −9999 and 9999, between which a date has four digits. */
    private static final double FIRST_DAY = -4_371_222;
    private static final double LAST_DAY = 2_932_896;

    private CellValues() {
    }

    static boolean isDate(double days) {
        return days >= FIRST_DAY && days <= LAST_DAY;
    }
}
