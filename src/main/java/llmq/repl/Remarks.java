package llmq.repl;

import llmq.session.Preview;
import llmq.text.Role;
import llmq.text.SafeText;
import org.jline.reader.Buffer;
import org.jline.reader.History;
import org.jline.terminal.Size;
import org.jline.utils.AttributedString;
import org.jline.utils.AttributedStringBuilder;

/** What stands around the text that is typed and is no part of it: in grey how it goes on, beneath it what it gives. */
final class Remarks {
    private static final String MORE = " ...";
    private static final String INDENT = "  ";
    /** Columns too few to say anything in. */
    private static final int NARROW = 20;

    private final Evaluator evaluator;
    private final Runnable redraw;
    /** {@code null} before it is needed for the first time, as the prompt is to be there soon. */
    private LiveLine live;
    /** How the line could go on, as it was last shown; {@code null} for nothing. */
    private String suggestion;

    /** @param redraw called from another thread when there is more to say */
    Remarks(Evaluator evaluator, Runnable redraw) {
        this.evaluator = evaluator;
        this.redraw = redraw;
    }

    /** Nothing is shown, and so nothing is there to be taken. */
    void hide() {
        suggestion = null;
    }

    /** The text as it is shown, with what there is to say of it. */
    AttributedString around(AttributedString shown, Buffer buf, History past, Size size) {
        suggestion = suggestion(buf, past);
        Preview.Line line = line(buf, size);
        if (suggestion == null && line == null) {
            return shown;
        }
        AttributedStringBuilder all = new AttributedStringBuilder().append(shown);
        if (suggestion != null) {
            int end = suggestion.indexOf('\n');
            all.appendAnsi(evaluator.theme().paint(Role.SUGGESTION,
                    SafeText.of(end < 0 ? suggestion : suggestion.substring(0, end) + MORE)));
        }
        if (line != null) {
            int room = size.getColumns() - 1;
            all.append("\n").append(AttributedString.fromAnsi(evaluator.theme().paint(role(line.kind()),
                    INDENT + line.within(room - INDENT.length()))).columnSubSequence(0, room));
        }
        return all.toAttributedString();
    }

    /** What is sought among what was typed before. */
    AttributedString search(CharSequence term, boolean failing) {
        return AttributedString.fromAnsi(evaluator.theme().paint(failing ? Role.ERROR : Role.REMARK,
                INDENT + (failing ? "nothing matches: " : "search: ") + term));
    }

    /** Writes what is suggested, where the caret is at the end; whether it did. */
    boolean take(Buffer buf) {
        if (suggestion == null || buf.cursor() < buf.length()) {
            return false;
        }
        buf.write(suggestion);
        suggestion = null;
        return true;
    }

    /** The line is left. */
    void stop() {
        if (live != null) {
            live.stop();
        }
    }

    /** What to say beneath the text; {@code null} for nothing, or where there is hardly room for the text itself. */
    private Preview.Line line(Buffer buf, Size size) {
        String text = buf.toString();
        String stripped = text.strip();
        boolean room = size.getColumns() > NARROW && text.lines().count() + 1 < size.getRows();
        if (stripped.isEmpty() || !room || stripped.startsWith("/") || !evaluator.isLive()
                || evaluator.isCommand(stripped)) {
            return null;
        }
        if (live == null) {
            live = new LiveLine(evaluator::live, redraw);
        }
        return live.of(text);
    }

    private static Role role(Preview.Kind kind) {
        return switch (kind) {
            case ROWS, NEED -> Role.REMARK;
            case VALUE -> Role.FIGURE;
            case ERROR -> Role.ERROR;
        };
    }

    private String suggestion(Buffer buf, History past) {
        // Without a colour of its own it would read as if it were typed.
        if (evaluator.theme().isNone() || buf.length() == 0 || buf.cursor() < buf.length()) {
            return null;
        }
        String text = buf.toString();
        return text.isBlank() || past.isEmpty() ? null : Suggestion.of(past, text);
    }
}
