package llmq.cli;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import llmq.catalog.Catalog;
import llmq.diagnostic.LlmqException;
import llmq.diagnostic.SourceText;
import llmq.engine.Cancel;
import llmq.session.Session;

/** What a person sees at the prompt, or in a shell, in a window without colour. */
public final class Dialogue {
    public static final int COLUMNS = 96;
    private static final int ROWS = 40;

    private final ByteArrayOutputStream screen = new ByteArrayOutputStream();
    private final Printing printing;
    private final Interpreter interpreter;

    /** @param directory what relative paths are relative to */
    public Dialogue(Path directory) {
        World world = world(screen, directory);
        printing = new Printing(world);
        interpreter = new Interpreter(world, printing, Session.start(Catalog.builtIn()), false);
    }

    private static World world(ByteArrayOutputStream screen, Path directory) {
        return new World(new ByteArrayInputStream(new byte[0]), screen, screen, Map.of("NO_COLOR", "1"),
                Clock.fixed(Instant.parse("2026-11-23T12:00:00Z"), ZoneOffset.UTC), directory.toAbsolutePath(), null,
                new World.Terminals(false, true, true, COLUMNS, ROWS), true);
    }

    /**
     * Runs statements.
     *
     * @throws LlmqException where one does not check or fails
     */
    public void run(String text) {
        interpreter.run(SourceText.of(text), Map.of(), true, Cancel.never());
    }

    /** What {@code /vars} prints. */
    String named() {
        screen.reset();
        interpreter.names();
        printing.out().flush();
        return screen.toString(StandardCharsets.UTF_8);
    }

    /** What the prompt prints on statements, errors included. */
    public String answer(String text) {
        screen.reset();
        try {
            run(text);
        } catch (LlmqException e) {
            printing.failure(e);
        }
        printing.out().flush();
        printing.err().flush();
        return screen.toString(StandardCharsets.UTF_8);
    }

    /** What a shell shows of {@code llmq ARGUMENTS}. */
    public static String command(List<String> arguments, Path directory) {
        ByteArrayOutputStream screen = new ByteArrayOutputStream();
        Program.run(arguments, world(screen, directory));
        return screen.toString(StandardCharsets.UTF_8);
    }
}
