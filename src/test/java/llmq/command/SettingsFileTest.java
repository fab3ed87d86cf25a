package llmq.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The file of settings: what is read of it, what is written to it. */
class SettingsFileTest {
    @TempDir
    Path folder;

    /** What is in the file, a setting and its value; what is in the file then, a tilde for a line end. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", quoteCharacter = '^', value = {
        "-                      | ROWS   | 5     | rows = 5~",
        "rows = 3~              | ROWS   | 5     | rows = 5~",
        "rows = 3~              | ROWS   | -     | ^^",
        "# a~ROWS=3~~theme=dark | ROWS   | 5     | # a~rows = 5~~theme=dark~",
        "rows = 3~rows = 4~     | ROWS   | 5     | rows = 5~",
        "nonsense~              | ROWS   | 5     | nonsense~rows = 5~",
        "-                      | PROMPT | ^> ^  | prompt = \"> \"~",
        "-                      | PROMPT | ^'a'^ | prompt = \"'a'\"~",
        "-                      | PROMPT | a = b | prompt = a = b~",
    })
    void keepsOneSettingAndTheRestAsItIs(String before, Setting setting, String value, String after)
            throws IOException {
        Path path = folder.resolve("llmq/settings");
        if (before != null) {
            Files.createDirectories(path.getParent());
            Files.writeString(path, before.replace('~', '\n'));
        }
        SettingsFile file = new SettingsFile(path);
        assertNull(file.keep(setting, value));
        assertEquals(after, Files.readString(path).replace('\n', '~'));
        assertEquals(value == null ? setting.usual() : value, file.read(Settings.usual()).settings().get(setting));
        assertEquals(List.of(path), Files.list(path.getParent()).toList());
    }

    @Test
    void theFileKeepsItsPermissionsAndTheLinkToIt() throws IOException {
        Path file = Files.writeString(folder.resolve("mine"), "rows = 3\n");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r-----"));
        Path link = Files.createSymbolicLink(folder.resolve("settings"), file);
        assertNull(new SettingsFile(link).keep(Setting.ROWS, "5"));
        assertTrue(Files.isSymbolicLink(link));
        assertEquals("rows = 5\n", Files.readString(file));
        assertEquals("rw-r-----", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
    }

    @Test
    void saysWhyItCannotBeKept() throws IOException {
        Files.createFile(folder.resolve("llmq"));
        SettingsFile file = new SettingsFile(folder.resolve("llmq/settings"));
        assertEquals("it cannot be kept in " + folder.resolve("llmq/settings"), file.keep(Setting.ROWS, "3"));
        assertEquals(List.of(), file.read(Settings.usual()).warnings());
        SettingsFile taken = new SettingsFile(Files.createDirectory(folder.resolve("settings")));
        assertEquals(List.of("the settings in " + taken.path() + " are left aside: it is no file"),
                taken.read(Settings.usual()).warnings());
    }
}
