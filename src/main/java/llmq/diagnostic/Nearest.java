package llmq.diagnostic;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** “Did you mean …”: the names nearest to a mistyped one. */
public final class Nearest {
    /** No name is so long; what is longer is no name mistyped. */
    private static final int LONGEST = 200;

    private static final String ASKED = "did you mean '";
    private static final String END = "'?";

    private Nearest() {
    }

    /**
     * The candidates near to {@code word}, best first, at most three: those within a third of its length in edits
     * (insert, delete, replace, swap of neighbours), and those of which it is a part. Words of one letter have none,
     * and neither have those beyond {@value #LONGEST}.
     */
    public static List<String> to(String word, Collection<String> candidates) {
        record Scored(String name, int distance) {
        }
        if (word.length() < 2 || word.length() > LONGEST) {
            return List.of();
        }
        String wanted = fold(word);
        int limit = Math.max(1, wanted.length() / 3);
        List<Scored> near = new ArrayList<>();
        for (String candidate : candidates) {
            String name = fold(candidate);
            int distance = Math.abs(name.length() - wanted.length()) > limit ? Integer.MAX_VALUE
                    : distance(wanted, name);
            boolean part = wanted.length() >= 3 && name.contains(wanted);
            if (distance <= limit) {
                near.add(new Scored(candidate, distance));
            } else if (part) {
                near.add(new Scored(candidate, limit + 1));
            }
        }
        // Without lambdas or streams: a mistyped name is answered from cold.
        near.sort(new Comparator<>() {
            @Override
            public int compare(Scored a, Scored b) {
                return a.distance() != b.distance() ? Integer.compare(a.distance(), b.distance())
                        : a.name().compareTo(b.name());
            }
        });
        List<String> names = new ArrayList<>();
        for (Scored scored : near) {
            if (names.size() < 3 && !names.contains(scored.name())) {
                names.add(scored.name());
            }
        }
        return names;
    }

    /** The sentence for a help line, or {@code null} when nothing is near. */
    public static String sentence(String word, Collection<String> candidates) {
        List<String> near = to(word, candidates);
        return switch (near.size()) {
            case 0 -> null;
            case 1 -> meant(near.get(0));
            case 2 -> ASKED + near.get(0) + "' or '" + near.get(1) + END;
            default -> ASKED + near.get(0) + "', '" + near.get(1) + "' or '" + near.get(2) + END;
        };
    }

    /** The same for what can only be meant. */
    public static String meant(String word) {
        return ASKED + word + END;
    }

    /** What such a sentence names first; {@code null} for any other sentence. */
    public static String first(String sentence) {
        if (!sentence.startsWith(ASKED) || !sentence.endsWith(END)) {
            return null;
        }
        int end = sentence.length() - END.length();
        for (String next : new String[] {"', '", "' or '"}) {
            int at = sentence.indexOf(next);
            end = at < 0 ? end : Math.min(end, at);
        }
        return sentence.substring(ASKED.length(), end);
    }

    private static String fold(String word) {
        return word.toLowerCase(Locale.ROOT);
    }

    /** Optimal string alignment distance: Levenshtein's, with a swap of two neighbours as one edit. */
    static int distance(String a, String b) {
        int[] before = new int[b.length() + 1];
        int[] last = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            last[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int[] row = new int[b.length() + 1];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int replace = last[j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                row[j] = Math.min(replace, Math.min(last[j], row[j - 1]) + 1);
                boolean swapped = i > 1 && j > 1
                        && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1);
                if (swapped) {
                    row[j] = Math.min(row[j], before[j - 2] + 1);
                }
            }
            before = last;
            last = row;
        }
        return last[b.length()];
    }
}
