package llmq.repl;

import java.io.IOError;
import java.io.IOException;
import llmq.present.Key;
import llmq.present.Prompter;
import org.jline.keymap.BindingReader;
import org.jline.keymap.KeyMap;
import org.jline.terminal.Terminal;
import org.jline.utils.NonBlockingReader;

/** Shows what a speaker is told, until the user leaves or the window has gone. */
final class Follower {
    /** Milliseconds between two looks at where the show is. */
    private static final long LOOK_MILLIS = 250;

    private final Terminal terminal;
    private final Prompter prompter;
    private final Canvas canvas;

    Follower(Terminal terminal, Prompter prompter) {
        this.terminal = terminal;
        this.prompter = prompter;
        this.canvas = new Canvas(terminal, prompter::screen);
    }

    void run() {
        canvas.during(() -> {
            try {
                loop();
            } catch (IOException e) {
                throw new IOError(e);
            }
        });
    }

    private void loop() throws IOException {
        BindingReader reader = new BindingReader(terminal.reader());
        KeyMap<Object> keys = ShowKeys.of(terminal);
        while (true) {
            canvas.change(prompter::look);
            canvas.draw();
            int next = terminal.reader().peek(LOOK_MILLIS);
            if (next == NonBlockingReader.READ_EXPIRED) {
                continue;
            }
            Object key = reader.readBinding(keys);
            if (key == null || key == Key.LEAVE || key == Key.INTERRUPT) {
                return;
            } else if (key == Key.SUSPEND) {
                canvas.suspend();
            } else if (key == Key.REDRAW) {
                canvas.clear();
            } else if (key instanceof Key other) {
                canvas.change(() -> prompter.press(other));
            }
        }
    }
}
