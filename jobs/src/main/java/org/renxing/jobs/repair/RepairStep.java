package org.renxing.jobs.repair;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.renxing.jobs.bronze.BronzeTables;
import org.renxing.jobs.bronze.HeldFile;
import org.renxing.jobs.silver.remote.RasterSum;
import org.renxing.lake.LakeRepair;
import org.renxing.lake.Releases;
import org.renxing.lake.TableState;
import org.renxing.model.ErrorCode;
import org.renxing.model.RemoteFamily;
import org.renxing.model.RemoteSource;
import org.renxing.model.RenxingException;
import org.renxing.model.Settings;
import org.renxing.model.SourceSpec;
import org.renxing.model.TableName;
import org.renxing.run.RunContext;
import org.renxing.run.Step;

/**
 * Takes a table out of the way, so that the next run makes it from the beginning: a table of bronze
 * from the files of its source, another from the tables that it reads.
 */
public final class RepairStep implements Step {
  private final TableName table;
  private final Settings settings;
  private final boolean acceptsLoss;

  /**
   * A repair.
   *
   * @param acceptsLoss whether to go on where files are gone whose rows or sums the table held
   */
  public RepairStep(TableName table, Settings settings, boolean acceptsLoss) {
    this.table = table;
    this.settings = settings;
    this.acceptsLoss = acceptsLoss;
  }

  @Override
  public TableName output() {
    return table;
  }

  @Override
  public List<TableName> inputs() {
    return List.of();
  }

  @Override
  public Outcome preview(RunContext context) {
    return new Outcome(Status.WOULD_RUN, 0, List.of(), "would be taken out of the way");
  }

  @Override
  public Outcome run(RunContext context) {
    if (table.layer().equals("ops") || table.equals(Releases.TABLE)) {
      throw usage("it is a record of what was done, which every run repairs by itself");
    }
    if (!context.lake().isThere(table)) {
      throw usage("there is no such table in " + context.lake().root());
    }
    if (isFromFiles() && !acceptsLoss) {
      requireNothingLost(context);
    }
    String place = LakeRepair.setAside(context.lake(), table, context.runId());
    return new Outcome(Status.DONE, 0, List.of(), "taken out of the way, to " + place);
  }

  private boolean isFromFiles() {
    return table.layer().equals("bronze") || table.equals(RasterSum.TABLE);
  }

  private void requireNothingLost(RunContext context) {
    Optional<TableState> record = context.lake().lastState(table);
    if (record.isEmpty()) {
      throw loss("no record tells which files it was made from");
    }
    List<String> gone = gone(context, record);
    if (!gone.isEmpty()) {
      throw loss("these files are no longer there: " + String.join(", ", gone));
    }
  }

  /** Files that the table was made from and that are no longer there. */
  private List<String> gone(RunContext context, Optional<TableState> record) {
    List<String> out = new ArrayList<>();
    if (table.equals(RasterSum.TABLE)) {
      for (RemoteSource source : settings.remote().values()) {
        if (source.family().group() == RemoteFamily.Group.GRID) {
          RasterSum.held(source, record, context.lake().files())
              .forEach(held -> out.add(held.file()));
        }
      }
      return out;
    }
    SourceSpec source =
        sources()
            .filter(s -> BronzeTables.name(s).equals(table))
            .findFirst()
            .orElseThrow(() -> loss("no source of this configuration fills it"));
    HeldFile.of(source, record, context.lake()).forEach(held -> out.add(held.file()));
    return out;
  }

  private Stream<SourceSpec> sources() {
    return Stream.concat(
        settings.sources().values().stream(),
        settings.remote().values().stream()
            .filter(source -> source.family().group() != RemoteFamily.Group.GRID)
            .map(RemoteSource::files));
  }

  private RenxingException loss(String why) {
    return new RenxingException(
        ErrorCode.SOURCE_CONTRACT,
        String.format(
            Locale.ROOT,
            "repair: %s: %s; what they brought would be lost: put them back, or add --accept-loss",
            table,
            why));
  }

  private RenxingException usage(String why) {
    return new RenxingException(ErrorCode.USAGE, "repair: " + table + ": " + why);
  }
}
