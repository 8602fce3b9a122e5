package org.lfsrtoolkit.gui.view;

import java.math.BigInteger;

/** Numbers for people: digits in groups of three, set off by thin blanks. */
final class NumberText {

    private NumberText() {}

    static String grouped(BigInteger n) {
        String digits = n.toString();
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < digits.length(); i++) {
            if (i > 0 && (digits.length() - i) % 3 == 0 && digits.length() > 4) {
                text.append('\u2009');
            }
            text.append(digits.charAt(i));
        }
        return text.toString();
    }

    static String plural(BigInteger n, String noun) {
        return grouped(n) + " " + noun + (n.equals(BigInteger.ONE) ? "" : "s");
    }
}
