package llmq.session;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import llmq.check.Namespace;
import llmq.check.Query;
import llmq.fit.Model;
import llmq.note.Asked;
import llmq.note.Facts;
import llmq.note.NoteRules;
import llmq.plan.Expression;
import llmq.plan.Plan;
import llmq.result.Note;
import llmq.result.NoteKind;
import llmq.result.Result;
import llmq.table.Table;
import llmq.table.TextColumn;

/** Gathers the notes under a result: those that the rules make, and those of the tables used. */
final class Remarks {
    private final Session session;
    private final Workspace workspace;

    Remarks(Session session, Workspace workspace) {
        this.session = session;
        this.workspace = workspace;
    }

    List<Note> on(Query query, Result result) {
        return on(query, null, result);
    }

    /** @param fitted what a fit gave, {@code null} where the query is none */
    List<Note> on(Query query, Model fitted, Result result) {
        Query.Ranking ranking = query.ranking();
        List<Note> notes = new ArrayList<>(NoteRules.notes(new Asked(query.plan(),
                ranking == null ? null : ranking.order(), ranking == null ? List.of() : ranking.keys(), List.of(),
                result, facts(), fitted)));
        Set<String> sources = new LinkedHashSet<>();
        addSources(query.plan(), sources);
        for (String source : sources) {
            notes.addAll(session.notesOn(source));
        }
        if (query.tested() != null) {
            addFitted(query.tested().fit(), result.table(), notes);
        }
        return notes;
    }

    /** Rows that a fit has seen tell how well it fits, and not how well it predicts. */
    private static void addFitted(Namespace.Fitted fit, Table tested, List<Note> notes) {
        TextColumn seen = fit.model().names();
        if (seen == null || tested.label() == null || !(tested.column(tested.label()) instanceof TextColumn names)) {
            return;
        }
        Set<String> known = new HashSet<>();
        for (int row = 0; row < seen.size(); row++) {
            known.add(seen.value(row));
        }
        int again = 0;
        for (int row = 0; row < names.size(); row++) {
            again += names.isKnown(row) && known.contains(names.value(row)) ? 1 : 0;
        }
        if (again > 0) {
            notes.add(Note.of(NoteKind.FITTED_ROWS, fit.name(), again == names.size()
                    ? "these are rows that " + fit.name() + " was fitted on: this tells how well it fits, not how well"
                            + " it predicts"
                    : again + " of " + names.size() + " rows " + (again == 1 ? "is" : "are") + " among those that "
                            + fit.name() + " was fitted on, and " + (again == 1 ? "flatters" : "flatter") + " it"));
        }
    }

    List<Note> onValue(Expression value, Result result) {
        return NoteRules.notes(new Asked(null, null, List.of(), List.of(value), result, facts()));
    }

    private Facts facts() {
        return Facts.of(session.catalog(), workspace.engine(), session.tables(), workspace.cancel());
    }

    private static void addSources(Plan plan, Set<String> sources) {
        if (plan instanceof Plan.Scan scan) {
            sources.add(scan.source());
        }
        for (Plan input : plan.inputs()) {
            addSources(input, sources);
        }
    }
}
