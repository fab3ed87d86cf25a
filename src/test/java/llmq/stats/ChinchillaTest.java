package llmq.stats;

import static llmq.stats.Figured.assertClose;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The law of Hoffmann et al. 2022, from points computed by it and from those that their figure shows. The latter,
 * {@code docs/chinchilla.csv}, are parameters, training FLOP and final loss of 245 runs, as Besiroglu, Erdil, Barnett
 * and You 2024, “Chinchilla Scaling: A replication attempt”, read them off figure 4: columns “Model Size”, “Training
 * FLOP” and “loss” of svg_extracted_data.csv in the GitHub repository epoch-research/analyzing-chinchilla. Their fit
 * leaves out the five runs with the highest loss, which are the first five here.
 */
class ChinchillaTest {
    /** E, A, α, B, β of Hoffmann et al. 2022, eq. 10, and of Besiroglu et al. 2024, table 1, with standard errors. */
    private static final double[] HOFFMANN = {1.69, 406.4, 0.34, 410.7, 0.28};
    private static final double[] BESIROGLU = {1.8172, 482.01, 0.3478, 2085.43, 0.3658};
    private static final double[] BESIROGLU_ERRORS = {0.03, 124.58, 0.02, 1293.23, 0.02};

    /**
     * The least loss on the same 240 points by SciPy 1.17: minimize(method="BFGS"), then "Nelder-Mead" twice with
     * xatol=1e-10 and fatol=1e-16, from (a, b, e, α, β) = (6, 7.6, 0.6, 0.35, 0.37) and from (6, 6, 0.5, 0.34, 0.28).
     */
    private static final double[] SCIPY = {1.81721809, 477.8258, 0.347310497, 2143.4173, 0.367172431};
    private static final double SCIPY_LOSS = 0.0010182740178006;

    private static double[][] x;
    private static double[] y;

    @BeforeAll
    static void read() throws IOException {
        List<double[]> inputs = new ArrayList<>();
        List<Double> losses = new ArrayList<>();
        try (BufferedReader in = new BufferedReader(new InputStreamReader(
                ChinchillaTest.class.getResourceAsStream("/docs/chinchilla.csv"), StandardCharsets.UTF_8))) {
            assertEquals("params,flops,loss", in.readLine());
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                String[] cells = line.split(",");
                double parameters = Double.parseDouble(cells[0]);
                inputs.add(new double[] {parameters, Double.parseDouble(cells[1]) / 6 / parameters});
                losses.add(Double.parseDouble(cells[2]));
            }
        }
        assertEquals(245, losses.size());
        x = inputs.subList(5, 245).toArray(new double[0][]);
        y = losses.subList(5, 245).stream().mapToDouble(loss -> loss).toArray();
    }

    private static Fitted fit(Errors errors, double[] y, double[][] x) throws NoFit {
        return new Regression(errors, () -> { }).chinchilla(new Sample(y, x, null));
    }

    private static double loss(double[] parameters) {
        double sum = 0;
        for (int i = 0; i < y.length; i++) {
            double off = Math.abs(Math.log(y[i]) - Math.log(new Chinchilla().value(parameters, x[i])));
            sum += off <= 1e-3 ? off * off / 2 : 1e-3 * (off - 5e-4);
        }
        return sum;
    }

    @Test
    void theLawComesOutOfPointsComputedByIt() throws NoFit {
        double[] computed = new double[x.length];
        for (int i = 0; i < x.length; i++) {
            computed[i] = 1.69 + 406.4 / Math.pow(x[i][0], 0.34) + 410.7 / Math.pow(x[i][1], 0.28);
        }
        Fitted fitted = fit(new Errors.Plain(), computed, x);
        assertClose(HOFFMANN, fitted.parameters(), 1e-9, "parameters");
        assertTrue(fitted.exact());
        assertEquals(1, fitted.r2());
    }

    @Test
    void outliersHardlyMoveIt() throws NoFit {
        double[] computed = new double[x.length];
        for (int i = 0; i < x.length; i++) {
            computed[i] = new Chinchilla().value(HOFFMANN, x[i]) * (i % 20 == 0 ? 1.3 : 1);
        }
        assertClose(HOFFMANN, fit(new Errors.Plain(), computed, x).parameters(), 2e-2, "parameters");
    }

    /**
     * The published estimates are where BFGS stopped in a flat valley, a little above the least loss: E agrees to the
     * digits given, α to 0.0005, β to 0.0014, A and B to a twentieth of the standard errors published with them.
     */
    @Test
    void thePublishedFitComesOutOfThePublishedPoints() throws NoFit {
        Fitted fitted = fit(new Errors.Plain(), y, x);
        assertClose(SCIPY, fitted.parameters(), 1e-6, "parameters");
        assertEquals(SCIPY_LOSS, loss(fitted.parameters()), 1e-15);
        assertTrue(loss(fitted.parameters()) < loss(BESIROGLU));
        assertEquals(1.8172, fitted.parameters()[0], 5e-5);
        for (int j = 0; j < BESIROGLU.length; j++) {
            double away = Math.abs(fitted.parameters()[j] - BESIROGLU[j]) / BESIROGLU_ERRORS[j];
            assertTrue(away < 0.08, j + " is " + away + " of its standard error away");
        }
        assertEquals(0.994210, fitted.r2(), 1e-6);
        assertEquals(0.0218151, fitted.rmse(), 1e-7);
    }

    /** The published standard errors are those of 4000 bootstraps; the sandwich is rougher, above all for A and B. */
    @Test
    void standardErrorsAreNearThePublishedOnes() throws NoFit {
        double[] sandwich = Figured.errors(fit(new Errors.Plain(), y, x));
        Fitted bootstrapped = fit(new Errors.Bootstrap(400, 1), y, x);
        double[] drawn = Figured.errors(bootstrapped);
        assertEquals(0, bootstrapped.failed());
        for (int j = 0; j < drawn.length; j++) {
            assertEquals(1, drawn[j] / BESIROGLU_ERRORS[j], 0.35, "bootstrap of " + j);
            assertEquals(1, sandwich[j] / BESIROGLU_ERRORS[j], 0.5, "sandwich of " + j);
            assertTrue(bootstrapped.interval(j).contains(BESIROGLU[j]));
        }
        double[] place = {70e9, 1.4e12};
        double sandwichWidth = width(fit(new Errors.Plain(), y, x).mean(place));
        assertEquals(1, sandwichWidth / width(bootstrapped.mean(place)), 0.3);
    }

    private static double width(Interval interval) {
        return interval.high() - interval.low();
    }

    /** In billions the points are the same, so that only A and B differ. */
    @ParameterizedTest
    @ValueSource(doubles = {1e-9, 1e6})
    void unitsDoNotMatter(double unit) throws NoFit {
        double[][] scaled = new double[x.length][];
        for (int i = 0; i < x.length; i++) {
            scaled[i] = new double[] {x[i][0] * unit, x[i][1] * unit};
        }
        double[] plain = fit(new Errors.Plain(), y, x).parameters();
        assertClose(new double[] {plain[0], plain[1] * Math.pow(unit, plain[2]), plain[2],
            plain[3] * Math.pow(unit, plain[4]), plain[4]}, fit(new Errors.Plain(), y, scaled).parameters(), 1e-7,
                "parameters");
    }

    @Test
    void gradientIsThatOfTheCurve() {
        double[] place = {3e9, 5e11};
        assertClose(Figured.differences(new Chinchilla(), HOFFMANN, place),
                Figured.gradient(new Chinchilla(), HOFFMANN, place), 1e-7, "gradient");
    }

    /** First and second derivatives of the loss, in its own parameters, by differences of the value and the first. */
    @Test
    void derivativesOfTheLossAreThoseOfIt() {
        double[] u = {-1, 0.5, 2, -0.3, 1};
        double[] v = {0.2, -1, 1, 0.7, -2};
        double[] logY = {1, 0.9, 0.2, 1.4, 0.3};
        ChinchillaLoss loss = new ChinchillaLoss(u, v, logY, 0.5, () -> { });
        double[] at = {0.3, -0.2, 0.6, -0.5, 0.4};
        double[] gradient = new double[5];
        double[][] hessian = new double[5][5];
        assertEquals(loss.value(at), loss.derivatives(at, gradient, hessian, new double[5]), 1e-15);
        for (int j = 0; j < 5; j++) {
            double[] more = at.clone();
            double[] less = at.clone();
            more[j] += 1e-6;
            less[j] -= 1e-6;
            assertEquals((loss.value(more) - loss.value(less)) / 2e-6, gradient[j], 1e-8, "gradient " + j);
            double[] gradientMore = new double[5];
            double[] gradientLess = new double[5];
            loss.derivatives(more, gradientMore, new double[5][5], new double[5]);
            loss.derivatives(less, gradientLess, new double[5][5], new double[5]);
            for (int k = 0; k < 5; k++) {
                assertEquals((gradientMore[k] - gradientLess[k]) / 2e-6, hessian[j][k], 1e-7, j + " " + k);
            }
        }
    }
}
