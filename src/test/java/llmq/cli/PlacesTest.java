package llmq.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Where settings, the history and archives are kept. */
class PlacesTest {
    @TempDir
    Path folder;

    private World world(Map<String, String> environment, Path home) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        return new World(new ByteArrayInputStream(new byte[0]), out, out, environment, Clock.systemUTC(), folder, home,
                World.Terminals.NONE, true);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "XDG_CONFIG_HOME=/c            | /c/llmq/settings           HOME/.local/state/llmq/history HOME/.cache/llmq",
        "XDG_CONFIG_HOME=/c APPDATA=/a | /c/llmq/settings           HOME/.local/state/llmq/history HOME/.cache/llmq",
        "APPDATA=/a LOCALAPPDATA=/l    | /a/llmq/settings           /l/llmq/history                /l/llmq",
        "XDG_CONFIG_HOME=c             | HOME/.config/llmq/settings HOME/.local/state/llmq/history HOME/.cache/llmq",
        "XDG_CONFIG_HOME=              | HOME/.config/llmq/settings HOME/.local/state/llmq/history HOME/.cache/llmq",
        "XDG_STATE_HOME=/s             | HOME/.config/llmq/settings /s/llmq/history                HOME/.cache/llmq",
        "XDG_CACHE_HOME=/k             | HOME/.config/llmq/settings HOME/.local/state/llmq/history /k/llmq",
        "XDG_CACHE_HOME=k LOCALAPPDATA=/l | HOME/.config/llmq/settings /l/llmq/history             /l/llmq",
    })
    void theEnvironmentSaysWhere(String environment, String expected) {
        Map<String, String> variables = new HashMap<>();
        for (String variable : environment.split(" ")) {
            int equals = variable.indexOf('=');
            variables.put(variable.substring(0, equals), variable.substring(equals + 1));
        }
        World world = world(variables, folder);
        assertEquals(expected.replaceAll(" +", " "), (Places.settings(world).path() + " " + Places.history(world) + " "
                + Places.cache(world)).replace(folder.toString(), "HOME"));
    }

    @Test
    void withoutAHomeThereIsNone() {
        for (Path home : new Path[] {null, folder.resolve("not there")}) {
            World world = world(Map.of("XDG_STATE_HOME", "/s"), home);
            assertNull(Places.settings(world));
            assertNull(Places.cache(world));
            assertEquals(Path.of("/s/llmq/history"), Places.history(world));
        }
    }
}
