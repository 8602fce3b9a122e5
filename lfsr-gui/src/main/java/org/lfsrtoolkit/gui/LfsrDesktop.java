package org.lfsrtoolkit.gui;

import java.util.Locale;
import javafx.application.Application;

/** Launcher of the desktop app. Does not extend {@link Application}, so that it starts from a plain class path. */
public final class LfsrDesktop {

    private LfsrDesktop() {}

    /** Optional arguments: a field and coefficients to begin with, for instance {@code 2 1,1,0,0}. */
    public static void main(String[] arguments) {
        Locale.setDefault(Locale.ROOT);
        Application.launch(ExplorerApplication.class, arguments);
    }
}
