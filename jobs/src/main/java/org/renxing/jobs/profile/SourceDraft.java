package org.renxing.jobs.profile;

import com.typesafe.config.ConfigUtil;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.renxing.model.ErrorCode;
import org.renxing.model.RenxingException;

/** A source file to start from. */
final class SourceDraft {
  private final FileProfile profile;
  private final Path home;

  SourceDraft(FileProfile profile, Path home) {
    this.profile = profile;
    this.home = home;
  }

  /**
   * The text of a source file that loads without problems.
   *
   * @throws RenxingException where no column of units, years or known indicators was found
   */
  String text() {
    require(profile.unitColumn().isPresent(), "no column names known units");
    require(
        profile.yearColumn().isPresent() || profile.yearFrom().isPresent(), "no years were found");
    List<FileProfile.Figure> mapped =
        profile.figures().stream().filter(f -> !f.indicator().isEmpty()).toList();
    require(
        !mapped.isEmpty(),
        "no column's name is like that of a base indicator; add what the file measures to"
            + " conf/indicators.conf");
    List<String> out = new ArrayList<>();
    out.add("# Drafted by bin/renxing profile: check what each column is and in which unit.");
    if (profile.rowsSetAside() > 0) {
      out.add(
          "# As it stands, "
              + profile.rowsSetAside()
              + " of "
              + profile.rows()
              + " rows would be set aside: see what profile says of the file.");
    }
    out.add("title = " + quoted("To be titled: " + Path.of(profile.file()).getFileName()));
    out.add("format = " + profile.format());
    out.add("path = " + path());
    form(out);
    out.add("layout = " + profile.layout());
    out.add("unit-column = " + quoted(profile.unitColumn().orElseThrow()));
    out.add("year-column = " + quoted(profile.yearColumn().orElse("year")));
    profile.itemColumn().ifPresent(c -> out.add("indicator-column = " + quoted(c)));
    profile.valueColumn().ifPresent(c -> out.add("value-column = " + quoted(c)));
    if (!profile.fillDown().isEmpty()) {
      out.add("fill-down = " + list(profile.fillDown()) + " # cells seem merged downwards");
    }
    if (profile.decimal().equals(",")) {
      out.add("decimal = \",\"");
    }
    out.add("columns {");
    mapped.forEach(f -> out.add(mapping(f)));
    profile.figures().stream()
        .filter(f -> f.indicator().isEmpty())
        .forEach(f -> out.add("  # not like any base indicator: " + oneLine(f.label())));
    out.add("}");
    List<String> ignored = new ArrayList<>(profile.otherColumns());
    if (profile.layout().equals("wide")) {
      profile.figures().stream()
          .filter(f -> f.indicator().isEmpty())
          .forEach(f -> ignored.add(f.label()));
    }
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
  private String mapping(FileProfile.Figure f) {
    boolean isBracketed = f.label().matches(".*[)）\\]】]\\s*");
    boolean isSaid = !f.unit().isEmpty();
    String unit =
        isSaid && (isBracketed || profile.hasUnitsRow())
            ? ""
            : ", unit = " + quoted(f.indicatorUnit());
    return "  "
        + quoted(f.label())
        + " { indicator = "
        + quoted(f.indicator())
        + unit
        + " }"
        + (f.isCertain() ? "" : " # a guess by its name")
        + (isSaid ? "" : " # unit assumed: that of the indicator");
  }

  private String path() {
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
