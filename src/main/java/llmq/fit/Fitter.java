package llmq.fit;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import llmq.stats.Errors;
import llmq.stats.Fitted;
import llmq.stats.NoFit;
import llmq.stats.Regression;
import llmq.stats.Sample;
import llmq.table.BooleanColumn;
import llmq.table.Column;
import llmq.table.NumberColumn;
import llmq.table.TextColumn;
import llmq.value.Type;

/** Makes the model of the rows of a fit. */
public final class Fitter {
    /** Of more rows the names would be no small part of a session. */
    private static final int MOST_NAMES = 1_000_000;

    private static final double NOISE = 1e-13;

    private final FitSpec spec;
    private final Runnable pulse;

    /** @param pulse called now and then while it works; what it throws ends the work */
    public Fitter(FitSpec spec, Runnable pulse) {
        this.spec = spec;
        this.pulse = pulse;
    }

    /**
     * @param rows one at the least
     * @throws CannotFit where there is no fit to be had, of any group
     */
    public Model fit(FitRows rows) {
        if (spec.per().isEmpty()) {
            return new Model(spec, List.of(group(rows)), List.of(), kept(rows), 0, null);
        }
        List<Model.Group> groups = new ArrayList<>();
        List<Integer> firsts = new ArrayList<>();
        List<int[]> parts = parts(rows);
        int[] largest = null;
        CannotFit reason = null;
        for (int[] part : parts) {
            try {
                groups.add(group(rows.take(part)));
                firsts.add(part[0]);
            } catch (CannotFit e) {
                if (largest == null || part.length > largest.length) {
                    largest = part;
                    reason = e;
                }
            }
        }
        String why = reason == null ? null
                : Wording.key(spec.per(), rows.per(), largest[0]) + " (" + reason.getMessage() + ")";
        if (groups.isEmpty()) {
            throw new CannotFit("none of the " + parts.size() + " groups gives a fit, not even the largest of them: "
                    + why, reason.help().toArray(new String[0]));
        }
        int[] picked = firsts.stream().mapToInt(Integer::intValue).toArray();
        return new Model(spec, groups, rows.per().stream().map(key -> key.take(picked)).toList(), kept(rows),
                parts.size() - groups.size(), why);
    }

    private static TextColumn kept(FitRows rows) {
        return rows.size() <= MOST_NAMES ? rows.names() : null;
    }

    /** The rows of each combination of keys, in the order in which those first appear. */
    private static List<int[]> parts(FitRows rows) {
        Map<List<Object>, List<Integer>> parts = new LinkedHashMap<>();
        for (int row = 0; row < rows.size(); row++) {
            List<Object> key = new ArrayList<>();
            for (Column column : rows.per()) {
                key.add(value(column, row));
            }
            parts.computeIfAbsent(key, k -> new ArrayList<>()).add(row);
        }
        return parts.values().stream().map(part -> part.stream().mapToInt(Integer::intValue).toArray()).toList();
    }

    private static Object value(Column column, int row) {
        if (column instanceof TextColumn texts) {
            return texts.value(row);
        }
        return column instanceof BooleanColumn truths ? (Object) truths.values()[row]
                : ((NumberColumn) column).values()[row];
    }

    private Model.Group group(FitRows rows) {
        Design design = Design.of(spec.inputs(), rows.inputs(), rows.names());
        for (int i = 0; i < spec.inputs().size(); i++) {
            if (design.levels().get(i) != null && design.levels().get(i).size() == 1) {
                throw Wording.constant(spec.inputs().get(i).title(), rows.size());
            }
        }
        try {
            Sample sample = sample(rows, design);
            Fitted fitted = withoutNoise(fitted(sample, spec.errors()), sample);
            double cvRmse = spec.leaveOneOut() ? new Regression(spec.errors(), pulse).leaveOneOut(fitted, sample)
                    : Double.NaN;
            int clusters = rows.cluster() == null ? 0 : count(clusters(rows.cluster()));
            return new Model.Group(design, fitted.untold(untold(sample, design)), clusters, cvRmse,
                    rows.leaveOut() == null ? List.of() : without(rows));
        } catch (NoFit e) {
            throw Wording.noFit(spec, design, rows.response(), e);
        }
    }

    /**
     * The parameters that tell one cluster from all others: of a column that is 1 in one cluster only, or 0 in one
     * only; of all levels of a factor, and the intercept, where the level that they are compared with is of one cluster.
     * The residuals of that cluster add up to 0, and so there is no sum that a clustered error could be seen by.
     *
     * @return {@code null} where there is none
     */
    private boolean[] untold(Sample sample, Design design) {
        boolean clustered = sample.clusters() != null && spec.errors() instanceof Errors.Clustered
                && (spec.method() == Method.LINE || spec.method() == Method.LOGISTIC);
        boolean[] untold = new boolean[design.columns() + 1];
        boolean any = false;
        for (int input = 0; clustered && input < spec.inputs().size(); input++) {
            Variable variable = spec.inputs().get(input);
            if (!variable.isFactor() && variable.type() != Type.BOOLEAN) {
                continue;
            }
            int first = design.first(input);
            int width = variable.isFactor() ? design.levels().get(input).size() - 1 : 1;
            boolean reference = isOneCluster(sample, first, width);
            untold[0] |= reference;
            for (int column = first; column < first + width; column++) {
                untold[column + 1] = reference || isOneCluster(sample, column);
                any |= untold[column + 1];
            }
        }
        return any ? untold : null;
    }

    /** Whether the rows in which a column is 1 are of one cluster. */
    private static boolean isOneCluster(Sample sample, int column) {
        int cluster = -1;
        for (int row = 0; row < sample.size(); row++) {
            if (sample.x()[row][column] == 1) {
                if (cluster >= 0 && cluster != sample.clusters()[row]) {
                    return false;
                }
                cluster = sample.clusters()[row];
            }
        }
        return true;
    }

    /** Whether the rows in which all of these columns are 0 are of one cluster. */
    private static boolean isOneCluster(Sample sample, int first, int width) {
        int cluster = -1;
        for (int row = 0; row < sample.size(); row++) {
            boolean none = true;
            for (int column = first; column < first + width; column++) {
                none &= sample.x()[row][column] == 0;
            }
            if (none && cluster >= 0 && cluster != sample.clusters()[row]) {
                return false;
            }
            cluster = none ? sample.clusters()[row] : cluster;
        }
        return true;
    }

    private Fitted fitted(Sample sample, Errors errors) throws NoFit {
        Regression regression = new Regression(errors, pulse);
        return switch (spec.method()) {
            case LINE -> regression.line(sample);
            case LOGISTIC -> regression.logistic(sample, spec.low(), spec.high());
            case POWER -> regression.power(sample, spec.constant());
            case CHINCHILLA -> regression.chinchilla(sample);
        };
    }

    /** Of a line through every point: a parameter that adds no more than rounding to any of them is 0. */
    private Fitted withoutNoise(Fitted fitted, Sample sample) {
        if (!fitted.exact() || spec.method() != Method.LINE) {
            return fitted;
        }
        double[] parameters = fitted.parameters().clone();
        double[] adds = new double[parameters.length];
        double most = 0;
        for (int j = 0; j < parameters.length; j++) {
            double reach = j == 0 ? 1 : 0;
            for (int row = 0; j > 0 && row < sample.size(); row++) {
                reach = Math.max(reach, Math.abs(sample.x()[row][j - 1]));
            }
            adds[j] = Math.abs(parameters[j]) * reach;
            most = Math.max(most, adds[j]);
        }
        for (int j = 0; j < parameters.length; j++) {
            parameters[j] = adds[j] <= NOISE * most ? 0 : parameters[j];
        }
        return new Fitted(fitted.curve(), parameters, fitted.covariance(), fitted.inverse(), fitted.draws(),
                fitted.failed(), fitted.n(), fitted.clusters(), fitted.degrees(), fitted.rss(), fitted.tss(), true,
                null);
    }

    /** Without the rows of each value in turn, the values in alphabetical order. */
    private List<Model.Without> without(FitRows rows) {
        Map<String, List<Integer>> kept = new TreeMap<>();
        for (int row = 0; row < rows.size(); row++) {
            kept.computeIfAbsent(Wording.value(spec.leaveOut(), rows.leaveOut(), row), v -> new ArrayList<>());
        }
        for (Map.Entry<String, List<Integer>> entry : kept.entrySet()) {
            for (int row = 0; row < rows.size(); row++) {
                if (!entry.getKey().equals(Wording.value(spec.leaveOut(), rows.leaveOut(), row))) {
                    entry.getValue().add(row);
                }
            }
        }
        List<Model.Without> without = new ArrayList<>();
        for (Map.Entry<String, List<Integer>> entry : kept.entrySet()) {
            pulse.run();
            FitRows rest = rows.take(entry.getValue().stream().mapToInt(Integer::intValue).toArray());
            int gone = rows.size() - rest.size();
            Design design = Design.of(spec.inputs(), rest.inputs(), rest.names());
            try {
                if (rest.size() == 0) {
                    throw new NoFit(NoFit.Reason.TOO_FEW_POINTS, -1, null);
                }
                without.add(new Model.Without(entry.getKey(), gone, design, fitted(sample(rest, design),
                        spec.errors()), null));
            } catch (NoFit e) {
                without.add(new Model.Without(entry.getKey(), gone, design, null,
                        Wording.noFit(spec, design, rest.response(), e).getMessage()));
            }
        }
        return without;
    }

    private Sample sample(FitRows rows, Design design) {
        int[] clusters = rows.cluster() == null || spec.errors() instanceof Errors.Plain ? null
                : clusters(rows.cluster());
        double[][] x = design.rows(rows.inputs());
        int parameters = spec.parameters(design);
        int count = clusters == null ? 0 : count(clusters);
        // Fewer clusters than parameters leave no error to be seen, and clusters of one row are no clusters.
        return new Sample(rows.response(), x, count > parameters && count < rows.size() ? clusters : null);
    }

    private static int count(int[] clusters) {
        return Arrays.stream(clusters).max().orElse(-1) + 1;
    }

    private static int[] clusters(Column column) {
        Map<Object, Integer> numbers = new HashMap<>();
        int[] clusters = new int[column.size()];
        int next = 0;
        for (int row = 0; row < clusters.length; row++) {
            Integer known = column.isKnown(row) ? numbers.get(value(column, row)) : null;
            if (known == null) {
                known = next++;
                if (column.isKnown(row)) {
                    numbers.put(value(column, row), known);
                }
            }
            clusters[row] = known;
        }
        return clusters;
    }
}
