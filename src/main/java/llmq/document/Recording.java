package llmq.document;

import java.util.ArrayList;
import java.util.List;
import llmq.diagnostic.Diagnostic;
import llmq.diagnostic.LlmqException;
import llmq.diagnostic.SourceText;
import llmq.render.DiagnosticPrinter;
import llmq.render.Printer;
import llmq.render.Printers;
import llmq.result.Format;
import llmq.session.Outcome;
import llmq.session.Session;
import llmq.session.Workspace;
import llmq.text.Style;
import llmq.text.Theme;

/**
 * Runs the statements of a document, and holds what each prints against what the document says it does. An error is
 * what a statement prints, too: where it is recorded, the document goes on after it.
 *
 * @param statements  how many were run
 * @param recorded    of how many of them the output is recorded
 * @param differences those that print something else, in order
 * @param renewed     the document's text with the output that there is now
 * @param failure     why it did not run to its end; {@code null} where it did
 */
public record Recording(int statements, int recorded, List<Difference> differences, String renewed,
        LlmqException failure) {
    /** Of the window that a document is recorded in, unless it says otherwise. */
    public static final int COLUMNS = 96;
    public static final int ROWS = 40;


    public Recording {
        differences = List.copyOf(differences);
    }

    /**
     * A statement that prints something else.
     *
     * @param line     of the document in which its statement begins, from 1
     * @param recorded what it should print
     * @param printed  what it prints
     */
    public record Difference(int line, List<String> recorded, List<String> printed) {
        public Difference {
            recorded = List.copyOf(recorded);
            printed = List.copyOf(printed);
        }

        /** The lines of both, those that are in one only with a sign before them; what both begin and end with once. */
        public List<String> lines() {
            int shorter = Math.min(recorded.size(), printed.size());
            int head = 0;
            while (head < shorter && recorded.get(head).equals(printed.get(head))) {
                head++;
            }
            int tail = 0;
            while (tail < shorter - head && recorded.get(recorded.size() - 1 - tail)
                    .equals(printed.get(printed.size() - 1 - tail))) {
                tail++;
            }
            List<String> lines = new ArrayList<>();
            add(lines, "  ", recorded.subList(0, head));
            add(lines, "- ", recorded.subList(head, recorded.size() - tail));
            add(lines, "+ ", printed.subList(head, printed.size() - tail));
            add(lines, "  ", recorded.subList(recorded.size() - tail, recorded.size()));
            return lines;
        }

        private static void add(List<String> lines, String sign, List<String> more) {
            for (String line : more) {
                lines.add((sign + line).stripTrailing());
            }
        }
    }

    /**
     * @param session that the document begins with
     * @throws LlmqException where it is stopped
     */
    public static Recording play(Document document, Session session, Workspace workspace) {
        return new Player(document, workspace).play(session);
    }

    /** Errors as a document shows them: without the place, which another line of it would change. */
    public static String errors(List<Diagnostic> diagnostics) {
        List<Diagnostic> placeless = new ArrayList<>();
        for (Diagnostic one : diagnostics) {
            placeless.add(new Diagnostic(one.code(), null, null, one.message(), one.help()));
        }
        return new DiagnosticPrinter(Style.WHOLE).text(placeless).stripTrailing();
    }

    private static final class Player {
        private final Document document;
        private final Workspace workspace;
        private final Printer printer = Printers.of(Format.TABLE,
                new Style(COLUMNS, Theme.NONE, true, false, ROWS, 0, ROWS));
        private final List<Difference> differences = new ArrayList<>();
        private final StringBuilder renewed = new StringBuilder();
        private int done;

        Player(Document document, Workspace workspace) {
            this.document = document;
            this.workspace = workspace;
        }

        Recording play(Session first) {
            Session session = first;
            int statements = 0;
            int recorded = 0;
            LlmqException failure = null;
            SourceText source = document.source();
            for (Block block : document.blocks()) {
                if (!(block instanceof Block.Code code)) {
                    continue;
                }
                statements++;
                List<String> printed;
                try {
                    Outcome outcome = session.run(code.statement(), source, workspace);
                    session = outcome.session();
                    printed = lines(outcome);
                } catch (LlmqException e) {
                    if (code.recorded() == null || workspace.cancel().requested()) {
                        failure = e;
                        break;
                    }
                    printed = lines(errors(e.diagnostics()));
                }
                if (code.recorded() != null) {
                    recorded++;
                    hold(code, printed);
                }
            }
            String text = failure != null ? source.text() : renewed + source.text().substring(done);
            return new Recording(statements, recorded, differences, text, failure);
        }

        private List<String> lines(Outcome outcome) {
            String result = outcome.result() == null ? "" : printer.text(outcome.result());
            return lines(outcome.message() == null ? result : result + outcome.message());
        }

        private static List<String> lines(String text) {
            List<String> lines = new ArrayList<>();
            for (String line : text.stripTrailing().split("\n")) {
                lines.add(line.stripTrailing());
            }
            return lines.equals(List.of("")) ? List.of() : lines;
        }

        private void hold(Block.Code code, List<String> printed) {
            SourceText source = document.source();
            Block.Recorded recorded = code.recorded();
            List<String> said = recorded.lines().equals(List.of("")) ? List.of() : recorded.lines();
            if (!said.equals(printed)) {
                differences.add(new Difference(source.line(code.span().start()), said, printed));
            }
            renewed.append(source.text(), done, recorded.span().start());
            String newline = source.text().contains("\r\n") ? "\r\n" : "\n";
            for (int i = 0; i < Math.max(1, printed.size()); i++) {
                String line = i < printed.size() ? printed.get(i) : "";
                renewed.append(i == 0 ? "" : newline).append(line.isEmpty() ? DocumentReader.OUTPUT
                        : DocumentReader.OUTPUT + " " + line);
            }
            done = recorded.span().end();
        }
    }
}
