package llmq.stats;

import static llmq.stats.Figured.assertClose;

import java.util.Arrays;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Fits agree with R's of the same points: the script fits.R stands beside its figures in the test resources. */
class AgainstRTest {
    private static final Figures R = new Figures("fits.txt");
    private static final Runnable QUIET = () -> { };
    private static final double LINE = 1e-9;
    /** nls stops at a relative offset of 1e-7, from which its standard errors and p follow less closely. */
    private static final double CURVE = 1e-6;

    private static double[][] inputs(String name) {
        double[][] both = R.rows("x", "year");
        double[][] rows = new double[both.length][];
        for (int i = 0; i < rows.length; i++) {
            rows[i] = switch (name) {
                case "two" -> both[i];
                case "factor" -> new double[] {both[i][0], i % 3 == 1 ? 1 : 0, i % 3 == 2 ? 1 : 0};
                case "raw" -> new double[] {R.get("flops")[i]};
                default -> new double[] {both[i][0]};
            };
        }
        return rows;
    }

    private static double[][] places(String name) {
        return switch (name) {
            case "two" -> new double[][] {{20, 52}, {23.5, 53.5}, {27, 55}};
            case "factor" -> new double[][] {{20, 1, 0}, {23.5, 0, 0}, {27, 0, 1}};
            case "raw" -> new double[][] {{0}, {1e24}, {1e26}};
            default -> new double[][] {{20}, {23.5}, {27}};
        };
    }

    /** R's predict says of each place the fit, the low end and the high end. */
    private static double[] ends(double[] predicted) {
        double[] ends = new double[predicted.length / 3 * 2];
        for (int i = 0; i < ends.length; i++) {
            ends[i] = predicted[i / 2 * 3 + 1 + i % 2];
        }
        return ends;
    }

    @ParameterizedTest
    @ValueSource(strings = {"one", "two", "factor", "raw"})
    void line(String name) throws NoFit {
        double[][] x = inputs(name);
        Sample sample = new Sample(R.get("y"), x, R.whole("family"));
        Regression regression = new Regression(new Errors.Plain(), QUIET);
        Fitted fitted = regression.line(sample);
        assertClose(R.get(name + ".estimate"), fitted.parameters(), LINE, "estimate");
        assertClose(R.get(name + ".error"), Figured.errors(fitted), LINE, "standard error");
        assertClose(R.get(name + ".t"), Figured.t(fitted), LINE, "t");
        assertClose(R.get(name + ".p"), Figured.p(fitted), LINE, "p");
        assertClose(R.get(name + ".interval"), Figured.intervals(fitted), LINE, "interval");
        assertClose(R.get(name + ".r2"), new double[] {fitted.r2()}, LINE, "r2");
        assertClose(R.get(name + ".adjusted"), new double[] {fitted.adjustedR2()}, LINE, "adjusted r2");
        assertClose(R.get(name + ".rmse"), new double[] {fitted.rmse()}, LINE, "rmse");
        assertClose(R.get(name + ".aic"), new double[] {fitted.aic()}, LINE, "aic");
        assertClose(R.get(name + ".leverage"), Figured.leverages(fitted, x), LINE, "leverage");
        assertClose(ends(R.get(name + ".mean")), Figured.intervals(places(name), fitted::mean), LINE, "mean");
        assertClose(R.get(name + ".prediction"), Figured.intervals(places(name), fitted::prediction), LINE,
                "prediction");
        assertClose(R.get(name + ".loo"), new double[] {regression.leaveOneOut(fitted, sample)}, LINE,
                "leave one out");
    }

    @ParameterizedTest
    @ValueSource(strings = {"one", "two", "factor", "raw"})
    void lineWithErrorsClusteredByFamily(String name) throws NoFit {
        int[] families = Arrays.stream(R.whole("family")).map(family -> 3 * (7 - family)).toArray();
        Sample sample = new Sample(R.get("y"), inputs(name), families);
        Fitted fitted = new Regression(new Errors.Clustered(), QUIET).line(sample);
        assertClose(R.get(name + ".estimate"), fitted.parameters(), LINE, "estimate");
        assertClose(R.get(name + ".clustered.error"), Figured.errors(fitted), LINE, "standard error");
        assertClose(R.get(name + ".clustered.p"), Figured.p(fitted), LINE, "p");
        assertClose(R.get(name + ".clustered.interval"), Figured.intervals(fitted), LINE, "interval");
        assertClose(R.get(name + ".clustered.mean"), Figured.intervals(places(name), fitted::mean), LINE, "mean");
        assertClose(R.get(name + ".clustered.prediction"), Figured.intervals(places(name), fitted::prediction), LINE,
                "prediction");
    }

    private static Sample curved(String name) {
        return switch (name) {
            case "logistic" -> new Sample(R.get("score"), R.rows("x"), R.whole("family"));
            case "logistics" -> new Sample(R.get("score"), R.rows("x", "year"), R.whole("family"));
            default -> new Sample(R.get("loss"), R.rows("params"), R.whole("family"));
        };
    }

    private static Fitted curved(String name, Errors errors) throws NoFit {
        Regression regression = new Regression(errors, QUIET);
        return switch (name) {
            case "logistic", "logistics" -> regression.logistic(curved(name), 25, 100);
            case "power" -> regression.power(curved(name), false);
            default -> regression.power(curved(name), true);
        };
    }

    private static double[][] curvedPlaces(String name) {
        return switch (name) {
            case "logistic" -> new double[][] {{20}, {23.5}, {27}};
            case "logistics" -> new double[][] {{20, 52}, {23.5, 53.5}, {27, 55}};
            default -> new double[][] {{1e7}, {1e9}, {1e12}};
        };
    }

    @ParameterizedTest
    @ValueSource(strings = {"logistic", "logistics", "power", "constant"})
    void curve(String name) throws NoFit {
        Fitted fitted = curved(name, new Errors.Plain());
        assertClose(R.get(name + ".estimate"), fitted.parameters(), CURVE, "estimate");
        assertClose(R.get(name + ".error"), Figured.errors(fitted), CURVE, "standard error");
        assertClose(R.get(name + ".t"), Figured.t(fitted), CURVE, "t");
        assertClose(R.get(name + ".p"), Figured.p(fitted), CURVE, "p");
        assertClose(R.get(name + ".rss"), new double[] {fitted.rss()}, CURVE, "rss");
        assertClose(R.get(name + ".aic"), new double[] {fitted.aic()}, CURVE, "aic");
        assertClose(R.get(name + ".leverage"), Figured.leverages(fitted, curved(name).x()), CURVE, "leverage");
        double[][] places = curvedPlaces(name);
        assertClose(R.get(name + ".mean"), Figured.intervals(places, fitted::mean), CURVE, "mean");
        assertClose(R.get(name + ".prediction"), Figured.intervals(places, fitted::prediction), CURVE, "prediction");
        Regression regression = new Regression(new Errors.Plain(), QUIET);
        assertClose(R.get(name + ".loo"), new double[] {regression.leaveOneOut(fitted, curved(name))}, CURVE,
                "leave one out");
    }

    @ParameterizedTest
    @ValueSource(strings = {"logistic", "logistics", "power", "constant"})
    void curveWithErrorsClusteredByFamily(String name) throws NoFit {
        Fitted fitted = curved(name, new Errors.Clustered());
        assertClose(R.get(name + ".clustered.error"), Figured.errors(fitted), CURVE, "standard error");
        double[][] places = curvedPlaces(name);
        assertClose(R.get(name + ".clustered.mean"), Figured.intervals(places, fitted::mean), CURVE, "mean");
        assertClose(R.get(name + ".clustered.prediction"), Figured.intervals(places, fitted::prediction), CURVE,
                "prediction");
    }
}
