package llmq.cli;

import java.io.ByteArrayInputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import llmq.catalog.Catalog;
import llmq.repl.Evaluator;
import llmq.session.Session;

/** A conversation at the prompt, for a terminal of a test's own. */
public record Talk(Evaluator evaluator, List<String> banner) {

    /**
     * @param directory where files are read and written
     * @param home      where settings and sessions are kept, from one conversation to the next
     * @param screen    what the terminal shows
     */
    public static Talk begin(Path directory, Path home, OutputStream screen, int columns, int rows) {
        Map<String, String> environment = new HashMap<>(Map.of("NO_COLOR", "1", "PAGER", "cat"));
        environment.put("XDG_CONFIG_HOME", home.toAbsolutePath().toString());
        environment.put("XDG_STATE_HOME", home.toAbsolutePath().toString());
        World world = new World(new ByteArrayInputStream(new byte[0]), screen, screen, environment,
                Clock.systemUTC(), directory.toAbsolutePath(), null,
                new World.Terminals(true, true, true, columns, rows), true, StandardCharsets.UTF_8);
        CommandLine line = CommandLineParser.parse(List.of());
        Printing printing = new Printing(world);
        Interpreter interpreter = new Interpreter(world, printing, Session.start(Catalog.builtIn()), false);
        Conversation conversation = new Conversation(world, printing, interpreter, Catalog.builtIn(), line, null);
        return new Talk(conversation, conversation.banner());
    }
}
