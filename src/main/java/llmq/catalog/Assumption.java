package llmq.catalog;

/**
 * A figure that nobody published, put in by the user.
 *
 * @param row   of {@code models}
 * @param field lower-case name of a field that can be assumed
 * @param value in base units
 */
public record Assumption(int row, String field, double value) {
}
