package llmq.note;

import java.util.List;
import llmq.fit.FitFunctions;
import llmq.fit.Part;
import llmq.plan.Expression;
import llmq.plan.Plan;
import llmq.result.Note;
import llmq.result.NoteKind;
import llmq.table.NumberColumn;
import llmq.table.ScoreScale;
import llmq.table.Table;
import llmq.value.NumberText;

/** A prediction interval of a score ends above the best score, or below 0, as it takes errors as alike on both sides. */
final class BeyondScaleRule implements NoteRule {

    @Override
    public void look(Asked asked, Ranked ranked, List<Note> notes) {
        for (Plan node : PlanWalk.nodes(asked)) {
            List<Plan.Named> columns = node instanceof Plan.Extend extend ? extend.columns()
                    : node instanceof Plan.Row row ? row.values() : List.of();
            for (Plan.Named column : columns) {
                if (column.value() instanceof Expression.Call call
                        && call.function().body() instanceof FitFunctions.Body body
                        && (body.part() == Part.LOW || body.part() == Part.HIGH)
                        && isBeyond(asked.result().table(), column, body)) {
                    ScoreScale scale = body.spec().response().scale();
                    String response = body.spec().response().title();
                    notes.add(Note.of(NoteKind.BEYOND_SCALE, response, "prediction intervals of " + response
                            + " reach beyond 0 to " + NumberText.exact(scale.max()) + "%, as errors are taken alike"
                            + " above and below the curve: read them as ending there"));
                    return;
                }
            }
        }
    }

    private static boolean isBeyond(Table table, Plan.Named column, FitFunctions.Body body) {
        ScoreScale scale = body.spec().response().scale();
        int index = table.schema().find(column.field().name());
        if (scale == null || index < 0 || !(table.column(index) instanceof NumberColumn numbers)) {
            return false;
        }
        for (double value : numbers.values()) {
            if (value > scale.max() || value < 0) {
                return true;
            }
        }
        return false;
    }
}
