package llmq.repl;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import org.jline.utils.InfoCmp;
import org.jline.utils.InfoCmp.Capability;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Holds what is read beside what infocmp and JLine make of the same terminals. */
class TerminfoTest {

    /** All that is known of a terminal. */
    private record Can(Set<Capability> has, Map<Capability, Integer> values, Map<Capability, String> sequences) {
        Can() {
            this(EnumSet.noneOf(Capability.class), new EnumMap<>(Capability.class), new EnumMap<>(Capability.class));
        }

        /** The same whichever way escapes are written. */
        @Override
        public String toString() {
            StringBuilder text = new StringBuilder(has + "\n" + values + "\n");
            sequences.forEach((name, sequence) -> text.append(name).append('=').append(plain(sequence)).append('\n'));
            return text.toString();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"xterm-256color", "xterm", "screen-256color", "tmux-256color", "linux", "vt100", "vt220",
        "ansi", "rxvt-unicode-256color", "cygwin", "sun", "cons25"})
    void saysWhatInfocmpSays(String type) throws Exception {
        Terminfo found = Terminfo.find(type, Map.of());
        assumeTrue(found != null && Files.isExecutable(Path.of("/usr/bin/infocmp")));
        Can read = new Can();
        found.tell(read.has(), read.values(), read.sequences());
        Process process = new ProcessBuilder("/usr/bin/infocmp", "-x", type).start();
        String told = new String(process.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
        Can expected = new Can();
        InfoCmp.parseInfoCmp(told, expected.has(), expected.values(), expected.sequences());
        // JLine takes a comma in a sequence for its end, though it is escaped. These have some; they draw boxes.
        expected.sequences().remove(Capability.acs_chars);
        read.sequences().remove(Capability.acs_chars);
        assertEquals(expected.toString(), read.toString());
    }

    @Test
    void findsAnEntryWhereTheEnvironmentSays(@TempDir Path folder) throws Exception {
        // Two names' bytes, a boolean (auto_left_margin is the first), no number, and one string: back_tab.
        byte[] entry = {0x1A, 1, 2, 0, 1, 0, 0, 0, 1, 0, 5, 0, 'm', 0, 1, 0, 0, 0, 27, '^', '\\', 'x', 0};
        Files.createDirectories(folder.resolve("m"));
        Files.write(folder.resolve("m").resolve("mine"), entry);
        Files.createDirectories(folder.resolve("79"));
        Files.write(folder.resolve("79").resolve("yours"), entry);
        for (Map<String, String> environment : Arrays.asList(Map.of("TERMINFO", folder.toString()),
                Map.of("TERMINFO_DIRS", ":/nowhere:" + folder))) {
            for (String name : new String[] {"mine", "yours"}) {
                Can can = new Can();
                Terminfo.find(name, environment).tell(can.has(), can.values(), can.sequences());
                assertEquals("[auto_left_margin]\n{}\nback_tab=<27>^\\x\n", can.toString());
            }
        }
        assertNull(Terminfo.find("mine", Map.of()));
        assertNull(Terminfo.find("../m/mine", Map.of("TERMINFO", folder.toString())));
        assertNull(Terminfo.find("", Map.of("TERMINFO", folder.toString())));
        for (int length = 0; length < entry.length; length++) {
            assertNull(Terminfo.of(Arrays.copyOf(entry, length)), "cut after " + length);
        }
    }

    private static String plain(String sequence) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < sequence.length(); i++) {
            char c = sequence.charAt(i);
            if (c == '^') {
                c = sequence.charAt(++i);
                c = (char) (c == '?' ? 127 : c & 31);
            } else if (c == '\\') {
                c = sequence.charAt(++i);
                if (c >= '0' && c <= '7') {
                    boolean octal = i + 2 < sequence.length() && Character.isDigit(sequence.charAt(i + 1));
                    c = octal ? (char) Integer.parseInt(sequence.substring(i, i + 3), 8) : (char) 128;
                    i += octal ? 2 : 0;
                } else {
                    int at = "Eenrtbfs".indexOf(c);
                    c = at < 0 ? c : "\u001b\u001b\n\r\t\b\f ".charAt(at);
                }
            }
            text.append(c < ' ' || c > '~' ? "<" + (int) c + ">" : String.valueOf(c));
        }
        return text.toString();
    }
}
