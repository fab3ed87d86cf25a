package llmq.plot;

/**
 * A mark on an axis.
 *
 * @param value in base units
 * @param text  what stands beside it, {@code 10²³}; empty for a minor tick
 */
public record Tick(double value, String text) {
    public boolean isMinor() {
        return text.isEmpty();
    }
}
