package llmq.stats;

/**
 * y = low + (high − low)/(1 + exp(−η)), η = b₀ + b₁x₁ + … + b_k x_k; parameters are b₀ … b_k.
 *
 * @param low  what it tends to on one side, and {@code high}, greater, on the other
 */
public record Logistic(double low, double high) implements Curve {

    @Override
    public int parameters(int inputs) {
        return inputs + 1;
    }

    @Override
    public double value(double[] parameters, double[] x) {
        return low + (high - low) / (1 + Math.exp(-eta(parameters, x)));
    }

    @Override
    public void gradient(double[] parameters, double[] x, double[] into) {
        double slope = (high - low) * weight(eta(parameters, x));
        into[0] = slope;
        for (int j = 0; j < x.length; j++) {
            into[j + 1] = slope * x[j];
        }
    }

    /** How much it still rises at x, as a share of how far it rises in all: a quarter in the middle, 0 at the ends. */
    double weight(double[] parameters, double[] x) {
        return weight(eta(parameters, x));
    }

    /** Where η would have to lie for this value; infinite at the bounds, NaN beyond them. */
    public double eta(double value) {
        return Math.log((value - low) / (high - value));
    }

    private static double weight(double eta) {
        double tail = Math.exp(-Math.abs(eta));
        return tail / ((1 + tail) * (1 + tail));
    }

    private static double eta(double[] parameters, double[] x) {
        double eta = parameters[0];
        for (int j = 0; j < x.length; j++) {
            eta += parameters[j + 1] * x[j];
        }
        return eta;
    }
}
