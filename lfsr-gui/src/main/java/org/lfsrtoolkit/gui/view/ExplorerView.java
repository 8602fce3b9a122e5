package org.lfsrtoolkit.gui.view;

import java.util.Objects;
import javafx.geometry.HPos;
import javafx.geometry.Insets;
import javafx.geometry.Orientation;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.SplitPane;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.lfsrtoolkit.gui.viewmodel.Analysis;
import org.lfsrtoolkit.gui.viewmodel.ExplorerViewModel;
import org.lfsrtoolkit.gui.viewmodel.SampleRegister;

/**
 * The explorer: what is asked on top, facts and table on the left, rings on the right, what is going on below.
 *
 * <p>Shows an {@link ExplorerViewModel} and holds no state of its own.
 */
public final class ExplorerView extends BorderPane {

    private final ExplorerViewModel model;
    private final TextField field = new TextField();
    private final TextField coefficients = new TextField();
    private final Button analyze = new Button("Analyze");
    private final Button cancel = new Button("Cancel");
    private final GridPane facts = new GridPane();
    private final CycleTable table;
    private final RingCanvas rings;
    private final Label message = new Label();
    private final Label drawn = new Label();
    private final ProgressBar progress = new ProgressBar();
    private @Nullable Analysis shownFacts;

    public ExplorerView(ExplorerViewModel model) {
        this.model = model;
        this.table = new CycleTable(model);
        this.rings = new RingCanvas(model);
        setTop(inputs());
        SplitPane split = new SplitPane(left(), rings);
        split.setOrientation(Orientation.HORIZONTAL);
        split.setDividerPositions(0.42);
        SplitPane.setResizableWithParent(split.getItems().get(0), false);
        setCenter(split);
        setBottom(status());
        setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.ESCAPE) {
                model.cancel();
            }
        });
        model.addListener(this::refresh);
        refresh();
    }

    /** Where the style sheet is. */
    public static String stylesheet() {
        return Objects.requireNonNull(ExplorerView.class.getResource("explorer.css"))
                .toExternalForm();
    }

    private HBox inputs() {
        field.setId("field");
        field.setPrefColumnCount(13);
        field.setTooltip(new Tooltip("2, 3^4, 256, GF(2^8) or, with a modulus, 2^8/x^8+x^4+x^3+x+1"));
        field.textProperty().addListener((property, before, now) -> model.setFieldText(now));
        field.setOnAction(event -> model.analyze());
        coefficients.setId("coefficients");
        coefficients.setTooltip(new Tooltip(
                "c_0, c_1, …, c_(d-1) of s(t+d) = c_0 s(t) + … + c_(d-1) s(t+d-1), or the characteristic polynomial"));
        coefficients.textProperty().addListener((property, before, now) -> model.setCoefficientsText(now));
        coefficients.setOnAction(event -> model.analyze());
        HBox.setHgrow(coefficients, Priority.ALWAYS);
        analyze.setId("analyze");
        analyze.setOnAction(event -> model.analyze());
        cancel.setId("cancel");
        cancel.setOnAction(event -> model.cancel());
        MenuButton samples = new MenuButton("Examples");
        samples.setId("samples");
        for (SampleRegister sample : SampleRegister.all()) {
            MenuItem item = new MenuItem(sample.name());
            item.setOnAction(event -> model.choose(sample));
            samples.getItems().add(item);
        }
        Label fieldLabel = new Label("_Field");
        fieldLabel.setMnemonicParsing(true);
        fieldLabel.setLabelFor(field);
        Label coefficientsLabel = new Label("_Coefficients or polynomial");
        coefficientsLabel.setMnemonicParsing(true);
        coefficientsLabel.setLabelFor(coefficients);
        for (Label label : new Label[] {fieldLabel, coefficientsLabel}) {
            label.setMinWidth(USE_PREF_SIZE);
        }
        HBox bar = new HBox(8, fieldLabel, field, coefficientsLabel, coefficients, analyze, cancel, samples);
        for (var button : new javafx.scene.control.ButtonBase[] {analyze, cancel, samples}) {
            button.setMinWidth(USE_PREF_SIZE);
        }
        bar.getStyleClass().add("inputs");
        return bar;
    }

    private VBox left() {
        facts.setId("facts");
        facts.getStyleClass().add("facts");
        ColumnConstraints names = new ColumnConstraints();
        names.setHalignment(HPos.LEFT);
        names.setMinWidth(USE_PREF_SIZE);
        ColumnConstraints values = new ColumnConstraints();
        values.setHgrow(Priority.ALWAYS);
        facts.getColumnConstraints().setAll(names, values);
        VBox.setVgrow(table, Priority.ALWAYS);
        VBox box = new VBox(facts, table);
        box.setMinWidth(320);
        return box;
    }

    private HBox status() {
        message.setId("message");
        HBox.setHgrow(message, Priority.ALWAYS);
        message.setMaxWidth(Double.MAX_VALUE);
        progress.setId("progress");
        progress.setPrefWidth(170);
        HBox bar = new HBox(12, message, drawn, progress);
        bar.setPadding(new Insets(7, 12, 7, 12));
        bar.getStyleClass().add("status");
        return bar;
    }

    private void refresh() {
        if (!field.getText().equals(model.fieldText())) {
            field.setText(model.fieldText());
        }
        if (!coefficients.getText().equals(model.coefficientsText())) {
            coefficients.setText(model.coefficientsText());
        }
        cancel.setDisable(!model.isRunning());
        progress.setVisible(model.isRunning());
        progress.setProgress(model.progress());
        message.setText(model.message());
        message.getStyleClass().setAll("label", model.phase() == ExplorerViewModel.Phase.FAILED ? "failed" : "fine");
        model.analysis().ifPresent(this::showFacts);
        table.refreshRows();
        rings.refresh();
        boolean stale = model.isStale() && !model.isRunning();
        drawn.setText(stale ? "shown: the last answer, not what is typed now" : omitted());
        getCenter().setOpacity(model.isStale() ? 0.55 : 1.0);
    }

    private String omitted() {
        int count = rings.omittedLengths();
        return count == 0 ? "" : "the " + count + " shortest lengths have no ring";
    }

    private void showFacts(Analysis analysis) {
        if (analysis == shownFacts) {
            return;
        }
        shownFacts = analysis;
        facts.getChildren().clear();
        int row = 0;
        for (Analysis.Fact fact : analysis.facts()) {
            Label name = new Label(fact.name());
            name.getStyleClass().add("fact-name");
            Label value = new Label(fact.value());
            value.setWrapText(true);
            value.setTooltip(new Tooltip(fact.value()));
            value.setMaxHeight(54);
            facts.addRow(row++, name, value);
        }
    }
}
