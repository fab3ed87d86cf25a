package llmq.stats;

/** There is no fit to be had, and why. What the columns are called the caller knows. */
public final class NoFit extends Exception {
    private static final long serialVersionUID = 1;

    public enum Reason {
        /** Fewer rows than a fit of so many parameters needs. */
        TOO_FEW_POINTS,
        /** An input column has the same value in every row. */
        CONSTANT_INPUT,
        /** An input column varies so little beside its size that a double has no digits left for its squares. */
        CLOSE_INPUT,
        /** An input column follows from the columns before it and the intercept. */
        COLLINEAR_INPUT,
        /** y never changes where the curve needs it to. */
        CONSTANT_RESPONSE,
        /** No row lies within the bounds of a bounded curve, so that its slope is not determined. */
        BEYOND_BOUNDS,
        /** A value is outside of what the curve takes, such as a power of a negative number. */
        OUT_OF_DOMAIN,
        /** The search found no optimum. */
        NOT_CONVERGED,
        /** An estimate, or a square that is needed, is beyond what a number can hold. */
        TOO_LARGE
    }

    private final Reason reason;
    private final int column;
    private final String tried;
    private final int row;

    /**
     * @param column of the inputs, from 0, that it is about; −1 where it is about none
     * @param tried  what was tried, in words; {@code null} where nothing was
     */
    public NoFit(Reason reason, int column, String tried) {
        this(reason, column, tried, -1);
    }

    private NoFit(Reason reason, int column, String tried, int row) {
        super(reason + (tried == null ? "" : ": " + tried), null, false, false);
        this.reason = reason;
        this.column = column;
        this.tried = tried;
        this.row = row;
    }

    /** The same of a sample without one of its rows. */
    NoFit without(int left) {
        return new NoFit(reason, column, tried, left);
    }

    /** The row without which there is no fit; −1 where all rows give none. */
    public int row() {
        return row;
    }

    public Reason reason() {
        return reason;
    }

    public int column() {
        return column;
    }

    public String tried() {
        return tried;
    }
}
