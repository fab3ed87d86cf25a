package llmq.complete;

import llmq.diagnostic.LlmqException;
import llmq.diagnostic.SourceText;
import llmq.session.Session;
import llmq.syntax.Parser;
import llmq.syntax.tree.Script;
import llmq.syntax.tree.Statement;

/** What the statements before the one that is being typed will have named, once all are run. */
final class Earlier {
    /** Nobody waits for more of them to be read. */
    private static final int MOST = 50;

    private Earlier() {
    }

    /** The session with the measures, functions, views and parameters that the text before the caret defines. */
    static Session named(String before, Session session) {
        int tried = 0;
        for (int end = before.length(); end > 0 && tried < MOST; end--) {
            char last = before.charAt(end - 1);
            if (last != ';' && last != '\n') {
                continue;
            }
            tried++;
            SourceText text = SourceText.of(before.substring(0, end));
            try {
                return named(new Parser().parse(text), text, session);
            } catch (LlmqException e) {
                // The statement goes on over this line, or has a mistake; those before it may do.
            }
        }
        return session;
    }

    private static Session named(Script script, SourceText text, Session session) {
        Session named = session;
        for (Statement statement : script.statements()) {
            boolean defines = statement instanceof Statement.LetMeasure || statement instanceof Statement.LetFunction
                    || statement instanceof Statement.LetView || statement instanceof Statement.Param;
            try {
                // To name something no file and no engine is needed.
                named = defines ? named.run(statement, text, null).session() : named;
            } catch (LlmqException e) {
                // What is wrong with it shows when it is run.
            }
        }
        return named;
    }
}
