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

    /** Whether its one argument is the name of a fit. */
    default boolean takesFit() {
        return doc().usage().equals(name() + "(fit)");
    }

    default boolean takes(int arguments) {
        return arguments >= least() && arguments <= most();
    }
}
