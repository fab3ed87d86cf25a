package llmq.stats;

import java.util.Arrays;

/**
 * Least squares downhill of a start within a region of trust: the method of Levenberg and Marquardt in the form of
 * Moré, “The Levenberg-Marquardt algorithm: implementation and theory” (1978), with MINPACK's constants. The Jacobian
 * is met only as the triangle of its factorization, so that many rows cost a pass over them and no copies.
 */
final class LevenbergMarquardt {
    private static final double FIRST_REACH = 100;
    private static final double TOLERANCE = 1e-13;
    private static final int DAMPINGS = 10;
    /** A step is taken as long as it should be when it is so to this share. */
    private static final double SHARE = 0.1;
    private static final double LEAST_GAIN = 1e-4;
    private static final Runnable QUIET = () -> { };

    /** What is made least: the sum of squares of y less what is expected of it. */
    interface Problem {
        /** Infinite where it is no number. */
        double rss(double[] parameters);

        double[] residuals(double[] parameters);

        /** The Jacobian taken apart. */
        Design design(double[] parameters);
    }

    private final Problem problem;
    private final int p;
    private double[][] r;
    private double[] turned;
    private double[] scale;

    LevenbergMarquardt(Problem problem, int parameters) {
        this.problem = problem;
        this.p = parameters;
        this.scale = new double[parameters];
    }

    /** A step, the triangle of the damped system it solves, and how much the damping was. */
    private record Step(double[] move, double[][] triangle, double damping) {
    }

    /** The best parameters found in so many evaluations, be they a minimum or not. */
    double[] search(double[] start, int evaluations) {
        double[] at = start.clone();
        double cost = Math.sqrt(problem.rss(at));
        double reach = 0;
        double damping = 0;
        int left = evaluations;
        for (boolean first = true; left > 0 && cost > 0; first = false) {
            Design design = problem.design(at);
            r = design.triangle();
            turned = design.turned(problem.residuals(at));
            for (int j = 0; j < p; j++) {
                scale[j] = Math.max(scale[j], design.length(j));
            }
            if (!isUsable() || steepest(design, cost) <= TOLERANCE) {
                return at;
            }
            if (first) {
                double size = length(at);
                reach = size == 0 ? FIRST_REACH : FIRST_REACH * size;
            }
            double gain = 0;
            while (gain < LEAST_GAIN && left-- > 0) {
                Step step = step(reach, damping);
                damping = step.damping();
                double stride = length(step.move());
                if (first) {
                    reach = Math.min(reach, stride);
                }
                double[] next = at.clone();
                for (int j = 0; j < p; j++) {
                    next[j] += step.move()[j];
                }
                double found = Math.sqrt(problem.rss(next));
                double actual = SHARE * found < cost ? 1 - found / cost * (found / cost) : -1;
                double linear = Math.pow(norm(times(step.move())) / cost, 2);
                double damped = damping * Math.pow(stride / cost, 2);
                double hoped = linear + 2 * damped;
                gain = hoped == 0 ? 0 : actual / hoped;
                if (gain <= 0.25) {
                    double shrink = actual >= 0 ? 0.5 : 0.5 * (linear + damped) / (linear + damped - 0.5 * actual);
                    shrink = SHARE * found >= cost || shrink < SHARE ? SHARE : shrink;
                    reach = shrink * Math.min(reach, stride / SHARE);
                    damping /= shrink;
                } else if (damping == 0 || gain >= 0.75) {
                    reach = 2 * stride;
                    damping *= 0.5;
                }
                if (gain >= LEAST_GAIN) {
                    at = next;
                    cost = found;
                }
                if (Math.abs(actual) <= TOLERANCE && hoped <= TOLERANCE && gain <= 2
                        || reach <= TOLERANCE * length(at) || !(stride > 0)) {
                    return at;
                }
            }
        }
        return at;
    }

    private boolean isUsable() {
        boolean finite = true;
        for (int j = 0; j < p; j++) {
            finite &= Double.isFinite(turned[j]) && Double.isFinite(scale[j]);
            // A parameter that nothing hangs on so far is scaled by 1.
            scale[j] = scale[j] == 0 ? 1 : scale[j];
        }
        return finite;
    }

    /** The cosine between the residuals and the column of the Jacobian that is nearest to them. */
    private double steepest(Design design, double cost) {
        double most = 0;
        for (int j = 0; j < p; j++) {
            most = Math.max(most, Math.abs(along(j)) / cost / design.length(j));
        }
        return most;
    }

    /** Component j of R'Q'y: half of how the sum of squares falls along a parameter. */
    private double along(int j) {
        double sum = 0;
        for (int i = 0; i <= j; i++) {
            sum += r[i][j] * turned[i];
        }
        return sum;
    }

    /** The step of about the length of the reach, or Gauss and Newton's own where that is shorter (section 5). */
    private Step step(double reach, double before) {
        double[] move = back(r, turned);
        double over = length(move) - reach;
        if (over <= SHARE * reach) {
            return new Step(move, r, 0);
        }
        boolean full = true;
        double gradient = 0;
        for (int j = 0; j < p; j++) {
            full &= r[j][j] != 0;
            gradient += Math.pow(along(j) / scale[j], 2);
        }
        gradient = Math.sqrt(gradient);
        double low = full ? over / reach * bend(r, move) : 0;
        double high = gradient / reach == 0 ? Double.MIN_NORMAL / Math.min(reach, SHARE) : gradient / reach;
        double damping = Math.min(high, Math.max(low, before));
        damping = damping == 0 ? gradient / length(move) : damping;
        for (int round = 1;; round++) {
            damping = damping == 0 ? Math.max(Double.MIN_NORMAL, 0.001 * high) : damping;
            double[][] triangle = new double[p][p];
            move = damped(damping, triangle);
            double last = over;
            over = length(move) - reach;
            if (Math.abs(over) <= SHARE * reach || low == 0 && over <= last && last < 0 || round == DAMPINGS) {
                return new Step(move, triangle, damping);
            }
            double correction = over / reach * bend(triangle, move);
            low = over > 0 ? Math.max(low, damping) : low;
            high = over < 0 ? Math.min(high, damping) : high;
            damping = Math.max(low, damping + correction);
        }
    }

    /** 1/|R⁻ᵀ D q|² where q is Dx over its length: with it goes Newton's method for the length of the step. */
    private double bend(double[][] triangle, double[] move) {
        double size = length(move);
        double[] z = new double[p];
        for (int j = 0; j < p; j++) {
            double left = scale[j] * (scale[j] * move[j] / size);
            for (int k = 0; k < j; k++) {
                left -= triangle[k][j] * z[k];
            }
            z[j] = left / triangle[j][j];
        }
        double length = norm(z);
        return 1 / length / length;
    }

    /** The x with the least |Rx − Q'y|² + damping · |Dx|², and the triangle of that. */
    private double[] damped(double damping, double[][] triangle) {
        double root = Math.sqrt(damping);
        double[][] rows = new double[2 * p][p];
        double[] right = Arrays.copyOf(turned, 2 * p);
        for (int j = 0; j < p; j++) {
            rows[j] = r[j];
            rows[p + j][j] = root * scale[j];
        }
        Householder reflections = new Householder(Rows.of(rows), QUIET);
        System.arraycopy(reflections.triangle(), 0, triangle, 0, p);
        return back(triangle, reflections.turned(right, QUIET));
    }

    /** x of Rx = right, with 0 from the first parameter on that R leaves open. */
    private double[] back(double[][] triangle, double[] right) {
        int rank = 0;
        while (rank < p && triangle[rank][rank] != 0) {
            rank++;
        }
        double[] x = new double[p];
        for (int j = rank - 1; j >= 0; j--) {
            double left = right[j];
            for (int k = j + 1; k < rank; k++) {
                left -= triangle[j][k] * x[k];
            }
            x[j] = left / triangle[j][j];
        }
        return x;
    }

    private double[] times(double[] move) {
        double[] product = new double[p];
        for (int i = 0; i < p; i++) {
            for (int j = i; j < p; j++) {
                product[i] += r[i][j] * move[j];
            }
        }
        return product;
    }

    /** |Dx| */
    private double length(double[] x) {
        double sum = 0;
        for (int j = 0; j < p; j++) {
            sum += scale[j] * x[j] * (scale[j] * x[j]);
        }
        return Math.sqrt(sum);
    }

    private static double norm(double[] x) {
        double sum = 0;
        for (double value : x) {
            sum += value * value;
        }
        return Math.sqrt(sum);
    }
}
