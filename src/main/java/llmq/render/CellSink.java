package llmq.render;

/** Takes the value of one cell, as programs read it, and writes it in its format. */
interface CellSink {

    /** A number or truth value as it stands in every format, or a date in ISO 8601. */
    enum Kind { NUMBER, TRUTH, DATE }

    /** A text that is plain ASCII without quotes or separators. */
    void plain(Kind kind, CharSequence text);

    void text(String text);

    void unknown();
}
