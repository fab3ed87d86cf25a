package llmq.stats;

/** The estimators, one for each kind of curve. They are pure: the same sample gives the same fit to the last bit. */
public final class Regression {
    private final Errors errors;
    private final Runnable pulse;

    /** @param pulse called now and then while it works; what it throws ends the work */
    public Regression(Errors errors, Runnable pulse) {
        this.errors = errors;
        this.pulse = pulse;
    }

    /** Ordinary least squares: y = b₀ + b₁x₁ + … */
    public Fitted line(Sample sample) throws NoFit {
        throw new UnsupportedOperationException();
    }

    /** y = low + (high − low)/(1 + exp(−(b₀ + b₁x₁ + …))) by non-linear least squares. */
    public Fitted logistic(Sample sample, double low, double high) throws NoFit {
        throw new UnsupportedOperationException();
    }

    /** y = a·x^b, or y = a·x^b + c, of one input by non-linear least squares; parameters a, b (and c). */
    public Fitted power(Sample sample, boolean constant) throws NoFit {
        throw new UnsupportedOperationException();
    }

    /**
     * y = E + A/x₁^α + B/x₂^β with the Huber loss on log y (Hoffmann et al. 2022, section 3.3 and D.2); parameters
     * E, A, α, B, β.
     */
    public Fitted chinchilla(Sample sample) throws NoFit {
        throw new UnsupportedOperationException();
    }

    /** Root of the mean square of what each row is off when it is predicted from the others. */
    public double leaveOneOut(Fitted fitted, Sample sample) throws NoFit {
        throw new UnsupportedOperationException();
    }
}
