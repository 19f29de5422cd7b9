package org.renxing.model;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The contract of one source of observations.
 *
 * @param path files or folders, with the patterns of Hadoop's globs; for Delta the table's folder
 * @param isFollowingLinks whether links that leave the source's folder are followed
 * @param unitColumn column that holds the unit's code or name
 * @param mappings by source column (wide) or by indicator label (long)
 * @param ignored columns that the contract knows and does not use
 * @param nullMarks texts that stand for a missing value
 * @param precedence lower wins where two sources give the same cell
 * @param maxQuarantineShare largest share of rows or cells in quarantine before the run stops
 * @param isSimulated whether the figures are made up; carried into the summary
 * @param division the year whose division the codes and names mean, whatever the row's year, as
 *     panels on one fixed division have it; empty where they mean the division of the row's year
 * @param vintage where a row says when its figures were published; empty where the source has no
 *     vintages
 * @param form how the tables lie in the files
 */
public record SourceSpec(
    String id,
    String title,
    @Key(or = "csv") Format format,
    @Key(isPath = true) String path,
    @Key("follow-links") boolean isFollowingLinks,
    @Key(or = "wide") Layout layout,
    String unitColumn,
    String yearColumn,
    Optional<LongColumns> longColumns,
    Map<String, Mapping> mappings,
    List<String> ignored,
    @Key(or = {"", "NA", "…", "—"}) List<String> nullMarks,
    @Key(or = ",") String delimiter,
    @Key(or = "100", is = "from 0 to " + Integer.MAX_VALUE) int precedence,
    @Key(or = "0.05", is = Key.SHARE) double maxQuarantineShare,
    @Key("simulated") boolean isSimulated,
    @Key(is = "from 1900 to 2200") Optional<Integer> division,
    Optional<Vintage> vintage,
    FileForm form) {

  public SourceSpec {
    mappings = SortedCopy.of(mappings);
    ignored = List.copyOf(ignored);
    nullMarks = List.copyOf(nullMarks);
    if ((layout == Layout.LONG) != longColumns.isPresent()) {
      throw new RenxingException(
          ErrorCode.CONFIGURATION,
          "source " + id + ": layout long needs indicator-column and value-column, wide has none");
    }
  }

  /** All of it but the place of the files, as text: what their rows come to mean. */
  public String contract() {
    return toString().replace("path=" + path + ", isFollowingLinks=" + isFollowingLinks + ", ", "");
  }

  /**
   * What decides how a file is read into rows, as text, beside the limits of intake; empty for
   * grids, which have none.
   */
  public String reading() {
    boolean isText = format != Format.PARQUET && format != Format.DELTA;
    return format == Format.GEOTIFF
        ? ""
        : String.join(
            "\n",
            format.name(),
            layout.name(),
            unitColumn,
            yearColumn,
            longColumns.toString(),
            mappings.keySet().toString(),
            isText ? ignored.toString() + delimiter + form.reading() : "");
  }

  /**
   * When figures were published: of two vintages of a cell the newer counts.
   *
   * @param column column with a year, a month (2020-05) or a day (2020-05-31); empty to look in the
   *     file's name
   * @param filePattern regular expression whose first group is that text in the file's name
   */
  public record Vintage(
      Optional<String> column,
      @Key(value = "file", isPattern = true) Optional<String> filePattern) {
    public Vintage {
      if (column.isPresent() == filePattern.isPresent()) {
        throw new RenxingException(
            ErrorCode.CONFIGURATION, "vintage: needs either column or file, and not both");
      }
    }
  }

  /** File formats. */
  public enum Format {
    CSV,
    JSON_LINES,
    /** Features of GeoJSON: their properties, and the column geometry. */
    GEOJSON,
    XLSX,
    PARQUET,
    DELTA,
    GEOTIFF
  }

  /** One column an indicator, or one row a value. */
  public enum Layout {
    WIDE,
    LONG
  }

  /** Columns of a long source. */
  public record LongColumns(String indicatorColumn, String valueColumn) {}

  /**
   * Where a source column goes.
   *
   * @param indicator code of a base indicator
   * @param unitOfMeasure the unit in which the source gives it
   * @param head where the file says the unit: the column's head without it. Such a column has one
   *     mapping for each spelling of each unit that it may come in, by {@link #label}
   */
  public record Mapping(String indicator, String unitOfMeasure, Optional<String> head) {
    /** A column whose unit the contract says. */
    public Mapping(String indicator, String unitOfMeasure) {
      this(indicator, unitOfMeasure, Optional.empty());
    }

    /** The label of a column whose unit the file says. */
    public static String label(String head, String unitAsWritten) {
      return head + "(" + unitAsWritten + ")";
    }
  }
}
