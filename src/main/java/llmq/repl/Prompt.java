package llmq.repl;

import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import llmq.diagnostic.LlmqException;
import org.jline.reader.EndOfFileException;
import org.jline.reader.LineReader;
import org.jline.reader.UserInterruptException;
import org.jline.terminal.Terminal;
import org.jline.terminal.Terminal.Signal;
import org.jline.terminal.Terminal.SignalHandler;

/** The loop of reading and running. */
final class Prompt {
    /** Ctrl-C so often during one statement ends llmq, if the statement does not stop by itself. */
    private static final int IMPATIENT = 3;

    private final Terminal terminal;
    private final LineReader reader;
    private final Evaluator evaluator;
    private final Runnable abort;
    private final List<PromptCommand> commands = PromptCommand.all();
    private boolean leaving;

    /** @param abort ends the process at once */
    Prompt(Terminal terminal, LineReader reader, Evaluator evaluator, Runnable abort) {
        this.terminal = terminal;
        this.reader = reader;
        this.evaluator = evaluator;
        this.abort = abort;
    }

    /** Reads and runs until the input ends or {@code /exit}. */
    void loop(String prompt) {
        while (!leaving) {
            String text;
            try {
                text = reader.readLine(prompt);
            } catch (UserInterruptException e) {
                continue;
            } catch (EndOfFileException e) {
                if (e.getPartialLine() != null) {
                    handle(e.getPartialLine());
                }
                // The shell's own prompt belongs on a line of its own.
                terminal.writer().println();
                terminal.writer().flush();
                return;
            }
            handle(text);
        }
    }

    private void handle(String text) {
        String stripped = text.strip();
        if (stripped.isEmpty()) {
            return;
        }
        try {
            if (stripped.startsWith("/")) {
                command(stripped);
                return;
            }
            PromptCommand command = PromptCommand.ofWord(stripped, commands);
            String topic = PromptCommand.topic(stripped);
            if (command != null) {
                command.run().accept(this, "");
            } else if (topic != null) {
                help(topic);
            } else {
                evaluate(text);
            }
        } catch (LlmqException e) {
            evaluator.report(e);
        } catch (RuntimeException | StackOverflowError | OutOfMemoryError e) {
            evaluator.crashed(e);
        }
    }

    private void command(String text) {
        int end = 1;
        while (end < text.length() && !Character.isWhitespace(text.charAt(end))) {
            end++;
        }
        PromptCommand.find(text.substring(0, end), commands).run().accept(this, text.substring(end).strip());
    }

    /** Without the handler, Ctrl-C would end the process while JLine holds the terminal. */
    private void evaluate(String text) {
        AtomicInteger presses = new AtomicInteger();
        SignalHandler before = terminal.handle(Signal.INT, signal -> {
            if (presses.incrementAndGet() >= IMPATIENT) {
                abort.run();
            }
        });
        try {
            evaluator.evaluate(text, terminal.getWidth(), () -> presses.get() > 0);
        } finally {
            terminal.handle(Signal.INT, before);
        }
    }

    void names() {
        evaluator.names(terminal.getWidth());
    }

    void leave() {
        leaving = true;
    }

    /** Of one word, or of the prompt. */
    void help(String topic) {
        PromptCommand command = PromptCommand.named(topic, commands);
        if (topic.isEmpty()) {
            help();
        } else if (command != null) {
            terminal.writer().println(command.usage() + "  " + command.summary());
            terminal.writer().flush();
        } else {
            evaluate(PromptCommand.described(topic));
        }
    }

    private void help() {
        PrintWriter writer = terminal.writer();
        writer.println("A statement runs when its line is complete; an empty line ends one that is not.");
        writer.println("describe lists what there is to ask about. Commands of the prompt:");
        int width = 0;
        for (PromptCommand command : commands) {
            width = Math.max(width, command.usage().length());
        }
        for (PromptCommand command : commands) {
            writer.println("  " + command.usage() + " ".repeat(width - command.usage().length() + 2)
                    + command.summary());
        }
        writer.flush();
    }
}
