package org.renxing.jobs.profile;

import com.typesafe.config.ConfigUtil;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.renxing.model.ErrorCode;
import org.renxing.model.RenxingException;

/** A source file to start from. */
public final class SourceDraft {
  private final FileProfile profile;
  private final Path home;

  /** A source file of a file that was looked at, for a home folder. */
  public SourceDraft(FileProfile profile, Path home) {
    this.profile = profile;
    this.home = home;
  }

  /**
   * A column of figures (long: an item) and where it goes.
   *
   * @param unit the unit in which the file gives it; empty where the file says it
   * @param note what a reader should know, in words; empty for nothing
   */
  public record Column(String label, String indicator, Optional<String> unit, String note) {}

  /**
   * The text of a source file that loads without problems.
   *
   * @throws RenxingException where no column of units, years or known indicators was found
   */
  String text() {
    require(
        profile.unitColumn().isPresent(),
        "no column names known units; name the column of your own units by --unit-column");
    require(
        profile.yearColumn().isPresent() || profile.yearFrom().isPresent(),
        "no years were found; name their column by --year-column");
    List<Column> mapped =
        profile.figures().stream().filter(f -> !f.indicator().isEmpty()).map(this::column).toList();
    require(
        !mapped.isEmpty(),
        "no column's name is like that of a base indicator; bin/renxing init NAME --from FILE"
            + " drafts indicators of your own too, or add them to conf/indicators.conf");
    List<String> unknown =
        profile.figures().stream()
            .filter(f -> f.indicator().isEmpty())
            .map(FileProfile.Figure::label)
            .toList();
    List<String> ignored = new ArrayList<>(profile.otherColumns());
    if (profile.layout().equals("wide")) {
      ignored.addAll(unknown);
    }
    List<String> head = new ArrayList<>();
    head.add("# Drafted by bin/renxing profile: check what each column is and in which unit.");
    if (profile.rowsSetAside() > 0) {
      head.add(
          "# As it stands, "
              + profile.rowsSetAside()
              + " of "
              + profile.rows()
              + " rows would be set aside: see what profile says of the file.");
    }
    head.add("title = " + quoted("To be titled: " + Path.of(profile.file()).getFileName()));
    return text(head, mapped, unknown, ignored, Optional.empty());
  }

  /**
   * The text of a source file.
   *
   * @param head its first lines, with a title
   * @param mapped columns that become base indicators
   * @param unknown figures that become none, to be told of
   * @param ignored columns that are not used
   * @param atYear the year of all rows, where the file has none
   */
  public String text(
      List<String> head,
      List<Column> mapped,
      List<String> unknown,
      List<String> ignored,
      Optional<Integer> atYear) {
    List<String> out = new ArrayList<>(head);
    out.add("format = " + profile.format());
    out.add("path = " + path());
    form(out);
    out.add("layout = " + profile.layout());
    out.add("unit-column = " + quoted(profile.unitColumn().orElseThrow()));
    out.add("year-column = " + quoted(profile.yearColumn().orElse("year")));
    atYear.ifPresent(year -> out.add("at-year = " + year + " # the year of all rows"));
    profile.itemColumn().ifPresent(c -> out.add("indicator-column = " + quoted(c)));
    profile.valueColumn().ifPresent(c -> out.add("value-column = " + quoted(c)));
    if (!profile.fillDown().isEmpty()) {
      out.add("fill-down = " + list(profile.fillDown()) + " # cells seem merged downwards");
    }
    if (profile.decimal().equals(",")) {
      out.add("decimal = \",\"");
    }
    out.add("columns {");
    mapped.forEach(c -> out.add(mapping(c)));
    unknown.forEach(label -> out.add("  # not like any base indicator: " + oneLine(label)));
    out.add("}");
    out.add("ignored = " + list(ignored));
    out.add("null-marks = " + list(profile.nullMarks()));
    out.add("simulated = false");
    return String.join("\n", out) + "\n";
  }

  private void form(List<String> out) {
    if (!profile.encoding().isEmpty()) {
      out.add("encoding = " + quoted(profile.encoding()));
    }
    if (profile.format().equals("csv") && !profile.delimiter().equals(",")) {
      String delimiter = profile.delimiter().equals("\\t") ? "\t" : profile.delimiter();
      out.add("delimiter = " + quoted(delimiter));
    }
    if (!profile.otherSheets().isEmpty()) {
      out.add(
          "sheets = "
              + quoted(
                  profile.sheets().stream()
                      .map(s -> s.replaceAll("[^\\p{L}\\p{N} _]", "\\\\$0"))
                      .collect(Collectors.joining("|"))));
    }
    profile.yearFrom().ifPresent(regex -> out.add("year-from = " + quoted(regex)));
    boolean isPlain = profile.headLine() <= 1 && profile.headRows() <= 1 && !profile.hasUnitsRow();
    if (!isPlain) {
      out.add(
          String.format(
              Locale.ROOT,
              "head { row = %d, rows = %d, units-row = %b }",
              profile.headLine(),
              profile.headRows(),
              profile.hasUnitsRow()));
    }
  }

  /** The unit is left out where the file says it, and assumed to be the indicator's elsewhere. */
  private Column column(FileProfile.Figure f) {
    boolean isBracketed = f.label().matches(".*[)）\\]】]\\s*");
    boolean isSaid = !f.unit().isEmpty();
    return new Column(
        f.label(),
        f.indicator(),
        isSaid && (isBracketed || profile.hasUnitsRow())
            ? Optional.empty()
            : Optional.of(f.indicatorUnit()),
        (f.isCertain() ? "" : " # a guess by its name")
            + (isSaid ? "" : " # unit assumed: that of the indicator"));
  }

  private static String mapping(Column c) {
    return "  "
        + quoted(c.label())
        + " { indicator = "
        + quoted(c.indicator())
        + c.unit().map(unit -> ", unit = " + quoted(unit)).orElse("")
        + " }"
        + c.note();
  }

  /** The path of the file as a configuration writes it. */
  public String path() {
    Path file = Path.of(profile.file()).toAbsolutePath().normalize();
    Path root = home.toAbsolutePath().normalize();
    return file.startsWith(root)
        ? "${home}" + quoted("/" + globbed(root.relativize(file)))
        : quoted(globbed(file));
  }

  /** The path, which a source gives as a pattern. */
  private static String globbed(Path path) {
    return path.toString().replaceAll("[*?\\[\\]{}\\\\]", "\\\\$0");
  }

  private void require(boolean isThere, String what) {
    if (!isThere) {
      throw new RenxingException(
          ErrorCode.SOURCE_CONTRACT,
          "profile " + profile.file() + ": no source file can be drafted: " + what);
    }
  }

  private static String list(List<String> texts) {
    return texts.stream().map(SourceDraft::quoted).collect(Collectors.joining(", ", "[", "]"));
  }

  private static String quoted(String text) {
    return ConfigUtil.quoteString(text);
  }

  private static String oneLine(String text) {
    return text.replaceAll("\\s+", " ");
  }
}
