package org.lfsrtoolkit.gui.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.TimeUnit;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.image.PixelReader;
import javafx.scene.image.WritableImage;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.lfsrtoolkit.gui.task.BackgroundRunner;
import org.lfsrtoolkit.gui.task.TwoEngineAnalyzer;
import org.lfsrtoolkit.gui.viewmodel.Analyzer;
import org.lfsrtoolkit.gui.viewmodel.ExplorerViewModel;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/** The real controls, on a headless toolkit. */
@ExtendWith(ApplicationExtension.class)
class ExplorerViewTest {

    private BackgroundRunner runner;
    private ExplorerViewModel model;
    private volatile boolean endless;

    @Start
    void start(Stage stage) {
        runner = new BackgroundRunner(Platform::runLater);
        TwoEngineAnalyzer engines = new TwoEngineAnalyzer();
        Analyzer analyzer = (request, control) -> {
            while (endless) {
                control.check();
                Thread.onSpinWait();
            }
            return engines.analyze(request, control);
        };
        model = new ExplorerViewModel(analyzer, runner);
        Scene scene = new Scene(new ExplorerView(model), 1000, 640);
        scene.getStylesheets().add(ExplorerView.stylesheet());
        stage.setScene(scene);
        stage.show();
    }

    @AfterEach
    void stop() {
        runner.close();
    }

    private void await(ExplorerViewModel.Phase phase) throws Exception {
        WaitForAsyncUtils.waitFor(
                30,
                TimeUnit.SECONDS,
                () -> WaitForAsyncUtils.asyncFx(() -> model.phase() == phase).get());
        WaitForAsyncUtils.waitForFxEvents();
    }

    @Test
    void typedRegisterFillsTableAndRings(FxRobot robot) throws Exception {
        robot.interact(() -> {
            robot.lookup("#field").queryAs(TextField.class).setText("2");
            robot.lookup("#coefficients").queryAs(TextField.class).setText("1,1,1,0,0,0,0,0,1,1");
        });
        robot.clickOn("#analyze");
        await(ExplorerViewModel.Phase.DONE);
        TableView<?> table = robot.lookup("#cycles").queryAs(TableView.class);
        assertThat(table.getItems()).hasSize(8);
        assertThat(robot.lookup("#message").queryAs(Label.class).getText()).contains("they agree");
        assertThat(colours(robot)).isGreaterThan(8);
    }

    @Test
    void wrongInputIsToldInOneLineAndTheWindowStaysUsable(FxRobot robot) throws Exception {
        robot.interact(() -> robot.lookup("#field").queryAs(TextField.class).setText("6"));
        robot.clickOn("#analyze");
        await(ExplorerViewModel.Phase.FAILED);
        assertThat(robot.lookup("#message").queryAs(Label.class).getText()).contains("prime power");
        robot.interact(() -> {
            robot.lookup("#field").queryAs(TextField.class).setText("2");
            model.analyze();
        });
        await(ExplorerViewModel.Phase.DONE);
    }

    @Test
    void cancelButtonStopsARunningAnalysis(FxRobot robot) throws Exception {
        endless = true;
        robot.interact(() -> model.analyze());
        await(ExplorerViewModel.Phase.RUNNING);
        assertThat(robot.lookup("#cancel").queryAs(Button.class).isDisabled()).isFalse();
        robot.clickOn("#cancel");
        await(ExplorerViewModel.Phase.CANCELLED);
        assertThat(robot.lookup("#cancel").queryAs(Button.class).isDisabled()).isTrue();
        endless = false;
    }

    @Test
    void selectedRowDimsTheOtherRings(FxRobot robot) throws Exception {
        robot.interact(() -> model.analyze());
        await(ExplorerViewModel.Phase.DONE);
        long before = colours(robot);
        TableView<?> table = robot.lookup("#cycles").queryAs(TableView.class);
        robot.interact(() -> table.getSelectionModel().select(7));
        assertThat(model.selected().orElseThrow().length().intValueExact()).isEqualTo(24);
        assertThat(colours(robot)).isNotEqualTo(before);
    }

    /** A fingerprint of what is painted where the rings are: the number of distinct colours. */
    private static long colours(FxRobot robot) {
        WritableImage[] image = new WritableImage[1];
        robot.interact(() -> image[0] = robot.lookup("#rings").query().snapshot(null, null));
        PixelReader pixels = image[0].getPixelReader();
        java.util.Set<Integer> seen = new java.util.HashSet<>();
        for (int y = 0; y < image[0].getHeight(); y++) {
            for (int x = 0; x < image[0].getWidth(); x++) {
                seen.add(pixels.getArgb(x, y));
            }
        }
        return seen.size();
    }
}
