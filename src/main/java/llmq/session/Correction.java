package llmq.session;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import llmq.diagnostic.Diagnostic;
import llmq.diagnostic.ErrorCode;
import llmq.diagnostic.Fix;
import llmq.diagnostic.LlmqException;
import llmq.diagnostic.Nearest;
import llmq.diagnostic.SourceText;
import llmq.diagnostic.Span;
import llmq.syntax.Parser;

/**
 * What failed, as it is offered to be typed anew.
 *
 * @param text  with what the errors suggest, where they suggest anything; else as it was typed
 * @param caret where to go on typing: at the first error where nothing is mended
 */
public record Correction(String text, int caret, boolean mended) {

    /**
     * The correction of a text from the statement that failed on.
     *
     * @param from where in the text that statement begins; what stands before it has happened
     */
    public static Correction of(String text, int from, LlmqException failure) {
        List<Fix> fixes = new ArrayList<>();
        int caret = text.length();
        for (Diagnostic diagnostic : failure.diagnostics()) {
            boolean about = diagnostic.source() == null || diagnostic.source().text().equals(text);
            Fix fix = diagnostic.fix() != null || diagnostic.source() != null ? diagnostic.fix()
                    : ofCommand(text, diagnostic);
            if (about && fix != null && fix.span().start() >= from && fix.span().end() <= text.length()) {
                fixes.add(fix);
            }
            if (about && diagnostic.span() != null && diagnostic.span().end() >= from) {
                caret = Math.min(caret, diagnostic.span().end());
            }
        }
        String mended = applied(text, fixes).substring(from);
        boolean changed = !mended.equals(text.substring(from)) && !isStuck(text, mended, from, fixes);
        mended = changed ? mended : text.substring(from);
        String shown = mended.stripTrailing();
        return new Correction(shown, changed ? shown.length() : Math.min(shown.length(), caret - from), changed);
    }

    /** Whether what is mended cannot be read beyond the last thing that was to be mended. */
    private static boolean isStuck(String text, String mended, int from, List<Fix> fixes) {
        if (text.startsWith("/")) {
            return false;
        }
        int rest = 0;
        for (Fix fix : fixes) {
            rest = Math.max(rest, fix.span().end());
        }
        try {
            new Parser().parse(SourceText.of(mended));
            return false;
        } catch (LlmqException e) {
            Diagnostic error = e.diagnostics().get(0);
            // Not beyond: not nearer to the end than what stands behind the last mistake.
            return error.code() != ErrorCode.E002 && error.span() != null
                    && mended.length() - error.span().start() >= text.substring(rest).stripLeading().length();
        }
    }

    /** An error of a command quotes the word that it is about, and is about no place. */
    private static Fix ofCommand(String line, Diagnostic error) {
        String meant = error.help().isEmpty() ? null : Nearest.first(error.help().get(0));
        int open = error.message().indexOf('\'');
        int close = error.message().indexOf('\'', open + 1);
        if (meant == null || open < 0 || close < 0) {
            return null;
        }
        String wrong = error.message().substring(open + 1, close);
        int at = line.indexOf(wrong);
        return wrong.isEmpty() || at < 0 ? null : new Fix(new Span(at, at + wrong.length()), meant);
    }

    /** Those that do not overlap with one before them. */
    private static String applied(String text, List<Fix> fixes) {
        List<Fix> ordered = new ArrayList<>(fixes);
        ordered.sort(Comparator.comparingInt(fix -> fix.span().start()));
        StringBuilder mended = new StringBuilder();
        int done = 0;
        for (Fix fix : ordered) {
            if (fix.span().start() >= done && !(fix.span().start() == 0 && fix.span().end() == 0)) {
                mended.append(text, done, fix.span().start()).append(fix.text());
                done = fix.span().end();
            }
        }
        return mended.append(text.substring(done)).toString();
    }
}
