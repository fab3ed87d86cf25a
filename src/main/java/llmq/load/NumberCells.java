package llmq.load;

/** Numbers in base units. */
final class NumberCells extends DoubleCells {
    private final int scale;
    private final double factor;

    NumberCells(int scale, double factor) {
        this.scale = scale;
        this.factor = factor;
    }

    @Override
    double value(char[] buffer, int from, int to) {
        double value = NumberReader.read(buffer, from, to, scale) * factor;
        return Double.isInfinite(value) ? Double.NaN : value;
    }

    @Override
    String expected() {
        return "a number";
    }
}
