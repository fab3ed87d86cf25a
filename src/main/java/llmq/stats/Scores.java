package llmq.stats;

/**
 * What the error of each row does to the estimates: its score, and how the estimates move with a sum of scores. Of
 * least squares a score is e_i J_i, and a sum s moves them by (J'J)⁻¹s.
 */
interface Scores {

    /** Of a row, into {@code into[0..p)}. */
    void score(int row, double[] into);

    /** Of a sum of scores, how far it moves each of the p estimates. */
    double[] moved(double[] sum);
}
