package llmq.cli;

import static org.junit.jupiter.api.Assertions.fail;

import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jline.terminal.Attributes;
import org.jline.terminal.Size;
import org.jline.terminal.impl.jni.JniNativePty;
import org.jline.terminal.impl.jni.JniTerminalProvider;
import org.junit.jupiter.api.Assumptions;

/** The program in a process of its own, on a pseudo-terminal that it leads, and who types there and reads along. */
final class RealTerminal implements AutoCloseable {
    static final String ENTER = "\r";
    static final String CTRL_C = "\u0003";
    static final String CTRL_D = "\u0004";
    private static final long PATIENCE = 20_000_000_000L;

    private final JniNativePty pty;
    private final Attributes usual;
    private final Process process;
    private final Thread reader;
    private final ByteArrayOutputStream written = new ByteArrayOutputStream();
    private boolean closed;
    private int seen;

    /**
     * @param environment beside PATH, all that the process gets
     * @param redirection of a shell, as in {@code >file}; empty for the terminal alone
     */
    RealTerminal(Map<String, String> environment, Size size, String redirection, String... arguments)
            throws IOException {
        pty = open(size);
        usual = pty.getAttr();
        List<String> command = new ArrayList<>(List.of("setsid", "sh", "-c",
                // The first terminal that the leader of a session opens is its own.
                "exec <>" + pty.getName() + " >&0 2>&0; exec \"$@\" " + redirection, "sh",
                System.getProperty("java.home") + "/bin/java", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC",
                "-XX:-UsePerfData", "-cp", classPath(), "llmq.Main"));
        command.addAll(Arrays.asList(arguments));
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().clear();
        builder.environment().put("PATH", System.getenv("PATH"));
        builder.environment().putAll(environment);
        process = builder.start();
        process.getOutputStream().close();
        reader = new Thread(this::read, "terminal");
        reader.setDaemon(true);
        reader.start();
    }

    /** Skips the test where there are no terminals to be made, or no sessions. */
    private static JniNativePty open(Size size) {
        Assumptions.assumeTrue(Files.isExecutable(Path.of("/usr/bin/setsid")), "needs /usr/bin/setsid");
        try {
            return (JniNativePty) new JniTerminalProvider().open(null, size);
        } catch (IOException | RuntimeException | LinkageError e) {
            Assumptions.abort("no pseudo-terminal is to be had: " + e);
            throw new IllegalStateException(e);
        }
    }

    /** Of the tests' class path, what the program is made of: a long one costs time at each start. */
    private static String classPath() {
        StringBuilder path = new StringBuilder("target/classes");
        for (String entry : System.getProperty("java.class.path").split(File.pathSeparator)) {
            if (entry.endsWith(".jar") && !entry.contains("junit") && !entry.contains("duckdb")) {
                path.append(File.pathSeparator).append(entry);
            }
        }
        return path.toString();
    }

    private void read() {
        byte[] bytes = new byte[8192];
        try {
            InputStream in = pty.getMasterInput();
            for (int count = in.read(bytes); count > 0; count = in.read(bytes)) {
                synchronized (this) {
                    written.write(bytes, 0, count);
                    notifyAll();
                    if (closed) {
                        return;
                    }
                }
            }
        } catch (IOException e) {
            // Nobody writes any more.
        }
    }

    /** All that came, escape sequences and all. */
    String written() {
        return written(StandardCharsets.UTF_8);
    }

    synchronized String written(Charset charset) {
        return written.toString(charset);
    }

    /** The same without escape sequences and carriage returns. */
    String text() {
        return written().replaceAll("\u001b(\\[[0-9;?<>=]*[A-Za-z]|[=>])", "").replace("\r", "");
    }

    void type(String keys) {
        type(keys, StandardCharsets.UTF_8);
    }

    void type(String keys, Charset charset) {
        try {
            pty.getMasterOutput().write(keys.getBytes(charset));
            pty.getMasterOutput().flush();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Waits until a text comes, after those that were waited for before. */
    RealTerminal await(String text) {
        await(() -> {
            int at = written().indexOf(text, seen);
            if (at >= 0) {
                seen = at + text.length();
            }
            return at >= 0;
        }, text);
        return this;
    }

    synchronized void await(Supplier<Boolean> condition, String what) {
        long end = System.nanoTime() + PATIENCE;
        while (!condition.get()) {
            if (System.nanoTime() > end) {
                fail("waited in vain for " + what + "; there was: " + written());
            }
            try {
                wait(20);
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    void resize(int columns, int rows) throws IOException {
        pty.setSize(new Size(columns, rows));
    }

    /** What differs from how the terminal was at first; empty for nothing. */
    String changed() throws IOException {
        Attributes now = pty.getAttr();
        EnumSet<Attributes.LocalFlag> local = now.getLocalFlags();
        return (local.equals(usual.getLocalFlags()) ? "" : usual.getLocalFlags() + " became " + local)
                + (now.getInputFlags().equals(usual.getInputFlags()) ? "" : " input " + now.getInputFlags())
                + (now.getOutputFlags().equals(usual.getOutputFlags()) ? "" : " output " + now.getOutputFlags())
                + (now.getControlChars().equals(usual.getControlChars()) ? "" : " keys " + now.getControlChars());
    }

    void signal(String name) throws IOException, InterruptedException {
        new ProcessBuilder("kill", "-" + name, Long.toString(process.pid())).start().waitFor();
    }

    /** How it ended: what its shell would be told. */
    int status() throws InterruptedException {
        if (!process.waitFor(PATIENCE, TimeUnit.NANOSECONDS)) {
            fail("it does not end; there was: " + written());
        }
        return process.exitValue();
    }

    boolean isRunning() {
        return process.isAlive();
    }

    /** Takes the terminal away, as a window that is closed. */
    void hangUp() throws IOException, InterruptedException {
        synchronized (this) {
            closed = true;
        }
        // As long as a read waits, the system keeps it.
        pty.getSlaveOutput().write('.');
        reader.join();
        pty.close();
    }

    @Override
    public void close() throws IOException, InterruptedException {
        process.destroyForcibly();
        if (!closed) {
            hangUp();
        }
    }
}
