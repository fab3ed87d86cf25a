package llmq.stats;

/** y = b₀ + b₁x₁ + … + b_k x_k; parameters are b₀ … b_k. */
public record Line() implements Curve {

    @Override
    public int parameters(int inputs) {
        return inputs + 1;
    }

    @Override
    public double value(double[] parameters, double[] x) {
        double sum = parameters[0];
        for (int j = 0; j < x.length; j++) {
            sum += parameters[j + 1] * x[j];
        }
        return sum;
    }

    @Override
    public void gradient(double[] parameters, double[] x, double[] into) {
        into[0] = 1;
        System.arraycopy(x, 0, into, 1, x.length);
    }
}
