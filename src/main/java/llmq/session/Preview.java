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
import llmq.syntax.Completeness;
import llmq.syntax.Keywords;
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

        /** Whether what was said of the text before still holds. */
        public boolean isSame() {
            return text.isEmpty();
        }

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

    /** What is typed says nothing new yet: the word at its end may not be whole, or it went on too fast. */
    public static final Line SAME = new Line(Kind.NEED, "");

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
    private static final String NEEDS = "needs ";
    private static final String WAY_OUT = " · Ctrl-C drops it";

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

    /** @return {@code null} where there is nothing to say, or where it would take too long */
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
            return SAME;
        }
        String lacking = error.code() == ErrorCode.E001
                ? Pending.beforeStatement(text, error.span() == null ? -1 : error.span().start()) : "";
        if (!lacking.isEmpty()) {
            return new Line(Kind.NEED, NEEDS + lacking + WAY_OUT);
        }
        int end = error.span() == null ? 0 : error.span().end();
        // The word at the end may not be whole yet, and what stands before it may be about to be used.
        if (end >= text.length() || end >= text.stripTrailing().length() && !isSure(error.code())
                || isTyped(error, text)) {
            return error.code() == ErrorCode.E004
                    ? new Line(Kind.NEED, NEEDS + "a closing " + text.charAt(error.span().start())) : SAME;
        }
        String help = error.help().isEmpty() ? "" : error.help().get(0);
        return new Line(Kind.ERROR, help.startsWith("did you mean") ? error.message() + " · " + help
                : error.message());
    }

    /** Whether the word that is being typed decides what the words before it are. */
    private static boolean isTyped(Diagnostic error, String text) {
        String word = error.span() == null ? "" : text.substring(error.span().start(), error.span().end());
        String after = error.span() == null ? "" : text.substring(error.span().end());
        return switch (error.code()) {
            case E001 -> after.isBlank() ? Keywords.isWord(word)
                    : Character.isLetterOrDigit(text.charAt(text.length() - 1)) && Lexemes.of(after).size() == 1;
            // The sign of an exponent.
            case E003 -> after.equals("-") || after.equals("+");
            default -> false;
        };
    }

    /** Whether nothing that is typed behind it can make it right. */
    private static boolean isSure(ErrorCode code) {
        return switch (code) {
            case E101, E102, E107, E108, E111, E117 -> true;
            default -> code.ordinal() < ErrorCode.E101.ordinal();
        };
    }

    /** What is lacking, and, of a ranking, how many rows there are to rank. */
    private Line needed(String text, Session session, Cancel cancel) {
        String need = Pending.lacking(text);
        String rows = "";
        int rank = Pending.after(text).equals(Pending.RANKED) ? lastRank(text) : -1;
        // As a list it can be run without what it is ranked by.
        String list = rank < 0 ? "" : text.substring(0, rank) + "list" + text.substring(rank + "rank".length());
        if (Completeness.of(list) == Completeness.COMPLETE) {
            Line listed = of(list, session, cancel);
            // Where a word of it is being typed, what was said before holds.
            if (listed != null && (listed.kind() == Kind.ERROR || listed.isSame())) {
                return listed;
            }
            rows = listed == null || listed.kind() != Kind.ROWS ? "" : listed.text() + " · ";
        }
        boolean waits = text.indexOf('\n') >= 0 && text.substring(text.lastIndexOf('\n')).isBlank();
        return need.isEmpty() ? SAME : new Line(Kind.NEED, rows + NEEDS + need + (waits ? WAY_OUT : ""));
    }

    private static int lastRank(String text) {
        int last = -1;
        for (Lexeme lexeme : Lexemes.of(text)) {
            last = lexeme.kind() == Lexeme.Kind.KEYWORD
                    && text.substring(lexeme.start(), lexeme.end()).equalsIgnoreCase("rank") ? lexeme.start() : last;
        }
        return last;
    }
}
