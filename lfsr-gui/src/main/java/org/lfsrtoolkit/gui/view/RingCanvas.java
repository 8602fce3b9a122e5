package org.lfsrtoolkit.gui.view;

import java.util.List;
import java.util.Optional;
import javafx.scene.canvas.Canvas;
import javafx.scene.control.Tooltip;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;
import org.lfsrtoolkit.core.format.NumberText;
import org.lfsrtoolkit.gui.drawing.RingPainter;
import org.lfsrtoolkit.gui.layout.Ring;
import org.lfsrtoolkit.gui.layout.RingLayout;
import org.lfsrtoolkit.gui.viewmodel.Analysis;
import org.lfsrtoolkit.gui.viewmodel.ExplorerViewModel;

/** The rings on a canvas that fills its region; a click selects a length, a tooltip names it. */
final class RingCanvas extends Region {

    private final ExplorerViewModel model;
    private final Canvas canvas = new Canvas();
    private final Tooltip tooltip = new Tooltip();
    private List<Analysis.CycleRow> rows = List.of();
    private RingLayout.Placement placement = new RingLayout.Placement(List.of(), true, 0);
    private @Nullable Analysis placed;

    RingCanvas(ExplorerViewModel model) {
        this.model = model;
        setId("rings");
        getChildren().add(canvas);
        setMinSize(240, 200);
        tooltip.setShowDelay(Duration.millis(250));
        Tooltip.install(this, tooltip);
        setOnMouseMoved(this::describe);
        setOnMouseClicked(event -> model.select(ringAt(event).map(Ring::row).orElse(null)));
    }

    /** Shows the model's answer and selection. */
    void refresh() {
        Analysis analysis = model.analysis().orElse(null);
        if (analysis != placed) {
            placed = analysis;
            rows = analysis == null ? List.of() : analysis.cycles();
            placement = RingLayout.place(rows, getWidth(), getHeight());
        }
        paint();
    }

    /** How many lengths have no ring for want of room. */
    int omittedLengths() {
        return placement.omittedLengths();
    }

    @Override
    protected void layoutChildren() {
        canvas.setWidth(getWidth());
        canvas.setHeight(getHeight());
        placement = RingLayout.place(rows, getWidth(), getHeight());
        paint();
    }

    private void paint() {
        RingPainter.paint(canvas.getGraphicsContext2D(), getWidth(), getHeight(), placement, rows, model.selected());
    }

    private Optional<Ring> ringAt(MouseEvent event) {
        return placement.rings().stream()
                .filter(ring -> ring.contains(event.getX(), event.getY()))
                .findFirst();
    }

    private void describe(MouseEvent event) {
        Optional<Ring> ring = ringAt(event);
        tooltip.setText(ring.map(r -> NumberText.spaced(r.row().count())
                        + (r.row().count().equals(java.math.BigInteger.ONE) ? " cycle" : " cycles") + " of length "
                        + NumberText.spaced(r.row().length()))
                .orElse("A ring is a cycle of states. Click one to select its length."));
    }
}
