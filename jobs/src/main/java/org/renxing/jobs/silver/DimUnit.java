package org.renxing.jobs.silver;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.StructType;
import org.renxing.intake.ReferenceFile;
import org.renxing.intake.ReferenceRow;
import org.renxing.lake.LakeFiles;
import org.renxing.lake.TableShape;
import org.renxing.measure.Cells;
import org.renxing.model.ColumnSpec.Type;
import org.renxing.model.Settings;
import org.renxing.model.TableName;
import org.renxing.model.TableSpec;
import org.renxing.records.TableRecords;
import org.renxing.territory.UnitDirectory;

/**
 * Units by period of validity, from the reference tables: codes of GB/T 2260, names, level, place,
 * regions and, where known, type of resource-based city.
 */
public final class DimUnit extends ReferenceTask {
  /** The table. */
  public static final TableName TABLE = TableName.silver("dim_unit");

  /** Levels that the list of resource-based units covers. */
  private static final Set<String> PREFECTURE_LEVELS =
      Set.of("municipality", "prefecture_city", "prefecture", "autonomous_prefecture", "league");

  private static final String COUNTY = "county";

  private static final TableSpec SPEC =
      TableSpec.of(TABLE, "One row a unit and period of validity; a row is the state at year end")
          .key("unit_id", Type.STRING, "Newest six-digit code of the unit's lineage (GB/T 2260)")
          .key(
              "valid_from",
              Type.INT,
              "First year of the period; 1949 = from the start of any series")
          .optional("valid_to", Type.INT, "", "Last year of the period; null = still valid")
          .required("code", Type.STRING, "", "Code in force in the period")
          .required("name_zh", Type.STRING, "", "Official name in Chinese in the period")
          .optional("name_en", Type.STRING, "", "Name in English, without City; not unique")
          .required(
              "level",
              Type.STRING,
              "",
              "province, municipality, prefecture_city, prefecture, autonomous_prefecture, league"
                  + " or another level of one's own")
          .optional("parent_id", Type.STRING, "", "Unit to which it belongs")
          .optional("province_code", Type.STRING, "", "Six-digit code of the province")
          .optional("province_name", Type.STRING, "", "Province in Chinese")
          .optional("province_name_en", Type.STRING, "", "Province in English")
          .optional("region7", Type.STRING, "", "One of seven regions, in English")
          .optional("region7_zh", Type.STRING, "", "One of seven regions, in Chinese")
          .optional("region4", Type.STRING, "", "east, central, west or north-east")
          .optional("region3", Type.STRING, "", "east, central or west")
          .optional("coast", Type.STRING, "", "coast (a province by the sea) or inland")
          .optional("lon", Type.DOUBLE, "degrees", "Longitude of the seat, WGS84 (GeoNames)")
          .optional("lat", Type.DOUBLE, "degrees", "Latitude of the seat, WGS84 (GeoNames)")
          .optional(
              "life_cycle",
              Type.STRING,
              "",
              "growing, mature, declining or regenerative (plan of 2013); null = not in its list")
          .optional("endowment", Type.STRING, "", "coal, oil_gas, metal_nonmetal; null = unknown")
          .optional(
              "is_resource_based",
              Type.BOOLEAN,
              "",
              "Whether one of the 126 prefecture-level units of the national plan of 2013; null ="
                  + " no such unit, so not said")
          .optional(
              "is_exhausted",
              Type.BOOLEAN,
              "",
              "Whether one of the 69 named resource-exhausted between 2008 and 2011, whatever the"
                  + " year; null = a province or a unit of one's own")
          .optional(
              "successor_id", Type.STRING, "", "Unit that took over its territory, where it ended")
          .optional(UnitGroups.COLUMN, Type.STRING, "", UnitGroups.COMMENT)
          .required("is_newest", Type.BOOLEAN, "", "Whether the period is the unit's last")
          .required("newest_level", Type.STRING, "", "Level of the unit in its last period")
          .required("run_id", Type.STRING, "", "Run that wrote the row")
          .check(
              "the period does not end before it begins",
              "valid_to IS NULL OR valid_from <= valid_to")
          .build();

  private static final StructType ROW = TableShape.of(SPEC, "run_id");

  private final List<ReferenceFile> units;
  private final ReferenceFile regions;
  private final ReferenceFile resourceCities;
  private final Set<String> groups;

  public DimUnit(Settings settings, LakeFiles files) {
    this(
        settings,
        unitFiles(settings, files),
        ReferenceFile.read(files, settings.referencePath() + "/regions.csv"),
        ReferenceFile.read(files, settings.referencePath() + "/resource_cities.csv"));
  }

  private DimUnit(
      Settings settings,
      List<ReferenceFile> units,
      ReferenceFile regions,
      ReferenceFile resourceCities) {
    super(Stream.concat(Stream.of(regions, resourceCities), units.stream()).toList());
    this.units = units;
    this.regions = regions;
    this.resourceCities = resourceCities;
    this.groups = UnitGroups.names(settings, units, columns());
  }

  /** The product's list of units, and those that the configuration adds. */
  static List<ReferenceFile> unitFiles(Settings settings, LakeFiles files) {
    List<ReferenceFile> out = new ArrayList<>();
    out.add(ReferenceFile.read(files, settings.referencePath() + "/units.csv"));
    settings.unitFiles().forEach(f -> out.add(ReferenceFile.read(files, f)));
    out.forEach(ReferenceFile::withHead);
    settings.panelUnits().forEach(units -> out.add(PanelUnitList.of(units, files)));
    return out;
  }

  @Override
  public TableSpec spec() {
    return SPEC;
  }

  @Override
  List<Row> rows() {
    Map<String, ReferenceRow> regionOf = by("province_code2", regions);
    Map<String, ReferenceRow> resourceOf = by("unit_id", resourceCities);
    List<Row> rows = new ArrayList<>();
    List<ReferenceRow> all = units.stream().flatMap(file -> file.rows().stream()).toList();
    Map<String, ReferenceRow> newest = new HashMap<>();
    all.forEach(unit -> newest.merge(unit.text("unit_id"), unit, DimUnit::later));
    all.forEach(unit -> rows.add(row(unit, regionOf, resourceOf, newest)));
    return rows;
  }

  @Override
  public String configuration(String part) {
    return groups.isEmpty() ? super.configuration(part) : super.configuration(part) + groups;
  }

  /** A row of the table, and whether it is the last of its unit. */
  public record Newest(UnitDirectory.Unit unit, boolean isNewest) implements Serializable {}

  /** How rows of the table are read as units. */
  public static TableRecords<Newest> newestRecords() {
    List<String> columns = columns();
    return TableRecords.of(
        TABLE,
        columns,
        row -> {
          Map<String, String> known = new HashMap<>();
          columns.forEach(c -> row.asText(c).ifPresent(text -> known.put(c, text)));
          known.putAll(groups(known));
          return new Newest(
              new UnitDirectory.Unit(row.text("unit_id"), row.text("name_zh"), known),
              row.flag("is_newest"));
        });
  }

  /** Columns of the table, but for the run that wrote it. */
  public static List<String> columns() {
    return List.of(ROW.fieldNames());
  }

  /** Each unit once, in its newest state: text of what is given, by column. */
  public List<Map<String, String>> newest() {
    List<Map<String, String>> out = new ArrayList<>();
    for (Row row : rows()) {
      Map<String, String> unit = new HashMap<>();
      for (int i = 0; i < row.size(); i++) {
        if (!row.isNullAt(i)) {
          unit.put(ROW.fieldNames()[i], String.valueOf(row.get(i)));
        }
      }
      unit.putAll(groups(unit));
      if (Boolean.parseBoolean(unit.get("is_newest"))) {
        out.add(unit);
      }
    }
    return out;
  }

  /** Groups of one's own, which stand in one column. */
  private static Map<String, String> groups(Map<String, String> unit) {
    return UnitGroups.of(unit.getOrDefault(UnitGroups.COLUMN, "{}"));
  }

  private Row row(
      ReferenceRow unit,
      Map<String, ReferenceRow> regionOf,
      Map<String, ReferenceRow> resourceOf,
      Map<String, ReferenceRow> newest) {
    String id = unit.text("unit_id");
    Optional<ReferenceRow> region = Optional.ofNullable(regionOf.get(province2(unit, id)));
    Optional<ReferenceRow> resource = Optional.ofNullable(resourceOf.get(id));
    Optional<String> lifeCycle = resource.flatMap(r -> r.given("life_cycle"));
    String level = newest.get(id).text("level");
    boolean isPrefecture = PREFECTURE_LEVELS.contains(level);
    boolean isListed = isPrefecture || level.equals(COUNTY);
    return RowFactory.create(
        id,
        from(unit),
        unit.whole("valid_to").orElse(null),
        unit.text("code"),
        unit.text("name_zh"),
        unit.given("name_en").orElse(null),
        unit.text("level"),
        unit.given("parent_id").orElse(null),
        region.map(r -> r.text("province_code2") + "0000").orElse(null),
        region.map(r -> r.text("province_zh")).orElse(null),
        region.map(r -> r.text("province_en")).orElse(null),
        region.map(r -> r.text("region7_en")).orElse(null),
        region.map(r -> r.text("region7_zh")).orElse(null),
        region.map(r -> r.text("region4")).orElse(null),
        region.map(r -> r.text("region3")).orElse(null),
        region.flatMap(r -> r.given("coast")).orElse(null),
        Cells.number(unit.number("lon")),
        Cells.number(unit.number("lat")),
        lifeCycle.orElse(null),
        resource.flatMap(r -> r.given("endowment")).orElse(null),
        isPrefecture ? lifeCycle.isPresent() : null,
        isListed ? resource.flatMap(r -> r.given("exhausted_since")).isPresent() : null,
        unit.given("successor_id").orElse(null),
        UnitGroups.text(unit, groups),
        newest.get(id).equals(unit),
        level);
  }

  private static ReferenceRow later(ReferenceRow a, ReferenceRow b) {
    return from(a) >= from(b) ? a : b;
  }

  private static int from(ReferenceRow unit) {
    unit.required("valid_from", "write the first year of the period");
    return unit.whole("valid_from").orElseThrow();
  }

  /** The first two digits of the parent's code, or of its own where it has no parent. */
  private static String province2(ReferenceRow unit, String id) {
    String code = unit.given("parent_id").orElse(id);
    return code.length() < 2 ? code : code.substring(0, 2);
  }

  private static Map<String, ReferenceRow> by(String column, ReferenceFile file) {
    Map<String, ReferenceRow> out = new HashMap<>();
    file.rows().forEach(r -> out.put(r.text(column), r));
    return out;
  }
}
