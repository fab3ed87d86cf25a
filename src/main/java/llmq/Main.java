package llmq;

import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Arrays;
import java.util.Map;
import llmq.cli.Program;
import llmq.cli.Surroundings;
import llmq.cli.World;

/** The program. What the system says of itself reaches the rest as a {@link World}. */
public final class Main {
    private Main() {
    }

    public static void main(String[] arguments) {
        // Made even where it is not used: what it needs belongs into the archive, too.
        World world = system();
        String archive = System.getProperty("llmq.archive");
        if (archive != null) {
            ArchiveRun.run(archive, arguments);
            return;
        }
        int status = run(arguments, world);
        if (drew()) {
            // Java2D removes its copies of fonts as the process ends.
            System.exit(status);
        }
        // Nothing is left to do at an exit, and from Java 21 on it would look for a logger to tell of it.
        Runtime.getRuntime().halt(status);
    }

    /** Whether something was drawn into a file: a thread of Java2D's own tells, without loading any of it. */
    private static boolean drew() {
        ThreadGroup root = Thread.currentThread().getThreadGroup();
        while (root.getParent() != null) {
            root = root.getParent();
        }
        Thread[] threads = new Thread[2 * root.activeCount() + 1];
        int count = root.enumerate(threads);
        for (int i = 0; i < count; i++) {
            if (threads[i].getName().equals("Java2D Disposer")) {
                return true;
            }
        }
        return false;
    }

    /** Runs the whole program in the given world; its exit status. */
    public static int run(String[] arguments, World world) {
        return Program.run(Arrays.asList(arguments), world);
    }

    private static World system() {
        Map<String, String> environment = System.getenv();
        World.Terminals terminals = Surroundings.terminals(System.getProperty("llmq.terminals"), environment);
        String told = Surroundings.locale(System.getProperty("llmq.charset"),
                System.getProperty("stdout.encoding", System.getProperty("sun.stdout.encoding")), environment);
        Charset charset = Surroundings.charset(told, environment);
        return new World(new FileInputStream(FileDescriptor.in),
                Surroundings.encoded(new FileOutputStream(FileDescriptor.out), terminals.out(), charset),
                Surroundings.encoded(new FileOutputStream(FileDescriptor.err), terminals.err(), charset), environment,
                Clock.systemUTC(), Path.of(""),
                Surroundings.home(environment, System.getProperty("user.home")),
                terminals, Surroundings.unicode(told, environment), charset);
    }
}
