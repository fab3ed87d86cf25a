package llmq.stats;

/**
 * A family of curves: what is expected of y at x, by some parameters. An x is a row of input columns without the 1 of
 * the intercept, which is the curve's own affair.
 */
public interface Curve {

    /** How many parameters it has over so many input columns. */
    int parameters(int inputs);

    double value(double[] parameters, double[] x);

    /** Derivatives of the value by each parameter, into {@code into[0..parameters)}. */
    void gradient(double[] parameters, double[] x, double[] into);
}
