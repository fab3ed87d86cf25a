package llmq.command;

import java.io.File;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import llmq.session.Snippet;
import llmq.session.Transcript;

/**
 * Keeps what worked in a session as it happens, so that the next session can restore it however this one ends. Each
 * session has a file of its own in one folder, which it locks while it lives; a file without a lock is of a session
 * that has ended. The files can be read by their owner only, and are scripts that llmq runs.
 *
 * <p>A file is a sequence of records: a line {@code # statement 9}, with the number of bytes that follow, and these. At
 * its end stands {@code # left} where the user has left, and did not lose the session.
 */
public final class Journal {
    /** Sessions kept, and bytes of each of them. */
    private static final int MOST_FILES = 20;
    private static final int MOST_BYTES = 5_000_000;
    private static final int MOST_DIGITS = 9;
    private static final String ENDING = ".llmq";
    private static final String STATEMENT = "# statement ";
    private static final String COMMAND = "# command ";
    private static final String COMMENT = "# ";
    private static final String LEFT = "# left\n";

    private final Path folder;
    private final long opened;
    private Path file;
    private FileChannel channel;
    private Transcript written = Transcript.empty();
    private boolean stopped;

    /**
     * Writes nothing yet.
     *
     * @param folder made when it is needed
     * @param opened when the session began, in milliseconds since 1970
     */
    public Journal(Path folder, long opened) {
        this.folder = folder;
        this.opened = opened;
    }

    /** What worked in an earlier session. @param warnings on what could not be read, a line each */
    record Earlier(List<Snippet> snippets, List<String> warnings) {
    }

    /**
     * Keeps what is new of a transcript, or all of it where something was taken back.
     *
     * @return what went wrong, after which nothing more is kept; {@code null} for nothing
     */
    String follow(Transcript now) {
        if (stopped || now == written) {
            return null;
        }
        // A channel that an interrupted thread writes to closes itself.
        boolean interrupted = Thread.interrupted();
        try {
            List<Snippet> more = now.since(written);
            boolean anew = more == null;
            byte[] bytes = bytes(anew ? now.all() : more);
            if (bytes.length > 0 || anew && channel != null) {
                open();
                if ((anew ? 0 : channel.size()) + bytes.length > MOST_BYTES) {
                    stopped = true;
                    return "it has grown too large, and only its beginning is kept; /save FILE keeps all";
                }
                if (anew) {
                    replace(bytes);
                } else {
                    write(bytes, channel);
                }
            }
            written = now;
            return null;
        } catch (IOException | SecurityException | UnsupportedOperationException e) {
            stopped = true;
            return "nothing can be kept in " + folder;
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private void open() throws IOException {
        if (channel != null) {
            return;
        }
        Files.createDirectories(folder, access("rwx------"));
        // Two that begin in the same moment have names of their own.
        for (long name = opened; channel == null; name++) {
            file = folder.resolve(name + ENDING);
            channel = created(file);
        }
        forgetOldest();
    }

    /** A new file, locked; {@code null} where there is one of that name. */
    private FileChannel created(Path path) throws IOException {
        Set<OpenOption> options = Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        FileChannel made;
        try {
            made = FileChannel.open(path, options, access("rw-------"));
        } catch (FileAlreadyExistsException e) {
            return null;
        }
        if (made.tryLock() == null) {
            made.close();
            return null;
        }
        return made;
    }

    /** What only the owner may do; nothing where the system has other ways to say so. */
    private FileAttribute<?>[] access(String permissions) {
        return folder.getFileSystem().supportedFileAttributeViews().contains("posix") ? new FileAttribute<?>[] {
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))}
                : new FileAttribute<?>[0];
    }

    /** Either the old records stand in the file or the new ones, whenever the process ends; either is locked. */
    private void replace(byte[] bytes) throws IOException {
        Path draft = folder.resolve(file.getFileName() + ".part");
        Files.deleteIfExists(draft);
        FileChannel anew = created(draft);
        if (anew == null) {
            throw new IOException("somebody else has " + draft);
        }
        write(bytes, anew);
        channel.close();
        channel = anew;
        Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
    }

    /** All records go out at once: a process that is killed after a statement has kept it. */
    private static void write(byte[] bytes, FileChannel to) throws IOException {
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        long at = to.size();
        while (buffer.hasRemaining()) {
            at += to.write(buffer, at);
        }
    }

    private static byte[] bytes(List<Snippet> snippets) {
        StringBuilder records = new StringBuilder();
        for (Snippet snippet : snippets) {
            boolean command = snippet.kind() == Snippet.Kind.COMMAND;
            if (command || snippet.kind() == Snippet.Kind.WORKED) {
                String text = command ? COMMENT + snippet.text() + "\n" : snippet.text() + ";\n";
                records.append(command ? COMMAND : STATEMENT)
                        .append(text.getBytes(StandardCharsets.UTF_8).length).append('\n').append(text);
            }
        }
        return records.toString().getBytes(StandardCharsets.UTF_8);
    }

    /** The session has ended. */
    void close() {
        stopped = true;
        if (channel == null) {
            return;
        }
        try {
            boolean empty = channel.size() == 0;
            if (!empty) {
                write(LEFT.getBytes(StandardCharsets.UTF_8), channel);
            }
            channel.close();
            if (empty) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            // What it has, it has.
        }
    }

    /** What worked in the session that ended last; {@code null} where there is none. */
    Earlier earlier() {
        List<Path> files = ended();
        return files.isEmpty() ? null : read(files.get(files.size() - 1));
    }

    /**
     * Whether the session that ended last was lost, and nobody was told of it; from now on somebody was. Looks at
     * little, as the prompt waits for it.
     */
    public boolean lost() {
        File[] files = folder.toFile().listFiles();
        File last = null;
        for (File one : files == null ? new File[0] : files) {
            long after = last == null ? 1 : one.lastModified() - last.lastModified();
            boolean later = after > 0 || after == 0 && one.compareTo(last) > 0;
            if (later && one.getName().endsWith(ENDING) && one.length() > 0
                    && (isLeft(one) || !isLocked(one.toPath()))) {
                last = one;
            }
        }
        if (last == null || isLeft(last)) {
            return false;
        }
        try (RandomAccessFile file = new RandomAccessFile(last, "rw")) {
            file.seek(file.length());
            file.write(LEFT.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            // Then it is said once more.
        }
        return true;
    }

    private static boolean isLeft(File one) {
        byte[] end = new byte[LEFT.length()];
        try (RandomAccessFile file = new RandomAccessFile(one, "r")) {
            file.seek(Math.max(0, file.length() - end.length));
            file.readFully(end);
            return new String(end, StandardCharsets.UTF_8).equals(LEFT);
        } catch (IOException e) {
            // What cannot be read cannot be brought back either.
            return true;
        }
    }

    private void forgetOldest() {
        List<Path> files = ended();
        for (int i = 0; i < files.size() - MOST_FILES; i++) {
            try {
                Files.deleteIfExists(files.get(i));
            } catch (IOException e) {
                // One more is no harm.
            }
        }
    }

    /** The files of sessions that have ended with something to restore, that which changed last at the end. */
    private List<Path> ended() {
        record Dated(Path path, long millis) {
        }
        List<Dated> found = new ArrayList<>();
        try (DirectoryStream<Path> paths = Files.newDirectoryStream(folder, "*" + ENDING)) {
            for (Path path : paths) {
                if (!path.equals(file) && Files.isRegularFile(path) && Files.size(path) > 0 && !isLocked(path)) {
                    found.add(new Dated(path, Files.getLastModifiedTime(path).toMillis()));
                }
            }
        } catch (IOException | SecurityException e) {
            return List.of();
        }
        found.sort((a, b) -> a.millis() != b.millis() ? Long.compare(a.millis(), b.millis())
                : a.path().compareTo(b.path()));
        List<Path> files = new ArrayList<>();
        found.forEach(one -> files.add(one.path()));
        return files;
    }

    private static boolean isLocked(Path path) {
        try (FileChannel other = FileChannel.open(path, StandardOpenOption.WRITE)) {
            return other.tryLock() == null;
        } catch (OverlappingFileLockException e) {
            return true;
        } catch (IOException e) {
            // Whoever may not write to it has not locked it.
            return false;
        }
    }

    private static Earlier read(Path path) {
        List<Snippet> snippets = new ArrayList<>();
        byte[] all;
        try {
            if (Files.size(path) > MOST_BYTES) {
                return new Earlier(List.of(), List.of(path + " is too large, and is left aside"));
            }
            all = Files.readAllBytes(path);
        } catch (IOException | SecurityException e) {
            return new Earlier(List.of(), List.of(path + " cannot be read, and is left aside"));
        }
        int at = 0;
        while (at < all.length) {
            int end = at;
            while (end < all.length && all[end] != '\n') {
                end++;
            }
            String head = new String(all, at, end - at, StandardCharsets.UTF_8);
            if (LEFT.equals(head + "\n")) {
                at = end + 1;
                continue;
            }
            boolean command = head.startsWith(COMMAND);
            int length = command || head.startsWith(STATEMENT)
                    ? number(head.substring(command ? COMMAND.length() : STATEMENT.length())) : -1;
            String text = length < 0 || length > all.length - end - 1 ? null
                    : body(new String(all, end + 1, length, StandardCharsets.UTF_8), command);
            if (text == null) {
                return new Earlier(snippets, List.of(path + " is damaged from byte " + at + " on; "
                        + (snippets.isEmpty() ? "nothing stands before that" : "what stands before that is restored")));
            }
            snippets.add(new Snippet(command ? Snippet.Kind.COMMAND : Snippet.Kind.WORKED, snippets.size() + 1, text,
                    null, null));
            at = end + 1 + length;
        }
        return new Earlier(Collections.unmodifiableList(snippets), List.of());
    }

    private static String body(String text, boolean command) {
        if (command) {
            return text.startsWith(COMMENT + "/") && text.endsWith("\n")
                    ? text.substring(COMMENT.length(), text.length() - 1) : null;
        }
        return text.endsWith(";\n") ? text.substring(0, text.length() - 2) : null;
    }

    private static int number(String digits) {
        boolean plain = !digits.isEmpty() && digits.length() < MOST_DIGITS;
        for (int i = 0; i < digits.length(); i++) {
            plain &= digits.charAt(i) >= '0' && digits.charAt(i) <= '9';
        }
        return plain ? Integer.parseInt(digits) : -1;
    }
}
