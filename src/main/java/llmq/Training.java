package llmq;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import llmq.cli.World;

/**
 * A run that meets the classes and methods that usual queries need, from which the launcher makes its start-up
 * archive. Nothing of it is printed.
 */
final class Training {
    private static final String[][] RUNS = {
        {"--help"},
        {"--no-such-option"},
    };

    private Training() {
    }

    static void run() {
        for (String[] arguments : RUNS) {
            World world = new World(new ByteArrayInputStream(new byte[0]), new ByteArrayOutputStream(),
                    new ByteArrayOutputStream(), Map.of(), Clock.systemUTC(), Path.of(""), null,
                    World.Terminals.NONE, true);
            Main.run(arguments, world);
        }
    }
}
