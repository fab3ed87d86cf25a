package llmq.stats;

/**
 * y = a·x^b, or y = a·x^b + c, of one x above 0; parameters are a, b (and c).
 *
 * @param constant whether there is a c
 */
public record Power(boolean constant) implements Curve {

    @Override
    public int parameters(int inputs) {
        return constant ? 3 : 2;
    }

    @Override
    public double value(double[] parameters, double[] x) {
        double power = parameters[0] * Math.pow(x[0], parameters[1]);
        return constant ? power + parameters[2] : power;
    }

    @Override
    public void gradient(double[] parameters, double[] x, double[] into) {
        into[0] = Math.pow(x[0], parameters[1]);
        into[1] = parameters[0] * into[0] * Math.log(x[0]);
        if (constant) {
            into[2] = 1;
        }
    }
}
