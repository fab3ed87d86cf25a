package llmq.function;

/** One row of the registry. */
public sealed interface Function permits ScalarFunction, AggregateFunction, WindowFunction, SpecialForm {
    Doc doc();

    /** The fewest arguments it takes. */
    int least();

    /** The most arguments it takes. */
    int most();

    default String name() {
        return doc().name();
    }

    default boolean takes(int arguments) {
        return arguments >= least() && arguments <= most();
    }
}
