package llmq.session;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import llmq.diagnostic.Diagnostic;
import llmq.syntax.tree.Identifier;
import llmq.syntax.tree.Statement;

/** The names that a script would have if all its statements did check: that they are missing is said but once. */
final class MissingNames {
    private final Set<String> names = new HashSet<>();

    /** Takes in what a statement that does not check would have named. */
    void add(Statement statement) {
        Identifier name = statement.made();
        if (name != null) {
            names.add(name.name().toLowerCase(Locale.ROOT));
        }
    }

    /** Those of these errors that are not about such a name. */
    List<Diagnostic> others(List<Diagnostic> errors) {
        List<Diagnostic> others = new ArrayList<>();
        for (Diagnostic error : errors) {
            if (!isMissing(error)) {
                others.add(error);
            }
        }
        return others;
    }

    private boolean isMissing(Diagnostic error) {
        if (error.source() == null) {
            return false;
        }
        String place = error.source().text().substring(error.span().start(), error.span().end());
        String message = error.message().toLowerCase(Locale.ROOT);
        boolean missing = false;
        for (String name : names) {
            missing |= isIn(place.toLowerCase(Locale.ROOT), name) || message.contains("'" + name + "'");
        }
        return missing;
    }

    /** Whether the name stands there as a word of its own. */
    private static boolean isIn(String place, String name) {
        boolean found = false;
        for (int at = place.indexOf(name); at >= 0 && !found; at = place.indexOf(name, at + 1)) {
            int end = at + name.length();
            found = (at == 0 || !isPart(place.charAt(at - 1))) && (end == place.length() || !isPart(place.charAt(end)));
        }
        return found;
    }

    private static boolean isPart(char c) {
        return Character.isLetterOrDigit(c) || c == '_';
    }
}
