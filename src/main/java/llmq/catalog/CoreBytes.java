package llmq.catalog;

/**
 * Where the core of the built-in catalog is. The build puts in the place of this class one of the same shape whose text
 * constants are the binary catalog (see {@link CompileCatalog}): constants come with the class, out of the start-up
 * archive where there is one, without opening the jar, which alone would cost more than all the rest of the reading.
 */
final class CoreBytes {
    private CoreBytes() {
    }

    /** The bytes as characters 0 to 255, in pieces. */
    static String[] pieces() {
        throw new IllegalStateException("the build has not put the catalog in");
    }
}
