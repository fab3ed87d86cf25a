package llmq.fit;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import llmq.function.Doc;
import llmq.function.ScalarFunction;
import llmq.function.UnitRule;
import llmq.stats.Interval;
import llmq.table.Column;
import llmq.value.Status;
import llmq.value.Type;

/**
 * A model as functions of numbers, so that a plan with fits in it needs nothing of its engine but calls. The arguments
 * are, for each input, its number or, of a factor, a truth value for each of {@link #levels} that says whether the row
 * has it; then, where there are keys, a truth value for each group that says whether the row is of it; and last, for
 * {@link Part#SOLVED}, the response to reach.
 */
public final class FitFunctions {
    private final String name;
    private final FitSpec spec;
    private final Model model;

    /** @param model {@code null} where the fit has not been made; then everything is unknown */
    public FitFunctions(String name, FitSpec spec, Model model) {
        this.name = name;
        this.spec = spec;
        this.model = model;
    }

    /** The values of a factor, over all groups, in alphabetical order. */
    public List<String> levels(int input) {
        TreeSet<String> levels = new TreeSet<>();
        for (Model.Group group : groups()) {
            levels.addAll(group.design().levels().get(input));
        }
        return List.copyOf(levels);
    }

    public List<Model.Group> groups() {
        return model == null ? List.of() : model.groups();
    }

    /** The values of a key, a row for each group. */
    public Column key(int key) {
        return model.keys().get(key);
    }

    public ScalarFunction of(Part part) {
        return function(part, -1);
    }

    /** The value of a number among the inputs at which the curve reaches the last argument. */
    public ScalarFunction solved(int input) {
        return function(Part.SOLVED, input);
    }

    private ScalarFunction function(Part part, int input) {
        String called = part == Part.PREDICTED ? name : name + " " + part.name().toLowerCase(Locale.ROOT);
        Doc doc = new Doc(called, called + "(…)", "", "", List.of());
        return new ScalarFunction(doc, 0, Integer.MAX_VALUE, List.of(Type.NUMBER), Type.NUMBER, UnitRule.NONE,
                new Body(part, input));
    }

    /** The body of such a function. Two of the same part of the same model are equal. */
    public final class Body implements ScalarFunction.Body {
        private final Part part;
        private final int input;
        private final List<List<String>> levels = new ArrayList<>();

        private Body(Part part, int input) {
            this.part = part;
            this.input = input;
            for (int i = 0; i < spec.inputs().size(); i++) {
                levels.add(spec.inputs().get(i).isFactor() ? levels(i) : null);
            }
        }

        public Part part() {
            return part;
        }

        public FitSpec spec() {
            return spec;
        }

        /** What a fit says is computed, be it of figures that were published. */
        @Override
        public Status best() {
            return Status.DERIVED;
        }

        /** The place of the input that {@link Part#SOLVED} is about; −1 for other parts. */
        public int input() {
            return input;
        }

        /** How many arguments an input takes. */
        public int arguments(int which) {
            return levels.get(which) == null ? 1 : levels.get(which).size();
        }

        public Model model() {
            return model;
        }

        /** What the fit is called. */
        public String fit() {
            return name;
        }

        @Override
        public void apply(double[][] arguments, double[] out, int n) {
            for (int row = 0; row < n; row++) {
                Model.Group group = group(arguments, row);
                out[row] = group == null ? Double.NaN : value(group, arguments, row);
            }
        }

        /**
         * Takes in, of each row for which it gives something, how its inputs lie to the ranges that were fitted. What
         * was solved for counts as the input that it is.
         *
         * @param values what it gives at these arguments
         */
        public void survey(double[][] arguments, double[] values, Extrapolation into) {
            for (int row = 0; row < values.length; row++) {
                Model.Group group = values[row] == values[row] ? group(arguments, row) : null;
                if (group != null) {
                    double[] inputs = new double[levels.size()];
                    int argument = 0;
                    for (int i = 0; i < inputs.length; i++) {
                        boolean solved = part == Part.SOLVED && i == input;
                        inputs[i] = levels.get(i) != null ? Double.NaN
                                : solved ? values[row] : arguments[argument][row];
                        argument += arguments(i);
                    }
                    into.add(row, group.design(), inputs);
                }
            }
        }

        /**
         * What it gives at one row of arguments less what it gives at another, with the 95% interval of that;
         * {@link Interval#UNKNOWN} where the two are of different groups, or one is of none.
         */
        public Interval difference(double[][] from, double[][] to) {
            Model.Group group = group(from, 0);
            if (group == null || group != group(to, 0)) {
                return Interval.UNKNOWN;
            }
            double[] before = new double[group.design().columns()];
            double[] after = new double[before.length];
            boolean known = encode(group.design(), from, 0, before) < 0 && encode(group.design(), to, 0, after) < 0;
            return known ? group.fitted().difference(before, after) : Interval.UNKNOWN;
        }

        /** By how much the rows are off that gave the curve for one row of arguments; NaN where there is no curve. */
        public double rmse(double[][] arguments) {
            Model.Group group = group(arguments, 0);
            return group == null ? Double.NaN : group.fitted().rmse();
        }

        private Model.Group group(double[][] arguments, int row) {
            int keys = spec.per().isEmpty() ? 0 : groups().size();
            int first = arguments.length - keys - (part == Part.SOLVED ? 1 : 0);
            if (keys == 0) {
                return spec.per().isEmpty() && model != null ? model.groups().get(0) : null;
            }
            for (int g = 0; g < keys; g++) {
                if (arguments[first + g][row] == 1) {
                    return model.groups().get(g);
                }
            }
            return null;
        }

        private double value(Model.Group group, double[][] arguments, int row) {
            double[] x = new double[group.design().columns()];
            if (encode(group.design(), arguments, row, x) >= 0) {
                return Double.NaN;
            }
            return switch (part) {
                case PREDICTED -> group.fitted().predict(x);
                case MEAN_LOW -> group.fitted().mean(x).low();
                case MEAN_HIGH -> group.fitted().mean(x).high();
                case LOW -> prediction(group, x).low();
                case HIGH -> prediction(group, x).high();
                case LEVERAGE -> group.fitted().leverage(x);
                case SOLVED -> Solution.of(spec, group.fitted(), x, group.design().first(input),
                        arguments[arguments.length - 1][row]);
            };
        }

        private Interval prediction(Model.Group group, double[] x) {
            return group.fitted().prediction(x);
        }

        /** The row of the design. Gives an input that is unknown, or a factor whose value was not fitted; else −1. */
        private int encode(Design design, double[][] arguments, int row, double[] x) {
            int argument = 0;
            int at = 0;
            for (int i = 0; i < levels.size(); i++) {
                if (levels.get(i) == null) {
                    x[at++] = arguments[argument++][row];
                    // What is solved for need not be known.
                    if (Double.isNaN(x[at - 1]) && !(part == Part.SOLVED && i == input)) {
                        return i;
                    }
                    continue;
                }
                List<String> fitted = design.levels().get(i);
                boolean found = false;
                for (String level : levels.get(i)) {
                    if (arguments[argument++][row] == 1) {
                        int place = fitted.indexOf(level);
                        found = place >= 0;
                        if (place > 0) {
                            x[at + place - 1] = 1;
                        }
                    }
                }
                if (!found) {
                    return i;
                }
                at += fitted.size() - 1;
            }
            return -1;
        }

        /** That the keys were not fitted; that the value of a factor was not, for each; and why nothing is solved. */
        @Override
        public List<ScalarFunction.Reason> reasons() {
            List<ScalarFunction.Reason> reasons = new ArrayList<>();
            String strange = "not among those " + name + " was fitted on";
            if (!spec.per().isEmpty()) {
                reasons.add(new ScalarFunction.Reason(String.join(", ", spec.keys()), strange));
            }
            for (int i = 0; i < levels.size(); i++) {
                if (levels.get(i) != null) {
                    reasons.add(new ScalarFunction.Reason(spec.inputs().get(i).title(), strange));
                }
            }
            if (part == Part.SOLVED) {
                reasons.add(new ScalarFunction.Reason(spec.response().title(), Solution.beyond(name, spec, groups())));
                reasons.add(new ScalarFunction.Reason(name, "does not change with "
                        + spec.inputs().get(input).title()));
            }
            return reasons;
        }

        @Override
        public int reason(double[][] arguments, int row) {
            Model.Group group = group(arguments, row);
            if (group == null) {
                return spec.per().isEmpty() ? -1 : 0;
            }
            double[] x = new double[group.design().columns()];
            int strange = encode(group.design(), arguments, row, x);
            int place = spec.per().isEmpty() ? 0 : 1;
            for (int i = 0; i < levels.size(); i++) {
                if (i == strange) {
                    return levels.get(i) == null ? -1 : place;
                }
                place += levels.get(i) == null ? 0 : 1;
            }
            if (part != Part.SOLVED) {
                return -1;
            }
            return place + (Solution.isReached(spec, group.fitted(), x, group.design().first(input),
                    arguments[arguments.length - 1][row]) ? 1 : 0);
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Body body && body.part == part && body.input == input
                    && body.model() == model && body.fit().equals(name);
        }

        @Override
        public int hashCode() {
            return 31 * part.hashCode() + input;
        }
    }
}
