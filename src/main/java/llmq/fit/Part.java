package llmq.fit;

/** What a model says of a row. */
public enum Part {
    /** Where the curve lies. */
    PREDICTED,
    /** The ends of the 95% interval of where the curve lies. */
    MEAN_LOW, MEAN_HIGH,
    /** The ends of the 95% interval of where one further observation would lie. */
    LOW, HIGH,
    LEVERAGE,
    /** The value of one input at which the curve would reach a given response, the other inputs as they are. */
    SOLVED
}
