package llmq.repl;

import java.io.IOError;
import java.util.function.Consumer;
import llmq.diagnostic.LlmqException;
import llmq.engine.Cancel;
import llmq.syntax.Pasted;
import llmq.text.Role;
import org.jline.reader.EndOfFileException;
import org.jline.reader.UserInterruptException;
import org.jline.terminal.Terminal;

/** The loop of reading and running. */
final class Prompt {
    private static final String WARNING = "the statement is being stopped; Ctrl-C once more ends llmq, and"
            + " all names and results with it";
    private static final String NEEDED = "%M";

    private final Terminal terminal;
    private final StatementEditor editor;
    private final Evaluator evaluator;
    private final Runnable abort;
    private final TerminalScreen screen;
    private boolean leaving;

    /** @param abort ends the process at once */
    Prompt(Terminal terminal, StatementEditor editor, Evaluator evaluator, Runnable abort) {
        this.terminal = terminal;
        this.editor = editor;
        this.evaluator = evaluator;
        this.abort = abort;
        this.screen = new TerminalScreen(terminal, editor);
    }

    /** Reads and runs until the input ends or {@code /exit}. */
    void loop() {
        try {
            if (evaluator.opens()) {
                // Ctrl-C stops what never ends, so that it keeps nobody out.
                tried(evaluator::open);
            }
            read();
        } finally {
            evaluator.close();
        }
    }

    private void read() {
        while (!leaving) {
            String text;
            try {
                text = editor.next(prompt());
            } catch (UserInterruptException e) {
                editor.forget();
                continue;
            } catch (EndOfFileException e) {
                if (e.getPartialLine() != null) {
                    handle(e.getPartialLine());
                }
                // The shell's own prompt belongs on a line of its own.
                terminal.writer().println();
                terminal.writer().flush();
                return;
            } catch (IOError e) {
                // The window has gone, and everybody with it.
                return;
            }
            handle(text);
        }
    }

    private void handle(String text) {
        String stripped = text.strip();
        if (stripped.isEmpty()) {
            if (evaluator.isDone()) {
                leaving = true;
            } else if (evaluator.waits()) {
                tried(cancel -> evaluator.goOn(terminal.getWidth(), terminal.getHeight(), cancel));
            }
            return;
        }
        if (stripped.startsWith("/") || evaluator.isCommand(stripped)) {
            tried(cancel -> leaving = evaluator.command(stripped, screen, cancel));
        } else {
            tried(cancel -> evaluator.evaluate(text, terminal.getWidth(), terminal.getHeight(), cancel));
        }
    }

    private void tried(Consumer<Cancel> work) {
        try {
            guarded(work);
        } catch (LlmqException e) {
            evaluator.report(e);
        } catch (RuntimeException | StackOverflowError | OutOfMemoryError e) {
            evaluator.crashed(e);
        }
    }

    /** Sets the prompt for further lines, too: that is as wide, so that what is typed stands in one column. */
    private String prompt() {
        String first = evaluator.prompt();
        // It begins with what the statement still needs.
        editor.setVariable(StatementEditor.SECONDARY_PROMPT_PATTERN, painted(NEEDED + escaped(Pasted.more(first))));
        return painted(escaped(first));
    }

    private String painted(String pattern) {
        return evaluator.theme().paint(Role.PROMPT, pattern);
    }

    /** To JLine a percent sign is the start of a pattern. */
    private static String escaped(String prompt) {
        return prompt.replace("%", "%%");
    }

    private void guarded(Consumer<Cancel> work) {
        Interrupts interrupts = new Interrupts(() -> {
            terminal.writer().println();
            terminal.writer().println(WARNING);
            terminal.writer().flush();
        }, abort);
        try {
            interrupts.during(terminal, work);
        } catch (LlmqException e) {
            if (interrupts.requested()) {
                editor.forget();
                // The terminal has written ^C, and the cursor stands after it.
                terminal.writer().println();
                terminal.writer().flush();
            }
            throw e;
        }
    }
}
