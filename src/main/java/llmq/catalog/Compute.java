package llmq.catalog;

import llmq.value.Status;

/**
 * What decides a model's training compute, and the compute that follows.
 *
 * @param params   weights in all; NaN where unknown, as for the others
 * @param active   weights used per token
 * @param tokens   training tokens
 * @param reported published training compute, FLOP
 */
record Compute(double params, Status paramsStatus, double active, Status activeStatus, double tokens,
               Status tokensStatus, double reported, Status reportedStatus) {

    static Compute of(ModelEntry model) {
        return new Compute(model.params().value(), model.params().status().status(), model.active().value(),
                model.active().status().status(), model.tokens().value(), model.tokens().status().status(),
                model.flops().value(), model.flops().status().status());
    }

    /** 6 · active_params · tokens, the usual estimate of training compute (Kaplan et al. 2020, section 2.1). */
    double sixFold() {
        return finite(6 * active * tokens);
    }

    Status sixFoldStatus() {
        return status(sixFold(), activeStatus);
    }

    /** The same from all weights, which is too much for a mixture of experts. */
    double sixFoldTotal() {
        return finite(6 * params * tokens);
    }

    Status sixFoldTotalStatus() {
        return status(sixFoldTotal(), paramsStatus);
    }

    /** The published figure where there is one. */
    double flops() {
        return reported == reported ? reported : sixFold();
    }

    Status flopsStatus() {
        return reported == reported ? reportedStatus : sixFoldStatus();
    }

    private Status status(double value, Status weights) {
        return value == value ? Status.DERIVED.weakest(weights).weakest(tokensStatus) : Status.REPORTED;
    }

    private static double finite(double value) {
        return Double.isInfinite(value) ? Double.NaN : value;
    }
}
