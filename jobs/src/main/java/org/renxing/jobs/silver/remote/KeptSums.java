package org.renxing.jobs.silver.remote;

import java.math.BigInteger;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.spark.sql.catalyst.expressions.XxHash64Function;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.unsafe.types.UTF8String;
import org.renxing.geo.RasterTotal;
import org.renxing.lake.TableState;
import org.renxing.model.ErrorCode;
import org.renxing.model.RemoteSource;
import org.renxing.model.RenxingException;
import org.renxing.numerics.CodePointOrder;
import org.renxing.run.Inputs;

/**
 * Stored sums of years that cannot be made again now, since a file of theirs is gone, or has
 * changed and is not asked for. They hold as long as the outlines are what they were.
 */
record KeptSums(RemoteSource source, RasterFiles files, RemoteIntake intake) {
  /** The note that tells later runs of the outlines. */
  static final String OUTLINES = "outlines";

  /** The note that tells later runs what was no data. */
  static final String PIXELS = "pixels";

  /** Areas that differ by more are those of other outlines. */
  private static final double SAME = 1e-9;

  private static final long SEED = 42;

  /** What tells outlines from others, whatever their order. */
  static String outlines(RemoteIntake intake, Inputs inputs) {
    return intake.zones(inputs).rows().stream()
        .filter(RemoteObservation::isSound)
        .map(KeptSums::hash)
        .reduce(BigInteger::add)
        .map(BigInteger::toString)
        .orElse("null");
  }

  /** As xxhash64 of Spark has it, by which tables are told apart that were stored before. */
  private static BigInteger hash(RemoteObservation row) {
    long out = SEED;
    out = XxHash64Function.hash(UTF8String.fromString(row.unit()), DataTypes.StringType, out);
    out = XxHash64Function.hash(UTF8String.fromString(row.zone()), DataTypes.StringType, out);
    out = XxHash64Function.hash(row.place().bytes(), DataTypes.BinaryType, out);
    return BigInteger.valueOf(out);
  }

  /** A line a source: what its pixels may be. */
  static String pixels(Collection<RemoteSource> sources) {
    return sources.stream().map(s -> pixels(s) + "\n").sorted().collect(Collectors.joining());
  }

  private static String pixels(RemoteSource source) {
    return source.id() + "\t" + source.layer().orElseThrow().pixels().contract();
  }

  /**
   * The rows, without run_id.
   *
   * @throws RenxingException SOURCE_CONTRACT where the outlines, or what is no data, have changed
   *     since they were made, or it is not known what was no data
   */
  List<SourceTotal> of(Inputs inputs) {
    List<SourceTotal> rows =
        inputs
            .lake()
            .few(RasterSum.TABLE, TableState.WHOLE)
            .map(SourceTotal.ROWS::of)
            .orElseGet(() -> SourceTotal.ROWS.of(inputs.lake().read(RasterSum.TABLE)))
            .list()
            .stream()
            .filter(row -> row.source().equals(source.id()))
            .filter(row -> files.kept().contains(row.total().year()))
            .map(row -> row.of(source.layer().orElseThrow().name()))
            .toList();
    requireSamePixels(inputs);
    Optional<String> before = note(inputs, OUTLINES);
    if (before.isEmpty() || !before.get().equals(outlines(intake, inputs))) {
      requireSameZones(rows, inputs, before.isPresent());
    }
    return rows;
  }

  private static Optional<String> note(Inputs inputs, String name) {
    return inputs.lake().stored(RasterSum.TABLE).map(state -> state.notes().get(name));
  }

  /** Versions before the keys no-data and negative read tags otherwise, and noted nothing. */
  private void requireSamePixels(Inputs inputs) {
    Optional<String> before =
        note(inputs, PIXELS)
            .flatMap(all -> all.lines().filter(l -> l.startsWith(source.id() + "\t")).findFirst());
    if (before.isEmpty()) {
      refuse(
          "the version that made its sums did not record what was no data", files.kept().first());
    } else if (!before.get().equals(pixels(source))) {
      refuse("its no-data or negative has changed", files.kept().first());
    }
  }

  private void requireSameZones(List<SourceTotal> rows, Inputs inputs, boolean isOther) {
    Map<String, Double> now = intake.zones(inputs).areas();
    rows.stream()
        .filter(
            row -> {
              String zone = row.total().unit() + "\n" + row.total().zone();
              double area = now.getOrDefault(zone, Double.NaN);
              return !(Math.abs(area - row.zoneAreaKm2()) <= row.zoneAreaKm2() * SAME);
            })
        .map(SourceTotal::total)
        .min(
            Comparator.comparing(RasterTotal::unit)
                .thenComparing(RasterTotal::zone, CodePointOrder.ASCENDING)
                .thenComparing(RasterTotal::year))
        .ifPresent(
            row ->
                refuse(
                    "the outline of unit %s, zone %s, has changed"
                        .formatted(row.unit(), row.zone()),
                    row.year()));
    if (isOther) {
      refuse("an outline has come, gone or moved", files.kept().first());
    }
  }

  private void refuse(String what, int year) {
    List<String> gone =
        files.gone().stream().filter(name -> files.taken().get(name).year() == year).toList();
    String why =
        gone.isEmpty()
            ? "a file of that year has changed and is outside --years; run without --years"
            : "%s is no longer there; put it back, or drop its sums by %s"
                .formatted(
                    String.join(", ", gone),
                    gone.stream()
                        .map(name -> RasterFiles.held(source, name).remedy())
                        .collect(Collectors.joining("; ")));
    throw new RenxingException(
        ErrorCode.SOURCE_CONTRACT,
        String.format(
            Locale.ROOT,
            "source %s: %s, and the sums of %d cannot be made again, since %s",
            source.id(),
            what,
            year,
            why));
  }
}
