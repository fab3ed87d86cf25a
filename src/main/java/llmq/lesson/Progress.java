package llmq.lesson;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import llmq.value.WholeNumber;

/**
 * How far somebody has come with lessons, kept in one small file of lines. A change is made to what the file says at
 * that moment, under a lock, in a draft that then takes the file's place: two prompts do not undo each other, and
 * whenever a process ends, the file is as it was or as it is to be. Lines that cannot be read stay where they are.
 */
public final class Progress {
    private static final String HEAD = "# How far the lessons of llmq have come; /lesson reset N forgets one of them.";
    private static final String AT = "at";
    private static final String STEP = "step";
    private static final String AFTER = "after";
    private static final String TRIES = "tries";
    private static final String HINTS = "hints";
    /** Stands for a name without a letter or a digit in it. */
    private static final String NAMELESS = "-";
    private static final int MOST_BYTES = 1_000_000;
    private static final int MOST_LINKS = 40;
    private static final int MOST_WAITS = 100;
    private static final long WAIT_MILLIS = 10;

    /** What came of an exercise. */
    public enum Mark {
        TRIED("tried"), SKIPPED("skipped"), DONE("done");

        private final String word;

        Mark(String word) {
            this.word = word;
        }

        private static Mark find(String word) {
            for (Mark mark : values()) {
                if (mark.word.equals(word)) {
                    return mark;
                }
            }
            return null;
        }
    }

    /** @param tries results that came near or were right; @param hints that were given */
    public record Standing(Mark mark, int tries, int hints) {
        public static final Standing NONE = new Standing(Mark.TRIED, 0, 0);

        /** Both together. */
        private Standing with(Standing other) {
            return new Standing(mark.compareTo(other.mark) >= 0 ? mark : other.mark, Math.max(tries, other.tries),
                    Math.max(hints, other.hints));
        }

        /** Whether nothing is left to be done. */
        public boolean isOver() {
            return mark != Mark.TRIED;
        }
    }

    /** A step of a lesson. @param after the exercise before it, {@code null} for none; @param steps from that on */
    public record Place(String after, int steps) {
    }

    /**
     * Of one lesson.
     *
     * @param place     {@code null} where it was not begun
     * @param when      that was kept, as text that sorts by time; empty where it is not known
     * @param exercises those that were tried, by id
     */
    public record Kept(Place place, String when, Map<String, Standing> exercises) {
        public Standing of(String exercise) {
            return exercises.getOrDefault(name(exercise), Standing.NONE);
        }
    }

    /** What a test puts between the writing of a draft and its becoming the file. */
    interface Mover {
        void move(Path draft, Path file) throws IOException;
    }

    /** A line that means something. @param exercise {@code null} for a place */
    private record Entry(String lesson, Place place, String when, String exercise, Standing standing) {
    }

    private final Path file;
    private final Clock clock;
    private final Mover mover;
    private final List<String> troubles = new ArrayList<>();
    /** All lines, where none are written to the file; {@code null} where they are. */
    private List<String> unwritten;
    private boolean damageTold;

    /**
     * @param file  made when it is needed; {@code null} to keep all in memory
     * @param write whether the file is written, and not only read
     */
    public Progress(Path file, boolean write, Clock clock) {
        this(file, write, clock, Progress::move);
    }

    Progress(Path file, boolean write, Clock clock, Mover mover) {
        this.file = file;
        this.clock = clock;
        this.mover = mover;
        this.unwritten = file != null && write ? null : new ArrayList<>(file == null ? List.of() : read());
    }

    /**
     * Under what a lesson is kept: a name of one word. Somebody's own goes by the name of its file and by its title: so
     * it may be copied to another place, and files of two people that have the same name are two lessons.
     */
    public static String key(Lesson lesson, boolean own) {
        String name = name(LessonReader.slug(lesson.id()));
        return own ? name + ".llmq/" + name(LessonReader.slug(lesson.title())) : name;
    }

    static String name(String slug) {
        return slug.isEmpty() ? NAMELESS : slug;
    }

    /** What went wrong since this was asked for the last time, a line each. */
    public List<String> troubles() {
        List<String> told = List.copyOf(troubles);
        troubles.clear();
        return told;
    }

    /** Whether what is learnt now is there the next time, too. */
    public boolean isKept() {
        return unwritten == null;
    }

    public Kept of(String lesson) {
        Place place = null;
        String when = "";
        Map<String, Standing> exercises = new LinkedHashMap<>();
        for (Entry entry : entries()) {
            if (entry.lesson().equals(lesson) && entry.exercise() == null) {
                place = entry.place();
                when = entry.when();
            } else if (entry.lesson().equals(lesson)) {
                exercises.put(entry.exercise(), entry.standing());
            }
        }
        return new Kept(place, when, exercises);
    }

    /** Of all lessons together; the place is that of any. */
    public Kept all() {
        Place place = null;
        Map<String, Standing> exercises = new LinkedHashMap<>();
        for (Entry entry : entries()) {
            place = entry.exercise() == null ? entry.place() : place;
            if (entry.exercise() != null) {
                exercises.put(entry.lesson() + " " + entry.exercise(), entry.standing());
            }
        }
        return new Kept(place, "", exercises);
    }

    private List<Entry> entries() {
        List<Entry> entries = new ArrayList<>();
        for (String line : unwritten == null ? read() : unwritten) {
            Entry entry = entry(line);
            if (entry != null) {
                entries.add(entry);
            }
        }
        return entries;
    }

    /** Keeps where a lesson stands. */
    public void keep(String lesson, Place place) {
        String after = place.after() == null ? "" : " " + AFTER + " " + name(place.after());
        put(lesson, null, old -> AT + " " + lesson + " " + STEP + " " + place.steps() + after);
    }

    /** Keeps what came of an exercise; what another prompt has done of it stays done. */
    public void keep(String lesson, String exercise, Standing standing) {
        put(lesson, name(exercise), old -> {
            Standing all = old == null ? standing : standing.with(old.standing());
            return all.mark().word + " " + lesson + " " + name(exercise) + " " + TRIES + " " + all.tries() + " " + HINTS
                    + " " + all.hints();
        });
    }

    /** Puts lines in place of those that the file has. A link stays one, even if there is nothing yet where it leads. */
    private void replace(List<String> lines) throws IOException {
        Path place = file;
        for (int i = 0; i < MOST_LINKS && Files.isSymbolicLink(place); i++) {
            place = place.resolveSibling(Files.readSymbolicLink(place));
        }
        Files.createDirectories(place.toAbsolutePath().getParent());
        // Of one name, as there is a lock: a process that is killed leaves no more than one.
        Path draft = place.resolveSibling(place.getFileName() + ".part");
        try {
            write(lines, draft);
            mover.move(draft, place);
        } catch (IOException e) {
            Files.deleteIfExists(draft);
            throw e;
        }
    }

    /** A line in place of an old one, which is {@code null} where there is none. */
    private interface Line {
        String of(Entry old);
    }

    /** @param exercise {@code null} for the place of the lesson */
    private void put(String lesson, String exercise, Line line) {
        change(lines -> {
            int place = -1;
            Entry old = null;
            for (int i = lines.size() - 1; i >= 0; i--) {
                Entry entry = entry(lines.get(i));
                if (entry != null && entry.lesson().equals(lesson) && Objects.equals(entry.exercise(), exercise)) {
                    lines.remove(i);
                    place = i;
                    old = entry;
                }
            }
            lines.add(place < 0 ? lines.size() : place,
                    encoded(line.of(old) + " " + clock.instant().truncatedTo(ChronoUnit.SECONDS)));
        });
    }

    /**
     * Forgets one lesson, or all; what cannot be read stays.
     *
     * @param lesson {@code null} for all
     * @return where the file as it was is kept; {@code null} for nowhere
     */
    public Path forget(String lesson) {
        Path[] before = new Path[1];
        change(lines -> {
            if (unwritten == null) {
                Path copy = file.resolveSibling(file.getFileName() + ".before");
                try {
                    write(lines, copy);
                    before[0] = copy;
                } catch (IOException e) {
                    troubles.add("what was forgotten cannot be kept in " + copy);
                }
            }
            lines.removeIf(line -> {
                Entry entry = entry(line);
                return entry != null && (lesson == null || entry.lesson().equals(lesson));
            });
        });
        return before[0];
    }

    /** Changes lines, which somebody else may have changed before. */
    private interface Change {
        void apply(List<String> lines);
    }

    private void change(Change change) {
        if (unwritten != null) {
            change.apply(unwritten);
            return;
        }
        List<String> lines = null;
        try {
            Files.createDirectories(file.getParent());
            try (FileChannel channel = FileChannel.open(file.resolveSibling(file.getFileName() + ".lock"),
                    StandardOpenOption.CREATE, StandardOpenOption.WRITE); FileLock lock = lock(channel)) {
                lines = new ArrayList<>(read());
                if (unwritten == null) {
                    if (lines.isEmpty()) {
                        lines.add(HEAD);
                    }
                    change.apply(lines);
                    replace(lines);
                    return;
                }
            }
        } catch (IOException | SecurityException | UnsupportedOperationException e) {
            troubles.add("progress is not kept: nothing can be written to " + file);
        }
        // From now on it is kept as long as the prompt is open.
        if (unwritten == null) {
            unwritten = lines == null ? new ArrayList<>(read()) : lines;
        }
        if (lines == null || unwritten != lines) {
            change.apply(unwritten);
        }
    }

    /** @return {@code null} where the system has none, or somebody holds it for long */
    private static FileLock lock(FileChannel channel) throws IOException {
        for (int i = 0; i < MOST_WAITS; i++) {
            try {
                FileLock lock = channel.tryLock();
                if (lock != null) {
                    return lock;
                }
            } catch (OverlappingFileLockException e) {
                // Another prompt in this process has it.
            } catch (IOException e) {
                return null;
            }
            try {
                Thread.sleep(WAIT_MILLIS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return null;
            }
        }
        return null;
    }

    private static void write(List<String> lines, Path path) throws IOException {
        StringBuilder text = new StringBuilder();
        for (String line : lines) {
            text.append(line).append('\n');
        }
        try (FileChannel channel = FileChannel.open(path, StandardOpenOption.CREATE, StandardOpenOption.WRITE,
                StandardOpenOption.TRUNCATE_EXISTING)) {
            ByteBuffer bytes = ByteBuffer.wrap(text.toString().getBytes(StandardCharsets.ISO_8859_1));
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            channel.force(true);
        }
    }

    private static void move(Path draft, Path file) throws IOException {
        Files.move(draft, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    }

    /**
     * The lines as they are in the file, a character for each byte, so that what is no text comes through. A file that
     * cannot be read, or is none of ours, is left alone from then on.
     */
    private List<String> read() {
        try {
            if (!Files.exists(file)) {
                return List.of();
            }
            if (!Files.isRegularFile(file) || Files.size(file) > MOST_BYTES) {
                return aside("it is " + (Files.isRegularFile(file) ? "too large" : "no file"));
            }
            List<String> lines = Files.readString(file, StandardCharsets.ISO_8859_1).lines().toList();
            damage(lines);
            return lines;
        } catch (IOException | SecurityException e) {
            return aside("it cannot be read");
        }
    }

    private List<String> aside(String why) {
        if (!damageTold) {
            troubles.add("progress is not kept in " + file + ": " + why);
        }
        damageTold = true;
        unwritten = unwritten == null ? new ArrayList<>() : unwritten;
        return List.of();
    }

    private void damage(List<String> lines) {
        List<String> unread = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i);
            if (!line.isBlank() && !line.startsWith("#") && entry(line) == null) {
                unread.add(String.valueOf(i + 1));
            }
        }
        if (!unread.isEmpty() && !damageTold) {
            damageTold = true;
            troubles.add(file + ": " + (unread.size() == 1 ? "line " + unread.get(0)
                    + " cannot be read, and stays as it is"
                    : unread.size() + " lines cannot be read, of which line " + unread.get(0)
                            + " is the first, and stay as they are"));
        }
    }

    private static String encoded(String text) {
        return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
    }

    /** What a line says; {@code null} of one that says nothing. */
    private static Entry entry(String line) {
        String[] words = new String(line.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8).strip()
                .split("\\s+");
        if (words.length >= 4 && words[0].equals(AT) && words[2].equals(STEP)) {
            int steps = WholeNumber.of(words[3]);
            boolean after = words.length >= 6 && words[4].equals(AFTER);
            String last = words[words.length - 1];
            return steps < 0 ? null : new Entry(words[1], new Place(after ? words[5] : null, steps),
                    last.endsWith("Z") ? last : "", null, null);
        }
        Mark mark = Mark.find(words[0]);
        if (mark == null || words.length < 7 || !words[3].equals(TRIES) || !words[5].equals(HINTS)) {
            return null;
        }
        int tries = WholeNumber.of(words[4]);
        int hints = WholeNumber.of(words[6]);
        return tries < 0 || hints < 0 ? null
                : new Entry(words[1], null, null, words[2], new Standing(mark, tries, hints));
    }
}
