package org.renxing.jobs.silver.remote;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import org.renxing.jobs.bronze.BronzeRow;
import org.renxing.jobs.bronze.BronzeTables;
import org.renxing.jobs.silver.Reason;
import org.renxing.jobs.silver.UnitNames;
import org.renxing.model.RemoteSource;
import org.renxing.numerics.CodePointOrder;
import org.renxing.records.Records;
import org.renxing.run.Inputs;

/** The rows of one source, judged by themselves and against each other. */
final class RemoteRows {
  /** By file, line and cells. */
  static final Comparator<RemoteObservation> ORDER =
      Comparator.comparing((RemoteObservation row) -> row.origin().file(), CodePointOrder.ASCENDING)
          .thenComparing(row -> row.origin().number())
          .thenComparing(row -> row.origin().hash());

  /** Of a source with more cells rows are read by Spark. */
  private static final long MOST_CELLS = 4_000_000;

  private RemoteRows() {}

  static Records<RemoteObservation> of(RemoteSource source, Inputs inputs) {
    RemoteReading reading = new RemoteReading(source, UnitNames.of(inputs));
    boolean isFew = BronzeTables.likelyCells(source.files(), inputs) <= MOST_CELLS;
    Records<RemoteObservation> read =
        BronzeTables.rows(source.files(), inputs, isFew).map(reading::of);
    return source.idColumn().isEmpty()
        ? read
        : read.groupedBy(RemoteRows::identity, (id, rows) -> unique(rows));
  }

  /** Sound rows about one thing and year have one. */
  private static String identity(RemoteObservation row) {
    BronzeRow origin = row.origin();
    return row.isSound()
        ? "sound\n" + row.id() + "\n" + row.year()
        : "faulty\n" + origin.file() + "\n" + origin.number() + "\n" + origin.hash();
  }

  /** Of several sound rows about one thing and year the first counts. */
  private static Iterator<RemoteObservation> unique(List<RemoteObservation> rows) {
    if (rows.size() == 1 || !rows.get(0).isSound()) {
      return rows.iterator();
    }
    List<RemoteObservation> out = new ArrayList<>();
    for (RemoteObservation row : rows.stream().sorted(ORDER).toList()) {
      out.add(
          out.isEmpty()
              ? row
              : row.or(
                  new Reason(
                      "DUPLICATE_ID",
                      "'" + row.id() + "' stands for the same year in an earlier row")));
    }
    return out.iterator();
  }
}
