package org.lfsrtoolkit.gui;

import java.util.List;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;
import org.lfsrtoolkit.gui.task.BackgroundRunner;
import org.lfsrtoolkit.gui.task.TwoEngineAnalyzer;
import org.lfsrtoolkit.gui.view.ExplorerView;
import org.lfsrtoolkit.gui.viewmodel.ExplorerViewModel;

/** Puts the explorer into a window. */
public final class ExplorerApplication extends Application {

    private @Nullable BackgroundRunner runner;

    @Override
    public void start(Stage stage) {
        BackgroundRunner background = new BackgroundRunner(Platform::runLater);
        runner = background;
        ExplorerViewModel model = new ExplorerViewModel(new TwoEngineAnalyzer(), background);
        ExplorerView view = new ExplorerView(model);
        List<String> arguments = getParameters().getRaw();
        if (!arguments.isEmpty()) {
            model.setFieldText(arguments.get(0));
        }
        if (arguments.size() > 1) {
            model.setCoefficientsText(arguments.get(1));
        }
        Scene scene = new Scene(view, 1180, 760);
        scene.getStylesheets().add(ExplorerView.stylesheet());
        stage.setTitle("LFSR cycle explorer");
        stage.setMinWidth(760);
        stage.setMinHeight(520);
        stage.setScene(scene);
        stage.show();
        model.analyze();
    }

    @Override
    public void stop() {
        BackgroundRunner background = runner;
        if (background != null) {
            background.close();
        }
    }
}
