package llmq.value;

/** How the numbers of a column are written for people; programs get each of them in full. */
public enum NumberForm {
    /** All under one prefix of their unit ({@link ColumnScale}), with three digits that count. */
    SCALED,
    /** Each by itself, with four digits that count: for columns whose numbers differ by many powers of ten. */
    EACH,
    /** With one digit after the point, more where it would show nothing but zero: scores in percent. */
    TENTHS,
    /** With two digits after the point. */
    HUNDREDTHS,
    /** A probability of error: {@code 0.034}, {@code 0.0007}, {@code <0.0001}. */
    PROBABILITY,
    /** As a bar, beside which the others are longer or shorter; where that cannot be drawn, as {@link #SCALED}. */
    BAR;

    /** The number, which is finite, as it stands in a column of this form without a unit. */
    public String text(double value) {
        return text(Decimal.toBeRounded(value), false, 0);
    }

    /**
     * @param scaled whether the number counts in thousands or another unit than its own, and so is hardly whole
     * @param digits how many digits count, if the reader said so; 0 for as many as the form has
     */
    String text(Decimal decimal, boolean scaled, int digits) {
        if (digits > 0 && this != PROBABILITY) {
            return NumberText.shortened(decimal, scaled, digits);
        }
        return switch (this) {
            case SCALED, BAR -> NumberText.shortened(decimal, scaled);
            case EACH -> NumberText.each(decimal);
            case TENTHS -> NumberText.tenths(decimal);
            case HUNDREDTHS -> NumberText.hundredths(decimal);
            case PROBABILITY -> NumberText.probability(decimal);
        };
    }
}
