package llmq.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ThemeTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "never  | TERM=xterm CLICOLOR_FORCE=1     | true  | none",
        "always | NO_COLOR=1 TERM=dumb            | false | dark",
        "always | COLORFGBG=0;15                  | false | light",
        "auto   | TERM=xterm-256color             | true  | dark",
        "auto   | TERM=xterm-256color             | false | none",
        "auto   | TERM=dumb                       | true  | none",
        "auto   | ''                              | true  | none",
        "auto   | WT_SESSION=x                    | true  | dark",
        "auto   | TERM=xterm NO_COLOR=1           | true  | none",
        "auto   | TERM=xterm NO_COLOR=            | true  | dark",
        "auto   | TERM=xterm NO_COLOR=1 CLICOLOR_FORCE=1 | true | none",
        "auto   | CLICOLOR_FORCE=1                | false | dark",
        "auto   | FORCE_COLOR=1 TERM=dumb         | false | dark",
        "auto   | FORCE_COLOR=false               | false | none",
        "auto   | FORCE_COLOR=3 NO_COLOR=1        | false | none",
        "auto   | CLICOLOR_FORCE=0 TERM=xterm     | false | none",
        "auto   | CLICOLOR=0 TERM=xterm           | true  | none",
        "auto   | CLICOLOR=1 TERM=xterm           | true  | dark",
        "auto   | TERM=xterm COLORFGBG=0;15       | true  | light",
        "auto   | TERM=xterm COLORFGBG=0;default;7 | true | light",
        "auto   | TERM=xterm COLORFGBG=15;0       | true  | dark",
        "auto   | TERM=xterm COLORFGBG=15;8       | true  | dark",
        "auto   | TERM=xterm COLORFGBG=x          | true  | dark",
    })
    void chosenByOptionEnvironmentAndTerminal(String option, String environment, boolean terminal, String theme) {
        assertSame(theme(theme), Theme.choose(Theme.Color.find(option), variables(environment), terminal));
    }

    private static Map<String, String> variables(String environment) {
        Map<String, String> variables = new HashMap<>();
        for (String variable : environment.isEmpty() ? new String[0] : environment.split(" ")) {
            int equals = variable.indexOf('=');
            variables.put(variable.substring(0, equals), variable.substring(equals + 1));
        }
        return variables;
    }

    private static Theme theme(String theme) {
        return switch (theme) {
            case "none" -> Theme.NONE;
            case "light" -> Theme.LIGHT;
            case "projector" -> Theme.PROJECTOR;
            default -> Theme.DARK;
        };
    }

    /** The setting, the environment, whether there is a terminal. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "auto      | TERM=xterm            | true  | dark",
        "light     | TERM=xterm            | true  | light",
        "projector | TERM=xterm            | true  | projector",
        "none      | TERM=xterm            | true  | none",
        "light     | TERM=xterm NO_COLOR=1 | true  | light",
        "auto      | TERM=xterm NO_COLOR=1 | true  | none",
        "light     | TERM=dumb             | true  | none",
        "light     | TERM=xterm            | false | none",
        "light     | CLICOLOR_FORCE=1      | false | light",
    })
    void namedBySetting(String word, String environment, boolean terminal, String theme) {
        Map<String, String> variables = variables(environment);
        Theme auto = Theme.choose(Theme.Color.AUTO, variables, terminal);
        assertSame(theme(theme), Theme.named(word, auto, variables, terminal));
    }

    @Test
    void aProjectorGetsNoGrey() {
        assertNull(Theme.PROJECTOR.start(Role.REMARK));
        assertEquals("\u001b[1;38;5;27mtext\u001b[0m", Theme.PROJECTOR.paint(Role.PROMPT, "text"));
    }

    @Test
    void noneAddsNothing() {
        for (Role role : Role.values()) {
            assertEquals("text", Theme.NONE.paint(role, "text"));
            assertNull(Theme.NONE.start(role));
        }
        assertEquals("\u001b[1;91mtext\u001b[0m", Theme.DARK.paint(Role.ERROR, "text"));
        assertEquals("", Theme.DARK.paint(Role.ERROR, ""));
    }

    @Test
    void wordsOfTheOption() {
        assertSame(Theme.Color.ALWAYS, Theme.Color.find("ALWAYS"));
        assertNull(Theme.Color.find("sometimes"));
    }
}
