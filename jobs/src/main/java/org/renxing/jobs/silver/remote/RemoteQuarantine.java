package org.renxing.jobs.silver.remote;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.renxing.jobs.bronze.BronzeRow;
import org.renxing.lake.TableRows;
import org.renxing.measure.Cells;
import org.renxing.model.ColumnSpec.Type;
import org.renxing.model.RemoteFamily.Group;
import org.renxing.model.TableName;
import org.renxing.model.TableSpec;
import org.renxing.records.LocalRecords;
import org.renxing.records.Records;
import org.renxing.run.Inputs;

/** Fine-grained observations that could not be used, as received, with the reason. */
public final class RemoteQuarantine extends RemoteTask {
  /** The table. */
  public static final TableName TABLE = TableName.silver("remote_quarantine");

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Comparator<RemoteObservation> ORDER =
      Comparator.comparing((RemoteObservation row) -> row.fault().code())
          .thenComparing(row -> row.fault().text());

  public RemoteQuarantine(RemoteIntake intake) {
    super(intake, Arrays.asList(Group.values()));
  }

  @Override
  public TableSpec spec() {
    return TableSpec.of(TABLE, "One row a row of a remote source that was set aside")
        .key("source_id", Type.STRING, "Source")
        .key("source_file", Type.STRING, "File")
        .key("row_number", Type.LONG, "Line of the file when the row first came")
        .key("row_hash", Type.STRING, "Hash of the row's cells; tells apart rows that share a line")
        .key("copy", Type.INT, "From 1, for rows that share all of these")
        .required("family", Type.STRING, "", "What the source observes")
        .required("reason_code", Type.STRING, "", "Kind of defect")
        .required("reason", Type.STRING, "", "What is wrong, with the value and what is allowed")
        .optional("observation_id", Type.STRING, "", "The observation, as its source names it")
        .optional("unit_id", Type.STRING, "", "Unit, where it resolved")
        .optional("year", Type.INT, "", "Year, where it is one")
        .required("raw", Type.STRING, "", "The row as received, as JSON")
        .required("run_id", Type.STRING, "", "Run that wrote the row")
        .build();
  }

  @Override
  public TableRows rows(String part, Inputs inputs) {
    return Arrays.stream(Group.values())
        .filter(group -> intake().has(group) && group != Group.GRID)
        .map(group -> intake().judged(group, inputs).where(row -> !row.isSound()))
        .reduce(Records::and)
        .orElseGet(LocalRecords::none)
        .groupedBy(RemoteQuarantine::identity, (same, rows) -> copies(rows))
        .rows(shape(), row -> List.of(row.cells()).iterator());
  }

  private static String identity(RemoteObservation row) {
    return String.join(
        "\n",
        row.source(),
        row.origin().file(),
        Long.toString(row.origin().number()),
        row.origin().hash());
  }

  private static Iterator<Numbered> copies(List<RemoteObservation> same) {
    List<Numbered> out = new ArrayList<>();
    for (RemoteObservation row : same.stream().sorted(ORDER).toList()) {
      out.add(new Numbered(row, out.size() + 1));
    }
    return out.iterator();
  }

  private static String json(Map<String, String> cells) {
    try {
      return JSON.writeValueAsString(cells);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a map of texts is plain data", e);
    }
  }

  /** Of rows that share file, line and cells one, from 1. */
  private record Numbered(RemoteObservation row, int copy) implements Serializable {
    private static final long serialVersionUID = 1L;

    private Row cells() {
      BronzeRow origin = row.origin();
      return RowFactory.create(
          row.source(),
          origin.file(),
          origin.number(),
          origin.hash(),
          copy,
          row.family().text(),
          row.fault().code(),
          row.fault().text(),
          Cells.text(row.id()),
          Cells.text(row.unit()),
          row.year() == 0 ? null : (Integer) row.year(),
          json(origin.cells()));
    }
  }
}
