package llmq.document;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import llmq.diagnostic.Diagnostic;
import llmq.diagnostic.ErrorCode;
import llmq.diagnostic.LlmqException;
import llmq.diagnostic.SourceText;
import llmq.render.Format;
import llmq.render.Printers;
import llmq.result.Layout;
import llmq.result.Result;
import llmq.session.Outcome;
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
    private final Session session;
    private final Workspace workspace;

    /** @param session as it is where the prose stands */
    public Placeholders(Session session, Workspace workspace) {
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
        StringBuilder filled = new StringBuilder();
        int i = 0;
        while (i < text.length()) {
            char c = text.charAt(i);
            boolean twice = i + 1 < text.length() && text.charAt(i + 1) == c;
            int end = c == '{' && !twice ? text.indexOf('}', i) : -1;
            if (end > 0) {
                filled.append(value(text.substring(i + 1, end).strip()));
                i = end + 1;
            } else {
                filled.append(c);
                i += (c == '{' || c == '}') && twice ? 2 : 1;
            }
        }
        return filled.toString();
    }

    /** An expression's value, as a person would be told it. */
    private String value(String expression) {
        SourceText text = SourceText.of(expression);
        List<Statement> statements = new Parser().parse(text).statements();
        Outcome outcome = statements.size() == 1 ? session.run(statements.get(0), text, workspace) : null;
        if (outcome == null || outcome.result() == null || outcome.result().layout() != Layout.SCALAR) {
            throw Diagnostic.of(ErrorCode.E502, "{" + expression + "} in prose is not one value",
                    "an expression stands there, such as {mmlu of DBRX}; two braces stand for one").toException();
        }
        Result bare = outcome.result().with(List.of());
        StringBuilder printed = new StringBuilder();
        try {
            Printers.of(Format.TABLE, Style.WHOLE).print(bare, printed);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        // What stands beneath, as how many rows were left out, is about a result and not about its value.
        String value = printed.toString().strip();
        int end = value.indexOf('\n');
        value = end < 0 ? value : value.substring(0, end).strip();
        return value.endsWith(" %") ? value.substring(0, value.length() - 2) + "%" : value;
    }
}
