package llmq.fit;

/** How a variable of a fit is made of the quantity that a reader thinks in. */
public enum Transform {
    NONE, LOG10, LOG2, LN,
    /** A date, as years of 365.25 days since 1970-01-01. */
    YEARS;

    public static final double DAYS_A_YEAR = 365.25;

    public boolean isLog() {
        return this == LOG10 || this == LOG2 || this == LN;
    }

    /** What the quantity is multiplied by where a logarithm grows by 1: 10, 2 or e. */
    public double base() {
        return switch (this) {
            case LOG10 -> 10;
            case LOG2 -> 2;
            case LN -> Math.E;
            default -> throw new IllegalStateException(this + " has no base");
        };
    }
}
