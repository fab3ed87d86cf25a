package llmq.stats;

/** How the parameters of one kind of curve are had from a sample. */
interface Estimator {

    /** How many parameters it has over so many inputs. */
    int parameters(int inputs);

    /** From the sample alone. */
    Estimate estimate(Sample sample) throws NoFit;

    /** The parameters of a sample that differs little from one whose parameters are known: those are the start. */
    double[] again(Sample sample, double[] near) throws NoFit;
}
