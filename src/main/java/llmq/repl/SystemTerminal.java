package llmq.repl;

import java.io.File;
import java.io.IOException;
import java.nio.charset.Charset;
import java.util.Map;
import org.jline.terminal.Terminal;
import org.jline.terminal.TerminalBuilder;
import org.jline.terminal.impl.PosixSysTerminal;
import org.jline.terminal.impl.jni.JniTerminalProvider;
import org.jline.terminal.spi.Pty;
import org.jline.terminal.spi.SystemStream;

/**
 * The terminal of the process on a system like Unix, opened as JLine's builder would in the end, but without running
 * other programs and without looking through all that could be had.
 */
final class SystemTerminal extends PosixSysTerminal {
    private static final String NAME = "llmq";

    private SystemTerminal(String type, Pty pty, Charset charset, Terminfo can) throws IOException {
        super(NAME, type, pty, charset, true, SignalHandler.SIG_IGN);
        can.tell(bools, ints, strings);
    }

    /** What the terminal can do is told later: this is called before there is an object to keep anything in. */
    @Override
    protected void parseInfoCmp() {
    }

    /**
     * Opens it; with JLine's builder where this is no such system, or where its terminal is not of the usual kind.
     *
     * @throws IOException where there is no terminal to be had
     */
    static Terminal open(Map<String, String> environment, Charset charset) throws IOException {
        Terminal quick = quick(environment, charset);
        return quick != null ? quick : TerminalBuilder.builder().name(NAME).system(true).dumb(true)
                .encoding(charset).signalHandler(SignalHandler.SIG_IGN).build();
    }

    private static Terminal quick(Map<String, String> environment, Charset charset) {
        String type = environment.get("TERM");
        if (File.separatorChar != '/' || type == null || type.startsWith(TYPE_DUMB)) {
            return null;
        }
        try {
            Terminfo can = Terminfo.find(type, environment);
            JniTerminalProvider provider = new JniTerminalProvider();
            if (can == null || !provider.isSystemStream(SystemStream.Input)
                    || !provider.isSystemStream(SystemStream.Output)) {
                return null;
            }
            return new SystemTerminal(type, provider.current(SystemStream.Output), charset, can);
        } catch (IOException | RuntimeException | LinkageError e) {
            // The builder finds out what there is instead.
            return null;
        }
    }
}
