package org.renxing.jobs.silver.remote;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.renxing.cell.Blanks;
import org.renxing.cell.DecimalMark;
import org.renxing.cell.YearText;
import org.renxing.geo.GeometryIntake;
import org.renxing.geo.Place;
import org.renxing.geo.PlaceFinding;
import org.renxing.jobs.bronze.BronzeRow;
import org.renxing.jobs.silver.Reason;
import org.renxing.jobs.silver.RowReasons;
import org.renxing.jobs.silver.UnitNames;
import org.renxing.model.GeometryForm;
import org.renxing.model.RemoteFamily;
import org.renxing.model.RemoteField;
import org.renxing.model.RemoteSource;

/** Reads the rows of one source, each judged by itself. */
final class RemoteReading implements Serializable {
  private static final long serialVersionUID = 1L;
  private static final int FOR_EVER = 9999;
  private final String source;
  private final RemoteFamily family;
  private final boolean isCarried;
  private final String idColumn;
  private final String unitColumn;
  private final String yearColumn;
  private final String zoneColumn;
  private final String classColumn;
  private final ArrayList<GeometryForm> form = new ArrayList<>();
  private final String geometryColumn;
  private final String latitudeColumn;
  private final EnumMap<RemoteField, Given> given = new EnumMap<>(RemoteField.class);
  private final HashSet<String> marks;
  private final DecimalMark decimal;
  private final int division;
  private final UnitNames units;

  /** A column and the factor to the unit of measure of its field. */
  private record Given(String label, double times, double over) implements Serializable {
    private static final long serialVersionUID = 1L;
  }

  RemoteReading(RemoteSource source, UnitNames units) {
    this.source = source.id();
    this.family = source.family();
    this.isCarried = source.isCarried();
    this.idColumn = source.idColumn().orElse("");
    this.unitColumn = source.isCarried() ? source.files().unitColumn() : "";
    this.yearColumn = source.files().yearColumn();
    this.zoneColumn = source.zoneColumn().orElse("");
    this.classColumn = source.classColumn().orElse("");
    source.geometry().ifPresent(g -> form.add(g.form()));
    this.geometryColumn = source.geometry().map(RemoteSource.Geometry::column).orElse("");
    this.latitudeColumn = source.geometry().flatMap(RemoteSource.Geometry::latitude).orElse("");
    source
        .fields()
        .forEach((field, c) -> given.put(field, new Given(c.label(), c.times(), c.over())));
    this.marks = new HashSet<>(source.files().nullMarks());
    this.decimal = source.files().form().decimal();
    this.division = source.files().division().orElse(0);
    this.units = units;
  }

  /** The fields that rows of a group have: those of all of its families. */
  static List<RemoteField> fields(RemoteFamily.Group group) {
    List<RemoteField> out = new ArrayList<>();
    for (RemoteFamily family : RemoteFamily.values()) {
      if (family.group() == group) {
        family.fields().stream().filter(f -> !out.contains(f)).forEach(out::add);
      }
    }
    return out;
  }

  /** A row, judged by itself. */
  RemoteObservation of(BronzeRow row) {
    Map<String, String> cells = row.cells();
    OptionalInt year = YearText.year(text(cells, yearColumn));
    Map<RemoteField, Double> figures = new EnumMap<>(RemoteField.class);
    String badNumber = read(cells, figures);
    RemoteObservation out =
        new RemoteObservation(
            row,
            source,
            family,
            isCarried,
            text(cells, idColumn),
            year.orElse(0),
            "",
            text(cells, zoneColumn),
            text(cells, classColumn),
            Place.NONE,
            figures,
            Reason.NONE);
    RemoteObservation judged = out.or(fault(out, badNumber));
    RemoteObservation located = judged.isSound() && !form.isEmpty() ? located(judged) : judged;
    return located.isSound() && isCarried ? carried(located) : located;
  }

  /** Reads the figures; says which text is no number, empty for none. */
  private String read(Map<String, String> cells, Map<RemoteField, Double> figures) {
    String bad = "";
    for (RemoteField field : fields(family.group())) {
      Optional<Given> column = Optional.ofNullable(given.get(field));
      String text = column.map(c -> text(cells, c.label())).orElse("");
      if (!text.isEmpty()) {
        double number = decimal.value(text);
        if (!Double.isNaN(number)) {
          Given c = column.orElseThrow();
          figures.put(field, number * c.times() / c.over() + 0.0); // a 0 of the other sign is 0
        } else if (bad.isEmpty()) {
          bad =
              "'%s' in column %s %s"
                  .formatted(
                      text, column.orElseThrow().label(), decimal.inWords(decimal.fault(text)));
        }
      }
    }
    return bad;
  }

  /** The first thing that is wrong: its form, its year, its figures. */
  private Reason fault(RemoteObservation row, String badNumber) {
    Map<String, String> cells = row.origin().cells();
    boolean hasYear = yearColumn.isEmpty() || row.year() != 0;
    Reason ofRow = RowReasons.of(row.origin(), text(cells, yearColumn), hasYear);
    if (!ofRow.isNone()) {
      return ofRow;
    }
    if (!idColumn.isEmpty() && row.id().isEmpty()) {
      return new Reason("EMPTY_ID", "column " + idColumn + " is empty");
    }
    if (isCarried && row.zone().equals("all")) {
      return new Reason("RESERVED_ZONE", "zone 'all' is the name of the whole unit");
    }
    if (!badNumber.isEmpty()) {
      return new Reason("NOT_A_NUMBER", badNumber);
    }
    Map<RemoteField, String> labels = new EnumMap<>(RemoteField.class);
    given.forEach((field, column) -> labels.put(field, column.label()));
    return FigureFaults.of(row, labels);
  }

  private RemoteObservation located(RemoteObservation row) {
    Map<String, String> cells = row.origin().cells();
    GeometryForm geometry = form.get(0);
    PlaceFinding found =
        latitudeColumn.isEmpty()
            ? GeometryIntake.read(geometry, text(cells, geometryColumn))
            : GeometryIntake.read(
                geometry.extent(), text(cells, geometryColumn), text(cells, latitudeColumn));
    return found
        .defect()
        .map(defect -> row.or(new Reason(defect.name(), found.what())))
        .orElseGet(() -> row.at(found.place()));
  }

  private RemoteObservation carried(RemoteObservation row) {
    int year = division != 0 ? division : row.year() != 0 ? row.year() : FOR_EVER;
    UnitNames.Meaning meant = units.meaning(text(row.origin().cells(), unitColumn), year);
    return row.in(meant.unitId(), row.zone()).or(meant.reason());
  }

  /** Empty for blank texts, marks of missing values, and where there is no such column. */
  private String text(Map<String, String> cells, String label) {
    Optional<String> cell =
        label.isEmpty() ? Optional.empty() : Optional.ofNullable(cells.get(label));
    return cell.map(Blanks::strip).filter(text -> !marks.contains(text)).orElse("");
  }
}
