package llmq.plot;

/**
 * A text that belongs to a mark. Where there is no room for it, its number stands there instead, and a key says what
 * it is.
 *
 * @param number from 1, by which {@code /show} finds it
 * @param row    of the result
 */
public record Label(int number, int row, String text, double x, double y) {
}
