package llmq.repl;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOError;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jline.terminal.Attributes;
import org.jline.terminal.Terminal;
import org.jline.terminal.Terminal.Signal;
import org.jline.terminal.Terminal.SignalHandler;
import org.jline.utils.Curses;
import org.jline.utils.InfoCmp.Capability;

/** The whole screen of a terminal: taken, drawn on, and given back as it was, whatever ends the process. */
final class Canvas {
    /** Stands for a line that shows nobody knows what. */
    private static final String SMUDGED = "\0";
    /** For how long at most a process goes on that was told to stop. */
    private static final long SUSPEND_MILLIS = 500;

    /** What is to be seen in a window of that size: as many lines at most. */
    interface Scene {
        List<String> lines(int columns, int rows);
    }

    private final Terminal terminal;
    private final Scene scene;
    private final Attributes usual;
    /** What the screen shows; {@code null} where that is not known. */
    private List<String> drawn;
    /** Whether the screen is taken, and nothing runs that changes what is to be seen. */
    private boolean shows;

    Canvas(Terminal terminal, Scene scene) {
        this.terminal = terminal;
        this.scene = scene;
        this.usual = terminal.getAttributes();
    }

    /** Takes the screen for that time; it ends early where the window goes. */
    void during(Runnable work) {
        // Of a process that is ended from without nobody else gives the screen back.
        byte[] end = leaving().getBytes(StandardCharsets.ISO_8859_1);
        Thread hook = new Thread(() -> write(end));
        Runtime.getRuntime().addShutdownHook(hook);
        SignalHandler resized = terminal.handle(Signal.WINCH, signal -> redraw());
        SignalHandler resumed = terminal.handle(Signal.CONT, signal -> resumed());
        try {
            enter();
            work.run();
        } catch (IOError e) {
            // The window has gone, and everybody with it.
        } finally {
            terminal.handle(Signal.WINCH, resized);
            terminal.handle(Signal.CONT, resumed);
            giveBack();
            removeHook(hook);
        }
    }

    private void giveBack() {
        try {
            leave();
        } catch (IOError | IllegalStateException e) {
            // There is nothing to give back to.
        }
    }

    private static void removeHook(Thread hook) {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            // The process is ending.
        }
    }

    private static void write(byte[] bytes) {
        try {
            // Open for as long as the process is: the terminal's own stream may be closed by then.
            new FileOutputStream(FileDescriptor.out).write(bytes);
        } catch (IOException e) {
            // There is no screen any more.
        }
    }

    /** Does something that changes what is to be seen, while nothing is drawn; some keys are signals meanwhile. */
    void still(Runnable work) {
        setShows(false);
        terminal.setAttributes(raw(true));
        try {
            work.run();
        } finally {
            terminal.setAttributes(raw(false));
            smudge();
            setShows(true);
        }
    }

    /** The same of what takes no time. */
    synchronized void change(Runnable work) {
        work.run();
    }

    /** Writes a line over the foot, for as long as what is to be seen changes. */
    synchronized void warn(String line) {
        terminal.puts(Capability.cursor_address, Math.max(0, terminal.getHeight() - 1), 0);
        terminal.puts(Capability.clr_eol);
        terminal.writer().print(line.substring(0, Math.min(line.length(), terminal.getWidth())));
        terminal.flush();
    }

    /** Lends the screen to somebody. */
    void lend(Runnable work) {
        leave();
        work.run();
        enter();
    }

    /** Keys come one by one and unseen. @param signals whether some of them are signals */
    private Attributes raw(boolean signals) {
        Attributes raw = new Attributes(usual);
        raw.setLocalFlags(EnumSet.of(Attributes.LocalFlag.ICANON, Attributes.LocalFlag.ECHO,
                Attributes.LocalFlag.IEXTEN), false);
        raw.setLocalFlag(Attributes.LocalFlag.ISIG, signals);
        raw.setInputFlags(EnumSet.of(Attributes.InputFlag.IXON, Attributes.InputFlag.ICRNL,
                Attributes.InputFlag.INLCR), false);
        raw.setControlChar(Attributes.ControlChar.VMIN, 0);
        raw.setControlChar(Attributes.ControlChar.VTIME, 1);
        return raw;
    }

    /** How long a statement took may have been written over the foot. */
    private synchronized void smudge() {
        if (drawn != null && !drawn.isEmpty()) {
            List<String> lines = new ArrayList<>(drawn);
            lines.set(lines.size() - 1, SMUDGED);
            drawn = lines;
        }
    }

    /** Stops the process, as the shell is asked to. */
    void suspend() {
        leave();
        CountDownLatch resumed = new CountDownLatch(1);
        SignalHandler before = terminal.handle(Signal.CONT, signal -> resumed.countDown());
        terminal.raise(Signal.TSTP);
        try {
            // The process may go on for a moment before it is stopped. Where no shell could, it never is.
            resumed.await(SUSPEND_MILLIS, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        terminal.handle(Signal.CONT, before);
        enter();
    }

    /** Others have used the screen meanwhile. */
    private synchronized void resumed() {
        if (shows) {
            enter();
            draw();
        }
    }

    private synchronized void setShows(boolean now) {
        shows = now;
    }

    private void enter() {
        terminal.setAttributes(raw(false));
        terminal.puts(Capability.enter_ca_mode);
        terminal.puts(Capability.keypad_xmit);
        terminal.puts(Capability.cursor_invisible);
        drawn = null;
        setShows(true);
    }

    private void leave() {
        setShows(false);
        terminal.writer().print(leaving());
        terminal.flush();
        terminal.setAttributes(usual);
    }

    /** What gives the terminal back. One without a second screen has its only one cleared. */
    private String leaving() {
        StringBuilder text = new StringBuilder();
        boolean second = terminal.getStringCapability(Capability.exit_ca_mode) != null;
        for (Capability capability : List.of(Capability.exit_attribute_mode,
                second ? Capability.exit_ca_mode : Capability.clear_screen, Capability.keypad_local,
                Capability.cursor_normal)) {
            String sequence = terminal.getStringCapability(capability);
            text.append(sequence == null ? "" : Curses.tputs(sequence));
        }
        return text.toString();
    }

    /** The window has another size. */
    private synchronized void redraw() {
        clear();
        if (shows) {
            draw();
        }
    }

    /** Has all drawn anew the next time. */
    synchronized void clear() {
        drawn = null;
    }

    /** Writes the lines that are not there yet. */
    synchronized void draw() {
        List<String> lines = scene.lines(terminal.getWidth(), terminal.getHeight());
        if (drawn == null) {
            terminal.puts(Capability.clear_screen);
        }
        int height = Math.max(lines.size(), drawn == null ? 0 : drawn.size());
        for (int i = 0; i < height; i++) {
            String line = i < lines.size() ? lines.get(i) : "";
            String before = drawn == null || i >= drawn.size() ? "" : drawn.get(i);
            if (!line.equals(before)) {
                terminal.puts(Capability.cursor_address, i, 0);
                // First, as the end of a line that is full lies upon its last character.
                terminal.puts(Capability.clr_eol);
                terminal.writer().print(line);
            }
        }
        terminal.puts(Capability.cursor_address, Math.max(0, terminal.getHeight() - 1), 0);
        terminal.flush();
        drawn = lines;
    }
}
