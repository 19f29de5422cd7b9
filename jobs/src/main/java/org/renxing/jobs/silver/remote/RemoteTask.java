package org.renxing.jobs.silver.remote;

import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.types.StructType;
import org.renxing.jobs.bronze.BronzeTables;
import org.renxing.jobs.bronze.HeldFile;
import org.renxing.jobs.silver.UnitAlias;
import org.renxing.lake.TableShape;
import org.renxing.model.ColumnSpec.Type;
import org.renxing.model.RemoteFamily.Group;
import org.renxing.model.RemoteSource;
import org.renxing.model.SourceSpec;
import org.renxing.model.TableName;
import org.renxing.model.TableSpec;
import org.renxing.run.Inputs;
import org.renxing.run.TableTask;

/** What tables of judged rows have in common: all sources of some groups, as one part. */
abstract class RemoteTask implements TableTask {
  private final RemoteIntake intake;
  private final List<RemoteSource> read;

  /**
   * A table of some groups.
   *
   * @param groups whose rows it reads; outlines come with those that are placed by them
   */
  RemoteTask(RemoteIntake intake, List<Group> groups) {
    this.intake = intake;
    List<RemoteSource> own =
        intake.sources().stream().filter(s -> groups.contains(s.family().group())).toList();
    this.read = new ArrayList<>(own);
    if (own.stream().anyMatch(RemoteSource::isPlaced)) {
      intake.sources().stream()
          .filter(s -> s.family().group() == Group.PLACE && !own.contains(s))
          .forEach(read::add);
    }
  }

  RemoteIntake intake() {
    return intake;
  }

  @Override
  public List<TableName> inputs() {
    List<TableName> out = new ArrayList<>();
    read.stream()
        .filter(s -> s.family().group() != Group.GRID)
        .forEach(s -> out.add(BronzeTables.name(s.files())));
    out.add(UnitAlias.TABLE);
    return out;
  }

  @Override
  public String configuration(String part) {
    return read.stream().map(RemoteSource::contract).toList().toString();
  }

  @Override
  public String explain(Inputs inputs) {
    List<SourceSpec> files =
        read.stream()
            .filter(s -> s.family().group() != Group.GRID)
            .map(RemoteSource::files)
            .toList();
    return HeldFile.hint(files, inputs.lake());
  }

  /** The columns of its rows. */
  StructType shape() {
    return TableShape.of(spec(), "run_id");
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

  /** Adds unit, zone and year. */
  static TableSpec.Builder placed(TableSpec.Builder table) {
    return table
        .required("unit_id", Type.STRING, "", "Unit")
        .required("zone", Type.STRING, "", "Zone of the unit; other = none of its zones")
        .required("year", Type.INT, "", "Year");
  }
}
