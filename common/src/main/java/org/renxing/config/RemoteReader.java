package org.renxing.config;

import com.typesafe.config.ConfigValueType;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.renxing.model.Crs;
import org.renxing.model.FileForm;
import org.renxing.model.GeometryForm.Encoding;
import org.renxing.model.GeometryForm.Shape;
import org.renxing.model.Key;
import org.renxing.model.NoDataMark;
import org.renxing.model.PixelRules;
import org.renxing.model.RemoteFamily;
import org.renxing.model.RemoteFamily.Group;
import org.renxing.model.RemoteField;
import org.renxing.model.RemoteSource;
import org.renxing.model.RemoteSource.Geometry;
import org.renxing.model.RemoteSource.Layer;
import org.renxing.model.SourceSpec;
import org.renxing.model.SourceSpec.Format;
import org.renxing.model.SourceSpec.Mapping;
import org.renxing.model.UnitOfMeasure;

/** Reads the contracts of sources of fine-grained observations: conf/remote. */
record RemoteReader(Binder binder, Catalog<UnitOfMeasure> units) {
  private static final Pattern LAYER = Pattern.compile("[a-z][a-z0-9_]*");
  private static final List<String> OF_GRIDS = List.of("layer", "year-from", "no-data", "negative");

  /** Which rates of a source mean that the ground sinks. */
  private enum Sign {
    POSITIVE,
    NEGATIVE
  }

  Optional<RemoteSource> read(String id, Section s) {
    s.text("family");
    RemoteFamily family = s.choice("family", RemoteFamily.class, RemoteFamily.HOUSING);
    Optional<String> idColumn = s.optionalText("id-column");
    Optional<String> unitColumn = s.optionalText("unit-column");
    Optional<Geometry> geometry = geometry(s, family);
    Map<RemoteField, RemoteSource.Column> fields = fields(s, family);
    checkPlace(s, family, unitColumn, geometry);
    boolean isDated = family.group() != Group.GRID && family.group() != Group.PLACE;
    if (idColumn.isEmpty() && isDated) {
      s.problem("id-column", "is missing: what tells one observation from another within a year");
    }
    Map<String, Object> given = new HashMap<>();
    given.put("family", family);
    given.put("isCarried", unitColumn.isPresent());
    given.put("geometry", geometry);
    given.put("fields", fields);
    given.put("layer", layer(s, family));
    given.put("isInParts", isInParts(s, family));
    given.put("id", id);
    given.put("layout", SourceSpec.Layout.WIDE);
    given.put("unitColumn", unitColumn.or(() -> idColumn).orElse(""));
    given.put("yearColumn", isDated ? s.text("year-column") : "");
    given.put("longColumns", Optional.empty());
    given.put("mappings", mappings(s, geometry, fields));
    given.put("ignored", List.of());
    given.put("nullMarks", s.texts("null-marks", List.of("", "NA")));
    given.put("precedence", 0);
    given.put("vintage", Optional.empty());
    given.put("form", FileForm.plain());
    Bound<RemoteSource> read = binder.read(s, RemoteSource.class, given);
    Bound<SourceSpec> files = read.get("files");
    if ((files.get("format") == Format.GEOTIFF) != (family == RemoteFamily.RASTER)) {
      s.problem("format", "geotiff goes with family raster, and with no other");
    }
    return read.build();
  }

  /** The columns of the files, each in the unit that its head says. */
  private Map<String, Mapping> mappings(
      Section s, Optional<Geometry> geometry, Map<RemoteField, RemoteSource.Column> fields) {
    Set<String> columns = new TreeSet<>();
    Stream.of("id-column", "unit-column", "zone-column", "class-column")
        .flatMap(key -> s.optionalText(key).stream())
        .forEach(columns::add);
    geometry.ifPresent(
        g -> {
          columns.add(g.column());
          g.latitude().ifPresent(columns::add);
        });
    fields.values().forEach(column -> columns.add(column.label()));
    Map<String, Mapping> out = new TreeMap<>();
    columns.forEach(
        column ->
            out.put(
                column,
                new Mapping(
                    column,
                    MeasureReader.bracketed(column, units).map(UnitOfMeasure::name).orElse(""))));
    return out;
  }

  private static void checkPlace(
      Section s, RemoteFamily family, Optional<String> unitColumn, Optional<Geometry> geometry) {
    if (family == RemoteFamily.BOUNDARY && (unitColumn.isEmpty() || geometry.isEmpty())) {
      s.problem("outlines need unit-column and geometry");
    } else if (family != RemoteFamily.RASTER && unitColumn.isEmpty() && geometry.isEmpty()) {
      s.problem("needs unit-column, or a geometry by which its rows are placed");
    } else if (family == RemoteFamily.RASTER && (unitColumn.isPresent() || s.has("columns"))) {
      s.problem("a raster has no columns");
    }
  }

  private Map<RemoteField, RemoteSource.Column> fields(Section s, RemoteFamily family) {
    Map<String, RemoteField> known = new TreeMap<>();
    family.fields().forEach(field -> known.put(field.column(), field));
    Map<RemoteField, RemoteSource.Column> out = new EnumMap<>(RemoteField.class);
    Section columns = s.section("columns");
    for (String key : columns.keys()) {
      RemoteField field = known.get(key);
      if (field == null) {
        columns.unknown(
            key, "family " + family.text() + " has no '" + key + "'", key, known.keySet());
      } else if (columns.is(ConfigValueType.STRING, key)) {
        String label = columns.text(key);
        converted(columns, key, label, MeasureReader.bracketed(label, units), field)
            .ifPresent(column -> out.put(field, column));
      } else {
        column(columns.section(key), field).ifPresent(column -> out.put(field, column));
      }
    }
    if (family.group() == Group.OCCUPANCY && !out.containsKey(RemoteField.UNITS_TOTAL)) {
      columns.problem("needs units_total");
    } else if (family.group() == Group.STREET && out.isEmpty()) {
      columns.problem("needs one or more of " + String.join(", ", known.keySet()));
    } else if (family.group() == Group.LAND
        && !s.has("geometry")
        && !out.containsKey(RemoteField.STATED_AREA_KM2)) {
      columns.problem("needs stated_area_km2 where there is no geometry");
    }
    return out;
  }

  private Optional<RemoteSource.Column> column(Section s, RemoteField field) {
    String label = s.text("column");
    Optional<String> given = s.optionalText("unit");
    given.ifPresent(unit -> units.require(s, "unit", Key.UNIT_OF_MEASURE, List.of(unit)));
    Optional<UnitOfMeasure> unit =
        given.isPresent() ? given.flatMap(units::find) : MeasureReader.bracketed(label, units);
    Optional<RemoteSource.Column> out = converted(s, "unit", label, unit, field);
    if (field == RemoteField.RATE_MM_PER_YEAR
        && s.choice("sinking", Sign.class, Sign.POSITIVE) == Sign.NEGATIVE) {
      out = out.map(c -> new RemoteSource.Column(c.label(), -c.times(), c.over()));
    }
    return s.build(out::orElseThrow);
  }

  /** A column whose unit, if it has one, converts to that of the field. */
  private Optional<RemoteSource.Column> converted(
      Section s, String key, String label, Optional<UnitOfMeasure> from, RemoteField field) {
    Optional<UnitOfMeasure> to = units.find(field.unitOfMeasure());
    if (from.isEmpty() || to.isEmpty()) {
      from.ifPresent(unit -> s.problem(key, field.column() + " is a plain number, without a unit"));
      return Optional.of(new RemoteSource.Column(label, 1, 1));
    }
    if (!from.get().dimension().equals(to.get().dimension())) {
      s.problem(
          key,
          "'%s' measures %s, and %s is kept in %s"
              .formatted(
                  from.get().name(), from.get().dimension(), field.column(), to.get().name()));
      return Optional.empty();
    }
    double over = to.get().factor() / from.get().factor();
    return Optional.of(
        over < 1
            ? new RemoteSource.Column(label, from.get().factor() / to.get().factor(), 1)
            : new RemoteSource.Column(label, 1, over));
  }

  private Optional<Geometry> geometry(Section s, RemoteFamily family) {
    Section g = s.section("geometry");
    if (!s.has("geometry") && family != RemoteFamily.RASTER) {
      return Optional.empty();
    }
    Optional<Crs> crs = g.attempt("crs", () -> Crs.of(g.text("crs", "")));
    if (family == RemoteFamily.RASTER) {
      g.finish(); // a grid says its place itself
      return Optional.empty();
    }
    g.text("encoding");
    boolean isPair = g.choice("encoding", Encoding.class, Encoding.WKT) == Encoding.LON_LAT;
    String column = isPair ? g.text("longitude") : g.text("column");
    Optional<String> latitude = isPair ? Optional.of(g.text("latitude")) : Optional.empty();
    Shape shape = g.choice("shape", Shape.class, family.isArea() ? Shape.AREA : Shape.POINT);
    if (shape == Shape.POINT && family.isArea()) {
      g.problem("shape", "family " + family.text() + " needs areas");
    }
    return binder.bind(
        g,
        Geometry.class,
        Map.of("crs", crs, "shape", shape, "column", column, "latitude", latitude));
  }

  private static boolean isInParts(Section s, RemoteFamily family) {
    if (s.has("outlines") && family != RemoteFamily.BOUNDARY) {
      s.problem("outlines", "only family boundary has outlines");
    }
    return s.choice("outlines", Map.of("whole", false, "parts", true), false);
  }

  /** The layer of a grid; empty for other families, and where it is wrong. */
  private static Optional<Layer> layer(Section s, RemoteFamily family) {
    Optional<String> name = s.optionalText("layer");
    Optional<String> year = Values.pattern(s, "year-from").map(Pattern::pattern);
    PixelRules pixels = pixels(s);
    if (family != RemoteFamily.RASTER) {
      OF_GRIDS.stream()
          .filter(s::has)
          .forEach(key -> s.problem(key, "only family raster has " + String.join(", ", OF_GRIDS)));
      return Optional.empty();
    }
    if (name.isEmpty() || !LAYER.matcher(name.get()).matches()) {
      s.problem("layer", "needs a name in lower case, such as night_light");
    }
    if (!s.has("year-from")) {
      s.problem("year-from", "needs a regular expression that finds the year in a file's name");
    }
    return OF_GRIDS.stream().anyMatch(s::isTroubled)
        ? Optional.empty()
        : Optional.of(new Layer(name.orElseThrow(), year.orElseThrow(), pixels));
  }

  private static PixelRules pixels(Section s) {
    List<NoDataMark> marks = new ArrayList<>();
    boolean isTagHeeded = true;
    List<String> texts =
        s.is(ConfigValueType.LIST, "no-data")
            ? s.texts("no-data", List.of())
            : s.optionalText("no-data").stream().toList();
    for (String text : texts) {
      if (text.strip().equalsIgnoreCase(PixelRules.NONE)) {
        isTagHeeded = false;
      } else {
        s.attempt("no-data", () -> new NoDataMark(text)).ifPresent(marks::add);
      }
    }
    return new PixelRules(marks, isTagHeeded, s.flag("negative", false));
  }
}
