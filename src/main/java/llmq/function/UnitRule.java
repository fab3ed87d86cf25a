package llmq.function;

/** Which unit a function gives for the units that it takes. */
public enum UnitRule {
    /** A pure number, whatever the unit: a logarithm, a count, a rank. */
    NONE,
    /** All arguments share a unit, and so does the value. */
    SAME,
    /** The unit of the first argument; the others are pure numbers. */
    FIRST,
    /** A share in percent, whatever the argument's unit. */
    PERCENT,
    /** The unit of the first argument per unit of the second; of a date, per span of time. */
    RATIO,
    /** The square root of the argument's unit. */
    SQUARE_ROOT
}
