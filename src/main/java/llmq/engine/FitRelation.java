package llmq.engine;

import llmq.fit.Model;

/** What a fit gives: its terms as rows, and the model itself. */
public record FitRelation(Relation relation, Model model) {
}
