package llmq.fit;

import java.util.ArrayList;
import java.util.List;
import llmq.table.Column;

/** What a model says, in words: its formula, how good it is, and what goes with what. */
public final class Sentences {
    /** Of more groups than this, a line each would hide what is said of all. */
    private static final int MOST_GROUPS = 8;

    private final Model model;
    private final FitSpec spec;

    public Sentences(Model model) {
        this.model = model;
        this.spec = model.spec();
    }

    /** One line that says what was fitted. */
    public String title() {
        return spec.per().isEmpty() ? formula(0) : Formula.letters(spec) + " for each " + String.join(", ", spec.per());
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
            String moved = Moves.sentence(spec, group, effect.parameter());
            if (moved != null) {
                lines.add(before + moved);
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
            lines.add(model.notFitted() + " of " + all + " groups " + (model.notFitted() == 1 ? "gives" : "give")
                    + " no fit" + (model.notFitted() == 1 ? ": " : "; of the first, ") + model.why());
        }
        return lines;
    }

    private boolean hasErrors() {
        for (Model.Group group : model.groups()) {
            if (!group.fitted().exact()) {
                return true;
            }
        }
        return false;
    }

    /** What a reader knows a group by: the values of its keys. */
    public String name(int group) {
        StringBuilder name = new StringBuilder();
        for (Column key : model.keys()) {
            name.append(name.length() == 0 ? "" : ", ").append(Wording.value(key, group));
        }
        return name.toString();
    }
}
