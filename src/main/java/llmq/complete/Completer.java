package llmq.complete;

import static llmq.complete.Candidate.word;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import llmq.complete.Candidate.Kind;
import llmq.session.Session;
import llmq.syntax.Caret;
import llmq.syntax.Caret.Typed;

/** What may stand at a place of a text: what the grammar allows there, with the names that a session has for it. */
public final class Completer {
    private final Session session;
    private final Files files;
    private final List<CommandWords> commands;

    public Completer(Session session, Files files, List<CommandWords> commands) {
        this.session = session;
        this.files = files;
        this.commands = List.copyOf(commands);
    }

    /** @param caret offset in the text, from 0 to its length */
    public Completion complete(String text, int caret) {
        if (text.stripLeading().startsWith("/")) {
            return command(text, caret);
        }
        Caret at = Caret.at(text.substring(0, caret));
        if (at.typed() == Typed.COMMENT) {
            return Completion.none(caret);
        }
        List<Candidate> found = new Proposals(session, files, at).candidates();
        int to = at.typed() == Typed.NOTHING ? caret : Caret.end(text, at.from(), caret);
        return new Completion(at.from(), to, grouped(found));
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

    private Completion command(String text, int caret) {
        int start = text.indexOf('/');
        int end = start;
        while (end < caret && !Character.isWhitespace(text.charAt(end))) {
            end++;
        }
        List<Candidate> found = new ArrayList<>();
        String name = text.substring(start, Math.max(start, end));
        if (end == caret) {
            for (CommandWords command : commands) {
                if (command.name().startsWith(name)) {
                    found.add(word(Kind.COMMAND, command.name(), command.summary()));
                }
            }
            return caret < start ? Completion.none(caret) : new Completion(start, caret, found);
        }
        int from = caret;
        while (from > end && !Character.isWhitespace(text.charAt(from - 1))) {
            from--;
        }
        Typing typing = new Typing(text.substring(from, caret));
        List<CommandWords> meant = new ArrayList<>();
        for (CommandWords command : commands) {
            if (command.name().equals(name)) {
                meant = List.of(command);
                break;
            }
            if (command.name().startsWith(name)) {
                meant.add(command);
            }
        }
        if (meant.size() == 1) {
            for (String argument : meant.get(0).arguments()) {
                if (typing.starts(argument)) {
                    found.add(word(Kind.COMMAND, argument, ""));
                }
            }
        }
        return new Completion(from, caret, found);
    }
}
