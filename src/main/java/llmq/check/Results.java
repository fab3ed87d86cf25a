package llmq.check;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import llmq.value.WholeNumber;

/**
 * What is kept of each result of a session, under its number. Immutable: what is added shares what was there before,
 * so that the thousandth statement is no dearer than the first.
 */
public final class Results<T> {
    private static final char SIGN = '$';

    private final T last;
    private final Results<T> before;
    private final int size;

    private Results(T last, Results<T> before, int size) {
        this.last = last;
        this.before = before;
        this.size = size;
    }

    public static <T> Results<T> none() {
        return new Results<>(null, null, 0);
    }

    public Results<T> with(T more) {
        return new Results<>(more, this, size + 1);
    }

    public int size() {
        return size;
    }

    /** All of them, the first one first. */
    public List<T> all() {
        List<T> all = new ArrayList<>(size);
        for (Results<T> at = this; at.size > 0; at = at.before) {
            all.add(at.last);
        }
        Collections.reverse(all);
        return all;
    }

    /** Whether a name can be none but that of a result. */
    public static boolean isName(String name) {
        return !name.isEmpty() && name.charAt(0) == SIGN;
    }

    /** The name of a result. */
    static String name(int number) {
        return SIGN + Integer.toString(number);
    }

    /** What is kept of the result called {@code $7}, or {@code $} for the last; {@code null} where there is none. */
    public T find(String name) {
        if (!isName(name)) {
            return null;
        }
        int number = name.length() == 1 ? size : WholeNumber.of(name.substring(1));
        if (number <= 0 || number > size) {
            return null;
        }
        Results<T> at = this;
        // The latest are asked for most.
        while (at.size > number) {
            at = at.before;
        }
        return at.last;
    }
}
