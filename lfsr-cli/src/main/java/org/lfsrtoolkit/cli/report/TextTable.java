package org.lfsrtoolkit.cli.report;

import java.util.ArrayList;
import java.util.List;

/** Right-aligned columns of text under a heading. */
final class TextTable {

    private static final String GAP = "   ";

    private final List<List<String>> rows = new ArrayList<>();

    TextTable(String... headings) {
        rows.add(List.of(headings));
    }

    /** One cell a column; a row of one cell is a remark across all columns. */
    void row(String... cells) {
        rows.add(List.of(cells));
    }

    /** Appends the table, every line indented by that much. */
    void appendTo(StringBuilder text, String indent) {
        int columns = rows.get(0).size();
        int[] widths = new int[columns];
        for (List<String> row : rows) {
            for (int i = 0; row.size() == columns && i < columns; i++) {
                widths[i] = Math.max(widths[i], width(row.get(i)));
            }
        }
        for (List<String> row : rows) {
            StringBuilder line = new StringBuilder(indent);
            if (row.size() != columns) {
                line.append(" ".repeat(Math.max(0, widths[0] - 1))).append(row.get(0));
            }
            for (int i = 0; row.size() == columns && i < columns; i++) {
                line.append(i == 0 ? "" : GAP)
                        .append(" ".repeat(widths[i] - width(row.get(i))))
                        .append(row.get(i));
            }
            text.append(line.toString().stripTrailing()).append('\n');
        }
    }

    private static int width(String cell) {
        return cell.codePointCount(0, cell.length());
    }
}
