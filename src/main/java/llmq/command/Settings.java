package llmq.command;

import java.util.EnumMap;
import java.util.Map;

/** What every setting is, and where that comes from. Immutable. */
public final class Settings {

    /** One value. @param origin in words: {@code default}, {@code --format}, {@code this session}, a file's name */
    private record Value(String text, String origin) {
    }

    private static final String DEFAULT = "default";

    private final Map<Setting, Value> values;

    private Settings(Map<Setting, Value> values) {
        this.values = values;
    }

    /** Everything as it is of itself. */
    public static Settings usual() {
        return new Settings(new EnumMap<>(Setting.class));
    }

    /** @throws llmq.diagnostic.LlmqException E405 where the setting does not take the value */
    public Settings with(Setting setting, String value, String origin) {
        Map<Setting, Value> more = new EnumMap<>(values);
        more.put(setting, new Value(setting.checked(value), origin));
        return new Settings(more);
    }

    public Settings without(Setting setting) {
        Map<Setting, Value> less = new EnumMap<>(values);
        less.remove(setting);
        return new Settings(less);
    }

    public String get(Setting setting) {
        Value value = values.get(setting);
        return value == null ? setting.usual() : value.text();
    }

    /** Whether somebody has set it. */
    public boolean isSet(Setting setting) {
        return values.containsKey(setting);
    }

    public String origin(Setting setting) {
        Value value = values.get(setting);
        return value == null ? DEFAULT : value.origin();
    }

    /** How many rows of a table are shown at most; 0 for all. */
    public int rows() {
        return Setting.number(get(Setting.ROWS));
    }

    /** How many digits of a number count; 0 for as many as suit it. */
    public int digits() {
        return Math.max(0, Setting.number(get(Setting.DIGITS)));
    }

    /** Whether the feedback is of that kind. */
    public boolean feedback(String kind) {
        return get(Setting.FEEDBACK).equals(kind);
    }

    /** A value as it is written after {@code /set}, with the quotes that it needs. */
    public String written(Setting setting) {
        String value = get(setting);
        return value.equals(value.strip()) ? value : '"' + value + '"';
    }
}
