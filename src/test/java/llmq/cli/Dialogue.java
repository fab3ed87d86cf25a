package llmq.cli;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import llmq.catalog.Catalog;
import llmq.command.Commands;
import llmq.command.Desk;
import llmq.command.Journal;
import llmq.command.Settings;
import llmq.command.SettingsFile;
import llmq.diagnostic.LlmqException;
import llmq.document.Recording;
import llmq.engine.Cancel;
import llmq.session.Session;

/** What a person sees at the prompt, or in a shell, in a window without colour. */
public final class Dialogue {
    public static final int COLUMNS = Recording.COLUMNS;
    public static final int ROWS = Recording.ROWS;

    /** Another program that the terminal is lent to. */
    public interface Guest {
        int run(List<String> program) throws IOException;
    }

    private final ByteArrayOutputStream screen = new ByteArrayOutputStream();
    private final List<String> typed = new ArrayList<>();
    private final Printing printing;
    private final Interpreter interpreter;
    private final Desk desk;
    private final int columns;
    private final int rows;
    private Guest guest = program -> {
        throw new IOException("no such program");
    };

    /** @param directory what relative paths are relative to */
    public Dialogue(Path directory) {
        this(directory, COLUMNS, ROWS);
    }

    /** In a window of this size. */
    public Dialogue(Path directory, int columns, int rows) {
        this(directory, Map.of(), null, false, columns, rows);
    }

    /**
     * @param environment beside NO_COLOR
     * @param folder      for the settings, and for what is kept of the last session; {@code null} for none
     */
    public Dialogue(Path directory, Map<String, String> environment, Path folder, boolean sandbox) {
        this(directory, environment, folder, sandbox, COLUMNS, ROWS);
    }

    /** Where progress with lessons is kept as the environment says. */
    static Dialogue learning(Path directory, Map<String, String> environment, boolean sandbox, int columns, int rows) {
        return new Dialogue(directory, environment, null, sandbox, columns, rows);
    }

    private Dialogue(Path directory, Map<String, String> environment, Path folder, boolean sandbox, int columns,
            int rows) {
        this.columns = columns;
        this.rows = rows;
        World world = world(screen, directory, environment, columns, rows);
        printing = new Printing(world);
        interpreter = new Interpreter(world, printing, Session.start(Catalog.builtIn()), sandbox);
        SettingsFile file = folder == null ? null : new SettingsFile(folder.resolve("settings"));
        Settings settings = Settings.usual();
        if (file != null) {
            SettingsFile.Read read = file.read(settings);
            read.warnings().forEach(printing::message);
            settings = read.settings();
        }
        printing.apply(settings);
        desk = new Desk(new PromptHost(world, printing, interpreter, Catalog.builtIn(), Map.of(), sandbox,
                folder == null ? null : new Journal(folder.resolve("sessions"), 0)), settings, file);
        desk.open(Cancel.never());
    }

    /** Whose screen nobody looks at. */
    static World world(Path directory) {
        return world(new ByteArrayOutputStream(), directory, Map.of(), COLUMNS, ROWS);
    }

    private static World world(ByteArrayOutputStream screen, Path directory, Map<String, String> environment,
            int columns, int rows) {
        Map<String, String> all = new HashMap<>(environment);
        all.put("NO_COLOR", "1");
        return new World(new ByteArrayInputStream(new byte[0]), screen, screen, all,
                Clock.fixed(Instant.parse("2026-11-23T12:00:00Z"), ZoneOffset.UTC), directory.toAbsolutePath(), null,
                new World.Terminals(false, true, true, columns, rows), true);
    }

    public void setGuest(Guest newGuest) {
        guest = newGuest;
    }

    public Desk desk() {
        return desk;
    }

    /**
     * Runs statements, or a command; of an empty text, what Enter does.
     *
     * @throws LlmqException where one does not check or fails
     */
    public void run(String text) {
        typed.add(text);
        if (text.isEmpty()) {
            if (desk.waits()) {
                desk.goOn(Cancel.never());
            }
        } else if (text.startsWith("/") || Commands.isWord(text)) {
            desk.command(text, new Window(), Cancel.never());
        } else {
            desk.evaluate(text, Cancel.never());
        }
    }

    /** What {@code /vars} prints. */
    String named() {
        screen.reset();
        interpreter.names();
        printing.out().flush();
        return screen.toString(StandardCharsets.UTF_8);
    }

    /** What the prompt prints on statements or a command, errors included. */
    public String answer(String text) {
        screen.reset();
        try {
            run(text);
        } catch (LlmqException e) {
            printing.failure(e);
        }
        return seen();
    }

    /** What is on the screen since the last answer began. */
    public String seen() {
        printing.out().flush();
        printing.err().flush();
        return screen.toString(StandardCharsets.UTF_8);
    }

    /** What a shell shows of {@code llmq ARGUMENTS}. */
    public static String command(List<String> arguments, Path directory) {
        return command(arguments, directory, COLUMNS, ROWS);
    }

    public static String command(List<String> arguments, Path directory, int columns, int rows) {
        ByteArrayOutputStream screen = new ByteArrayOutputStream();
        Program.run(arguments, world(screen, directory, Map.of(), columns, rows));
        return screen.toString(StandardCharsets.UTF_8);
    }

    /** Blocks of a document, typed in such a window. */
    public static ConsoleRecord transcript(Path directory, int columns, int rows) {
        return new ConsoleRecord(world(new ByteArrayOutputStream(), directory, Map.of(), columns, rows),
                Catalog.builtIn(), false, columns, rows);
    }

    private final class Window extends Unattended {
        Window() {
            super(columns, rows);
        }

        @Override
        public List<String> history(boolean all) {
            return all ? List.of("of yesterday") : typed;
        }

        @Override
        public int lend(List<String> program) throws IOException {
            return guest.run(program);
        }
    }
}
