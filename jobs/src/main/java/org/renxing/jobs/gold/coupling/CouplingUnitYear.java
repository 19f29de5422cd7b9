package org.renxing.jobs.gold.coupling;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.renxing.coupling.Bands;
import org.renxing.coupling.CouplingCoordination;
import org.renxing.coupling.Degrees;
import org.renxing.coupling.ScoreScale;
import org.renxing.jobs.gold.index.ScoreRow;
import org.renxing.jobs.gold.table.GoldTable;
import org.renxing.jobs.gold.units.Units;
import org.renxing.lake.TableRows;
import org.renxing.measure.Cells;
import org.renxing.model.ColumnSpec.Type;
import org.renxing.model.Coupling;
import org.renxing.model.Scenario;
import org.renxing.model.TableName;
import org.renxing.model.TableSpec;
import org.renxing.records.Foremost;
import org.renxing.records.Records;
import org.renxing.run.Given;
import org.renxing.run.Inputs;
import org.renxing.run.Need;
import org.renxing.summary.Ranked;
import org.renxing.territory.UnitDirectory;

/** gold.coupling_unit_year: coupling coordination of each pair of systems. */
public final class CouplingUnitYear implements GoldTable {
  /** The table. */
  public static final TableName TABLE = TableName.gold("coupling_unit_year");

  private static final int NAMED = 10;

  @Override
  public TableSpec spec() {
    return GoldTable.end(
        GoldTable.unitYear(TABLE.name(), "One row a pair of systems, unit and year")
            .key("pair_id", Type.STRING, "Coupling of the scenario")
            .key("variant", Type.STRING, "Formula of C: standard or revised")
            .required("system_s", Type.STRING, "", "First system of the pair, whose score is s")
            .required("system_e", Type.STRING, "", "Second system of the pair, whose score is e")
            .optional("s", Type.DOUBLE, "0-1", "Score of the first system")
            .optional("e", Type.DOUBLE, "0-1", "Score of the second system")
            .optional("c", Type.DOUBLE, "0-1", "Coupling degree C")
            .optional("t", Type.DOUBLE, "0-1", "Comprehensive degree T")
            .optional("d", Type.DOUBLE, "0-1", "Coordination degree D = sqrt(C T)")
            .optional("coupling_level", Type.STRING, "", "Band of C, in English")
            .optional("coordination_level", Type.STRING, "", "Band of D, in English")
            .optional("coordination_stage", Type.STRING, "", "Finer band of D, in English")
            .optional("coupling_level_zh", Type.STRING, "", "Band of C, in Chinese")
            .optional("coordination_level_zh", Type.STRING, "", "Band of D, in Chinese")
            .optional("coordination_stage_zh", Type.STRING, "", "Finer band of D, in Chinese")
            .optional("reason", Type.STRING, "", "Why C is null: MISSING_SCORE or ALL_ZERO")
            .optional("rank", Type.INT, "", "Dense rank of D in the year, 1 is best")
            .optional(
                "order_no", Type.INT, "", "Place of D in the year without ties: ties by unit_id")
            .check(
                "scores lie on their scale",
                "reason IS NULL OR reason <> '" + Degrees.OUT_OF_RANGE + "'")
            .check("C and D lie between 0 and 1", "c BETWEEN 0 AND 1 AND d BETWEEN 0 AND 1")
            .check("C is given or has a reason", "(c IS NULL) = (reason IS NOT NULL)"));
  }

  @Override
  public List<Need<?>> needs() {
    return List.of(ScoreRow.ROWS, Units.DIRECTORY);
  }

  @Override
  public boolean appliesTo(Scenario scenario) {
    return !scenario.couplings().isEmpty();
  }

  @Override
  public Object configuration(Scenario scenario) {
    return List.of(scenario.couplings(), scenario.normalisation().scale());
  }

  @Override
  public TableRows rows(Scenario scenario, Given given) {
    return rows(
        given.get(ScoreRow.ROWS),
        scenario.couplings(),
        scenario.normalisation().scale(),
        given.get(Units.DIRECTORY));
  }

  public TableRows rows(
      Records<ScoreRow> scores, List<Coupling> couplings, double scale, UnitDirectory units) {
    Records<Coupled> coupled =
        scores
            .flatMap(score -> systems(couplings, score).iterator())
            .groupedBy(
                SystemScore::unitYear,
                (key, all) ->
                    List.of(coupled(couplings.get(all.get(0).pair()), scale, all)).iterator());
    return Ranked.within(
            coupled, c -> c.pair().id() + "\n" + c.year(), Coupled::unitId, c -> c.degrees().d())
        .rowEach(columns(), ranked -> row(ranked, units));
  }

  /**
   * A score that a coupling reads.
   *
   * @param pair place of the coupling in the scenario
   * @param system place of the system in the coupling
   */
  private record SystemScore(int pair, int system, String unitId, int year, double score)
      implements Serializable {
    String unitYear() {
      return pair + "\n" + unitId + "\n" + year;
    }
  }

  /** The systems of a unit in a year, coupled; their scores are shares of the scale. */
  private record Coupled(
      Coupling pair, String unitId, int year, double s, double e, Degrees degrees)
      implements Serializable {}

  private static List<SystemScore> systems(List<Coupling> couplings, ScoreRow score) {
    List<SystemScore> out = new ArrayList<>();
    for (int pair = 0; pair < couplings.size(); pair++) {
      if (reads(couplings.get(pair), score)) {
        int system = couplings.get(pair).systems().indexOf(score.system());
        out.add(new SystemScore(pair, system, score.unitId(), score.year(), score.score()));
      }
    }
    return out;
  }

  private static boolean reads(Coupling coupling, ScoreRow score) {
    return coupling.scheme().equals(score.scheme()) && coupling.systems().contains(score.system());
  }

  private static Coupled coupled(Coupling pair, double scale, List<SystemScore> all) {
    double[] scores = new double[pair.systems().size()];
    Arrays.fill(scores, Double.NaN);
    all.forEach(score -> scores[score.system()] = score.score());
    return new Coupled(
        pair,
        all.get(0).unitId(),
        all.get(0).year(),
        scores[0] / scale,
        scores[1] / scale,
        new CouplingCoordination(pair, scale).of(scores));
  }

  private static Row row(Ranked<Coupled> ranked, UnitDirectory units) {
    Coupled coupled = ranked.record();
    Degrees degrees = coupled.degrees();
    return RowFactory.create(
        coupled.unitId(),
        units.name(coupled.unitId()),
        coupled.year(),
        coupled.pair().id(),
        coupled.pair().variant().name().toLowerCase(Locale.ROOT),
        coupled.pair().systems().get(0),
        coupled.pair().systems().get(1),
        Cells.number(coupled.s()),
        Cells.number(coupled.e()),
        Cells.number(degrees.c()),
        Cells.number(degrees.t()),
        Cells.number(degrees.d()),
        english(degrees.c(), Bands.COUPLING),
        english(degrees.d(), Bands.COORDINATION),
        english(degrees.d(), Bands.STAGES),
        chinese(degrees.c(), Bands.COUPLING),
        chinese(degrees.d(), Bands.COORDINATION),
        chinese(degrees.d(), Bands.STAGES),
        Cells.text(degrees.reason()),
        ranked.rank(),
        ranked.orderNo());
  }

  private static String english(double x, List<Bands.Band> bands) {
    return Bands.of(x, bands).map(Bands.Band::nameEn).orElse(null);
  }

  private static String chinese(double x, List<Bands.Band> bands) {
    return Bands.of(x, bands).map(Bands.Band::nameZh).orElse(null);
  }

  /** The scores outside their scale, by unit, year and system. */
  @Override
  public String explain(Scenario scenario, Inputs inputs) {
    ScoreScale scale = new ScoreScale(scenario.normalisation().scale());
    Records<ScoreRow> scores = ScoreRow.ROWS.from(inputs, scenario);
    return scenario.couplings().stream()
        .flatMap(
            coupling ->
                outside(scores, coupling, scale).stream()
                    .map(score -> explained(scenario, coupling, scale, score)))
        .collect(Collectors.joining());
  }

  private static List<ScoreRow> outside(
      Records<ScoreRow> scores, Coupling coupling, ScoreScale scale) {
    return scores
        .where(score -> reads(coupling, score) && scale.isOutside(score.score()))
        .reduce(() -> new Foremost<>(NAMED, CouplingUnitYear::byUnit))
        .records();
  }

  private static int byUnit(ScoreRow a, ScoreRow b) {
    return Comparator.comparing(ScoreRow::unitId)
        .thenComparing(ScoreRow::year)
        .thenComparing(ScoreRow::system)
        .compare(a, b);
  }

  private static String explained(
      Scenario scenario, Coupling coupling, ScoreScale scale, ScoreRow score) {
    String cell =
        String.format(
            Locale.ROOT,
            "scenarios.%s.coupling, %s, unit %s, year %d, system %s",
            scenario.id(),
            coupling.id(),
            score.unitId(),
            score.year(),
            score.system());
    return System.lineSeparator()
        + scale.problem(cell, score.score())
        + "; take normalisation.clamp = true, another normalisation, or leave the coupling out";
  }
}
