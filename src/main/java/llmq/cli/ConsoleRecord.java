package llmq.cli;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import llmq.catalog.Catalog;
import llmq.command.Commands;
import llmq.command.Desk;
import llmq.command.Settings;
import llmq.diagnostic.LlmqException;
import llmq.engine.Cancel;
import llmq.session.Session;
import llmq.syntax.Pasted;

/**
 * A block of what was typed and what came of it. A line {@code llmq> …} is typed at the prompt and may go on in lines
 * {@code    ...> …}; a line {@code $ llmq …} is a command of the shell. All else is output, as it is in a window of that
 * size without colour.
 */
public final class ConsoleRecord {
    public static final String PROMPT = Pasted.PROMPT;
    public static final String MORE = " ...> ";
    private static final List<String> COMMANDS = List.of("$ llmq ", "$ scripts/llmq ");

    private final World world;
    private final int columns;
    private final int rows;
    private final Catalog catalog;
    private final boolean sandbox;
    private final ByteArrayOutputStream screen = new ByteArrayOutputStream();
    private Printing printing;
    private Desk desk;

    /** @param around whose folder and clock it has */
    public ConsoleRecord(World around, Catalog catalog, boolean sandbox, int columns, int rows) {
        this.columns = columns;
        this.rows = rows;
        this.catalog = catalog;
        this.sandbox = sandbox;
        this.world = window(around, screen);
    }

    private World window(World around, ByteArrayOutputStream shown) {
        Map<String, String> environment = new HashMap<>();
        environment.put("NO_COLOR", "1");
        // Neither settings nor history of whoever runs it have a part in it.
        return new World(new ByteArrayInputStream(new byte[0]), shown, shown, environment, around.clock(),
                around.directory(), null, new World.Terminals(false, true, true, columns, rows), true);
    }

    /** Whether every command in a block is one of llmq that answers, and rewrites or tests no other documents. */
    static boolean isOwn(List<String> lines) {
        boolean typed = false;
        for (String line : lines) {
            String command = command(line);
            typed |= command != null || line.startsWith(PROMPT);
            if (line.startsWith("$ ") && (command == null || !answers(words(command)))) {
                return false;
            }
        }
        return typed;
    }

    /** Whether a block of these lines would be read back with the same commands in it. */
    static boolean isRecordable(List<String> old, List<String> now) {
        int typed = 0;
        for (String line : old) {
            typed += isTyped(line) ? 1 : 0;
        }
        for (String line : now) {
            typed -= isTyped(line) ? 1 : 0;
            if (line.startsWith("```")) {
                return false;
            }
        }
        return typed == 0;
    }

    private static boolean isTyped(String line) {
        return line.startsWith("$ ") || line.startsWith(PROMPT) || line.startsWith(MORE);
    }

    private static boolean answers(List<String> arguments) {
        try {
            CommandLine line = CommandLineParser.parse(arguments);
            boolean prompt = line.command() == null && line.statements() == null;
            boolean only = line.command() == null || line.command() == Command.RUN || line.command() == Command.CHECK
                    || line.command() == Command.FMT && !line.has(Option.WRITE);
            return only && (!prompt || line.has(Option.HELP) || line.has(Option.VERSION));
        } catch (LlmqException e) {
            // What is wrong with it is what it prints.
            return true;
        }
    }

    private static String command(String line) {
        for (String start : COMMANDS) {
            if (line.startsWith(start)) {
                return line.substring(start.length());
            }
        }
        return null;
    }

    /**
     * The lines that a block should have: what was typed in the old ones, with what comes of it now. The next block
     * goes on from there.
     */
    public List<String> anew(List<String> old) {
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < old.size(); i++) {
            String line = old.get(i);
            String command = command(line);
            if (command == null && !line.startsWith(PROMPT)) {
                if (i == 0) {
                    // What stands above the first prompt came of nothing that can be typed again.
                    lines.add(line);
                }
                continue;
            }
            gap(lines);
            lines.add(line);
            if (command != null) {
                lines.addAll(shell(words(command)).lines().toList());
                continue;
            }
            StringBuilder text = new StringBuilder(line.substring(PROMPT.length())).append('\n');
            while (i + 1 < old.size() && old.get(i + 1).startsWith(MORE)) {
                i++;
                lines.add(old.get(i));
                text.append(old.get(i).substring(MORE.length())).append('\n');
            }
            lines.addAll(answer(text.toString().strip()).lines().toList());
        }
        return lines;
    }

    private String shell(List<String> arguments) {
        ByteArrayOutputStream shown = new ByteArrayOutputStream();
        List<String> all = new ArrayList<>(arguments);
        if (sandbox) {
            all.add(0, Option.SANDBOX.word());
        }
        Program.run(all, window(world, shown));
        return shown.toString(StandardCharsets.UTF_8);
    }

    private String answer(String text) {
        if (desk == null) {
            printing = new Printing(world);
            Interpreter interpreter = new Interpreter(world, printing, Session.start(catalog), sandbox);
            printing.apply(Settings.usual());
            desk = new Desk(new PromptHost(world, printing, interpreter, catalog, Map.of(), sandbox, null),
                    Settings.usual(), null);
        }
        screen.reset();
        try {
            if (text.startsWith("/") || Commands.isWord(text)) {
                desk.command(text, new Unattended(columns, rows), Cancel.never());
            } else {
                desk.evaluate(text, Cancel.never());
            }
        } catch (LlmqException e) {
            printing.failure(e);
        }
        printing.out().flush();
        printing.err().flush();
        return screen.toString(StandardCharsets.UTF_8);
    }

    /** An empty line after output, none between statements that print nothing. */
    private static void gap(List<String> lines) {
        boolean silent = lines.isEmpty() || lines.get(lines.size() - 1).startsWith(PROMPT)
                || lines.get(lines.size() - 1).startsWith(MORE);
        if (!silent) {
            lines.add("");
        }
    }

    /** The words of a command line, as a POSIX shell would split it where there are only plain words and quotes. */
    private static List<String> words(String line) {
        List<String> words = new ArrayList<>();
        StringBuilder word = null;
        char quote = 0;
        for (char c : line.toCharArray()) {
            if (quote != 0) {
                if (c == quote) {
                    quote = 0;
                } else {
                    word.append(c);
                }
            } else if (c == '\'' || c == '"') {
                quote = c;
                word = word == null ? new StringBuilder() : word;
            } else if (c == ' ') {
                if (word != null) {
                    words.add(word.toString());
                    word = null;
                }
            } else {
                word = word == null ? new StringBuilder() : word;
                word.append(c);
            }
        }
        if (word != null) {
            words.add(word.toString());
        }
        return words;
    }
}
