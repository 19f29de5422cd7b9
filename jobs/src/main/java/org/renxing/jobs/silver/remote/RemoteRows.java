package org.renxing.jobs.silver.remote;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.array_contains;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.element_at;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.when;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.renxing.column.NumberText;
import org.renxing.intake.FileRow;
import org.renxing.jobs.bronze.BronzeTables;
import org.renxing.model.RemoteFamily;
import org.renxing.model.RemoteField;
import org.renxing.model.RemoteSource;
import org.renxing.run.Inputs;

/**
 * The rows of one source, read: source_id, family, source_file, row_number, row_hash, cells,
 * defect, note, observation_id, unit_text, zone, patch_class, year_text, geometry_text, lon_text,
 * lat_text, the fields of the family's group as numbers, and bad_number (the first text that is no
 * number, in words; null for none). Blank texts and marks of missing values are null.
 */
final class RemoteRows {
  /** Where a row came from. */
  static final List<String> ORIGIN = List.of("source_id", "source_file", "row_number", "row_hash");

  private final RemoteSource source;
  private final Column cells = col("cells");

  private RemoteRows(RemoteSource source) {
    this.source = source;
  }

  static Dataset<Row> of(RemoteSource source, Inputs inputs) {
    return new RemoteRows(source).read(BronzeTables.current(source.files(), inputs));
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

  private Dataset<Row> read(Dataset<Row> bronze) {
    Optional<RemoteSource.Geometry> geometry = source.geometry();
    boolean isPair = geometry.flatMap(RemoteSource.Geometry::latitude).isPresent();
    List<Column> out = new ArrayList<>();
    out.add(lit(source.id()).as("source_id"));
    out.add(lit(source.family().text()).as("family"));
    List.of("source_file", "row_number", "row_hash", "cells", "defect")
        .forEach(c -> out.add(col(c)));
    out.add(element_at(cells, lit(FileRow.NOTE)).as("note"));
    out.add(text(source.idColumn()).as("observation_id"));
    out.add(
        text(Optional.of(source.files().unitColumn()).filter(c -> source.isCarried()))
            .as("unit_text"));
    out.add(text(source.zoneColumn()).as("zone"));
    out.add(text(source.classColumn()).as("patch_class"));
    out.add(
        text(Optional.of(source.files().yearColumn()).filter(c -> !c.isEmpty())).as("year_text"));
    out.add(
        text(geometry.filter(g -> !isPair).map(RemoteSource.Geometry::column)).as("geometry_text"));
    out.add(text(geometry.filter(g -> isPair).map(RemoteSource.Geometry::column)).as("lon_text"));
    out.add(text(geometry.flatMap(RemoteSource.Geometry::latitude)).as("lat_text"));
    List<Column> bad = new ArrayList<>();
    Column mark = lit(source.files().form().decimal().toString());
    for (RemoteField field : fields(source.family().group())) {
      RemoteSource.Column given = source.fields().get(field);
      if (given == null) {
        out.add(lit(null).cast("double").as(field.column()));
      } else {
        Column text = text(Optional.of(given.label()));
        Column number = NumberText.parse(text, mark, lit(null).cast("double"));
        Column value = number.multiply(lit(given.times())).divide(lit(given.over()));
        out.add(value.plus(0.0).as(field.column())); // a 0 of the other sign is 0
        bad.add(
            when(
                text.isNotNull().and(number.isNull()),
                concat(
                    lit("'"),
                    text,
                    lit("' in column " + given.label() + " "),
                    NumberText.inWords(text, mark))));
      }
    }
    bad.add(lit(null).cast("string"));
    out.add(coalesce(bad.toArray(Column[]::new)).as("bad_number"));
    return bronze.select(out.toArray(Column[]::new));
  }

  private Column text(Optional<String> label) {
    if (label.isEmpty()) {
      return lit(null).cast("string");
    }
    Column text = NumberText.stripped(element_at(cells, lit(label.get())));
    Column marks =
        array(source.files().nullMarks().stream().map(m -> lit(m)).toArray(Column[]::new));
    return when(not(text.equalTo("")).and(not(array_contains(marks, text))), text);
  }
}
