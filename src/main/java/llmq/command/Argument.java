package llmq.command;

/** What may stand after a command, options apart. */
public enum Argument {
    /** A command, a setting, or anything that {@code describe} knows. */
    TOPIC,
    /** A statement by its number: {@code 3}, {@code e1}, {@code 2-4}. */
    STATEMENT,
    /** A name that the user made. */
    NAME,
    FILE,
    SETTING,
    /** A value of the setting before it. */
    VALUE,
    FORMAT,
    /** A lesson by its number, or what may be done with lessons. */
    LESSON
}
