package llmq.document;

import java.util.List;
import llmq.diagnostic.LlmqException;
import llmq.diagnostic.SourceText;
import llmq.session.Outcome;
import llmq.session.Session;
import llmq.session.Workspace;

/**
 * A block of a document as it goes from a session.
 *
 * @param block   prose with the figures of that session in it, or a statement
 * @param outcome what a statement gave; {@code null} for prose, and where it failed
 * @param failure why it failed; {@code null} where it did not
 * @param after   the session for the next block: where it failed, the one before it
 */
public record Scene(Block block, Outcome outcome, LlmqException failure, Session after) {

    /** Plays a block; what fails in it is told and not thrown. @throws LlmqException where it is stopped */
    public static Scene play(Block block, SourceText source, Session before, Workspace workspace) {
        try {
            if (block instanceof Block.Code code) {
                Outcome outcome = before.run(code.statement(), source, workspace);
                return new Scene(block, outcome, null, outcome.session());
            }
            return new Scene(new Placeholders(before, workspace).fill(List.of(block)).get(0), null, null, before);
        } catch (LlmqException e) {
            if (workspace.cancel().requested()) {
                throw e;
            }
            return new Scene(block, null, e, before);
        }
    }
}
