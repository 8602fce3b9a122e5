package org.lfsrtoolkit.gui.view;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.List;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.shape.Circle;
import org.lfsrtoolkit.core.format.NumberText;
import org.lfsrtoolkit.gui.drawing.RingPainter;
import org.lfsrtoolkit.gui.viewmodel.Analysis;
import org.lfsrtoolkit.gui.viewmodel.ExplorerViewModel;

/** The cycle structure as a table: length, number of cycles, share of all states. */
final class CycleTable extends TableView<Analysis.CycleRow> {

    private final ExplorerViewModel model;
    private List<Analysis.CycleRow> shown = List.of();
    private BigInteger states = BigInteger.ONE;
    private boolean refreshing;

    CycleTable(ExplorerViewModel model) {
        this.model = model;
        setId("cycles");
        setColumnResizePolicy(CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        setPlaceholder(new Label("No cycle structure yet"));
        TableColumn<Analysis.CycleRow, Analysis.CycleRow> colour = new TableColumn<>("");
        colour.setCellValueFactory(cell -> new ReadOnlyObjectWrapper<>(cell.getValue()));
        colour.setCellFactory(column -> new ColourCell());
        colour.setSortable(false);
        colour.setMinWidth(26);
        colour.setMaxWidth(26);
        getColumns().add(colour);
        getColumns().add(numbers("Length", Analysis.CycleRow::length));
        getColumns().add(numbers("Cycles", Analysis.CycleRow::count));
        TableColumn<Analysis.CycleRow, BigInteger> share = numbers("Share of states", Analysis.CycleRow::states);
        share.setCellFactory(column -> new RightCell(this::percent));
        getColumns().add(share);
        getSelectionModel().selectedItemProperty().addListener((property, before, now) -> {
            if (!refreshing) {
                model.select(now);
            }
        });
    }

    /** Shows the model's answer and selection. */
    void refreshRows() {
        List<Analysis.CycleRow> rows = model.analysis().map(Analysis::cycles).orElse(List.of());
        refreshing = true;
        try {
            if (rows != shown) {
                shown = rows;
                states = model.analysis().map(Analysis::states).orElse(BigInteger.ONE);
                setItems(FXCollections.observableArrayList(rows));
            }
            if (model.selected().isEmpty()) {
                getSelectionModel().clearSelection();
            } else if (!model.selected().get().equals(getSelectionModel().getSelectedItem())) {
                getSelectionModel().select(model.selected().get());
                scrollTo(model.selected().get());
            }
        } finally {
            refreshing = false;
        }
    }

    private static TableColumn<Analysis.CycleRow, BigInteger> numbers(
            String title, Function<Analysis.CycleRow, BigInteger> value) {
        TableColumn<Analysis.CycleRow, BigInteger> column = new TableColumn<>(title);
        column.setCellValueFactory(cell -> new ReadOnlyObjectWrapper<>(value.apply(cell.getValue())));
        column.setCellFactory(c -> new RightCell(NumberText::spaced));
        return column;
    }

    private String percent(BigInteger part) {
        BigDecimal percent = new BigDecimal(part)
                .multiply(BigDecimal.valueOf(100))
                .divide(new BigDecimal(states), 3, RoundingMode.HALF_EVEN);
        if (percent.signum() == 0) {
            return "< 0.001 %";
        }
        if (percent.compareTo(BigDecimal.valueOf(100)) == 0 && !part.equals(states)) {
            return "> 99.999 %";
        }
        return percent.stripTrailingZeros().toPlainString() + " %";
    }

    private static final class RightCell extends TableCell<Analysis.CycleRow, BigInteger> {

        private final Function<BigInteger, String> text;

        RightCell(Function<BigInteger, String> text) {
            this.text = text;
            setAlignment(Pos.CENTER_RIGHT);
        }

        @Override
        protected void updateItem(BigInteger item, boolean empty) {
            super.updateItem(item, empty);
            setText(empty || item == null ? null : text.apply(item));
        }
    }

    private final class ColourCell extends TableCell<Analysis.CycleRow, Analysis.CycleRow> {

        private final Circle dot = new Circle(5);

        @Override
        protected void updateItem(Analysis.CycleRow item, boolean empty) {
            super.updateItem(item, empty);
            setAlignment(Pos.CENTER);
            if (empty || item == null) {
                setGraphic(null);
            } else {
                dot.setFill(RingPainter.colorOf(shown, item));
                setGraphic(dot);
            }
        }
    }
}
