package org.renxing.jobs.silver.remote;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.StructType;
import org.renxing.geo.RasterTotal;
import org.renxing.jobs.silver.DerivedObservations;
import org.renxing.lake.TableRows;
import org.renxing.land.DisorderScores;
import org.renxing.land.LandUse;
import org.renxing.land.ZoneYear;
import org.renxing.model.LandRules;
import org.renxing.model.RemoteFamily;
import org.renxing.model.RemoteFamily.Group;
import org.renxing.model.TableName;
import org.renxing.numerics.SignificantDigits;
import org.renxing.run.Inputs;
import org.renxing.vacancy.VacancyFigure;
import org.renxing.vacancy.VacancyRates;

/**
 * What observations of a whole unit come to, as base indicators that any index system may use:
 * vacancy_rate, commercial_vacancy_rate, vacant_land_share, low_use_land_share, disorder_index,
 * subsidence_area, and LAYER_sum for each layer of grids. A figure that is not known is missing.
 */
final class RemoteIndicators implements DerivedObservations {
  /** As content is compared: the order in which sums are made must not show. */
  private static final int DIGITS = 10;

  private static final StructType SHAPE =
      StructType.fromDDL(
          "unit_id string, year int, indicator_code string, source_id string, value double");

  private final RemoteAggregates aggregates;
  private final Set<String> known;

  /**
   * The indicators.
   *
   * @param known codes of base indicators; a layer without one gives none
   */
  RemoteIndicators(RemoteAggregates aggregates, Set<String> known) {
    this.aggregates = aggregates;
    this.known = new TreeSet<>(known);
  }

  @Override
  public List<TableName> inputs() {
    return aggregates.tables(Group.OCCUPANCY, Group.LAND, Group.STREET, Group.GRID, Group.PLACE);
  }

  @Override
  public String configuration() {
    return aggregates.rules().toString();
  }

  @Override
  public TableRows.Held rows(Inputs inputs) {
    List<Row> out = new ArrayList<>();
    if (aggregates.has(Group.OCCUPANCY)) {
      for (VacancyFigure v : aggregates.vacancy(inputs)) {
        if (v.zone().equals(VacancyRates.ALL)) {
          boolean isHousing = v.use().equals(RemoteFamily.HOUSING.text());
          String code = isHousing ? "vacancy_rate" : "commercial_vacancy_rate";
          add(out, v.unit(), v.year(), code, OccupancyArea.TABLE, v.rate());
        }
      }
    }
    if (aggregates.has(Group.LAND)) {
      land(inputs).forEach((l, x) -> add(out, l.unit(), l.year(), l.kind(), LandPatch.TABLE, x));
    }
    if (aggregates.has(Group.STREET)) {
      for (DisorderScores.Figure d : aggregates.disorder(inputs)) {
        if (d.about().isWhole() && d.about().kind().equals(DisorderScores.ALL)) {
          ZoneYear at = d.about();
          add(out, at.unit(), at.year(), "disorder_index", StreetViewPoint.TABLE, d.score());
        }
      }
    }
    if (aggregates.has(Group.GRID)) {
      for (RasterTotal g : aggregates.grids(inputs)) {
        if (g.zone().equals(ZoneYear.ALL)) {
          add(out, g.unit(), g.year(), g.layer() + "_sum", RasterSum.TABLE, g.sum());
        }
      }
    }
    return new TableRows.Held(SHAPE, out);
  }

  /** Shares and areas of whole units by code, which stands for the kind. */
  private Map<ZoneYear, Double> land(Inputs inputs) {
    Map<ZoneYear, Double> out = new TreeMap<>();
    for (LandUse.Figure figure : aggregates.land(inputs)) {
      ZoneYear about = figure.about();
      String code = code(about.kind());
      boolean isSinking = about.kind().equals(LandUse.SUBSIDENCE);
      double value = isSinking ? figure.areaKm2() : figure.share();
      if (about.isWhole() && !code.isEmpty() && !Double.isNaN(value)) {
        out.merge(new ZoneYear(code, about.zone(), about.unit(), about.year()), value, Double::sum);
      }
    }
    return out;
  }

  private static String code(String kind) {
    return switch (kind) {
      case LandUse.VACANT -> "vacant_land_share";
      case LandUse.SUBSIDENCE -> "subsidence_area";
      default -> LandRules.LOW_USE_KINDS.contains(kind) ? "low_use_land_share" : "";
    };
  }

  private void add(
      List<Row> rows, String unit, int year, String code, TableName source, double value) {
    if (known.contains(code) && !Double.isNaN(value)) {
      rows.add(
          RowFactory.create(
              unit, year, code, source.toString(), SignificantDigits.round(value, DIGITS)));
    }
  }
}
