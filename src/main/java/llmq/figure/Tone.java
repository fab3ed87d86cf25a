package llmq.figure;

/** What a picture stands on. */
public enum Tone { LIGHT, DARK }
