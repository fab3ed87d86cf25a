package llmq.lesson;

import java.util.ArrayList;
import java.util.List;
import llmq.diagnostic.Diagnostic;
import llmq.diagnostic.ErrorCode;
import llmq.diagnostic.LlmqException;
import llmq.diagnostic.SourceText;
import llmq.document.Block;
import llmq.document.Directive;
import llmq.session.Session;
import llmq.session.Workspace;
import llmq.syntax.Parser;
import llmq.syntax.tree.Statement;

/**
 * What a lesson says in words, as conditions that have to hold: figures in braces follow the data, words do not. In
 * the order of the document, each held against the session as it is where it stands.
 */
final class Claims {
    private final SourceText source;
    private final Workspace workspace;
    private final List<Block.Remark> claims = new ArrayList<>();
    private int next;

    Claims(Lesson lesson, Workspace workspace) {
        this.source = lesson.document().source();
        this.workspace = workspace;
        for (Block block : lesson.document().blocks()) {
            if (block instanceof Block.Remark remark && remark.directive() == Directive.ASSERT) {
                claims.add(remark);
            }
        }
    }

    /** What does not hold of the next ones, as far as they stand above a place. */
    List<Diagnostic> faults(int place, Session session) {
        List<Diagnostic> faults = new ArrayList<>();
        for (; next < claims.size() && claims.get(next).span().start() < place; next++) {
            Diagnostic fault = fault(claims.get(next), session);
            if (fault != null) {
                faults.add(fault);
            }
        }
        return faults;
    }

    private Diagnostic fault(Block.Remark claim, Session session) {
        SourceText text = SourceText.of("assert " + claim.text());
        try {
            for (Statement statement : new Parser().parse(text).statements()) {
                session.run(statement, text, workspace);
            }
            return null;
        } catch (LlmqException e) {
            Diagnostic why = e.diagnostics().get(0);
            boolean fails = why.code() == ErrorCode.E201;
            return Diagnostic.at(ErrorCode.E503, source, claim.span(),
                    fails ? "what is said here in words does not hold" : "this cannot be held against anything: "
                            + why.message(), why.help().toArray(new String[0]));
        }
    }
}
