package llmq.function;

import java.util.ArrayList;
import java.util.List;
import llmq.value.Type;

/**
 * The registry of functions: what the checker knows, what help, completion and the reference print. A name may stand
 * for several: {@code max(mmlu)} is an aggregate, {@code max(a, b)} works on one row.
 */
public final class Functions {
    private static final List<Function> ALL = gather();

    private Functions() {
    }

    private static List<Function> gather() {
        List<Function> all = new ArrayList<>();
        all.addAll(Scalars.all());
        all.addAll(Forms.all());
        all.addAll(Aggregates.all());
        all.addAll(Windows.all());
        return List.copyOf(all);
    }

    /** Every function once: on one row, special forms, aggregates, windows. */
    public static List<Function> all() {
        return ALL;
    }

    /** Every name once, in the order of {@link #all}, for completion and “did you mean”. */
    public static List<String> names() {
        List<String> names = new ArrayList<>();
        for (Function function : ALL) {
            if (!names.contains(function.name())) {
                names.add(function.name());
            }
        }
        return names;
    }

    /** All functions of that name, without regard to case; empty if there is none. */
    public static List<Function> named(String name) {
        List<Function> found = new ArrayList<>();
        for (Function function : ALL) {
            if (function.name().equalsIgnoreCase(name)) {
                found.add(function);
            }
        }
        return found;
    }

    /** The first function of that name, without regard to case; {@code null} if there is none. */
    public static Function find(String name) {
        for (Function function : ALL) {
            if (function.name().equalsIgnoreCase(name)) {
                return function;
            }
        }
        return null;
    }

    /** The function of that name that takes so many arguments; {@code null} if there is none. */
    public static Function find(String name, int arguments) {
        for (Function function : ALL) {
            if (function.name().equalsIgnoreCase(name) && function.takes(arguments)) {
                return function;
            }
        }
        return null;
    }

    /**
     * The function of that name for arguments of these types. Where none takes these types, the one that takes so
     * many, so that the caller can say what it wants; {@code null} where none takes so many.
     */
    public static Function find(String name, List<Type> arguments) {
        Function found = find(name, arguments.size());
        if (found instanceof ScalarFunction scalar && !arguments.isEmpty() && arguments.get(0) == Type.DATE
                && scalar.argument(0) == Type.NUMBER) {
            ScalarFunction ofDates = Scalars.ofDates(scalar.name());
            return ofDates == null ? scalar : ofDates;
        }
        return found;
    }
}
