package llmq.stats;

import java.util.Arrays;

/**
 * The bootstrap of a line, fast: a fit needs no more of a row than the products of its columns with each other and
 * with y, so that a resample is a sum of rows of products, and its fit one small Cholesky decomposition. The columns
 * are centred first, so that the normal equations lose little.
 */
final class LineBootstrap {
    /** Less than this share of a column left, once the columns before it are taken out, is rounding. */
    private static final double COLLINEAR = 1e-12;
    /** Where less than this share of a column is its own, the normal equations, which square it, lose too much. */
    private static final double CLOSE = 1e-4;

    private final Centred centred;
    private final double meanY;
    private final int p;
    /** Of each unit, a row or a cluster: z₁, z₁z₁, z₂, z₂z₁, z₂z₂ …, then y, z₁y, z₂y … */
    private final double[] products;
    private final int width;
    /** How many rows each unit has. */
    private final int[] sizes;
    private final int units;

    private LineBootstrap(Sample sample, Runnable pulse) throws NoFit {
        this.centred = new Centred(sample.x(), pulse);
        this.meanY = Centred.mean(sample.y());
        this.p = sample.x()[0].length + 1;
        this.width = p * (p + 1) / 2 - 1 + p;
        int[][] rows = Bootstrap.units(sample);
        this.units = rows.length;
        this.sizes = new int[units];
        this.products = new double[units * width];
        double[] v = new double[p];
        v[0] = 1;
        for (int unit = 0; unit < units; unit++) {
            Pulse.at(unit, pulse);
            sizes[unit] = rows[unit].length;
            for (int row : rows[unit]) {
                centred.row(row, v, 1);
                add(v, sample.y()[row] - meanY, unit * width);
            }
        }
    }

    private void add(double[] v, double y, int at) {
        int to = at;
        for (int i = 1; i < p; i++) {
            for (int j = 0; j <= i; j++) {
                products[to++] += v[i] * v[j];
            }
        }
        for (int i = 0; i < p; i++) {
            products[to++] += v[i] * y;
        }
    }

    /** As {@link Bootstrap#of} of a line, to within rounding. */
    static Bootstrap of(Sample sample, Errors.Bootstrap asked, Runnable pulse) throws NoFit {
        Design design = LeastSquares.design(new Centred(sample.x(), pulse), pulse);
        if (design != null && design.dependent(CLOSE) >= 0) {
            return Bootstrap.of(new LeastSquares(pulse), sample, new double[design.columns() + 1], asked, pulse);
        }
        return new LineBootstrap(sample, pulse).run(asked, pulse);
    }

    private Bootstrap run(Errors.Bootstrap asked, Runnable pulse) {
        Resamples resamples = new Resamples(asked.seed(), units);
        int[] drawn = new int[units];
        double[] sums = new double[width + 1];
        double[][] draws = new double[asked.draws()][];
        int fitted = 0;
        int rounds = Pulse.rounds(units * width / 8);
        for (int draw = 0; draw < draws.length; draw++) {
            if (draw % rounds == 0) {
                pulse.run();
            }
            if (p == 2 && units == centred.count()) {
                drawnSums(resamples, sums);
            } else {
                resamples.next(drawn);
                sum(drawn, sums);
            }
            double[] inner = solve(sums);
            if (inner != null) {
                inner[0] += meanY;
                draws[fitted++] = centred.outward(inner);
            }
        }
        return new Bootstrap(Arrays.copyOf(draws, fitted), draws.length - fitted);
    }

    private void sum(int[] drawn, double[] sums) {
        Arrays.fill(sums, 0);
        for (int unit : drawn) {
            int at = unit * width;
            sums[0] += sizes[unit];
            for (int i = 0; i < width; i++) {
                sums[i + 1] += products[at + i];
            }
        }
    }

    /**
     * Draws rows of one column and sums their products, which stay in registers: of each sum there are two, so that no
     * addition waits for the one before.
     */
    private void drawnSums(Resamples resamples, double[] sums) {
        double z = 0;
        double zz = 0;
        double y = 0;
        double zy = 0;
        double otherZ = 0;
        double otherZz = 0;
        double otherY = 0;
        double otherZy = 0;
        double[] of = products;
        int n = units;
        for (int i = 1; i < n; i += 2) {
            long bits = resamples.bits();
            int at = Resamples.upper(bits, n) * 4;
            int other = Resamples.lower(bits, n) * 4;
            z += of[at];
            otherZ += of[other];
            zz += of[at + 1];
            otherZz += of[other + 1];
            y += of[at + 2];
            otherY += of[other + 2];
            zy += of[at + 3];
            otherZy += of[other + 3];
        }
        if (n % 2 == 1) {
            int at = Resamples.upper(resamples.bits(), n) * 4;
            z += of[at];
            zz += of[at + 1];
            y += of[at + 2];
            zy += of[at + 3];
        }
        sums[0] = n;
        sums[1] = z + otherZ;
        sums[2] = zz + otherZz;
        sums[3] = y + otherY;
        sums[4] = zy + otherZy;
    }

    /**
     * b of (Z'Z)b = Z'y by Cholesky's decomposition.
     *
     * @param sums the lower triangle row by row, then the right side; overwritten
     * @return {@code null} where a column follows from those before it
     */
    private double[] solve(double[] sums) {
        double[] b = new double[p];
        int right = sums.length - p;
        int row = 0;
        for (int i = 0; i < p; i++) {
            double whole = sums[row + i];
            double value = sums[right + i];
            int other = 0;
            for (int j = 0; j < i; j++) {
                double left = sums[row + j];
                for (int k = 0; k < j; k++) {
                    left -= sums[row + k] * sums[other + k];
                }
                left /= sums[other + j];
                sums[row + j] = left;
                value -= left * b[j];
                other += j + 1;
            }
            double pivot = whole;
            for (int k = 0; k < i; k++) {
                pivot -= sums[row + k] * sums[row + k];
            }
            if (!(pivot > COLLINEAR * whole)) {
                return null;
            }
            sums[row + i] = Math.sqrt(pivot);
            b[i] = value / sums[row + i];
            row += i + 1;
        }
        for (int i = p - 1; i >= 0; i--) {
            row -= i + 1;
            b[i] /= sums[row + i];
            for (int j = 0; j < i; j++) {
                b[j] -= sums[row + j] * b[i];
            }
        }
        return b;
    }
}
