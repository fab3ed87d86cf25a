package llmq.repl;

import llmq.present.Key;
import org.jline.keymap.KeyMap;
import org.jline.terminal.Terminal;
import org.jline.utils.InfoCmp.Capability;

/** What terminals send for the keys of a presentation: a {@link Key}, or the Integer that a digit is. */
final class ShowKeys {
    /** Milliseconds after which Escape is a key of its own, and not the start of another. */
    private static final long ESCAPE_MILLIS = 100;

    private ShowKeys() {
    }

    static KeyMap<Object> of(Terminal terminal) {
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
        bind(keys, terminal, Key.PASS, null, "s");
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
