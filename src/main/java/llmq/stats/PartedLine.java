package llmq.stats;

import java.util.Arrays;

/**
 * The same line without each part of the rows in turn. Each part is taken apart once, by reflections, into a triangle
 * of its columns 1, x₁ … x_k and y; the triangles of all parts before one and of all after it, put together, are that
 * of the rows without it. So nothing is taken off, which would lose digits, and no row is looked at twice.
 */
public final class PartedLine {
    /** Triangles may take so many numbers in all. */
    private static final long ROOM = 1 << 24;
    /** Where less than this share of a column, or of y, is left, the rows are to be centred by themselves. */
    private static final double OWN = 1e-4;
    private static final double FAR = 1e300;
    private static final Runnable QUIET = () -> { };

    private final Centred centred;
    private final double[] y;
    private final double mean;
    private final int[] clusters;
    private final Runnable pulse;
    /** Columns of a triangle. */
    private final int width;
    private final int n;
    /** Of each part its triangles, one for each of its clusters, the numbers of those, and how many rows each has. */
    private final double[][][][] triangles;
    private final int[][] owners;
    private final int[][] sizes;
    private final int[] clusterRows;

    private PartedLine(Sample sample, Centred centred, int[][] rows, Runnable pulse) {
        this.centred = centred;
        this.y = sample.y();
        this.mean = Centred.mean(y);
        this.pulse = pulse;
        this.width = centred.columns() + 2;
        this.n = y.length;
        this.clusters = sample.clusters();
        this.triangles = new double[rows.length][][][];
        this.owners = new int[rows.length][];
        this.sizes = new int[rows.length][];
        this.clusterRows = new int[clusters == null ? 1 : Arrays.stream(clusters).max().orElse(0) + 1];
        for (int part = 0; part < rows.length; part++) {
            pulse.run();
            take(part, rows[part]);
        }
    }

    /** Told of each part in turn. */
    public interface Parts {
        /** @param fitted to the rows without it; {@code null} where the line has to be fitted to them anew */
        void part(int part, Fitted fitted);
    }

    /**
     * @param sample with the clusters that rows share errors by, {@code null} where errors are plain; where the rest
     *               has no more of them than parameters, or as many as rows, its errors are plain as well
     * @param of     the part of each row, from 0; no part is empty
     * @return whether the parts were told; where not, the sample is nothing for this
     * @throws NoFit where a column is constant
     */
    public static boolean without(Sample sample, int[] of, int parts, Runnable pulse, Parts told) throws NoFit {
        long square = sample.x()[0].length + 2L;
        if ((long) parts * square * square > ROOM) {
            return false;
        }
        int[][] rows = Bootstrap.units(new Sample(sample.y(), sample.x(), of));
        pulse.run();
        // Units are numbered in the order in which they first appear.
        int[][] ordered = new int[parts][];
        for (int[] unit : rows) {
            ordered[of[unit[0]]] = unit;
        }
        if (sample.clusters() != null && cells(ordered, sample.clusters(), pulse) * square * square > ROOM) {
            return false;
        }
        new PartedLine(sample, new Centred(sample.x(), pulse), ordered, pulse).tell(told);
        return true;
    }

    private static long cells(int[][] rows, int[] clusters, Runnable pulse) {
        long cells = 0;
        for (int[] part : rows) {
            pulse.run();
            int[] sorted = new int[part.length];
            for (int i = 0; i < part.length; i++) {
                sorted[i] = clusters[part[i]];
            }
            Arrays.sort(sorted);
            for (int i = 0; i < sorted.length; i++) {
                cells += i == 0 || sorted[i] != sorted[i - 1] ? 1 : 0;
            }
        }
        return cells;
    }

    private void take(int part, int[] rows) {
        long[] keys = new long[rows.length];
        for (int i = 0; i < rows.length; i++) {
            keys[i] = (clusters == null ? 0L : (long) clusters[rows[i]] << 32) | rows[i];
        }
        Arrays.sort(keys);
        double[][][] of = new double[rows.length][][];
        int[] owner = new int[rows.length];
        int[] size = new int[rows.length];
        int cells = 0;
        for (int from = 0; from < keys.length;) {
            int to = from;
            while (to < keys.length && keys[to] >> 32 == keys[from] >> 32) {
                to++;
            }
            owner[cells] = (int) (keys[from] >> 32);
            size[cells] = to - from;
            clusterRows[owner[cells]] += to - from;
            of[cells++] = triangle(keys, from, to);
            from = to;
        }
        triangles[part] = Arrays.copyOf(of, cells);
        owners[part] = Arrays.copyOf(owner, cells);
        sizes[part] = Arrays.copyOf(size, cells);
    }

    private double[][] triangle(long[] keys, int from, int to) {
        return new Householder(new Rows() {
            @Override
            public int count() {
                return to - from;
            }

            @Override
            public int columns() {
                return width;
            }

            @Override
            public void row(int row, double[] into) {
                int at = (int) keys[from + row];
                into[0] = 1;
                centred.row(at, into, 1);
                into[width - 1] = y[at] - mean;
            }
        }, pulse).triangle();
    }

    private void tell(Parts told) {
        int parts = triangles.length;
        double[][] nothing = new double[width][width];
        double[][][] after = new double[parts + 1][][];
        after[parts] = nothing;
        for (int part = parts - 1; part > 0; part--) {
            pulse.run();
            after[part] = together(after[part + 1], triangles[part]);
        }
        double[][] before = nothing;
        for (int part = 0; part < parts; part++) {
            pulse.run();
            told.part(part, fitted(part, together(before, new double[][][] {after[part + 1]})));
            before = together(before, triangles[part]);
        }
    }

    private double[][] together(double[][] first, double[][][] others) {
        double[][] rows = Arrays.copyOf(first, width * (1 + others.length));
        for (int i = 0; i < others.length; i++) {
            System.arraycopy(others[i], 0, rows, width * (1 + i), width);
        }
        return new Householder(Rows.of(rows), QUIET).triangle();
    }

    private Fitted fitted(int part, double[][] triangle) {
        int p = width - 1;
        int left = n;
        for (int size : sizes[part]) {
            left -= size;
        }
        double[] right = new double[width];
        double[][] rows = new double[width][];
        for (int i = 0; i < width; i++) {
            rows[i] = Arrays.copyOf(triangle[i], p);
            right[i] = triangle[i][p];
        }
        double tss = Estimate.squares(Arrays.copyOfRange(right, 1, width), 0);
        double rss = right[p] * right[p];
        Design design = new Design(Rows.of(rows), QUIET);
        if (left <= p || design.dependent(OWN) >= 0 || !(rss > OWN * OWN * Estimate.squares(right, 0))) {
            return null;
        }
        double[] inner = design.solve(right);
        double[][] inverse = design.inverse();
        Scores moves = new Scores() {
            @Override
            public void score(int row, double[] into) {
                throw new UnsupportedOperationException();
            }

            @Override
            public double[] moved(double[] sum) {
                return design.moved(sum);
            }
        };
        inner[0] += mean;
        Estimate estimate = new Estimate(new Line(), inner, inverse, moves, new double[] {right[p]}, true)
                .expressed(new Line(), centred.outward(inner), centred.derivatives());
        inner[0] -= mean;
        for (int j = 0; j < p; j++) {
            double square = estimate.inverse()[j][j];
            if (!Double.isFinite(estimate.parameters()[j]) || !(square >= Double.MIN_NORMAL && square < FAR)) {
                return null;
            }
        }
        int count = clustersWithout(part);
        boolean clustered = count > p && count < left;
        double[][] covariance = clustered ? Covariances.clustered(sums(part, inner, count), estimate.scores(), left)
                : Covariances.plain(estimate.inverse(), rss, left);
        return new Fitted(new Line(), estimate.parameters(), covariance, estimate.inverse(), null, 0, left,
                clustered ? count : 0, clustered ? count - 1 : left - p, rss, tss, false, null);
    }

    /** How many clusters have rows in other parts; 0 where there are none. */
    private int clustersWithout(int part) {
        if (clusters == null) {
            return 0;
        }
        int count = 0;
        for (int rows : clusterRows) {
            count += rows > 0 ? 1 : 0;
        }
        for (int cell = 0; cell < owners[part].length; cell++) {
            count -= sizes[part][cell] == clusterRows[owners[part][cell]] ? 1 : 0;
        }
        return count;
    }

    /** Of each cluster left the sum of its scores, A'(y − Ab), which the triangles of its rows have as well. */
    private double[][] sums(int part, double[] inner, int count) {
        int p = width - 1;
        int[] numbers = new int[clusterRows.length];
        double[][] sums = new double[count][p];
        int next = 0;
        for (int other = 0; other < triangles.length; other++) {
            for (int cell = 0; other != part && cell < owners[other].length; cell++) {
                int owner = owners[other][cell];
                numbers[owner] = numbers[owner] == 0 ? ++next : numbers[owner];
                double[] sum = sums[numbers[owner] - 1];
                double[][] triangle = triangles[other][cell];
                for (int i = 0; i < p; i++) {
                    double rest = triangle[i][p];
                    for (int j = i; j < p; j++) {
                        rest -= triangle[i][j] * inner[j];
                    }
                    for (int j = i; j < p; j++) {
                        sum[j] += triangle[i][j] * rest;
                    }
                }
            }
        }
        return sums;
    }
}
