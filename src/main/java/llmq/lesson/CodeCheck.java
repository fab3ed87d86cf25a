package llmq.lesson;

import java.util.List;
import java.util.Locale;
import llmq.diagnostic.Diagnostic;
import llmq.diagnostic.ErrorCode;
import llmq.diagnostic.LlmqException;
import llmq.diagnostic.SourceText;
import llmq.document.Inline;
import llmq.session.KnownNames;
import llmq.session.Session;
import llmq.syntax.Keywords;
import llmq.syntax.Lexeme;
import llmq.syntax.Lexemes;
import llmq.syntax.Parser;
import llmq.syntax.tree.Expr;
import llmq.syntax.tree.Statement;
import llmq.value.Units;

/**
 * Finds what is wrong with the code in a sentence that a learner may copy: whole statements as they are, of pieces the
 * names. What holds {@code ...} is a pattern, and is left alone.
 */
final class CodeCheck {
    private static final String GAP = "...";
    private static final String NOTHING = "nothing has the name '";
    /** Before a word that is no name of anything. */
    private static final String USING = "using";

    private final Session session;
    private final KnownNames known;

    /** @param session with all names that the code may use */
    CodeCheck(Session session) {
        this.session = session;
        this.known = new KnownNames(session);
    }

    /** What is wrong with a hint or something else that is said; {@code null} where nothing is. */
    Diagnostic fault(String sentence) {
        if (isCode(sentence)) {
            return code(sentence);
        }
        for (Inline piece : Inline.of(sentence)) {
            Diagnostic fault = piece.kind() == Inline.Kind.CODE ? code(piece.text()) : null;
            if (fault != null) {
                return fault;
            }
        }
        return null;
    }

    /** A name in backquotes that nothing has, and something almost; {@code null} for none. */
    Diagnostic unknownName(String sentence) {
        for (Inline piece : Inline.of(sentence)) {
            boolean code = piece.kind() == Inline.Kind.CODE && !piece.text().contains(GAP);
            Diagnostic fault = code ? name(piece.text()) : null;
            if (fault != null) {
                return fault;
            }
        }
        return null;
    }

    /** The name that such a fault is about. */
    static String word(Diagnostic unknownName) {
        return unknownName.message().substring(NOTHING.length(), unknownName.message().length() - 1);
    }

    /** Whether a whole sentence is to be typed: it is a query, or begins as one and has no quotes around code. */
    static boolean isCode(String sentence) {
        Statement statement = Typed.last(sentence);
        if (statement != null) {
            boolean word = statement instanceof Statement.Evaluate one && one.value() instanceof Expr.Name;
            return !word && sentence.indexOf('`') < 0;
        }
        int end = 0;
        while (end < sentence.length() && Character.isLowerCase(sentence.charAt(end))) {
            end++;
        }
        boolean ends = sentence.endsWith(".") || sentence.endsWith("?") || sentence.endsWith(":");
        return sentence.indexOf('`') < 0 && !ends && Keywords.verbs().contains(sentence.substring(0, end));
    }

    private Diagnostic code(String code) {
        if (code.contains(GAP)) {
            return null;
        }
        SourceText text = SourceText.of(code);
        List<Statement> statements;
        try {
            statements = new Parser().parse(text).statements();
        } catch (LlmqException e) {
            Diagnostic first = e.diagnostics().get(0);
            boolean begun = isCode(code) && first.code() != ErrorCode.E002;
            return begun ? first : name(code);
        }
        boolean whole = statements.size() == 1 && !(statements.get(0) instanceof Statement.Evaluate);
        try {
            if (statements.size() == 1) {
                session.check(statements.get(0), text);
            }
        } catch (LlmqException e) {
            for (Diagnostic fault : e.diagnostics()) {
                // A piece of a statement is missing what it is asked of, and not its names.
                boolean named = fault.code() == ErrorCode.E102 || fault.code() == ErrorCode.E111;
                if (whole || named) {
                    return fault;
                }
            }
        }
        return name(code);
    }

    /** The first name that nothing has, and something almost; a value of text stands in backquotes, too. */
    private Diagnostic name(String code) {
        String before = "";
        for (Lexeme lexeme : Lexemes.of(code)) {
            boolean name = lexeme.kind() == Lexeme.Kind.NAME || lexeme.kind() == Lexeme.Kind.FUNCTION;
            String word = code.substring(lexeme.start(), lexeme.end());
            String lower = word.toLowerCase(Locale.ROOT);
            boolean bound = name && lexeme.bound() && Units.atom(word) == null && !Keywords.isWord(lower) && !before.equals(USING);
            String near = bound && known.isUnknown(word) ? known.near(word) : null;
            if (near != null) {
                return Diagnostic.of(ErrorCode.E101, NOTHING + word + "'", near);
            }
            before = lower;
        }
        return null;
    }
}
