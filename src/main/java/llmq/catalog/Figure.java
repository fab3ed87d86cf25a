package llmq.catalog;

/**
 * One figure as a data file gives it.
 *
 * @param value  in base units, a date as days since 1970-01-01; NaN where nobody published one
 * @param source key of the source, {@code null} where none is named
 */
public record Figure(double value, FigureStatus status, String source, Place place) {

    /** Stands for a figure that the data file does not mention. */
    static Figure absent(Place place) {
        return new Figure(Double.NaN, FigureStatus.UNDISCLOSED, null, place);
    }

    public boolean isKnown() {
        return value == value;
    }
}
