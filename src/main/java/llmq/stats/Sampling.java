package llmq.stats;

/** The error that a benchmark's score has because its questions are a sample of those that could be asked. */
public final class Sampling {
    /** 95% of a normal distribution lies within so many standard deviations of its mean. */
    public static final double NORMAL_95 = 1.959963984540054;

    private Sampling() {
    }

    /**
     * Standard error of a score, as of a binomial proportion: {@code 100 · sqrt(p (1 − p) / n)} with
     * {@code p = score / 100} (Miller, “Adding Error Bars to Evals”, arXiv:2411.00640, for questions that are
     * scored right or wrong). At 0 and 100 it is 0, which is too small; few scores are there.
     *
     * @param score     in percent
     * @param questions how many
     * @return in percent; NaN where either is unknown, the score is not within 0 to 100, or there is no question
     */
    public static double standardError(double score, double questions) {
        double share = score / 100;
        return share >= 0 && share <= 1 && questions > 0 ? 100 * Math.sqrt(share * (1 - share) / questions)
                : Double.NaN;
    }

    /**
     * Where the mean of all rows like these lies with 95% confidence: {@code mean ± t · s / √n} with the quantile of
     * Student's t of n − 1 degrees (Student, “The probable error of a mean”, 1908), as R's {@code t.test} has it.
     *
     * @param deviation the sample standard deviation s
     * @param count     n
     * @return unknown below two rows
     */
    public static Interval ofMean(double mean, double deviation, double count) {
        double reach = Students.quantile(count - 1) * deviation / Math.sqrt(count);
        return reach - reach == 0 ? new Interval(mean - reach, mean + reach) : Interval.UNKNOWN;
    }

    /**
     * Whether two estimates are told apart by a two-sided z test at the 5% level:
     * {@code |a − b| / sqrt(errorA² + errorB²) > 1.96}, taking their errors as independent (Wald's test of two
     * proportions where they are scores: Agresti, “Categorical Data Analysis”; Miller as above).
     * Models answer the same questions, so a paired test would tell more pairs apart, but needs each answer.
     *
     * @param errorA standard error of a, and {@code errorB} of b; where one is unknown, nothing is told apart
     */
    public static boolean differ(double a, double errorA, double b, double errorB) {
        return Math.abs(a - b) > NORMAL_95 * Math.sqrt(errorA * errorA + errorB * errorB);
    }
}
