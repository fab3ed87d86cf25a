package llmq.catalog;

import llmq.value.Status;

/** What a data file says of a figure. */
public enum FigureStatus {
    REPORTED("reported"), ESTIMATED("estimated"), UNDISCLOSED("undisclosed");

    private final String word;

    FigureStatus(String word) {
        this.word = word;
    }

    /** As written in the data files. */
    public String word() {
        return word;
    }

    /** The status of a cell that holds such a figure. */
    Status status() {
        return this == ESTIMATED ? Status.ESTIMATED : Status.REPORTED;
    }
}
