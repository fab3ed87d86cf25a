package llmq.lesson;

import java.util.List;
import llmq.diagnostic.LlmqException;
import llmq.diagnostic.SourceText;
import llmq.engine.Cancel;
import llmq.result.Layout;
import llmq.result.Result;
import llmq.syntax.Keywords;
import llmq.syntax.tree.Expr;
import llmq.syntax.tree.Statement;

/** The guess that an exercise asks for before its query: the last that makes sense counts, until that is answered. */
final class Guessing {
    private final Stage stage;
    private final String question;
    private final Result truth;
    private final Bounds bounds;
    private Guess guess;

    private Guessing(Stage stage, String question, Result truth, Bounds bounds) {
        this.stage = stage;
        this.question = question;
        this.truth = truth;
        this.bounds = bounds;
    }

    /** {@code null} of an exercise that asks for none, or has nothing to hold it against. */
    static Guessing of(Exercise exercise, Stage stage, Stand stand, Cancel cancel) {
        Result truth = exercise.guess() == null ? null : Guess.single(stand.truth(exercise, cancel));
        return truth == null ? null
                : new Guessing(stage, exercise.guess(), truth, stand.bounds(exercise, truth, cancel));
    }

    /** {@code null} where none was made. */
    Guess guess() {
        return guess;
    }

    /**
     * Takes what was typed.
     *
     * @param waited whether a guess is asked for, and not the query already: there only a bare value is one
     * @return what to say of it; {@code null} where it was not meant as a guess, and is to be run
     */
    String take(String typed, boolean waited, Cancel cancel) {
        String plain = Guess.plain(typed, truth);
        List<Statement> statements = Typed.statements(plain);
        Statement statement = statements.isEmpty() ? null : statements.get(0);
        // A name alone may be the guess, where a word is asked for.
        boolean named = Guess.isWord(truth) && statement instanceof Statement.Evaluate one
                && one.value() instanceof Expr.Name;
        boolean bare = named || Typed.isLiteral(statement);
        if (statements.size() > 1 || !waited && !bare || statement == null && isQuery(typed)) {
            return null;
        }
        Result said = null;
        try {
            said = stage.aside(SourceText.of(plain), cancel).result();
            if (said == null || said.layout() != Layout.SCALAR || named && !waited) {
                return null;
            }
            if (!named && !Typed.isPlain(statement)) {
                return Sayings.guessAsks();
            }
        } catch (LlmqException e) {
            if (cancel.requested() || isQuery(typed)) {
                return null;
            }
        }
        return made(Guess.of(plain, named ? null : said, truth));
    }

    private String made(Guess.Read read) {
        String wrong = read.guess() == null ? read.wrong() : bounds.refuse(read.guess());
        if (wrong != null) {
            return Guess.pointed(wrong, question);
        }
        String written = Guess.pointed(read.guess().written(), question);
        boolean instead = guess != null;
        guess = read.guess();
        return instead ? Sayings.guessedInstead(written) : Sayings.guessed(written);
    }

    /** Whether it begins with a word that no value begins with. */
    private static boolean isQuery(String typed) {
        String text = typed.strip();
        int end = 0;
        while (end < text.length() && Character.isLetter(text.charAt(end))) {
            end++;
        }
        return Keywords.verbs().contains(text.substring(0, end));
    }
}
