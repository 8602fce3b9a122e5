package org.lfsrtoolkit.cli.analysis;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** How a row is answered. */
public enum Method {
    /** {@link #VERIFY} for small state spaces, {@link #EXACT} for all others. */
    AUTO,
    /** By algebra; no state is walked. */
    EXACT,
    /** By walking every state; the exact engine is not called. */
    ENUMERATE,
    /** Both, and compared. */
    VERIFY;

    /** The name in options and output. */
    public String externalName() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * The method of that name; case is ignored.
     *
     * @throws IllegalArgumentException if there is none
     */
    public static Method parse(String name) {
        for (Method method : values()) {
            if (method.name().equalsIgnoreCase(name.strip())) {
                return method;
            }
        }
        throw new IllegalArgumentException("method = " + name + ", expected "
                + Arrays.stream(values()).map(Method::externalName).collect(Collectors.joining(", ")));
    }
}
