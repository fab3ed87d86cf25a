package llmq.repl;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.logging.Level;
import java.util.logging.Logger;
import llmq.present.Prompter;
import llmq.present.Show;
import llmq.session.Session;
import llmq.text.Wrap;
import org.jline.reader.LineReader;
import org.jline.terminal.Attributes;
import org.jline.terminal.Size;
import org.jline.terminal.Terminal;
import org.jline.terminal.impl.DumbTerminal;
import org.jline.utils.InfoCmp;
import org.jline.utils.Signals;

/** The door to the prompt, and the one place where JLine is set up. */
public final class Terminals {
    /** What stands for no character where the byte 0xFF does: on systems from Berkeley, but not on Linux. */
    private static final int NO_CHARACTER = 0xFF;

    private static final String UNWRITABLE = "cannot be written";
    private static final Size USUAL = new Size(80, 24);
    private static final long MOST_BYTES = 5_000_000;

    private final Map<String, String> environment;
    private final Charset charset;

    /** @param environment which says of what type the terminal is; @param charset of what is typed and shown */
    public Terminals(Map<String, String> environment, Charset charset) {
        this.environment = environment;
        this.charset = charset;
    }

    /**
     * Opens the terminal of the process and reads statements from it until the user leaves.
     *
     * @throws IOException where there is no terminal to be had
     */
    public void prompt(Evaluator evaluator, PromptSettings settings) throws IOException {
        opened(terminal -> run(terminal, evaluator, settings), settings);
    }

    /**
     * Opens it and presents until the user leaves.
     *
     * @param typing   what is typed to in a session, on the way
     * @param settings of the prompt then
     * @return whether it can show whole screens; if not, nothing was presented
     * @throws IOException where there is no terminal to be had
     */
    public boolean present(Show show, Function<Session, Evaluator> typing, PromptSettings settings)
            throws IOException {
        return whole(terminal -> new Presenter(terminal, show, typing, settings).run(), settings);
    }

    /**
     * Opens it and follows a show until the user leaves.
     *
     * @return whether it can show whole screens; if not, nothing was shown
     * @throws IOException where there is no terminal to be had
     */
    public boolean follow(Prompter prompter, PromptSettings settings) throws IOException {
        return whole(terminal -> new Follower(terminal, prompter).run(), settings);
    }

    private boolean whole(Consumer<Terminal> work, PromptSettings settings) throws IOException {
        boolean[] whole = {false};
        opened(terminal -> {
            whole[0] = !(terminal instanceof DumbTerminal)
                    && terminal.getStringCapability(InfoCmp.Capability.cursor_address) != null;
            if (whole[0]) {
                work.accept(terminal);
            }
        }, settings);
        return whole[0];
    }

    private void opened(Consumer<Terminal> work, PromptSettings settings) throws IOException {
        // JLine would write what troubles it over the prompt. Held, as a logger that nobody holds is forgotten.
        Logger log = Logger.getLogger("org.jline");
        log.setLevel(settings.debug() ? Level.ALL : Level.OFF);
        try (Terminal terminal = open()) {
            Suspension.allow(terminal);
            if (terminal instanceof DumbTerminal) {
                // JLine leaves the signals of such a one alone, and Ctrl-C would end the process.
                Signals.register(Terminal.Signal.INT.name(), () -> terminal.raise(Terminal.Signal.INT));
            }
            Size size = terminal.getSize();
            boolean sizeless = !(terminal instanceof DumbTerminal) && (size.getColumns() == 0 || size.getRows() == 0);
            if (sizeless) {
                // A serial line says nothing of a window, and JLine would draw none of what is typed.
                terminal.setSize(USUAL);
            }
            ignoreQuit(terminal);
            work.accept(terminal);
            if (sizeless) {
                terminal.setSize(size);
            }
        }
        log.setLevel(Level.OFF);
    }

    /** The files have gone again when it is open: a library in use needs no name, and no end of llmq leaves it. */
    private Terminal open() throws IOException {
        try (NativeFiles files = NativeFiles.open()) {
            return SystemTerminal.open(environment, charset);
        }
    }

    /** Ctrl-\ would have Java print the stacks of all its threads: it becomes a key like others. */
    private static void ignoreQuit(Terminal terminal) {
        Attributes attributes = terminal.getAttributes();
        String system = System.getProperty("os.name", "");
        attributes.setControlChar(Attributes.ControlChar.VQUIT,
                system.startsWith("Mac") || system.endsWith("BSD") ? NO_CHARACTER : 0);
        terminal.setAttributes(attributes);
    }

    /** The prompt on a terminal that is open. */
    static void run(Terminal terminal, Evaluator evaluator, PromptSettings settings) {
        StatementEditor editor = editor(terminal, evaluator, settings);
        for (String line : settings.banner()) {
            for (String part : Wrap.lines(line, terminal.getWidth())) {
                terminal.writer().println(part);
            }
        }
        terminal.writer().flush();
        new Prompt(terminal, editor, evaluator, settings.abort()).loop();
    }

    private static StatementEditor editor(Terminal terminal, Evaluator evaluator, PromptSettings settings) {
        StatementEditor editor = new StatementEditor(terminal, evaluator);
        editor.setParser(new StatementParser(evaluator));
        editor.setHighlighter(new StatementHighlighter(evaluator, editor));
        // Else "!" and "\" would mean what they do not mean in the language.
        editor.option(LineReader.Option.DISABLE_EVENT_EXPANSION, true);
        Path history = settings.history();
        String trouble = history == null ? null : trouble(history);
        if (trouble != null) {
            terminal.writer().println("history is not kept: " + history + " " + trouble);
        } else if (history != null) {
            editor.variable(LineReader.HISTORY_FILE, history);
        }
        return editor;
    }

    /** What stands against keeping the history there, whose folder is made if need be; {@code null} for nothing. */
    public static String trouble(Path history) {
        try {
            Files.createDirectories(history.getParent());
            if (!Files.exists(history)) {
                return Files.isWritable(history.getParent()) ? null : UNWRITABLE;
            }
            if (!Files.isRegularFile(history) || !Files.isWritable(history)) {
                return UNWRITABLE;
            }
            if (Files.size(history) > MOST_BYTES) {
                // JLine keeps it short; one that it did not write would keep it busy for minutes.
                return "is too large";
            }
            Files.readString(history);
            return null;
        } catch (CharacterCodingException e) {
            return "is not UTF-8 text";
        } catch (IOException e) {
            return UNWRITABLE;
        }
    }
}
