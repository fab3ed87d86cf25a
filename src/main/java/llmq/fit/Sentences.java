package llmq.fit;

import java.util.ArrayList;
import java.util.List;
import llmq.stats.Fitted;
import llmq.stats.Interval;
import llmq.value.NumberForm;
import llmq.value.Type;

/** What a model says, in words: its formula, how good it is, and what goes with what. */
public final class Sentences {
    /** Of more groups than this, a line each would hide what is said of all. */
    private static final int MOST_GROUPS = 8;
    private static final int MOST_LEVELS = 8;

    private final Model model;
    private final FitSpec spec;

    public Sentences(Model model) {
        this.model = model;
        this.spec = model.spec();
    }

    /** One line that says what was fitted. */
    public String title() {
        return spec.per().isEmpty() ? formula(0)
                : Formula.letters(spec) + " for each " + String.join(", ", spec.keys());
    }

    /** The formula of one group, with its figures. */
    public String formula(int group) {
        return Formula.fitted(spec, model.groups().get(group));
    }

    public List<String> lines() {
        List<String> lines = new ArrayList<>();
        boolean one = spec.per().isEmpty();
        for (int g = 0; g < model.groups().size() && model.groups().size() <= MOST_GROUPS; g++) {
            Model.Group group = model.groups().get(g);
            String before = one ? "" : name(g) + ": ";
            Effect effect = Effect.of(spec, group.design());
            String sentence = effect.sentence(group.fitted());
            if (sentence != null) {
                lines.add(before + sentence);
            }
            String against = references(group.design(), effect);
            if (against != null) {
                lines.add(before + against);
            }
            String moved = Moves.sentence(spec, group, effect.parameter());
            if (moved != null) {
                lines.add(before + moved);
            }
            if (group.cvWhy() != null) {
                lines.add(before + "no cross-validated RMSE: " + group.cvWhy());
            }
        }
        for (Variable input : spec.inputs()) {
            if (input.transform() == Transform.YEARS) {
                lines.add(input.of() + " counts in years of 365.25 days since 1970-01-01");
            }
        }
        if (one) {
            lines.add(Quality.line(spec, model.groups().get(0)));
        }
        if (hasErrors()) {
            lines.add(Uncertainty.line(spec, model.groups()));
        }
        if (model.notFitted() > 0) {
            int all = model.groups().size() + model.notFitted();
            lines.add(model.notFitted() + " of " + all + " groups " + (model.notFitted() == 1 ? "gives no fit: "
                    : "give no fit, the largest of them: ") + model.why());
        }
        return lines;
    }

    /** What the values of each factor are compared with, but of the one that the effect says it of. */
    private String references(Design design, Effect said) {
        StringBuilder compared = new StringBuilder();
        for (int i = 0; i < spec.inputs().size(); i++) {
            List<String> levels = design.levels().get(i);
            if (levels != null && levels.size() > 1 && i != said.compared()) {
                compared.append(compared.length() == 0 ? "" : ", ").append(spec.inputs().get(i).title())
                        .append(" compared with ").append(levels.get(0));
            }
        }
        return compared.length() == 0 ? null : compared.toString();
    }

    /** The values of an input that a group was fitted to: {@code from 2.6 EFLOP to 5 YFLOP}. */
    public String range(int group, int input) {
        Design design = model.groups().get(group).design();
        List<String> levels = design.levels().get(input);
        if (levels != null) {
            return levels.size() <= MOST_LEVELS ? String.join(", ", levels) : levels.get(0) + ", " + levels.get(1)
                    + " and " + (levels.size() - 2) + " more";
        }
        Variable variable = spec.inputs().get(input);
        if (variable.type() == Type.BOOLEAN) {
            return "no or yes";
        }
        return "from " + Amounts.of(variable, design.lows()[input]) + of(design.lowest()[input]) + " to "
                + Amounts.of(variable, design.highs()[input]) + of(design.highest()[input]);
    }

    private static String of(String row) {
        return row == null ? "" : " (" + row + ")";
    }

    /** The terms of a group: {@code log10(flops) 13.03, 95% 9.612 to 16.45}. */
    public List<String> terms(int group) {
        Fitted fitted = model.groups().get(group).fitted();
        List<String> names = TermsTable.terms(spec.method(), model.groups().get(group).design());
        List<String> terms = new ArrayList<>();
        for (int i = 0; i < fitted.parameters().length; i++) {
            Interval interval = fitted.interval(i);
            boolean known = !fitted.exact() && Double.isFinite(interval.low()) && Double.isFinite(interval.high());
            terms.add(names.get(i) + " " + NumberForm.EACH.text(fitted.parameters()[i]) + (known ? ", 95% "
                    + NumberForm.EACH.text(interval.low()) + " to " + NumberForm.EACH.text(interval.high()) : ""));
        }
        return terms;
    }

    /** What a reader knows a group by: the values of its keys. */
    public String name(int group) {
        return Wording.key(spec.per(), model.keys(), group);
    }

    /** {@code families}: what rows share errors by, several of it. */
    public static String plural(String name) {
        return name.endsWith("y") ? name.substring(0, name.length() - 1) + "ies" : name + "s";
    }

    private boolean hasErrors() {
        for (Model.Group group : model.groups()) {
            if (!group.fitted().exact()) {
                return true;
            }
        }
        return false;
    }
}
