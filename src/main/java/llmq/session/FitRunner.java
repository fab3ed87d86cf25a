package llmq.session;

import java.util.List;
import llmq.check.Checked;
import llmq.check.Query;
import llmq.engine.FitRelation;
import llmq.fit.Model;
import llmq.fit.Sentences;
import llmq.plan.Plan;
import llmq.result.Note;
import llmq.result.Result;

/** Fits curves, and says in words what they come to. */
final class FitRunner {
    private final Session session;
    private final Workspace workspace;

    FitRunner(Session session, Workspace workspace) {
        this.session = session;
        this.workspace = workspace;
    }

    /** What is shown, and what is kept. */
    record Fitting(Result result, Model model) {
    }

    /** With its notes. @param query whose plan is a fit @param name that it gets, or {@code null} */
    Fitting fit(Query query, String name) {
        Fitting bare = bare(query, name);
        List<Note> notes = new Remarks(session, workspace).on(query, bare.model(), bare.result());
        return new Fitting(bare.result().with(notes), bare.model());
    }

    /** As it was shown when it was made, but for what was left out then. */
    Result recall(Checked.Recall recall) {
        Sentences words = new Sentences(recall.fit().model());
        return new QueryRunner(session, workspace).rows(recall.query()).saying(title(recall.fit().name(), words),
                words.lines());
    }

    /** In a page of many fits one is found by its name. */
    private static String title(String name, Sentences words) {
        return name == null ? words.title() : name + ": " + words.title();
    }

    /** Without notes. @param query whose plan is a fit @param name that it gets, or {@code null} */
    Fitting bare(Query query, String name) {
        FitRelation fit = workspace.engine().fit((Plan.Fit) query.plan(), session.tables(), workspace.cancel());
        Sentences words = new Sentences(fit.model());
        return new Fitting(new QueryRunner(session, workspace).result(query, fit.relation())
                .saying(title(name, words), words.lines()), fit.model());
    }
}
