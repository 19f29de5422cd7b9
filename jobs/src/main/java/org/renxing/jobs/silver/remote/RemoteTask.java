package org.renxing.jobs.silver.remote;

import java.util.List;
import org.renxing.jobs.silver.ReceivedTask;
import org.renxing.model.ColumnSpec.Type;
import org.renxing.model.RemoteFamily.Group;
import org.renxing.model.RemoteSource;
import org.renxing.model.TableName;
import org.renxing.model.TableSpec;

/** What tables of judged rows have in common: all sources of some groups, as one part. */
abstract class RemoteTask extends ReceivedTask {
  private final RemoteIntake intake;
  private final List<RemoteSource> read;

  /**
   * A table of some groups.
   *
   * @param groups whose rows it reads; outlines come with those that are placed by them
   */
  RemoteTask(RemoteIntake intake, List<Group> groups) {
    super(RemoteIntake.files(intake.behind(groups)), List.of());
    this.intake = intake;
    this.read = intake.behind(groups);
  }

  RemoteIntake intake() {
    return intake;
  }

  @Override
  public String configuration(String part) {
    return read.stream().map(RemoteSource::contract).toList().toString();
  }

  /** Starts a table of observations with where each came from. */
  static TableSpec.Builder observations(TableName name, String grain) {
    return TableSpec.of(name, grain).key("source_id", Type.STRING, "Source");
  }

  /** Adds where a row came from, and ends the table. */
  static TableSpec end(TableSpec.Builder table) {
    return table
        .required("source_file", Type.STRING, "", "File")
        .required("row_number", Type.LONG, "", "Line of the file")
        .required("run_id", Type.STRING, "", "Run that wrote the row")
        .build();
  }
}
