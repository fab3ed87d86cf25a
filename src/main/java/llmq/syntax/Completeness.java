package llmq.syntax;

import llmq.diagnostic.ErrorCode;
import llmq.diagnostic.LlmqException;
import llmq.diagnostic.SourceText;

/** What a prompt wants to know when Enter is pressed: whether to run the text or to ask for more of it. */
public enum Completeness {
    /** There is nothing to run: white space, comments, separators. */
    EMPTY,
    /** It can run as it stands; a further clause may still follow. */
    COMPLETE,
    /** The end of the text is the first thing wrong with it. */
    INCOMPLETE,
    /** More text cannot mend it. */
    ERROR;

    public static Completeness of(String text) {
        try {
            return new Parser().parse(SourceText.of(text)).statements().isEmpty() ? EMPTY : COMPLETE;
        } catch (LlmqException error) {
            return error.diagnostics().get(0).code() == ErrorCode.E002 ? INCOMPLETE : ERROR;
        }
    }
}
