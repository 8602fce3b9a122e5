package org.lfsrtoolkit.cli.input;

/** Quotes a piece of somebody's input in a message: short, on one line, without control characters. */
final class Quotation {

    private static final int SHOWN = 40;

    private Quotation() {}

    /** The text in single quotes, cut after some 40 characters. */
    static String of(String text) {
        StringBuilder quoted = new StringBuilder("'");
        text.codePoints().limit(SHOWN).forEach(c -> {
            if (Character.isISOControl(c) || !Character.isDefined(c)) {
                quoted.append(String.format(java.util.Locale.ROOT, "\\u%04x", c));
            } else {
                quoted.appendCodePoint(c);
            }
        });
        boolean cut = text.codePointCount(0, text.length()) > SHOWN;
        return quoted.append(cut ? "…' (" + text.length() + " characters)" : "'")
                .toString();
    }
}
