package org.renxing.config;

import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.renxing.cell.DecimalMark;
import org.renxing.model.BaseIndicator;
import org.renxing.model.FileForm;
import org.renxing.model.Key;
import org.renxing.model.SourceSpec;
import org.renxing.model.SourceSpec.LongColumns;
import org.renxing.model.SourceSpec.Mapping;
import org.renxing.model.UnitOfMeasure;
import org.renxing.name.HeaderText;

/** Reads the contracts of sources. */
record SourceReader(
    Binder binder, Catalog<BaseIndicator> indicators, Catalog<UnitOfMeasure> units) {

  Optional<SourceSpec> read(String id, Section s) {
    SourceSpec.Format format = s.choice("format", SourceSpec.Format.class, SourceSpec.Format.CSV);
    if (format == SourceSpec.Format.GEOJSON || format == SourceSpec.Format.GEOTIFF) {
      s.problem("format", "geojson and geotiff are formats of sources in conf/remote");
    }
    SourceSpec.Layout layout = s.choice("layout", SourceSpec.Layout.class, SourceSpec.Layout.WIDE);
    boolean isTyped = format == SourceSpec.Format.PARQUET || format == SourceSpec.Format.DELTA;
    boolean isOpen = layout == SourceSpec.Layout.WIDE && !isTyped;
    Map<String, Mapping> mappings = mappings(s, layout, isOpen);
    Bound<SourceSpec> read =
        binder.read(
            s,
            SourceSpec.class,
            Map.of(
                "id",
                id,
                "longColumns",
                longColumns(s, layout),
                "mappings",
                mappings,
                "form",
                form(s, format)));
    String delimiter = read.get("delimiter");
    if (delimiter.length() != 1 || "\"\r\n".contains(delimiter)) {
      s.problem("delimiter", "must be one character, no quote and no line break");
    }
    Optional<Pattern> file = Values.pattern(s.section("vintage"), "file");
    if (file.isPresent() && file.get().matcher("").groupCount() < 1) {
      s.section("vintage").problem("file", "'" + file.get() + "' has no group in parentheses");
    }
    List<String> ignored = read.get("ignored");
    ignored.stream()
        .filter(column -> mappings.containsKey(column) || column.equals(read.get("unitColumn")))
        .forEach(column -> s.problem("ignored", "column '" + column + "' is used"));
    return read.build();
  }

  /** How the files are formed. */
  private Bound<FileForm> form(Section s, SourceSpec.Format format) {
    boolean isText = format == SourceSpec.Format.CSV;
    boolean isWorkbook = format == SourceSpec.Format.XLSX;
    Optional<String> text = s.optionalText("decimal");
    Optional<DecimalMark> mark = text.flatMap(DecimalMark::of);
    if (text.isPresent() && (!isText || mark.isEmpty())) {
      s.problem(
          "decimal",
          isText
              ? "'" + text.get() + "' is no mark before decimals; write \".\" or \",\""
              : "only format csv writes numbers as texts alone; leave it out");
    }
    Bound<FileForm> form =
        binder.read(s, FileForm.plain(), Map.of("decimal", mark.orElse(DecimalMark.POINT)));
    String encoding = form.get("encoding");
    if (!isCharset(encoding)) {
      s.problem(
          "encoding",
          "no known character set '"
              + encoding
              + "'; allowed are auto, utf-8, gb18030, utf-16 and others that Java knows");
    }
    if (s.has("sheets") && !isWorkbook) {
      s.problem("sheets", "only format xlsx has sheets");
    }
    checkYear(s, form, isText || isWorkbook);
    return form;
  }

  /** Only tables with titles or sheets say their year otherwise than in a column. */
  private static void checkYear(Section s, Bound<FileForm> form, boolean isTable) {
    Optional<String> yearFrom = form.get("yearFrom");
    Optional<Integer> atYear = form.get("atYear");
    if (yearFrom.isPresent() && !isTable) {
      s.problem("year-from", "only formats csv and xlsx have titles and sheets");
    }
    if (atYear.isPresent() && !isTable) {
      s.problem("at-year", "only formats csv and xlsx can do without a column of years");
    } else if (atYear.isPresent() && yearFrom.isPresent()) {
      s.problem("at-year", "is one year for all, and year-from finds one in names; leave one out");
    }
  }

  private static boolean isCharset(String name) {
    try {
      return name.equals(FileForm.AUTO) || Charset.isSupported(name);
    } catch (IllegalCharsetNameException e) {
      return false;
    }
  }

  private static Optional<LongColumns> longColumns(Section s, SourceSpec.Layout layout) {
    Optional<String> indicator = s.optionalText("indicator-column");
    Optional<String> value = s.optionalText("value-column");
    if (layout == SourceSpec.Layout.WIDE && (indicator.isPresent() || value.isPresent())) {
      s.problem("layout", "wide has neither indicator-column nor value-column");
    }
    if (layout == SourceSpec.Layout.WIDE) {
      return Optional.empty();
    }
    return Optional.of(new LongColumns(s.text("indicator-column"), s.text("value-column")));
  }

  private Map<String, Mapping> mappings(Section s, SourceSpec.Layout layout, boolean isOpen) {
    Map<String, Mapping> out = new TreeMap<>();
    Map<String, String> columnOf = new HashMap<>();
    Map<String, Section> columns = s.section("columns").children();
    if (columns.isEmpty()) {
      s.problem("columns", "needs one column or more");
    }
    for (Map.Entry<String, Section> entry : columns.entrySet()) {
      out.putAll(mapping(entry.getKey(), entry.getValue(), isOpen));
      String indicator = entry.getValue().text("indicator", "");
      String other = columnOf.putIfAbsent(indicator, entry.getKey());
      if (layout == SourceSpec.Layout.WIDE && other != null && !indicator.isEmpty()) {
        entry.getValue().problem("indicator", indicator + " already comes from column " + other);
      }
    }
    return out;
  }

  /**
   * The mapping of a column. A unit that is not stated comes from the brackets at the end of the
   * column's name, or else from the file, and then any unit of the indicator's dimension may come.
   *
   * @param isOpen whether files of this kind can say the unit
   */
  private Map<String, Mapping> mapping(String label, Section column, boolean isOpen) {
    String indicator = column.text("indicator");
    indicators.require(column, "indicator", Key.BASE_INDICATOR, List.of(indicator));
    Optional<BaseIndicator> base = indicators.find(indicator);
    var counted = MeasureReader.population(column);
    base.ifPresent(b -> counted.ifPresent(c -> requireSamePopulation(column, c, b)));
    Optional<UnitOfMeasure> bracketed = MeasureReader.bracketed(label, units);
    if (!column.has("unit") && bracketed.isEmpty() && isOpen) {
      column.optionalText("unit");
      return column.build(() -> byUnit(label, base)).orElse(Map.of());
    }
    String unit =
        column.has("unit") || bracketed.isEmpty()
            ? MeasureReader.unit(column, units)
            : bracketed.get().name();
    column.optionalText("unit");
    base.ifPresent(b -> requireSameDimension(column, unit, b));
    bracketed
        .filter(b -> units.find(unit).isPresent() && !b.name().equals(unit))
        .ifPresent(
            b ->
                column.problem(
                    "unit",
                    "'%s', but the column's name says '%s'; leave one of them out"
                        .formatted(unit, HeaderText.of(label).bracketed().orElse(b.name()))));
    return column.build(() -> Map.of(label, new Mapping(indicator, unit))).orElse(Map.of());
  }

  /** A mapping for each way of writing each unit in which the file may give the indicator. */
  private Map<String, Mapping> byUnit(String head, Optional<BaseIndicator> base) {
    Map<String, Mapping> out = new TreeMap<>();
    base.flatMap(b -> units.find(b.unitOfMeasure()))
        .map(UnitOfMeasure::dimension)
        .ifPresent(
            dimension ->
                units
                    .values()
                    .forEach(
                        (spelling, unit) -> {
                          if (unit.dimension().equals(dimension)) {
                            out.put(
                                Mapping.label(head, spelling),
                                new Mapping(base.get().code(), unit.name(), Optional.of(head)));
                          }
                        }));
    return out;
  }

  private static void requireSamePopulation(
      Section column, BaseIndicator.Population counted, BaseIndicator base) {
    String declared = base.population().map(BaseIndicator.Population::text).orElse("none");
    if (!counted.text().equals(declared)) {
      column.problem(
          "population-basis",
          "the source counts the %s population, but base indicator %s declares %s; map it to another base indicator or correct one of the two"
              .formatted(counted.text(), base.code(), declared));
    }
  }

  private void requireSameDimension(Section column, String unit, BaseIndicator base) {
    Optional<String> given = units.find(unit).map(UnitOfMeasure::dimension);
    Optional<String> wanted = units.find(base.unitOfMeasure()).map(UnitOfMeasure::dimension);
    if (given.isPresent() && wanted.isPresent() && !given.equals(wanted)) {
      column.problem(
          "unit",
          "'%s' measures %s, but %s is kept in '%s', which measures %s"
              .formatted(unit, given.get(), base.code(), base.unitOfMeasure(), wanted.get()));
    }
  }
}
