package llmq.document;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import llmq.diagnostic.Diagnostic;
import llmq.diagnostic.ErrorCode;
import llmq.diagnostic.LlmqException;
import llmq.diagnostic.SourceText;
import llmq.render.Printers;
import llmq.result.Format;
import llmq.result.Layout;
import llmq.result.Result;
import llmq.session.Session;
import llmq.session.Workspace;
import llmq.syntax.Parser;
import llmq.syntax.tree.Statement;
import llmq.text.Style;

/**
 * Puts figures into prose: of <code>DBRX has {mmlu of DBRX}</code> the braces and what is between them give way to the
 * value, so that a text never says what the catalog no longer does. Two braces stand for one.
 */
public final class Placeholders {
    /** What is wrong where it is so, and what would be right. */
    public static final String UNCLOSED = "this brace is never closed";
    public static final String CLOSE = "the expression ends with '}', such as {mmlu of DBRX}; two braces stand for one";

    private final Supplier<Session> session;
    private final Workspace workspace;

    /** @param session as it is where the prose stands */
    public Placeholders(Session session, Workspace workspace) {
        this(() -> session, workspace);
    }

    /** The same, worked out where there is a figure to put in. */
    public Placeholders(Supplier<Session> session, Workspace workspace) {
        this.session = session;
        this.workspace = workspace;
    }

    /** @throws LlmqException where an expression does not check, or is not one value */
    public List<Block> fill(List<Block> blocks) {
        List<Block> filled = new ArrayList<>();
        for (Block block : blocks) {
            filled.add(fill(block));
        }
        return filled;
    }

    private Block fill(Block block) {
        if (block instanceof Block.Paragraph paragraph) {
            return new Block.Paragraph(fill(paragraph.text()), paragraph.span());
        } else if (block instanceof Block.Points points) {
            List<String> filled = new ArrayList<>();
            for (String point : points.points()) {
                filled.add(fill(point));
            }
            return new Block.Points(filled, points.span());
        } else if (block instanceof Block.Heading heading) {
            return new Block.Heading(fill(heading.text()), heading.level(), heading.span());
        }
        return block;
    }

    /** @throws LlmqException as above */
    public String fill(String text) {
        if (text.indexOf('{') < 0 && text.indexOf('}') < 0) {
            return text;
        }
        int open = unclosed(text);
        if (open >= 0) {
            throw Diagnostic.of(ErrorCode.E502, UNCLOSED, CLOSE).toException();
        }
        return replaced(text, this::value);
    }

    /** Where the first brace stands that no other one closes; −1 for nowhere. */
    public static int unclosed(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) != '{') {
                continue;
            }
            boolean twice = text.startsWith("{{", i);
            int end = twice ? i + 1 : end(text, i + 1);
            if (end < 0) {
                return i;
            }
            i = end;
        }
        return -1;
    }

    /** The expressions between the braces of a text. */
    public static List<String> expressions(String text) {
        List<String> expressions = new ArrayList<>();
        replaced(text, expression -> {
            expressions.add(expression);
            return "";
        });
        return expressions;
    }

    /** A text without its figures, for where there is no session to have them from. */
    public static String without(String text) {
        return replaced(text, expression -> "…");
    }

    /** A text with something else in place of each expression, and of two braces one. */
    private static String replaced(String text, UnaryOperator<String> value) {
        StringBuilder out = new StringBuilder();
        int i = 0;
        while (i < text.length()) {
            char c = text.charAt(i);
            boolean twice = i + 1 < text.length() && text.charAt(i + 1) == c;
            int end = c == '{' && !twice ? end(text, i + 1) : -1;
            if (end > 0) {
                out.append(value.apply(text.substring(i + 1, end).strip()));
                i = end + 1;
            } else {
                out.append(c);
                i += (c == '{' || c == '}') && twice ? 2 : 1;
            }
        }
        return out.toString();
    }

    /** Where the brace stands that ends an expression, which is none within quotes; −1 for nowhere. */
    private static int end(String text, int from) {
        char quote = 0;
        for (int i = from; i < text.length(); i++) {
            char c = text.charAt(i);
            if (quote != 0) {
                quote = c == quote ? 0 : quote;
            } else if (c == '"' || c == '\'' || c == '`') {
                quote = c;
            } else if (c == '}') {
                return i;
            }
        }
        return text.indexOf('}', from);
    }

    /** Whether an expression can be worked out, without doing it. @throws LlmqException where it cannot */
    public void check(String expression) {
        SourceText text = SourceText.of(expression);
        session.get().check(statement(text), text);
    }

    private static Statement statement(SourceText text) {
        List<Statement> statements = new Parser().parse(text).statements();
        if (statements.size() != 1 || !(statements.get(0) instanceof Statement.Evaluate)) {
            throw Diagnostic.of(ErrorCode.E502, "{" + text.text() + "} in prose is no expression",
                    "an expression stands there, such as {mmlu of DBRX}; two braces stand for one").toException();
        }
        return statements.get(0);
    }

    /** An expression's value, as a person would be told it. */
    private String value(String expression) {
        SourceText text = SourceText.of(expression);
        Result result = session.get().run(statement(text), text, workspace).result();
        if (result == null || result.layout() != Layout.SCALAR) {
            throw Diagnostic.of(ErrorCode.E502, "{" + expression + "} in prose is not one value",
                    "an expression stands there, such as {mmlu of DBRX}; two braces stand for one").toException();
        }
        return printed(result);
    }

    /** A result of one value, as a person would be told it. */
    public static String printed(Result result) {
        Result bare = new Result(Layout.SCALAR, null, result.table(), result.shown(), List.of(), List.of(),
                result.considered(), result.wanted());
        String value = Printers.of(Format.TABLE, Style.WHOLE).text(bare).strip();
        // In a table the unit stands over its column, in a sentence a percentage is one word.
        return value.endsWith(" %") ? value.substring(0, value.length() - 2) + "%" : value;
    }
}
