package org.renxing.jobs.gold.space;

import java.util.Collections;
import java.util.Iterator;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.renxing.jobs.gold.table.GoldTable;
import org.renxing.lake.LakeFiles;
import org.renxing.measure.Cells;
import org.renxing.model.ColumnSpec.Type;
import org.renxing.model.IndexSystem;
import org.renxing.model.TableSpec;
import org.renxing.space.MeasurePatterns;

/** gold.gravity_unit_year: cities in the network that overall scores and distance make. */
public final class GravityUnitYear extends PatternTable {
  public GravityUnitYear(LakeFiles files) {
    super(files, GravityUnitYear::of);
  }

  @Override
  public TableSpec spec() {
    return GoldTable.end(
        GoldTable.unitYear("gravity_unit_year", "One row an overall score, unit and year")
            .key("measure", Type.STRING, "Overall score that stands for size: score.SCHEME.overall")
            .required("value", Type.DOUBLE, "", "S, the score")
            .optional(
                "strength",
                Type.DOUBLE,
                "1/km2",
                "Sum of S_i S_j / d^2 over all others, d in km; null without a place")
            .optional("share", Type.DOUBLE, "0-1", "Strength over that of all units")
            .required(
                "out_degree", Type.INT, "links", "Links at or above the mean of the unit's own")
            .required(
                "in_degree",
                Type.INT,
                "links",
                "Links of others to it, at or above the mean of theirs")
            .check("shares are shares", "share BETWEEN 0 AND 1"));
  }

  private static Iterator<Row> of(MeasurePatterns patterns, int step) {
    boolean isSize =
        patterns.measure().startsWith("score.")
            && patterns.measure().endsWith("." + IndexSystem.OVERALL);
    return isSize
        ? patterns.network().stream().map(city -> row(patterns, city)).iterator()
        : Collections.emptyIterator();
  }

  private static Row row(MeasurePatterns patterns, MeasurePatterns.City city) {
    return RowFactory.create(
        city.unit().id(),
        city.unit().name(),
        city.year(),
        patterns.measure(),
        city.value(),
        Cells.number(city.node().outStrength()),
        Cells.number(city.share()),
        city.node().outDegree(),
        city.node().inDegree());
  }
}
