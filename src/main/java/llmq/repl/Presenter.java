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
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Function;
import llmq.engine.Cancel;
import llmq.present.Key;
import llmq.present.Show;
import llmq.session.Session;
import org.jline.keymap.BindingReader;
import org.jline.keymap.KeyMap;
import org.jline.terminal.Attributes;
import org.jline.terminal.Terminal;
import org.jline.terminal.Terminal.Signal;
import org.jline.terminal.Terminal.SignalHandler;
import org.jline.utils.Curses;
import org.jline.utils.InfoCmp.Capability;

/** Reads the keys of a presentation and draws its screens. */
final class Presenter {
    /** Ctrl-C so often during one statement ends llmq, as at the prompt. */
    private static final int IMPATIENT = 3;
    /** Milliseconds after which Escape is a key of its own, and not the start of another. */
    private static final long ESCAPE_MILLIS = 100;

    /** Stands for a line that shows nobody knows what. */
    private static final String SMUDGED = "\0";
    /** For how long at most a process goes on that was told to stop. */
    private static final long SUSPEND_MILLIS = 500;

    private final Terminal terminal;
    private final Show show;
    private final Function<Session, Evaluator> typing;
    private final PromptSettings settings;
    private final BindingReader reader;
    private final KeyMap<Object> keys;
    private final Attributes usual;
    /** What the screen shows; {@code null} where that is not known. */
    private List<String> drawn;
    /** Whether the screen is that of the presentation, and nothing runs that changes it. */
    private boolean shows;

    /** @param typing what is typed to in a session; @param settings of the prompt then */
    Presenter(Terminal terminal, Show show, Function<Session, Evaluator> typing, PromptSettings settings) {
        this.terminal = terminal;
        this.show = show;
        this.typing = typing;
        this.settings = settings;
        this.reader = new BindingReader(terminal.reader());
        this.keys = keys(terminal);
        this.usual = terminal.getAttributes();
    }

    /** Presents until the user leaves, or the window has gone. */
    void run() {
        // Of a process that is ended from without nobody else gives the screen back.
        byte[] end = leaving().getBytes(StandardCharsets.ISO_8859_1);
        Thread hook = new Thread(() -> write(end));
        Runtime.getRuntime().addShutdownHook(hook);
        SignalHandler resized = terminal.handle(Signal.WINCH, signal -> redraw());
        SignalHandler resumed = terminal.handle(Signal.CONT, signal -> resumed());
        try {
            enter();
            guarded(show::open);
            if (show.isOpen()) {
                loop();
            }
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

    private void loop() {
        while (true) {
            draw();
            Object key = reader.readBinding(keys);
            if (key == null) {
                return;
            } else if (key instanceof Integer digit) {
                synchronized (this) {
                    show.digit(digit);
                }
                continue;
            }
            Show.Then[] then = {Show.Then.STAY};
            guarded(cancel -> then[0] = show.press((Key) key, cancel));
            switch (then[0]) {
                case LEAVE -> {
                    return;
                }
                case TYPE -> type();
                case SUSPEND -> suspend();
                case REDRAW -> drawn = null;
                case STAY -> {
                    // It is drawn anew as it is.
                }
            }
        }
    }

    /** Runs what a key asks for, while Ctrl-C stops it. */
    private void guarded(Consumer<Cancel> work) {
        AtomicInteger presses = new AtomicInteger();
        SignalHandler before = terminal.handle(Signal.INT, signal -> {
            if (presses.incrementAndGet() >= IMPATIENT) {
                settings.abort().run();
            }
        });
        setShows(false);
        terminal.setAttributes(raw(true));
        try {
            work.accept(() -> presses.get() > 0);
        } catch (RuntimeException | StackOverflowError | OutOfMemoryError e) {
            // A fault of llmq ends no talk.
            show.say("internal error: " + e);
        } finally {
            terminal.setAttributes(raw(false));
            terminal.handle(Signal.INT, before);
            smudge();
            setShows(true);
        }
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

    private void type() {
        leave();
        Terminals.run(terminal, typing.apply(show.session()), settings);
        enter();
    }

    private void suspend() {
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
        drawn = null;
        if (shows) {
            draw();
        }
    }

    /** Writes the lines that are not there yet. */
    private synchronized void draw() {
        List<String> lines = show.screen(terminal.getWidth(), terminal.getHeight());
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

    private static KeyMap<Object> keys(Terminal terminal) {
        KeyMap<Object> keys = new KeyMap<>();
        keys.setAmbiguousTimeout(ESCAPE_MILLIS);
        keys.setUnicode(Key.OTHER);
        keys.setNomatch(Key.OTHER);
        for (char other = 0; other < KeyMap.KEYMAP_LENGTH; other++) {
            keys.bind(Key.OTHER, String.valueOf(other));
        }
        for (int digit = 0; digit <= 9; digit++) {
            keys.bind(digit, Integer.toString(digit));
        }
        bind(keys, terminal, Key.NEXT, Capability.key_right, " ", "\u001b[C", "\u001bOC", "\u001b[6~");
        bind(keys, terminal, Key.NEXT, Capability.key_npage);
        bind(keys, terminal, Key.ENTER, Capability.key_enter, "\r", "\n");
        bind(keys, terminal, Key.DOWN, Capability.key_down, "j", "\u001b[B", "\u001bOB");
        bind(keys, terminal, Key.BACK, Capability.key_left, "\u001b[D", "\u001bOD", "\u001b[5~");
        bind(keys, terminal, Key.BACK, Capability.key_ppage);
        bind(keys, terminal, Key.ERASE, Capability.key_backspace, "\u007f", "\b");
        bind(keys, terminal, Key.UP, Capability.key_up, "k", "\u001b[A", "\u001bOA");
        bind(keys, terminal, Key.FIRST, Capability.key_home, "\u001b[H", "\u001bOH", "\u001b[1~", "\u001b[7~");
        bind(keys, terminal, Key.LAST, Capability.key_end, "\u001b[F", "\u001bOF", "\u001b[4~", "\u001b[8~");
        bind(keys, terminal, Key.LIST, null, "g");
        bind(keys, terminal, Key.NOTES, null, "n");
        bind(keys, terminal, Key.BLANK, null, "b", ".");
        bind(keys, terminal, Key.TYPE, null, "t", ":");
        bind(keys, terminal, Key.HINT, null, "h");
        bind(keys, terminal, Key.KEYS, null, "?");
        bind(keys, terminal, Key.REDRAW, null, KeyMap.ctrl('L'));
        bind(keys, terminal, Key.SUSPEND, null, KeyMap.ctrl('Z'));
        bind(keys, terminal, Key.LEAVE, null, "q", KeyMap.ctrl('D'));
        bind(keys, terminal, Key.INTERRUPT, null, KeyMap.ctrl('C'));
        bind(keys, terminal, Key.ESCAPE, null, "\u001b");
        return keys;
    }

    /** @param capability what the terminal says that it sends; {@code null} for what none is asked for */
    private static void bind(KeyMap<Object> keys, Terminal terminal, Key key, Capability capability,
            String... sequences) {
        for (String sequence : sequences) {
            keys.bind(key, sequence);
        }
        String own = capability == null ? null : KeyMap.key(terminal, capability);
        if (own != null && !own.isEmpty()) {
            keys.bind(key, own);
        }
    }
}
