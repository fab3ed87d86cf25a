package llmq.stats;

import java.util.SplittableRandom;

/**
 * Draws from the standard normal distribution that repeat with their seed, on any Java: Marsaglia's polar method
 * (SIAM Review 6, 1964).
 */
public final class Normals {
    private final SplittableRandom uniform;
    private double spare = Double.NaN;

    public Normals(long seed) {
        this.uniform = new SplittableRandom(seed);
    }

    public double next() {
        if (!Double.isNaN(spare)) {
            double value = spare;
            spare = Double.NaN;
            return value;
        }
        double x;
        double y;
        double square;
        do {
            x = 2 * uniform.nextDouble() - 1;
            y = 2 * uniform.nextDouble() - 1;
            square = x * x + y * y;
        } while (square >= 1 || square == 0);
        double factor = Math.sqrt(-2 * StrictMath.log(square) / square);
        spare = y * factor;
        return x * factor;
    }
}
