package llmq.fit;

import java.util.Collections;
import java.util.HashSet;
import java.util.Set;
import llmq.stats.Fitted;
import llmq.stats.Interval;
import llmq.value.ColumnScale;
import llmq.value.NumberForm;
import llmq.value.Type;
import llmq.value.Unit;

/** What goes with a step of one input, in one sentence: {@code each 10x of flops goes with +13.0 points of mmlu}. */
final class Effect {
    private static final double MANY_DIGITS = 1e7;

    private final FitSpec spec;
    private final Design design;
    private final int input;

    private Effect(FitSpec spec, Design design, int input) {
        this.spec = spec;
        this.design = design;
        this.input = input;
    }

    /** Of the first input that is a number, else of the first one. */
    static Effect of(FitSpec spec, Design design) {
        int input = 0;
        while (input < spec.inputs().size() && spec.inputs().get(input).type() != Type.NUMBER) {
            input++;
        }
        return new Effect(spec, design, input == spec.inputs().size() ? 0 : input);
    }

    /** The parameter that it is about; −1 where there is none, as a factor has but one value. */
    int parameter() {
        return switch (spec.method()) {
            case LINE, LOGISTIC -> design.columns() == 0 ? -1 : design.first(input) + 1;
            case POWER -> 1;
            case CHINCHILLA -> 2;
        };
    }

    /** The factor of which the sentence says what its values are compared with; −1 where it says that of none. */
    int compared() {
        return spec.inputs().get(input).isFactor() && parameter() >= 0 && !isTied() ? input : -1;
    }

    /** {@code null} where there is nothing to say. */
    String sentence(Fitted fitted) {
        if (spec.method() == Method.CHINCHILLA) {
            return new Scaling(spec, fitted).sentence();
        }
        Variable variable = spec.inputs().get(input);
        if (parameter() < 0) {
            return null;
        }
        if (isTied()) {
            return "no one figure says what goes with " + variable.of() + ", as it stands in more than one term";
        }
        if (spec.method() == Method.POWER) {
            String of = spec.response().title() + (spec.constant() ? " - c" : "");
            return "each 10x of " + variable.title() + " multiplies " + of + " by "
                    + multiplied(fitted, 10, 1);
        }
        boolean levels = variable.isFactor();
        if (levels && design.levels().get(input).size() > 2) {
            // To tell of one would be to choose it, and there is none that asks to be chosen.
            return "each " + variable.title() + " is compared with " + design.levels().get(input).get(0)
                    + ", the first in alphabetical order";
        }
        Step step = levels ? null : Step.of(variable, design.lows()[input], design.highs()[input]);
        if (spec.method() == Method.LOGISTIC) {
            return middle(fitted, variable, step);
        }
        Transform response = spec.response().transform();
        if (response.isLog() && variable.transform() == Transform.YEARS) {
            return new Doubling(spec.response().of(), response, fitted.parameters()[parameter()],
                    fitted.exact() ? Interval.UNKNOWN : fitted.interval(parameter())).sentence(held());
        }
        boolean truth = variable.type() == Type.BOOLEAN;
        String what = levels ? level() : truth ? variable.title() : step.each();
        double size = levels || truth ? 1 : step.size();
        if (response.isLog()) {
            return what + " multiplies " + spec.response().of() + " by "
                    + multiplied(fitted, response.base(), size);
        }
        return what + " goes with " + added(fitted, fitted.parameters()[parameter()] * size,
                scaled(fitted.interval(parameter()), size));
    }

    private String level() {
        return spec.inputs().get(input).title() + " = " + design.levels().get(input).get(1) + ", against "
                + design.levels().get(input).get(0) + ",";
    }

    /**
     * Of a logistic curve, whose slope differs from place to place: the step that has the middle of the curve in its
     * own middle makes (high − low)·tanh(b·step/4).
     */
    private String middle(Fitted fitted, Variable variable, Step step) {
        double height = spec.high() - spec.low();
        double size = step == null ? 1 : step.size();
        double b = fitted.parameters()[parameter()];
        Interval interval = fitted.interval(parameter());
        Interval made = new Interval(height * Math.tanh(interval.low() * size / 4),
                height * Math.tanh(interval.high() * size / 4));
        double half = spec.low() + height / 2;
        String value = Amounts.of(half, unit());
        String what = step == null ? level() : variable.type() == Type.BOOLEAN ? variable.title() : step.once();
        double x = -fitted.parameters()[0] / b;
        String where = design.columns() == 1 && step != null && variable.type() == Type.NUMBER
                ? Amounts.of(variable, x) : null;
        boolean beyond = where != null && !(x >= design.lows()[input] && x <= design.highs()[input]);
        return "around the middle of the curve, " + value + (where == null ? "" : " at " + where)
                + (beyond ? " and so beyond the rows fitted" : "") + ", " + what + " goes with "
                + added(fitted, height * Math.tanh(b * size / 4), made);
    }

    /** {@code +13.0 points of mmlu, 95% 9.6 to 16.5}. */
    private String added(Fitted fitted, double value, Interval interval) {
        boolean large = unit().isNone() && Math.abs(value) >= MANY_DIGITS;
        ColumnScale scale = large ? ColumnScale.of(NumberForm.EACH, unit(), value)
                : ColumnScale.of(unit(), value, interval.low(), interval.high());
        boolean points = unit().equals(Unit.PERCENT);
        String amount = points ? scale.number(value) + " points" : scale.quantity(value);
        String title = spec.response().title();
        String of = unit().isNone() ? " in " + title : scale.symbol().endsWith(title) ? "" : " of " + title;
        String sum = (value < 0 ? "" : "+") + amount + of + held();
        return isUnknown(fitted, interval) ? sum : sum + ", 95% " + scale.number(interval.low()) + " to "
                + (points ? scale.number(interval.high()) : scale.quantity(interval.high()))
                + (interval.contains(0) ? ": the data do not tell its sign" : "");
    }

    /** {@code 0.71, 95% 0.60 to 0.84}: what a base to the power of the estimate times a step is. */
    private String multiplied(Fitted fitted, double base, double size) {
        Interval of = fitted.interval(parameter());
        Interval interval = new Interval(Math.pow(base, of.low() * size), Math.pow(base, of.high() * size));
        double value = Math.pow(base, fitted.parameters()[parameter()] * size);
        return !Double.isFinite(value) ? "more than a number can be" : factor(value)
                + held() + (isUnknown(fitted, interval) ? "" : ", 95% " + factor(interval.low()) + " to "
                + factor(interval.high()) + (interval.contains(1) ? ": the data do not tell whether up or down" : ""));
    }

    private static String factor(double value) {
        return NumberForm.SCALED.text(value);
    }

    /** Whether there is no interval to speak of: where the curve goes through every point, it has no width. */
    private static boolean isUnknown(Fitted fitted, Interval interval) {
        return fitted.exact() || !Double.isFinite(interval.low()) || !Double.isFinite(interval.high());
    }

    private Unit unit() {
        return spec.response().transform().isLog() ? Unit.NONE : spec.response().unit();
    }

    private static Interval scaled(Interval interval, double factor) {
        return new Interval(interval.low() * factor, interval.high() * factor);
    }

    /** What other inputs there are, as they are thought to stay as they are. */
    private String held() {
        int others = spec.inputs().size() - 1;
        return others == 0 ? "" : others == 1 ? " with " + spec.inputs().get(1 - input).of() + " held"
                : " with the others held";
    }

    /**
     * Whether this input cannot grow while the others stay, as there are more inputs than fields: of those that share
     * a field with it, or with one that does.
     */
    private boolean isTied() {
        Set<Integer> inputs = new HashSet<>(Set.of(input));
        Set<String> fields = new HashSet<>(spec.inputs().get(input).fields());
        for (int before = 0; before < inputs.size();) {
            before = inputs.size();
            for (int i = 0; i < spec.inputs().size(); i++) {
                Set<String> own = spec.inputs().get(i).fields();
                if (!Collections.disjoint(own, fields)) {
                    inputs.add(i);
                    fields.addAll(own);
                }
            }
        }
        return inputs.size() > fields.size();
    }
}
