package org.renxing.jobs.silver;

import java.util.List;
import java.util.stream.Collectors;
import org.apache.spark.sql.Row;
import org.renxing.intake.ReferenceFile;
import org.renxing.lake.Fingerprint;
import org.renxing.lake.TableRows;
import org.renxing.lake.TableShape;
import org.renxing.model.TableName;
import org.renxing.run.Inputs;
import org.renxing.run.TableTask;

/** A table that is made from reference files alone. */
abstract class ReferenceTask implements TableTask {
  private final List<ReferenceFile> files;

  /** A table from all of these. */
  ReferenceTask(List<ReferenceFile> files) {
    this.files = List.copyOf(files);
  }

  /** The rows, without run_id. */
  abstract List<Row> rows();

  @Override
  public List<TableName> inputs() {
    return List.of();
  }

  @Override
  public String configuration(String part) {
    return Fingerprint.of(files.stream().map(ReferenceFile::text).collect(Collectors.joining()));
  }

  @Override
  public TableRows rows(String part, Inputs inputs) {
    return new TableRows.Held(TableShape.of(spec(), "run_id"), rows());
  }
}
