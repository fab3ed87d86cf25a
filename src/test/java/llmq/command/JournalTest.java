package llmq.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import llmq.session.Outcome;
import llmq.session.Snippet;
import llmq.session.Transcript;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is kept of a session, in a folder. */
class JournalTest {
    @TempDir
    Path home;

    private static Transcript with(Transcript before, String text) {
        return before.with(text, new Outcome(null, null, null, 0), false);
    }

    private static Transcript of(String... texts) {
        Transcript transcript = Transcript.empty();
        for (String text : texts) {
            transcript = with(transcript, text);
        }
        return transcript;
    }

    private Path folder() {
        return home.resolve("state/sessions");
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(folder())) {
            return files.sorted().toList();
        }
    }

    private static String text(Journal.Earlier earlier) {
        List<String> texts = new ArrayList<>();
        for (Snippet snippet : earlier.snippets()) {
            texts.add(snippet.text());
        }
        return String.join(" ¦ ", texts);
    }

    @Test
    void aLostSessionIsToldOfOnce() throws IOException {
        assertFalse(new Journal(folder(), 1).lost());
        Journal left = new Journal(folder(), 1);
        left.follow(of("1"));
        assertFalse(new Journal(folder(), 2).lost(), "it lives");
        left.close();
        assertTrue(Files.readString(folder().resolve("1.llmq")).endsWith("# left\n"));
        assertFalse(new Journal(folder(), 2).lost(), "it was left");
        Files.writeString(folder().resolve("3.llmq"), "# statement 3\n1;\n");
        assertTrue(new Journal(folder(), 4).lost());
        assertFalse(new Journal(folder(), 5).lost());
        assertEquals("1", text(new Journal(folder(), 6).earlier()));
    }

    @Test
    void everyStatementIsThereAtOnceAndForItsOwnerOnly() throws IOException {
        Journal journal = new Journal(folder(), 7);
        assertNull(journal.follow(Transcript.empty().withFailed("nonsense", "what")));
        assertTrue(Files.notExists(folder()));
        Transcript transcript = of("let a = 'é'").withCommand("/drop a");
        assertNull(journal.follow(transcript));
        Path file = folder().resolve("7.llmq");
        assertEquals(List.of(file), files());
        assertEquals("# statement 14\nlet a = 'é';\n# command 10\n# /drop a\n", Files.readString(file));
        assertNull(journal.follow(with(transcript.withFailed("b", "no b"), "1 + 1")));
        assertTrue(Files.readString(file).endsWith("/drop a\n# statement 7\n1 + 1;\n"));
        assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
        assertEquals("rwx------", PosixFilePermissions.toString(Files.getPosixFilePermissions(folder())));
        journal.close();
    }

    @Test
    void whatIsTakenBackIsNotThere() throws IOException {
        Journal journal = new Journal(folder(), 7);
        Transcript one = of("let a = 1");
        journal.follow(with(one, "let a = 2"));
        journal.follow(one);
        assertEquals("# statement 11\nlet a = 1;\n", Files.readString(folder().resolve("7.llmq")));
        journal.follow(with(one, "a"));
        assertEquals("# statement 11\nlet a = 1;\n# statement 3\na;\n", Files.readString(folder().resolve("7.llmq")));
        journal.follow(Transcript.empty());
        assertEquals("", Files.readString(folder().resolve("7.llmq")));
        journal.close();
        assertEquals(List.of(), files());
        assertNull(new Journal(folder(), 8).earlier());
    }

    @Test
    void twoSessionsAtOnceDoNotMix() throws IOException {
        Journal first = new Journal(folder(), 7);
        Journal second = new Journal(folder(), 7);
        first.follow(of("1"));
        second.follow(of("2"));
        assertEquals(2, files().size());
        assertNull(first.earlier());
        assertNull(second.earlier());
        second.close();
        assertEquals("2", text(first.earlier()));
        Journal third = new Journal(folder(), 9);
        assertEquals("2", text(third.earlier()));
        first.close();
        Files.setLastModifiedTime(folder().resolve("7.llmq"), FileTime.fromMillis(System.currentTimeMillis() + 9000));
        assertEquals("1", text(third.earlier()));
    }

    @Test
    void onlySomeSessionsAreKept() throws IOException {
        for (int i = 10; i < 40; i++) {
            Journal journal = new Journal(folder(), i);
            journal.follow(of(Integer.toString(i)));
            journal.close();
            Files.setLastModifiedTime(folder().resolve(i + ".llmq"), FileTime.fromMillis(i * 1000L));
        }
        assertEquals("39", text(new Journal(folder(), 50).earlier()));
        assertEquals(21, files().size());
        assertEquals("19.llmq", files().get(0).getFileName().toString());
    }

    @Test
    void aSessionThatGrowsAndGrowsIsKeptToSomeLength() throws IOException {
        Journal journal = new Journal(folder(), 7);
        Transcript transcript = of("1", "'" + "x".repeat(4_900_000) + "'");
        assertNull(journal.follow(transcript));
        Transcript more = with(transcript, "'" + "y".repeat(200_000) + "'");
        assertEquals("it has grown too large, and only its beginning is kept; /save FILE keeps all",
                journal.follow(more));
        assertNull(journal.follow(with(more, "2")));
        journal.close();
        assertEquals(2, new Journal(folder(), 8).earlier().snippets().size());
    }

    /** What is in the file, a tilde for a line end; what is restored; the warning. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '^', textBlock = """
            # statement 3~a;~                  | a   | ^^
            # statement 3~a;~# statement 9~b;~ | a   | FILE is damaged from byte 17 on; what stands before that is restored
            # statement 3~a;~# stat            | a   | FILE is damaged from byte 17 on; what stands before that is restored
            # statement 3~a;~rest              | a   | FILE is damaged from byte 17 on; what stands before that is restored
            # statement 3~ab~                  | ^^  | FILE is damaged from byte 0 on; nothing stands before that
            # statement 3                      | ^^  | FILE is damaged from byte 0 on; nothing stands before that
            # statement x~a;~                  | ^^  | FILE is damaged from byte 0 on; nothing stands before that
            # statement 99999999999~a;~        | ^^  | FILE is damaged from byte 0 on; nothing stands before that
            # command 10~# /drop a~            | /drop a | ^^
            # command 3~a;~                    | ^^  | FILE is damaged from byte 0 on; nothing stands before that
            list models                        | ^^  | FILE is damaged from byte 0 on; nothing stands before that
            """)
    void aDamagedFileIsAWarning(String content, String restored, String warning) throws IOException {
        Path file = Files.createDirectories(folder()).resolve("5.llmq");
        Files.writeString(file, content.replace('~', '\n'));
        Journal.Earlier earlier = new Journal(folder(), 7).earlier();
        assertEquals(restored, text(earlier));
        assertEquals(warning.replace("FILE", file.toString()), String.join("", earlier.warnings()));
    }

    @Test
    void whatIsNoTextIsAWarningToo() throws IOException {
        Path file = Files.createDirectories(folder()).resolve("5.llmq");
        Files.write(file, new byte[] {'#', 0, (byte) 0xFF, '\n', '\n'});
        assertEquals(List.of(file + " is damaged from byte 0 on; nothing stands before that"),
                new Journal(folder(), 7).earlier().warnings());
        Files.write(file, new byte[5_000_001]);
        assertEquals(List.of(file + " is too large, and is left aside"),
                new Journal(folder(), 7).earlier().warnings());
    }

    @Test
    void withoutAFolderNothingIsKeptAndThatIsSaidOnce() throws IOException {
        Files.createFile(home.resolve("state"));
        Journal journal = new Journal(folder(), 7);
        assertEquals("nothing can be kept in " + folder(), journal.follow(of("1")));
        assertNull(journal.follow(of("1", "2")));
        assertNull(journal.earlier());
        journal.close();
    }
}
