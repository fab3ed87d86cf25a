package llmq.note;

import java.util.ArrayList;
import java.util.List;
import llmq.plan.Columns;
import llmq.plan.Expression;
import llmq.plan.Plan;
import llmq.result.Note;
import llmq.result.NoteKind;
import llmq.result.Shown;
import llmq.table.Field;
import llmq.table.Schema;
import llmq.table.Table;
import llmq.table.TextColumn;

/** Scores that were written down from memory stand among those shown, or a bare expression is made of one. */
final class UnconfirmedRule implements NoteRule {
    private static final int MOST = 3;
    private static final int MANY = 10;
    private static final String MODELS = "models";

    /** What there is to name, each once. @param fields the benchmarks among these scores */
    private record Scores(List<String> words, List<String> fields) {
        void add(String score, Field field) {
            if (!words.contains(score)) {
                words.add(score);
            }
            if (!fields.contains(field.name())) {
                fields.add(field.name());
            }
        }
    }

    @Override
    public void look(Asked asked, Ranked ranked, List<Note> notes) {
        Scores scores = new Scores(new ArrayList<>(), new ArrayList<>());
        Table table = asked.result().table();
        for (Shown shown : asked.result().shown()) {
            Field field = table.schema().field(shown.column());
            if (field.scale() != null && shown.reader() != Shown.Reader.MACHINES) {
                for (int row : asked.facts().protocols().unconfirmed(table, field.name())) {
                    add(field, label(table, row), scores);
                }
            }
        }
        if (asked.fitted() != null && !asked.isManyRows()) {
            lookAtFitted(asked, notes);
        }
        for (Expression value : asked.values()) {
            addInside(asked.facts(), value, scores);
        }
        if (scores.words().size() == 1) {
            notes.add(new Note(NoteKind.UNCONFIRMED, scores.words().get(0)
                    + " was written down from memory and never checked against its source; trace shows it",
                    scores.fields()));
        } else if (!scores.words().isEmpty()) {
            notes.add(new Note(NoteKind.UNCONFIRMED, Words.list(scores.words(), MOST)
                    + " were written down from memory and never checked against their sources; trace shows them",
                    scores.fields()));
        }
    }

    /** Among many points a few hardly matter: only where they are more than a tenth of them is it worth a remark. */
    private static void lookAtFitted(Asked asked, List<Note> notes) {
        Plan.Fit fit = (Plan.Fit) asked.plan();
        Table rows = asked.facts().rows(fit.rows());
        Scores found = new Scores(new ArrayList<>(), new ArrayList<>());
        for (Expression expression : PlanWalk.expressions(fit)) {
            for (Expression.Column column : Columns.used(expression)) {
                Field field = column.field();
                int unconfirmed = field.scale() == null ? 0
                        : asked.facts().protocols().unconfirmed(rows, field.name()).size();
                String words = unconfirmed + " of " + rows.rows() + " scores on " + field.name();
                if (unconfirmed * MANY > rows.rows()) {
                    found.add(words, field);
                }
            }
        }
        if (!found.words().isEmpty()) {
            notes.add(new Note(NoteKind.UNCONFIRMED, Words.list(found.words(), MOST) + " were written down from memory"
                    + " and never checked against their sources", found.fields()));
        }
    }

    private static void addInside(Facts facts, Expression value, Scores scores) {
        if (value instanceof Expression.OfRow of && of.source().equals(MODELS)) {
            for (Expression.Column column : Columns.used(of.value())) {
                Field field = column.field();
                boolean unconfirmed = field.scale() != null && facts.protocols()
                        .unconfirmed(facts.tables().table(MODELS), field.name()).contains(of.row());
                if (unconfirmed) {
                    add(field, of.name(), scores);
                }
            }
        }
        for (Expression part : PlanWalk.parts(value)) {
            addInside(facts, part, scores);
        }
    }

    private static void add(Field field, String model, Scores scores) {
        scores.add(field.name() + " of " + model, field);
    }

    /** What the reader knows the row by, or else its id, which each row found has. */
    private static String label(Table table, int row) {
        Schema schema = table.schema();
        int label = table.label() == null ? -1 : schema.find(table.label());
        String name = label >= 0 && table.column(label) instanceof TextColumn names ? names.value(row) : null;
        return name == null ? table.texts("id").value(row) : name;
    }
}
