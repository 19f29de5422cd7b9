package org.renxing.jobs.silver.remote;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.renxing.jobs.bronze.BronzeRow;
import org.renxing.jobs.silver.SetAside;
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

  private static final Comparator<RemoteObservation> ORDER =
      Comparator.comparing((RemoteObservation row) -> row.fault().code())
          .thenComparing(row -> row.fault().text());

  public RemoteQuarantine(RemoteIntake intake) {
    super(intake, Arrays.asList(Group.values()));
  }

  @Override
  public TableSpec spec() {
    return SetAside.table(TABLE, "One row a row of a remote source that was set aside")
        .key("copy", Type.INT, "From 1, for rows that share all of these")
        .required("family", Type.STRING, "", "What the source observes")
        .with(SetAside::reason)
        .optional("observation_id", Type.STRING, "", "The observation, as its source names it")
        .with(SetAside::place)
        .with(SetAside::raw)
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
        .rowEach(shape(), Numbered::cells);
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
          SetAside.year(row.year()),
          SetAside.json(origin.cells()));
    }
  }
}
