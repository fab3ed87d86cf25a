package llmq.session;

import java.util.List;
import llmq.check.Checked;
import llmq.check.Namespace;
import llmq.diagnostic.Diagnostic;
import llmq.diagnostic.ErrorCode;
import llmq.diagnostic.LlmqException;
import llmq.diagnostic.SourceText;
import llmq.engine.Cancel;
import llmq.engine.Engine;
import llmq.fit.CannotFit;
import llmq.syntax.Lexeme;
import llmq.syntax.Lexemes;
import llmq.syntax.Parser;
import llmq.syntax.Pending;
import llmq.syntax.tree.Statement;

/**
 * What a text would give, in one line, while it is still being typed. Nothing is changed by it: no file is read or
 * written, and no name is kept.
 */
public final class Preview {

    /** What the line is about. */
    public enum Kind {
        /** Rows that would come, or something that would be done. */
        ROWS,
        VALUE,
        /** What is wrong with what stands there. */
        ERROR,
        /** What the statement lacks yet. */
        NEED
    }

    /** The line. */
    public record Line(Kind kind, String text) {
        private static final String LEFT_OUT = " left out";
        private static final List<String> LAST = List.of(" · ", ", top: ", ", first: ");

        /** The text, without the reasons why rows are left out where it would be longer than that. */
        public String within(int length) {
            int left = text.length() <= length ? -1 : text.indexOf(LEFT_OUT + ": ");
            if (left < 0) {
                return text;
            }
            int end = left + LEFT_OUT.length();
            for (String mark : LAST) {
                int last = text.lastIndexOf(mark);
                if (last > end) {
                    return text.substring(0, end) + text.substring(last);
                }
            }
            return text.substring(0, end);
        }
    }

    /** A table that is larger than what can be run with every key. */
    static final class TooLarge extends RuntimeException {
        private static final long serialVersionUID = 1;

        TooLarge() {
            super(null, null, false, false);
        }
    }

    /** More rows than this are not gone through while somebody types. */
    static final int MOST_ROWS = 30_000;
    private static final int LONGEST = 4_000;

    private final Engine engine;
    private final int digits;

    public Preview(Engine engine) {
        this(engine, 0);
    }

    /** @param digits how many of a number count; 0 for as many as suit it */
    public Preview(Engine engine, int digits) {
        this.engine = engine;
        this.digits = digits;
    }

    /** @return {@code null} where there is nothing to say yet, where it would take too long, or was cancelled */
    public Line of(String text, Session session, Cancel cancel) {
        if (text.isBlank() || text.length() > LONGEST) {
            return null;
        }
        SourceText source = SourceText.of(text);
        try {
            List<Statement> statements = new Parser().parse(source).statements();
            return statements.isEmpty() ? null : last(statements, source, session, cancel);
        } catch (LlmqException e) {
            Diagnostic first = e.diagnostics().get(0);
            return first.code() == ErrorCode.E002 ? needed(text, session, cancel) : wrong(first, text);
        } catch (CannotFit e) {
            return new Line(Kind.ERROR, e.getMessage());
        } catch (TooLarge e) {
            return null;
        }
    }

    private Line last(List<Statement> statements, SourceText source, Session session, Cancel cancel) {
        Session before = session;
        Workspace nowhere = new Workspace(null, true, engine, null, cancel, null);
        for (Statement statement : statements.subList(0, statements.size() - 1)) {
            // What runs before would have to be run with every key.
            if (!(before.check(statement, source, cancel) instanceof Checked.Define define)
                    || define.definition() instanceof Namespace.Fitted) {
                return null;
            }
            before = before.run(statement, source, nowhere).session();
        }
        return new PreviewRunner(before, source, engine, digits, cancel).of(statements.get(statements.size() - 1));
    }

    private static Line wrong(Diagnostic error, String text) {
        if (error.code() == ErrorCode.E203) {
            return null;
        }
        int typed = text.length();
        // The word at the end may not be whole yet.
        boolean typing = error.span() != null && error.span().end() >= typed
                && !Character.isWhitespace(text.charAt(typed - 1));
        if (typing) {
            return null;
        }
        String help = error.help().isEmpty() ? "" : error.help().get(0);
        return new Line(Kind.ERROR, help.startsWith("did you mean") ? error.message() + " · " + help
                : error.message());
    }

    /** What is lacking, and, of a ranking, how many rows there are to rank. */
    private Line needed(String text, Session session, Cancel cancel) {
        String need = Pending.told(text);
        if (need.isEmpty()) {
            return null;
        }
        String rows = "";
        Lexeme first = Lexemes.of(text).get(0);
        boolean ranks = text.substring(first.start(), first.end()).equalsIgnoreCase("rank");
        if (ranks && Pending.after(text).equals("by")) {
            Line listed = of("list" + text.substring(first.end()), session, cancel);
            if (listed != null && listed.kind() == Kind.ERROR) {
                return listed;
            }
            rows = listed == null ? "" : listed.text() + " · ";
        }
        return new Line(Kind.NEED, rows + "needs " + need);
    }
}
