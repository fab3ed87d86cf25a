package llmq.complete;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import llmq.complete.Candidate.Kind;
import llmq.session.Session;
import llmq.session.Snippet;
import llmq.syntax.Caret;
import llmq.syntax.Caret.Typed;

/** What may stand at a place of a text: what the grammar allows there, with the names that a session has for it. */
public final class Completer {
    private static final String HELP = "help ";

    private final Session session;
    private final Files files;
    private final List<Snippet> typed;

    public Completer(Session session, Files files) {
        this(session, files, List.of());
    }

    /** @param typed the statements that were typed, the first first */
    public Completer(Session session, Files files, List<Snippet> typed) {
        this.session = session;
        this.files = files;
        this.typed = List.copyOf(typed);
    }

    /** @param caret offset in the text, from 0 to its length */
    public Completion complete(String text, int caret) {
        int start = text.length() - text.stripLeading().length();
        if (start < caret && text.charAt(start) == '/') {
            return new CommandLine(session, files, typed).complete(text.substring(start, caret), start, caret);
        }
        String topic = start < caret && text.charAt(start) == '?' ? "?" : text.startsWith(HELP, start) ? HELP : null;
        if (topic != null && start + topic.length() <= caret) {
            return help(text.substring(start + topic.length(), caret), caret);
        }
        Caret at = Caret.at(text.substring(0, caret));
        if (at.typed() == Typed.COMMENT) {
            return Completion.none(caret);
        }
        Session known = Earlier.named(text.substring(0, at.from()), session, files);
        Completion unquoted = at.typed() == Typed.TEXT || at.typed() == Typed.QUOTED_NAME ? null
                : Unquoted.at(text, caret, known);
        if (unquoted != null) {
            return unquoted;
        }
        List<Candidate> found = new Proposals(known, files, at).candidates();
        int to = at.typed() == Typed.NOTHING ? caret : Caret.end(text, at.from(), caret);
        return new Completion(at.from(), to, grouped(found));
    }

    /**
     * What {@code /help} has a page on, of the word that ends at the caret or right before it; {@code null} for none.
     */
    public String topic(String text, int caret) {
        return new Topics(this, text).before(caret);
    }

    /** {@code help fit} and {@code ?fit} ask what {@code /help fit} does. */
    private Completion help(String topic, int caret) {
        String command = "/help " + topic;
        Completion completion = new CommandLine(session, files, typed).complete(command, 0, command.length());
        int moved = caret - command.length();
        return new Completion(completion.from() + moved, caret, completion.candidates());
    }

    /** Those of a kind together, each text once. */
    private static List<Candidate> grouped(List<Candidate> found) {
        Map<Kind, Map<String, Candidate>> kinds = new LinkedHashMap<>();
        for (Candidate candidate : found) {
            kinds.computeIfAbsent(candidate.kind(), kind -> new LinkedHashMap<>())
                    .putIfAbsent(candidate.text() + '\n' + candidate.display(), candidate);
        }
        List<Candidate> candidates = new ArrayList<>();
        kinds.values().forEach(kind -> candidates.addAll(kind.values()));
        return candidates;
    }
}
