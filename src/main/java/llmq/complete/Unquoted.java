package llmq.complete;

import java.util.ArrayList;
import java.util.List;
import llmq.session.Session;
import llmq.syntax.Caret;
import llmq.syntax.Keywords;
import llmq.syntax.Setting;
import llmq.syntax.Slot;

/** Names of several words, and values, that are typed without the quotes that they need: {@code flops of Llama 2 7}. */
final class Unquoted {
    private static final int MOST_WORDS = 6;

    private Unquoted() {
    }

    /** Those that begin so, in quotes; {@code null} where what is typed is no such name. */
    static Completion at(String text, int caret, Session session) {
        int start = start(text, caret);
        if (start < 0) {
            return null;
        }
        String before = text.substring(0, start);
        Typing typing = new Typing(text.substring(start, caret));
        List<Candidate> found = new ArrayList<>();
        Texts texts = new Texts(session, typing, (char) 0, found);
        for (Slot slot : Caret.at(before).slots()) {
            Setting setting = slot.setting();
            if (slot.kind() == Slot.Kind.NAME && setting.role() != Setting.Role.EXPRESSION) {
                switch (setting.role()) {
                    case MODEL, MODEL_OR_SOURCE, TOPIC -> texts.names();
                    default -> { }
                }
            } else if (slot.kind() == Slot.Kind.TEXT && setting.compared() != null && found.isEmpty()) {
                texts.values(Reach.of(setting, session), setting.compared());
            }
        }
        int end = caret;
        while (end < text.length() && isPart(text.charAt(end))) {
            end++;
        }
        return found.isEmpty() ? null : new Completion(start, end, found);
    }

    /** Where the words begin that stand before the caret with nothing between them, as nothing else may; −1 for none. */
    private static int start(String text, int caret) {
        int start = -1;
        int at = caret;
        for (int words = 0; words < MOST_WORDS; words++) {
            int end = at;
            while (end > 0 && text.charAt(end - 1) == ' ') {
                end--;
            }
            int from = end;
            while (from > 0 && isPart(text.charAt(from - 1))) {
                from--;
            }
            String word = text.substring(from, end);
            boolean apart = from == 0 || Character.isWhitespace(text.charAt(from - 1));
            if (word.isEmpty() || !Character.isLetterOrDigit(word.charAt(0)) || Keywords.isWord(word)) {
                break;
            }
            if (Character.isLetter(word.charAt(0)) && (at < caret || !isPlain(word))) {
                start = from;
            }
            if (!apart) {
                break;
            }
            at = from;
        }
        return start;
    }

    private static boolean isPlain(String word) {
        for (int i = 0; i < word.length(); i++) {
            if (!Character.isLetterOrDigit(word.charAt(i)) && word.charAt(i) != '_') {
                return false;
            }
        }
        return true;
    }

    private static boolean isPart(char character) {
        return Character.isLetterOrDigit(character) || character == '_' || character == '-' || character == '.'
                || character == '+';
    }
}
