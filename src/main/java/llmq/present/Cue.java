package llmq.present;

import java.util.ArrayList;
import java.util.List;

/**
 * What the speaker is told at a step, and the room is not.
 *
 * @param title of the presentation
 * @param place of the step
 * @param now   what the step is, in one line
 * @param notes in prose, with their figures; so are the hints
 * @param hints that the exercise has
 * @param shown how many of them the room sees
 * @param next  what the next step is, a line each
 */
record Cue(String title, String place, String now, List<String> notes, List<String> hints, int shown, List<String> next) {
    private static final String TITLE = "title";
    private static final String PLACE = "place";
    private static final String NOW = "now";
    private static final String NOTE = "note";
    private static final String SHOWN = "shown";
    private static final String HINT = "hint";
    private static final String NEXT = "next";

    Cue {
        notes = List.copyOf(notes);
        hints = List.copyOf(hints);
        next = List.copyOf(next);
    }

    /** A line for each thing, which begins with what it is. */
    String text() {
        StringBuilder text = new StringBuilder();
        add(text, TITLE, List.of(title));
        add(text, PLACE, List.of(place));
        add(text, NOW, List.of(now));
        add(text, NOTE, notes);
        add(text, SHOWN, hints.subList(0, shown));
        add(text, HINT, hints.subList(shown, hints.size()));
        add(text, NEXT, next);
        return text.toString();
    }

    private static void add(StringBuilder text, String what, List<String> lines) {
        for (String line : lines) {
            text.append(what).append(' ').append(line.replace('\n', ' ')).append('\n');
        }
    }

    /** What {@link #text} wrote; lines that say nothing are passed over. */
    static Cue read(String text) {
        List<String> notes = new ArrayList<>();
        List<String> shown = new ArrayList<>();
        List<String> hints = new ArrayList<>();
        List<String> next = new ArrayList<>();
        String title = "";
        String place = "";
        String now = "";
        for (String line : text.lines().toList()) {
            int space = line.indexOf(' ');
            String rest = line.substring(space + 1);
            switch (space < 0 ? "" : line.substring(0, space)) {
                case TITLE -> title = rest;
                case PLACE -> place = rest;
                case NOW -> now = rest;
                case NOTE -> notes.add(rest);
                case SHOWN -> shown.add(rest);
                case HINT -> hints.add(rest);
                case NEXT -> next.add(rest);
                default -> {
                    // Of an llmq that says more.
                }
            }
        }
        int count = shown.size();
        shown.addAll(hints);
        return new Cue(title, place, now, notes, shown, count, next);
    }
}
