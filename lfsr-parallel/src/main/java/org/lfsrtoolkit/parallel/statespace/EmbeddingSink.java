package org.lfsrtoolkit.parallel.statespace;

/** Passes the cycles of the periodic part of a map on as cycles of the whole map. */
class EmbeddingSink implements CycleSink {

    private final NonsingularPart part;
    private final CycleSink sink;

    private EmbeddingSink(NonsingularPart part, CycleSink sink) {
        this.part = part;
        this.sink = sink;
    }

    /** The sink for the cycles of a part; embeds in the workers if the whole map's sink has them encode. */
    static CycleSink of(NonsingularPart part, CycleSink sink) {
        if (part.isWhole()) {
            return sink;
        }
        return sink instanceof EncodingCycleSink encoding
                ? new Encoding(part, encoding)
                : new EmbeddingSink(part, sink);
    }

    @Override
    public void accept(long representative, long length) {
        sink.accept(part.embed(representative), length);
    }

    private static final class Encoding extends EmbeddingSink implements EncodingCycleSink {

        private final NonsingularPart part;
        private final EncodingCycleSink sink;

        Encoding(NonsingularPart part, EncodingCycleSink sink) {
            super(part, sink);
            this.part = part;
            this.sink = sink;
        }

        @Override
        public void encode(long representative, long length, EncodedCycles out) {
            sink.encode(part.embed(representative), length, out);
        }

        @Override
        public int longestEncoding() {
            return sink.longestEncoding();
        }

        @Override
        public void write(byte[] bytes, int from, int to) {
            sink.write(bytes, from, to);
        }
    }
}
