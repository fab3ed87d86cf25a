package llmq.repl;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jline.terminal.Size;
import org.jline.terminal.impl.jni.JniNativePty;
import org.jline.terminal.impl.jni.JniTerminalProvider;
import org.jline.terminal.spi.Pty;

/** Someone who types at a prompt on a terminal that nobody sees, so that Java can record what a prompt needs. */
public final class HiddenPrompt {
    private static final String TYPE = "xterm-256color";
    /** Milliseconds without a sign after which the prompt has drawn all there is to draw. */
    private static final long QUIET = 150;
    /** The most milliseconds that are waited for that. */
    private static final long PATIENCE = 3_000;
    private static final long LONGEST_SECONDS = 30;

    private static final String NAME = "llmq-hidden-prompt";

    private volatile long heard;

    private HiddenPrompt() {
    }

    /**
     * Starts a prompt, types, and waits for its end. It has a history, and no settings.
     *
     * @param command of the prompt, an option of which says that its streams are a terminal
     */
    public static void run(List<String> command, List<String> keys) {
        try {
            Path home = home();
            try (NativeFiles files = NativeFiles.open()) {
                Pty pty = new JniTerminalProvider().open(null, new Size(80, 24));
                NativeFiles.keep();
                Path history = Files.createDirectories(home.resolve("llmq")).resolve("history");
                Files.writeString(history, "1700000000000:list models\n1700000000001:rank models by mmlu\n");
                new HiddenPrompt().run(command, keys, pty, home);
            } finally {
                remove(home);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void run(List<String> command, List<String> keys, Pty pty, Path home)
            throws IOException, InterruptedException {
        File device = new File(((JniNativePty) pty).getName());
        ProcessBuilder builder = new ProcessBuilder(command).redirectInput(device).redirectOutput(device)
                .redirectError(device);
        Map<String, String> environment = builder.environment();
        environment.put("TERM", TYPE);
        environment.put("LC_ALL", "C.UTF-8");
        environment.put("XDG_CONFIG_HOME", home.toString());
        environment.put("XDG_STATE_HOME", home.toString());
        environment.remove("NO_COLOR");
        Thread listener = new Thread(() -> listen(pty), "llmq hidden prompt");
        listener.setDaemon(true);
        listener.start();
        Process prompt = builder.start();
        try {
            OutputStream typing = pty.getMasterOutput();
            while (heard == 0 && prompt.isAlive()) {
                Thread.sleep(QUIET / 10);
            }
            for (String some : keys) {
                await();
                typing.write(some.getBytes(StandardCharsets.UTF_8));
                typing.flush();
            }
            prompt.waitFor(LONGEST_SECONDS, TimeUnit.SECONDS);
        } finally {
            prompt.destroy();
            // What has ended writes nothing more into the folder that is about to go.
            if (!prompt.waitFor(LONGEST_SECONDS, TimeUnit.SECONDS)) {
                prompt.destroyForcibly().waitFor();
            }
        }
    }

    /** In the launcher's cache, where it takes away what is left of those that were killed. */
    private static Path home() throws IOException {
        Path cache = NativeFiles.cache();
        return cache == null ? Files.createTempDirectory(NAME)
                : Files.createTempDirectory(Files.createDirectories(cache), NAME);
    }

    /** What is drawn is read, or the prompt would wait for that, and thrown away. */
    private void listen(Pty pty) {
        byte[] bytes = new byte[8192];
        try (InputStream drawn = pty.getMasterInput()) {
            while (drawn.read(bytes) >= 0) {
                heard = System.nanoTime();
            }
        } catch (IOException e) {
            // The terminal is gone.
        }
    }

    private void await() throws InterruptedException {
        long end = System.nanoTime() + PATIENCE * 1_000_000;
        do {
            Thread.sleep(QUIET / 10);
        } while (System.nanoTime() < end && System.nanoTime() - heard < QUIET * 1_000_000);
    }

    private static void remove(Path folder) throws IOException {
        List<Path> paths;
        try (Stream<Path> found = Files.walk(folder)) {
            paths = new ArrayList<>(found.toList());
        }
        Collections.reverse(paths);
        for (Path path : paths) {
            Files.deleteIfExists(path);
        }
    }
}
