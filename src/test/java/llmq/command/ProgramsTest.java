package llmq.command;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@DisabledOnOs(OS.WINDOWS)
class ProgramsTest {
    private static final List<String> USUAL = List.of("less", "-FRX");

    @TempDir
    private Path folder;

    @Test
    void aPagerOfOursSaysHowToLeaveIt() throws IOException {
        program("less");
        assertEquals(List.of("less", "-FRX", "-PsSpace goes on, q leaves?e (this is the end)."),
                Programs.started(USUAL, folder.toString()));
    }

    @Test
    void optionsOfSomebodyElseAreLeftAlone() throws IOException {
        program("less");
        for (List<String> own : List.of(List.of("less"), List.of("less", "-R"), List.of("more"))) {
            assertEquals(own, Programs.started(own, folder.toString()));
        }
    }

    /** It ends with its usage at an option that it does not know. */
    @Test
    void busyboxIsAskedForNothing() throws IOException {
        Files.createSymbolicLink(folder.resolve("less"), program("busybox"));
        assertEquals(USUAL, Programs.started(USUAL, folder.toString()));
        assertEquals(USUAL, Programs.started(USUAL, null));
    }

    private Path program(String name) throws IOException {
        Path file = Files.writeString(folder.resolve(name), "#!/bin/sh\n");
        return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }
}
