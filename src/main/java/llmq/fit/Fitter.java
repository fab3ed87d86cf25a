package llmq.fit;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
    /** Of more, one cannot make sense, and the time they take grows with their square. */
    private static final int MOST_TERMS = 500;
    private static final int PULSE = 1 << 14;

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

    /** The rows of each combination of keys, in the order of those. */
    private List<int[]> parts(FitRows rows) {
        Map<List<Object>, List<Integer>> parts = new LinkedHashMap<>();
        for (int row = 0; row < rows.size(); row++) {
            pulse(pulse, row);
            List<Object> key = new ArrayList<>();
            for (Column column : rows.per()) {
                key.add(value(column, row));
            }
            parts.computeIfAbsent(key, k -> new ArrayList<>()).add(row);
        }
        List<int[]> ordered = new ArrayList<>();
        for (List<Integer> part : parts.values()) {
            pulse(pulse, ordered.size());
            ordered.add(part.stream().mapToInt(Integer::intValue).toArray());
        }
        int[] compared = {0};
        ordered.sort((a, b) -> {
            pulse(pulse, compared[0]++);
            int order = 0;
            for (int i = 0; order == 0 && i < rows.per().size(); i++) {
                order = compare(rows.per().get(i), a[0], b[0]);
            }
            return order;
        });
        return ordered;
    }

    private static int compare(Column column, int a, int b) {
        if (column instanceof TextColumn texts) {
            return texts.value(a).compareTo(texts.value(b));
        }
        return column instanceof BooleanColumn truths ? Byte.compare(truths.values()[a], truths.values()[b])
                : Double.compare(((NumberColumn) column).values()[a], ((NumberColumn) column).values()[b]);
    }

    private static Object value(Column column, int row) {
        if (column instanceof TextColumn texts) {
            return texts.value(row);
        }
        return column instanceof BooleanColumn truths ? (Object) truths.values()[row]
                : ((NumberColumn) column).values()[row];
    }

    static void pulse(Runnable pulse, int row) {
        if (row % PULSE == 0) {
            pulse.run();
        }
    }

    private Model.Group group(FitRows rows) {
        pulse.run();
        checkSize(rows);
        Design design = Design.of(spec.inputs(), rows.inputs(), rows.names());
        pulse.run();
        for (int i = 0; i < spec.inputs().size(); i++) {
            if (design.levels().get(i) != null && design.levels().get(i).size() == 1) {
                throw Wording.constant(spec.inputs().get(i).title(), rows.size());
            }
        }
        try {
            int[] clusters = rows.cluster() == null ? null : clusters(rows.cluster());
            Sample sample = sample(rows, design, clusters);
            Fitted fitted = withoutNoise(fitted(sample, spec.errors()), sample);
            double cvRmse = Double.NaN;
            String cvWhy = null;
            try {
                cvRmse = spec.leaveOneOut() ? new Regression(spec.errors(), pulse).leaveOneOut(fitted, sample) : cvRmse;
            } catch (NoFit e) {
                cvWhy = Wording.withoutRow(spec, design, rows, e);
            }
            Sample clustered = spec.errors().isPlain() ? sample : new Sample(sample.y(), sample.x(), clusters);
            return new Model.Group(design, fitted.untold(untold(sample, design)), clusters == null ? 0
                    : count(clusters), rows.cluster() == null ? 0 : alone(rows.cluster()), cvRmse, cvWhy,
                    rows.leaveOut() == null ? List.of()
                            : new LeavingOut(spec, rows, pulse).without(clustered, design, this::anew));
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

    /** Before anything is made of the values of a factor, of which there may be millions. */
    private void checkSize(FitRows rows) {
        int columns = 0;
        int widest = 0;
        String input = null;
        for (int i = 0; i < spec.inputs().size(); i++) {
            int width = spec.inputs().get(i).isFactor() ? Design.countLevels(rows.inputs().get(i)) - 1 : 1;
            columns += width;
            if (width > widest) {
                widest = width;
                input = spec.inputs().get(i).title();
            }
        }
        if (columns >= MOST_TERMS && widest > 1) {
            throw new CannotFit(input + " has " + (widest + 1) + " values, and each but the first would be a term; a fit"
                    + " has at most " + MOST_TERMS + " terms", "per " + input + " gives each a fit of its own, and where"
                    + " takes in fewer of them");
        } else if (columns >= MOST_TERMS) {
            throw new CannotFit("there would be " + (columns + 1) + " terms, and a fit has at most " + MOST_TERMS,
                    "leave some of them out");
        } else if (spec.leaveOneOut() && spec.method() != Method.LINE && rows.size() > LeavingOut.MOST_FITS) {
            throw new CannotFit("with leave one out makes a fit for each of " + rows.size() + " rows, and using "
                    + spec.method().word() + " at most " + LeavingOut.MOST_FITS + " are made", "with leave out FIELD"
                    + " leaves out all rows of a value at once; a where that takes fewer rows, or using line, which"
                    + " needs but one fit, go as well");
        }
    }

    private Fitted anew(FitRows rows, Design design) throws NoFit {
        return fitted(sample(rows, design, rows.cluster() == null ? null : clusters(rows.cluster())), spec.errors());
    }

    private Sample sample(FitRows rows, Design design, int[] clusters) {
        int count = clusters == null || spec.errors() instanceof Errors.Plain ? 0 : count(clusters);
        // Fewer clusters than parameters leave no error to be seen, and clusters of one row are no clusters.
        pulse.run();
        return new Sample(rows.response(), design.rows(rows.inputs()),
                count > spec.parameters(design) && count < rows.size() ? clusters : null);
    }

    private static int count(int[] clusters) {
        return Arrays.stream(clusters).max().orElse(-1) + 1;
    }

    private static int alone(Column column) {
        int alone = 0;
        for (int row = 0; row < column.size(); row++) {
            alone += column.isKnown(row) ? 0 : 1;
        }
        return alone;
    }

    /** A row whose cluster is not known is one of its own. */
    private int[] clusters(Column column) {
        Map<Object, Integer> numbers = new HashMap<>();
        int[] clusters = new int[column.size()];
        int next = 0;
        for (int row = 0; row < clusters.length; row++) {
            pulse(pulse, row);
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
