package llmq.stats;

/** y = E + A/x₁^α + B/x₂^β of two x above 0 (Hoffmann et al. 2022, eq. 2); parameters are E, A, α, B, β. */
public record Chinchilla() implements Curve {

    @Override
    public int parameters(int inputs) {
        return ChinchillaLoss.PARAMETERS;
    }

    @Override
    public double value(double[] parameters, double[] x) {
        return parameters[0] + parameters[1] * Math.pow(x[0], -parameters[2])
                + parameters[3] * Math.pow(x[1], -parameters[4]);
    }

    @Override
    public void gradient(double[] parameters, double[] x, double[] into) {
        into[0] = 1;
        into[1] = Math.pow(x[0], -parameters[2]);
        into[2] = -parameters[1] * into[1] * Math.log(x[0]);
        into[3] = Math.pow(x[1], -parameters[4]);
        into[4] = -parameters[3] * into[3] * Math.log(x[1]);
    }
}
