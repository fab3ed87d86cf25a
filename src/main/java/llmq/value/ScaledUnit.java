package llmq.value;

/**
 * A unit to write numbers in: {@code TFLOP/s} is 1e12 of the base unit {@code FLOP/s}.
 *
 * @param factor how many base units one of it is
 */
public record ScaledUnit(Unit unit, double factor, String symbol) {

    public static ScaledUnit base(Unit unit) {
        return new ScaledUnit(unit, 1, unit.toString());
    }

    public double fromBase(double value) {
        return value / factor;
    }

    public double toBase(double value) {
        return value * factor;
    }
}
