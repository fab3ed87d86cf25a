package llmq.stats;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

/** Figures of a back-test, by hand. */
class AccuracyTest {
    private static final double X = Double.NaN;

    @Test
    void byHand() {
        double[] observed = {3, 5, X, 9, 4};
        double[] predicted = {1, 6, 2, 7, X};
        double[] low = {0, 5, 0, 7.5, 0};
        double[] high = {2, 7, 9, 8.5, 9};
        // Residuals 2, -1 and 2; 3 is above 2, 5 on the lower end, 9 above 8.5.
        assertEquals(new Accuracy(3, Math.sqrt(3), 1, 3, 1), Accuracy.of(observed, predicted, low, high));
        assertEquals(1 / 3.0, Accuracy.of(observed, predicted, low, high).coverage());
    }

    @Test
    void anIntervalWithoutAnEndJudgesNobody() {
        assertEquals(new Accuracy(2, Math.sqrt(2.5), 1.5, 1, 1),
                Accuracy.of(new double[] {1, 2}, new double[] {0, 0}, new double[] {X, 1}, new double[] {3, 2}));
    }

    @Test
    void ofNothingNothingIsKnown() {
        assertEquals(new Accuracy(0, X, X, 0, 0),
                Accuracy.of(new double[] {X}, new double[] {1}, new double[] {0}, new double[] {2}));
        assertEquals(X, Accuracy.of(new double[0], new double[0], new double[0], new double[0]).coverage());
    }
}
