package llmq.repl;

import java.util.function.Consumer;
import java.util.function.Function;
import llmq.engine.Cancel;
import llmq.present.Key;
import llmq.present.Show;
import llmq.session.Session;
import org.jline.keymap.BindingReader;
import org.jline.keymap.KeyMap;
import org.jline.terminal.Terminal;

/** Reads the keys of a presentation and draws its screens. */
final class Presenter {
    private static final String WARNING = "Ctrl-C once more ends llmq";

    private final Terminal terminal;
    private final Show show;
    private final Function<Session, Evaluator> typing;
    private final PromptSettings settings;
    private final Canvas canvas;

    /** @param typing what is typed to in a session; @param settings of the prompt then */
    Presenter(Terminal terminal, Show show, Function<Session, Evaluator> typing, PromptSettings settings) {
        this.terminal = terminal;
        this.show = show;
        this.typing = typing;
        this.settings = settings;
        this.canvas = new Canvas(terminal, show::screen);
    }

    /** Presents until the user leaves, or the window has gone. */
    void run() {
        canvas.during(() -> {
            guarded(show::open);
            if (show.isOpen()) {
                loop();
            }
        });
    }

    private void loop() {
        BindingReader reader = new BindingReader(terminal.reader());
        KeyMap<Object> keys = ShowKeys.of(terminal);
        while (true) {
            show.tell();
            canvas.draw();
            Object key = reader.readBinding(keys);
            if (key == null) {
                return;
            } else if (key instanceof Integer digit) {
                canvas.change(() -> show.digit(digit));
                continue;
            }
            Show.Then[] then = {Show.Then.STAY};
            guarded(cancel -> then[0] = show.press((Key) key, cancel));
            switch (then[0]) {
                case LEAVE -> {
                    return;
                }
                case TYPE -> canvas.lend(() -> Terminals.run(terminal, typing.apply(show.session()), settings));
                case SUSPEND -> canvas.suspend();
                case REDRAW -> canvas.clear();
                case STAY -> {
                    // It is drawn anew as it is.
                }
            }
        }
    }

    /** Runs what a key asks for, while Ctrl-C stops it. */
    private void guarded(Consumer<Cancel> work) {
        Interrupts interrupts = new Interrupts(() -> canvas.warn(WARNING), settings.abort());
        canvas.still(() -> {
            try {
                interrupts.during(terminal, work);
            } catch (RuntimeException | StackOverflowError | OutOfMemoryError e) {
                // A fault of llmq ends no talk.
                show.say("internal error: " + e);
            }
        });
    }
}
