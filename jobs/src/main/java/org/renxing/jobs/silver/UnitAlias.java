package org.renxing.jobs.silver;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.renxing.intake.ReferenceFile;
import org.renxing.intake.ReferenceRow;
import org.renxing.lake.LakeFiles;
import org.renxing.model.ColumnSpec.Type;
import org.renxing.model.Settings;
import org.renxing.model.TableName;
import org.renxing.model.TableSpec;
import org.renxing.name.UnitIndex;
import org.renxing.name.UnitNameKey;
import org.renxing.run.Inputs;

/** Every text by which a unit may be called, with the years in which it may. */
public final class UnitAlias extends ReferenceTask {
  /** The table. */
  public static final TableName TABLE = TableName.silver("unit_alias");

  private static final String COUNTY = "county";
  private static final int FOR_EVER = 9999;
  private static final String WIDE =
      "０１２３４５６７８９ＡＢＣＤＥＦＧＨＩＪＫＬＭＮＯＰＱＲＳＴＵＶＷＸＹＺ"
          + "ａｂｃｄｅｆｇｈｉｊｋｌｍｎｏｐｑｒｓｔｕｖｗｘｙｚ（）"
          + "āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜüĀÁǍÀĒÉĚÈŌÓǑÒÜ";
  private static final String NARROW =
      "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz()"
          + "aaaaeeeeiiiioooouuuuuuuuuAAAAEEEEOOOOU";

  /** Blanks, apostrophes, hyphens and points, which people write in names or leave out. */
  private static final String BLANK = " \t\n\r\u3000\u00A0\uFEFF\u200B'’‘`´ʼ·•.-";

  /** Words that may follow a name in Latin letters. */
  private static final List<String> KINDS = List.of("City", "Shi", "Prefecture", "Municipality");

  private static final Comparator<List<Object>> BY_ALIAS =
      Comparator.comparing((List<Object> k) -> (String) k.get(0))
          .thenComparing(k -> (String) k.get(1))
          .thenComparing(k -> (Integer) k.get(2));

  private final List<ReferenceFile> units;
  private final ReferenceFile aliases;

  public UnitAlias(Settings settings, LakeFiles files) {
    this(
        DimUnit.unitFiles(settings, files),
        ReferenceFile.read(files, settings.referencePath() + "/aliases.csv"));
  }

  private UnitAlias(List<ReferenceFile> units, ReferenceFile aliases) {
    super(Stream.concat(Stream.of(aliases), units.stream()).toList());
    this.units = units;
    this.aliases = aliases;
  }

  /** The form in which names are compared: no spaces, half-width, lower case. */
  public static String key(String text) {
    StringBuilder out = new StringBuilder();
    text.codePoints()
        .filter(c -> BLANK.indexOf(c) < 0)
        .map(c -> WIDE.indexOf(c) < 0 ? c : NARROW.charAt(WIDE.indexOf(c)))
        .forEach(out::appendCodePoint);
    return out.toString().toLowerCase(Locale.ROOT);
  }

  @Override
  public TableSpec spec() {
    return TableSpec.of(
            TABLE, "One row a name or code, unit and span of years in which it means that unit")
        .key(
            "alias",
            Type.STRING,
            "Name or code: no spaces, apostrophes or tones, half-width, lower case")
        .key("unit_id", Type.STRING, "Unit")
        .key("valid_from", Type.INT, "First year")
        .required("valid_to", Type.INT, "", "Last year; 9999 = still valid")
        .required(
            "rank",
            Type.INT,
            "",
            "1 for cities and prefectures, 2 for provinces, 3 for counties: the lowest wins where a"
                + " name means several")
        .required("run_id", Type.STRING, "", "Run that wrote the row")
        .build();
  }

  @Override
  List<Row> rows() {
    return rows(units, aliases);
  }

  /**
   * Names of a period hold for the unit's whole life, since sources give today's names to old years
   * and the other way round; so does today's code. An old code ends with its period. A county goes
   * by its name in full only: without the last word it is often the name of a city.
   */
  static List<Row> rows(List<ReferenceFile> units, ReferenceFile aliases) {
    Map<String, List<ReferenceRow>> periods = new LinkedHashMap<>();
    for (ReferenceFile file : units) {
      for (ReferenceRow unit : file.rows()) {
        periods.computeIfAbsent(unit.text("unit_id"), k -> new ArrayList<>()).add(unit);
      }
    }
    SortedMap<List<Object>, Integer> out = new TreeMap<>(BY_ALIAS);
    periods.forEach((id, all) -> addNames(out, id, all));
    for (ReferenceRow a : aliases.rows()) {
      int to = year(a, "valid_to");
      add(out, a.text("alias"), a.text("unit_id"), year(a, "valid_from"), to);
    }
    List<Row> rows = new ArrayList<>();
    out.forEach(
        (key, to) ->
            rows.add(
                RowFactory.create(key.get(0), key.get(1), key.get(2), to, rank(periods, key))));
    return rows;
  }

  private static void addNames(
      SortedMap<List<Object>, Integer> out, String id, List<ReferenceRow> periods) {
    int born = periods.stream().mapToInt(u -> year(u, "valid_from")).min().orElseThrow();
    int ended = periods.stream().mapToInt(u -> year(u, "valid_to")).max().orElseThrow();
    for (ReferenceRow unit : periods) {
      String name = unit.text("name_zh");
      String english = unit.text("name_en");
      for (String alias : List.of(id, name, english)) {
        add(out, alias, id, born, ended);
      }
      if (!isOf(unit, COUNTY)) {
        add(out, UnitNameKey.loose(name), id, born, ended);
      }
      if (!english.isBlank()) {
        KINDS.forEach(kind -> add(out, english + kind, id, born, ended));
      }
      add(out, unit.text("code"), id, year(unit, "valid_from"), year(unit, "valid_to"));
    }
  }

  private static void add(
      SortedMap<List<Object>, Integer> out, String alias, String unit, int from, int to) {
    if (!alias.isBlank()) {
      out.merge(List.of(key(alias), unit, from), to, Math::max);
    }
  }

  private static int rank(Map<String, List<ReferenceRow>> periods, List<Object> key) {
    List<ReferenceRow> unit = periods.getOrDefault(String.valueOf(key.get(1)), List.of());
    if (unit.stream().anyMatch(u -> isOf(u, "province"))) {
      return 2;
    }
    return unit.stream().anyMatch(u -> isOf(u, COUNTY)) ? 3 : 1;
  }

  private static boolean isOf(ReferenceRow unit, String level) {
    return unit.text("level").equals(level);
  }

  private static int year(ReferenceRow row, String column) {
    return row.whole(column).orElse(FOR_EVER);
  }

  /** The Chinese and English names of units, to look up what is nearest. */
  static UnitIndex index(Inputs inputs) {
    Map<String, List<String>> names = new TreeMap<>();
    for (DimUnit.Newest row : inputs.records(DimUnit.newestRecords()).list()) {
      for (String column : List.of("name_zh", "name_en")) {
        row.unit()
            .attribute(column)
            .ifPresent(
                name -> names.computeIfAbsent(name, k -> new ArrayList<>()).add(row.unit().id()));
      }
    }
    return new UnitIndex(names);
  }
}
