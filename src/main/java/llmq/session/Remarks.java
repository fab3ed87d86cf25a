package llmq.session;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import llmq.check.Query;
import llmq.note.Asked;
import llmq.note.Facts;
import llmq.note.NoteRules;
import llmq.plan.Expression;
import llmq.plan.Plan;
import llmq.result.Note;
import llmq.result.Result;

/** Gathers the notes under a result: those that the rules make, and those of the tables used. */
final class Remarks {
    private final Session session;
    private final Workspace workspace;

    Remarks(Session session, Workspace workspace) {
        this.session = session;
        this.workspace = workspace;
    }

    List<Note> on(Query query, Result result) {
        Query.Ranking ranking = query.ranking();
        List<Note> notes = new ArrayList<>(NoteRules.notes(new Asked(query.plan(),
                ranking == null ? null : ranking.order(), ranking == null ? List.of() : ranking.keys(), List.of(),
                result, facts())));
        Set<String> sources = new LinkedHashSet<>();
        addSources(query.plan(), sources);
        for (String source : sources) {
            notes.addAll(session.notesOn(source));
        }
        return notes;
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
