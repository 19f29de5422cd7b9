package org.renxing.lake;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.renxing.model.ErrorCode;
import org.renxing.model.RenxingException;
import org.renxing.model.TableName;
import org.renxing.name.Nearest;

/**
 * The tables that a question may name, and the version of each that it is answered from: gold as a
 * release has it; silver, bronze and ops in their newest state, with or without a release.
 */
public final class LakeCatalogue {
  /** The layers of a lake, which are databases in SQL. */
  public static final List<String> LAYERS = List.of("bronze", "silver", "gold", "ops");

  private static final String GOLD = "gold";
  private static final Pattern TABLE = Pattern.compile("[a-z][a-z0-9_]*");

  private final Lake lake;
  private final Optional<Releases.Release> release;

  /**
   * The tables of a lake.
   *
   * @param release the release that is asked; empty where there is none yet
   */
  public LakeCatalogue(Lake lake, Optional<Releases.Release> release) {
    this.lake = lake;
    this.release = release;
  }

  /** Whether a word names a layer, in whatever case. */
  public static boolean isLayer(String word) {
    return LAYERS.contains(word.toLowerCase(Locale.ROOT));
  }

  /** Every table of the release, and whatever else lies in the lake. */
  public SortedSet<TableName> tables() {
    SortedSet<TableName> out = new TreeSet<>();
    release.ifPresent(
        r -> {
          out.addAll(r.tables());
          out.add(Releases.TABLE);
        });
    for (String layer : LAYERS) {
      if (!layer.equals(GOLD)) {
        lake.files().list(lake.root() + "/" + layer).stream()
            .map(folder -> folder.getPath().getName())
            .filter(name -> TABLE.matcher(name).matches())
            .forEach(name -> out.add(new TableName(layer, name)));
      }
    }
    return out;
  }

  /**
   * The version of a table that is read, which is as it was when it was written; empty where there
   * is no such table.
   *
   * @throws RenxingException STORAGE where it is damaged
   */
  OptionalLong version(TableName table) {
    if (isOfRelease(table)) {
      Optional<Long> version = release.flatMap(r -> r.version(table));
      version.ifPresent(
          v -> lake.check().requireReleased(table, v, release.orElseThrow().manifest(table)));
      return version.stream().mapToLong(v -> v).findFirst();
    }
    return lake.isThere(table)
        ? OptionalLong.of(lake.check().readable(table))
        : OptionalLong.empty();
  }

  private static boolean isOfRelease(TableName table) {
    return table.layer().equals(GOLD) && !table.equals(Releases.TABLE);
  }

  /** What a row of a table is; empty where its last write did not say. */
  public Optional<String> comment(TableName table) {
    return lake.comment(table);
  }

  /**
   * A table with the files that hold its rows.
   *
   * @throws RenxingException USAGE where there is no such table, or only Spark can read it; STORAGE
   *     where it is damaged
   */
  public PinnedTable open(TableName table) {
    if (!KernelTable.isAvailable()) {
      throw new RenxingException(
          ErrorCode.USAGE,
          "this Spark has no Parquet that Delta Kernel can use; ask with sql --engine spark");
    }
    long version = version(table).orElseThrow(() -> missing(table));
    PinnedTable out =
        KernelReader.open(lake.kernel(), table + ", version " + version, lake.path(table), version)
            .pinned(table);
    out.files().forEach(file -> PageChecksums.require(lake.files(), table, file));
    return out;
  }

  /** The error of a question that names a table which is not there, with the nearest names. */
  public RenxingException missing(TableName table) {
    if (isOfRelease(table) && release.isEmpty()) {
      return new RenxingException(
          ErrorCode.USAGE,
          lake.root()
              + ": holds no release yet, and gold is of releases; run bin/renxing nightly first");
    }
    return missing(table.toString());
  }

  /** The same for any name. */
  public RenxingException missing(String name) {
    return new RenxingException(
        ErrorCode.USAGE,
        "sql: there is no table "
            + name
            + "; "
            + Nearest.question(nearest(name))
                .orElse("bin/renxing sql \"SHOW TABLES\" lists those there are"));
  }

  /** Tables of that name in any layer, or else of nearly that name. */
  private List<String> nearest(String name) {
    String bare = name.substring(name.lastIndexOf('.') + 1);
    List<String> names = tables().stream().map(TableName::toString).toList();
    List<String> same = names.stream().filter(n -> n.endsWith("." + bare)).toList();
    if (!same.isEmpty()) {
      return same;
    }
    return bare.equals(name)
        ? Nearest.to(name, names, n -> n.substring(n.indexOf('.') + 1), 3)
        : Nearest.to(name, names, n -> n, 3);
  }
}
