package llmq.lesson;

import java.util.ArrayList;
import java.util.List;
import llmq.diagnostic.Diagnostic;
import llmq.diagnostic.ErrorCode;
import llmq.diagnostic.LlmqException;
import llmq.diagnostic.SourceText;
import llmq.diagnostic.Span;
import llmq.document.Block;
import llmq.document.Document;
import llmq.document.Placeholders;
import llmq.session.DryRun;
import llmq.session.Session;
import llmq.session.Workspace;
import llmq.syntax.tree.Statement;

/** Finds the figures in prose that cannot be worked out. */
final class ProseCheck {
    private final SourceText source;
    private final Workspace workspace;
    private final List<Diagnostic> faults;

    ProseCheck(SourceText source, Workspace workspace, List<Diagnostic> faults) {
        this.source = source;
        this.workspace = workspace;
        this.faults = faults;
    }

    /** Of a document whose statements are not run. */
    static List<Diagnostic> unrun(Document document, Session fresh, Workspace workspace) {
        List<Diagnostic> faults = new ArrayList<>();
        ProseCheck check = new ProseCheck(document.source(), workspace, faults);
        Session session = fresh;
        for (Block block : document.blocks()) {
            if (!(block instanceof Block.Code code)) {
                check.check(List.of(block), session, false);
            } else if (code.statement() instanceof Statement.Load) {
                // What its rows hold is not known, nor what names prose may use.
                return faults;
            } else {
                try {
                    session = DryRun.after(session, code.statement(), document.source(), null);
                } catch (LlmqException e) {
                    return faults;
                }
            }
        }
        return faults;
    }

    void check(List<Block> blocks, Session session) {
        check(blocks, session, true);
    }

    private void check(List<Block> blocks, Session session, boolean run) {
        for (Block block : blocks) {
            for (String text : texts(block)) {
                check(text, block.span(), session, run);
            }
        }
    }

    /** Finds names in backquotes that nothing has. @param names all that the lesson makes, before or after */
    void names(List<Block> blocks, CodeCheck names) {
        for (Block block : blocks) {
            for (String text : texts(block)) {
                Diagnostic fault = names.unknownName(text);
                if (fault != null) {
                    faults.add(Diagnostic.at(ErrorCode.E503, source, place(CodeCheck.word(fault), block.span()),
                            "the code in this prose is wrong: " + fault.message(), fault.help().toArray(new String[0])));
                }
            }
        }
    }

    private static List<String> texts(Block block) {
        if (block instanceof Block.Paragraph paragraph) {
            return List.of(paragraph.text());
        } else if (block instanceof Block.Heading heading) {
            return List.of(heading.text());
        }
        return block instanceof Block.Points points ? points.points() : List.of();
    }

    /** @param text {@code null} for none */
    void check(String text, Span span, Session session) {
        if (text != null) {
            check(text, span, session, true);
        }
    }

    private void check(String text, Span span, Session session, boolean run) {
        int open = Placeholders.unclosed(text);
        if (open >= 0) {
            int end = text.indexOf(' ', open);
            faults.add(Diagnostic.at(ErrorCode.E502, source, place(text.substring(open, end < 0 ? text.length() : end),
                    span), Placeholders.UNCLOSED, Placeholders.CLOSE));
        }
        Placeholders placeholders = new Placeholders(session, workspace);
        for (String expression : Placeholders.expressions(text)) {
            try {
                if (run) {
                    placeholders.fill("{" + expression + "}");
                } else {
                    placeholders.check(expression);
                }
            } catch (LlmqException e) {
                Span place = place(expression, span);
                for (Diagnostic diagnostic : e.diagnostics()) {
                    faults.add(new Diagnostic(diagnostic.code(), source, place, diagnostic.message(),
                            diagnostic.help()));
                }
            }
        }
    }

    /** Where an expression stands, if it stands in one line; else the whole of the prose. */
    private Span place(String expression, Span span) {
        int at = source.text().indexOf(expression, span.start());
        return at < 0 || at + expression.length() > span.end() ? span : new Span(at, at + expression.length());
    }
}
