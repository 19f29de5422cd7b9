package org.renxing.jobs.gold.coupling;

import java.util.Comparator;
import java.util.List;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.renxing.coupling.Bands;
import org.renxing.jobs.gold.table.GoldTable;
import org.renxing.jobs.gold.units.Units;
import org.renxing.lake.TableRows;
import org.renxing.model.ColumnSpec.Type;
import org.renxing.model.Scenario;
import org.renxing.model.TableSpec;
import org.renxing.records.Records;
import org.renxing.run.Given;
import org.renxing.run.Need;
import org.renxing.territory.UnitDirectory;

/** gold.coupling_gain_unit: how far each unit came, and its class over all its years. */
public final class CouplingGain implements GoldTable {
  private static final double LARGE = 0.2;

  @Override
  public TableSpec spec() {
    return GoldTable.end(
        GoldTable.shape("coupling_gain_unit", "One row a pair of systems and unit")
            .key("pair_id", Type.STRING, "Coupling of the scenario")
            .with(GoldTable::unit)
            .required("d_first", Type.DOUBLE, "0-1", "Coordination degree of the first year")
            .required("d_last", Type.DOUBLE, "0-1", "Coordination degree of the last year")
            .required("gain", Type.DOUBLE, "", "d_last - d_first")
            .required("year_first", Type.INT, "", "First year with a value")
            .required("year_last", Type.INT, "", "Last year with a value")
            .required("is_over_0_2", Type.BOOLEAN, "", "Whether the gain is over 0.2")
            .required("mean_d", Type.DOUBLE, "0-1", "Mean coordination degree of all its years")
            .required(
                "span_level",
                Type.STRING,
                "",
                "Band of mean_d, in English: one class for the whole span"));
  }

  @Override
  public List<Need<?>> needs() {
    return List.of(CoupledRow.ROWS, Units.DIRECTORY);
  }

  @Override
  public boolean appliesTo(Scenario scenario) {
    return !scenario.couplings().isEmpty();
  }

  @Override
  public Object configuration(Scenario scenario) {
    return LARGE;
  }

  @Override
  public TableRows rows(Scenario scenario, Given given) {
    return rows(given.get(CoupledRow.ROWS), given.get(Units.DIRECTORY));
  }

  TableRows rows(Records<CoupledRow> coupled, UnitDirectory units) {
    Records<Row> rows =
        coupled
            .where(CoupledRow::isKnown)
            .groupedBy(CoupledRow::unitOfPair, (key, all) -> List.of(row(all, units)).iterator());
    return rows.rows(columns(), row -> List.of(row).iterator());
  }

  private static Row row(List<CoupledRow> years, UnitDirectory units) {
    CoupledRow first = years.stream().min(Comparator.comparing(CoupledRow::year)).orElseThrow();
    CoupledRow last = years.stream().max(Comparator.comparing(CoupledRow::year)).orElseThrow();
    double gain = last.d() - first.d();
    double mean =
        years.stream()
            .sorted(Comparator.comparing(CoupledRow::year))
            .mapToDouble(CoupledRow::d)
            .average()
            .orElseThrow();
    return RowFactory.create(
        first.pairId(),
        first.unitId(),
        units.name(first.unitId()),
        first.d(),
        last.d(),
        gain,
        first.year(),
        last.year(),
        gain > LARGE,
        mean,
        Bands.of(mean, Bands.COORDINATION).map(Bands.Band::nameEn).orElse(""));
  }
}
