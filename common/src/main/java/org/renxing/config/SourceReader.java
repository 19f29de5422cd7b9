package org.renxing.config;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.renxing.model.BaseIndicator;
import org.renxing.model.SourceSpec;
import org.renxing.model.SourceSpec.LongColumns;
import org.renxing.model.SourceSpec.Mapping;
import org.renxing.model.UnitOfMeasure;

/** Reads the contracts of sources. */
final class SourceReader {
  private static final List<String> NULL_MARKS = List.of("", "NA", "…", "—");

  private final Path home;
  private final Catalog<BaseIndicator> indicators;
  private final Catalog<UnitOfMeasure> units;

  SourceReader(Path home, Catalog<BaseIndicator> indicators, Catalog<UnitOfMeasure> units) {
    this.home = home;
    this.indicators = indicators;
    this.units = units;
  }

  Optional<SourceSpec> read(String id, Section s) {
    String title = s.text("title");
    SourceSpec.Format format = s.choice("format", SourceSpec.Format.class, SourceSpec.Format.CSV);
    String path = HomePath.of(home, s.text("path"));
    SourceSpec.Layout layout = s.choice("layout", SourceSpec.Layout.class, SourceSpec.Layout.WIDE);
    String unitColumn = s.text("unit-column");
    String yearColumn = s.text("year-column");
    Optional<LongColumns> longColumns = longColumns(s, layout);
    Map<String, Mapping> mappings = mappings(s, layout);
    List<String> ignored = s.texts("ignored", List.of());
    List<String> nullMarks = s.texts("null-marks", NULL_MARKS);
    String delimiter = s.text("delimiter", ",");
    int precedence = s.wholeNumber("precedence", 0, Integer.MAX_VALUE).orElse(100);
    double share =
        s.number("max-quarantine-share", 0.05, v -> v >= 0 && v <= 1, "a share from 0 to 1");
    boolean isSimulated = s.flag("simulated", false);
    Optional<Integer> division =
        s.has("division") ? s.wholeNumber("division", 1900, 2200) : Optional.empty();
    ignored.stream()
        .filter(column -> mappings.containsKey(column) || column.equals(unitColumn))
        .forEach(column -> s.problem("ignored", "column '" + column + "' is used"));
    return s.build(
        () ->
            new SourceSpec(
                id,
                title,
                format,
                path,
                layout,
                unitColumn,
                yearColumn,
                longColumns,
                mappings,
                ignored,
                nullMarks,
                delimiter,
                precedence,
                share,
                isSimulated,
                division));
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

  private Map<String, Mapping> mappings(Section s, SourceSpec.Layout layout) {
    Map<String, Mapping> out = new TreeMap<>();
    Map<String, String> columnOf = new HashMap<>();
    Map<String, Section> columns = s.section("columns").children();
    if (columns.isEmpty()) {
      s.problem("columns", "needs one column or more");
    }
    for (Map.Entry<String, Section> entry : columns.entrySet()) {
      mapping(entry.getValue()).ifPresent(mapping -> out.put(entry.getKey(), mapping));
      String indicator = entry.getValue().text("indicator", "");
      String other = columnOf.putIfAbsent(indicator, entry.getKey());
      if (layout == SourceSpec.Layout.WIDE && other != null && !indicator.isEmpty()) {
        entry.getValue().problem("indicator", indicator + " already comes from column " + other);
      }
    }
    return out;
  }

  private Optional<Mapping> mapping(Section column) {
    String indicator = column.text("indicator");
    indicators.require(column, "indicator", "base indicator", List.of(indicator));
    String unit = MeasureReader.unit(column, units);
    indicators.find(indicator).ifPresent(base -> requireSameDimension(column, unit, base));
    var counted = MeasureReader.population(column);
    indicators
        .find(indicator)
        .ifPresent(base -> counted.ifPresent(c -> requireSamePopulation(column, c, base)));
    return column.build(() -> new Mapping(indicator, unit));
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
