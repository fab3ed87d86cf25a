package llmq.lesson;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import llmq.catalog.Catalog;
import llmq.check.Namespace;
import llmq.check.Namespace.Definition;
import llmq.diagnostic.LlmqException;
import llmq.diagnostic.SourceText;
import llmq.document.Block;
import llmq.document.CodePrinter;
import llmq.engine.Cancel;
import llmq.render.Printers;
import llmq.result.Format;
import llmq.result.Result;
import llmq.session.Session;
import llmq.syntax.Lexeme;
import llmq.syntax.Lexemes;
import llmq.syntax.tree.Identifier;
import llmq.syntax.tree.Statement;
import llmq.text.Style;

/**
 * Two sessions side by side: the lesson's own, in which all is as the lesson says, and the learner's, who may have
 * named anything. What the lesson shows it runs in the learner's, as long as that gives the same.
 */
final class Stand {
    private final Lesson lesson;
    private final Stage stage;
    private final Reference reference;
    /** What the lesson has defined in the learner's session, as it was then. */
    private final Set<Definition> ours = Collections.newSetFromMap(new IdentityHashMap<>());
    private Catalog catalog;
    private Cancel cancel = Cancel.never();

    Stand(Lesson lesson, Stage stage, boolean sandbox) {
        this.lesson = lesson;
        this.stage = stage;
        Session blank = stage.blank();
        this.catalog = blank.catalog();
        this.reference = new Reference(lesson, blank, stage.workspace(sandbox, () -> cancel.requested()));
    }

    /** Stopped by that from now on. */
    private Reference reference(Cancel now) {
        cancel = now;
        return reference;
    }

    List<Block> filled(int part, List<Block> prose, Cancel now) {
        return reference(now).filled(part, prose);
    }

    String filled(int part, String text, Cancel now) {
        return reference(now).filled(part, text);
    }

    Result truth(Exercise exercise, Cancel now) {
        return reference(now).truth(exercise);
    }

    /** @param truth see {@link Guess#single} */
    Bounds bounds(Exercise exercise, Result truth, Cancel now) {
        return Bounds.of(exercise, truth, reference(now));
    }

    Verdict judge(Exercise exercise, Result result, Statement typed, Cancel now) {
        return reference(now).judge(exercise, result, typed);
    }

    /**
     * Runs the statements of a part before the learner's eyes.
     *
     * @return whether there was anything to look at
     */
    boolean demonstrate(int part, Cancel now) {
        note(supply(part, now));
        List<Block.Code> codes = lesson.parts().get(part).statements();
        boolean seen = false;
        for (int i = 0; i < codes.size(); i++) {
            Block.Code code = codes.get(i);
            stage.print(CodePrinter.typed(code.text(), stage.prompt(), stage.style().theme()));
            // What leads to the answer was run aside, and the answer with it.
            Result own = i < codes.size() - 1 || !isElsewhere(code) ? null : reference(now).result(part);
            if (own != null && !isSame(code, own, now)) {
                stage.show(own);
                note(Sayings.aside(strangers(code)));
                seen = true;
            } else {
                seen |= run(code, true, now);
            }
        }
        return seen;
    }

    /** Whether the learner's session may give something else. */
    private boolean isElsewhere(Block.Code code) {
        if (code.text().indexOf('$') >= 0 || stage.session().catalog() != catalog) {
            return true;
        }
        for (Definition definition : own(stage.session())) {
            if (!ours.contains(definition)) {
                return true;
            }
        }
        return false;
    }

    private boolean isSame(Block.Code code, Result own, Cancel now) {
        try {
            Result learners = stage.aside(SourceText.of(code.text()), now).result();
            return learners != null && written(learners).equals(written(own));
        } catch (LlmqException e) {
            if (now.requested()) {
                throw e;
            }
            return false;
        }
    }

    private static String written(Result result) {
        return Printers.of(Format.CSV, Style.WHOLE).text(result);
    }

    /** Names in a statement that mean something else to the learner. */
    private List<String> strangers(Block.Code code) {
        Set<String> used = new TreeSet<>();
        for (Lexeme lexeme : Lexemes.of(code.text())) {
            used.add(code.text().substring(lexeme.start(), lexeme.end()).toLowerCase(Locale.ROOT));
        }
        List<String> strangers = new ArrayList<>();
        for (Definition definition : own(stage.session())) {
            if (!ours.contains(definition) && used.contains(definition.name().toLowerCase(Locale.ROOT))) {
                strangers.add(definition.name());
            }
        }
        return strangers;
    }

    /** Runs a statement in the learner's session. @return whether it gave a result */
    private boolean run(Block.Code code, boolean shown, Cancel now) {
        Session before = stage.session();
        String name = named(code.statement());
        Definition old = name == null ? null : before.names().find(name);
        boolean result = stage.run(code.text(), shown, now);
        Session after = stage.session();
        Set<Definition> known = Collections.newSetFromMap(new IdentityHashMap<>());
        known.addAll(own(before));
        for (Definition definition : own(after)) {
            if (!known.contains(definition)) {
                ours.add(definition);
            }
        }
        if (before.catalog() == catalog) {
            catalog = after.catalog();
        }
        if (shown && old != null && !ours.contains(old)) {
            note(Sayings.replaced(old.name()));
        }
        return result;
    }

    /** What somebody has named in a session. */
    private static List<Definition> own(Session session) {
        List<Definition> own = new ArrayList<>();
        for (Definition definition : session.names().all()) {
            if (!(definition instanceof Namespace.Data table) || !table.builtIn()) {
                own.add(definition);
            }
        }
        return own;
    }

    /**
     * Makes what the lesson has named before that part, and the learner has not.
     *
     * @return what to say of it; {@code null} for nothing
     */
    String supply(int part, Cancel now) {
        return make(part, false, now);
    }

    /** The same in a session that has just begun, with what was assumed. */
    String restore(int part, Cancel now) {
        return make(part, stage.session().catalog() == catalog, now);
    }

    private String make(int part, boolean assumed, Cancel now) {
        Set<String> missing = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        List<Block.Code> all = new ArrayList<>();
        for (int i = 0; i < part; i++) {
            all.addAll(lesson.parts().get(i).statements());
        }
        for (Block.Code code : all) {
            String name = named(code.statement());
            if (name != null && stage.session().names().find(name) == null) {
                missing.add(name);
            }
        }
        List<String> made = new ArrayList<>();
        for (Block.Code code : all) {
            String name = named(code.statement());
            boolean wanted = name != null && missing.contains(name);
            if (wanted || assumed && code.statement() instanceof Statement.Assume) {
                try {
                    run(code, false, now);
                    if (wanted && !made.contains(name)) {
                        made.add(name);
                    }
                } catch (LlmqException e) {
                    if (now.requested()) {
                        throw e;
                    }
                    // It rests on a name that is the learner's; what uses it is shown aside.
                }
            }
        }
        return made.isEmpty() ? null : Sayings.madeAgain(made);
    }

    private void note(String text) {
        if (text != null) {
            Tutor.say(stage, text);
        }
    }

    /** The name that a statement gives to something; {@code null} for none. */
    private static String named(Statement statement) {
        Identifier name = statement.made();
        return name == null ? null : name.name();
    }
}
