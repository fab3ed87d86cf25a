package llmq.fit;

import java.util.ArrayList;
import java.util.List;

/** What a model says, in words: its formula, how good it is, and what goes with what. */
public final class Sentences {
    private final Model model;

    public Sentences(Model model) {
        this.model = model;
    }

    /** One line that says what was fitted. */
    public String title() {
        return model.spec().response().title() + " by " + model.spec().method().word();
    }

    public List<String> lines() {
        List<String> lines = new ArrayList<>();
        for (Model.Group group : model.groups()) {
            lines.add("n " + group.fitted().n());
        }
        return lines;
    }
}
