package llmq.stats;

import java.util.ArrayList;
import java.util.List;

/**
 * The same fit to samples drawn with replacement (Efron and Tibshirani, “An Introduction to the Bootstrap”, 1993): of
 * rows with their y, or of whole clusters where there are any.
 *
 * @param draws  estimates of each sample that could be fitted
 * @param failed how many could not
 */
record Bootstrap(double[][] draws, int failed) {

    /** @param estimate from which each search starts */
    static Bootstrap of(Estimator estimator, Sample sample, double[] estimate, Errors.Bootstrap asked,
            Runnable pulse) {
        int[][] units = units(sample);
        Resamples resamples = new Resamples(asked.seed(), units.length);
        int[] drawn = new int[units.length];
        List<double[]> draws = new ArrayList<>();
        for (int draw = 0; draw < asked.draws(); draw++) {
            pulse.run();
            resamples.next(drawn);
            try {
                Sample resample = resample(sample, units, drawn, pulse);
                if (resample.size() >= estimate.length) {
                    draws.add(estimator.again(resample, estimate));
                }
            } catch (NoFit e) {
                // Counted below: what has no fit is not among the draws.
            }
        }
        return new Bootstrap(draws.toArray(new double[0][]), asked.draws() - draws.size());
    }

    /** The rows of each cluster; each row by itself where there are none. */
    static int[][] units(Sample sample) {
        Clusters clusters = Clusters.of(sample.clusters(), sample.size());
        int[] sizes = new int[clusters.count()];
        for (int cluster : clusters.of()) {
            sizes[cluster]++;
        }
        int[][] units = new int[sizes.length][];
        for (int i = 0; i < units.length; i++) {
            units[i] = new int[sizes[i]];
        }
        for (int i = sample.size() - 1; i >= 0; i--) {
            int cluster = clusters.of()[i];
            units[cluster][--sizes[cluster]] = i;
        }
        return units;
    }

    private static Sample resample(Sample sample, int[][] units, int[] drawn, Runnable pulse) {
        int n = 0;
        for (int unit : drawn) {
            n += units[unit].length;
        }
        double[] y = new double[n];
        double[][] x = new double[n][];
        int to = 0;
        for (int unit : drawn) {
            for (int row : units[unit]) {
                Pulse.at(to, pulse);
                y[to] = sample.y()[row];
                x[to++] = sample.x()[row];
            }
        }
        return new Sample(y, x, null);
    }
}
