package org.renxing.jobs.gold.drivers;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.spark.sql.Row;
import org.renxing.drivers.LearningAnswer;
import org.renxing.drivers.LearningStudy;
import org.renxing.jobs.gold.measure.Measures;
import org.renxing.jobs.gold.table.GoldTable;
import org.renxing.jobs.learning.Learner;
import org.renxing.lake.TableRows;
import org.renxing.measure.MeasureValue;
import org.renxing.model.ColumnSpec.Type;
import org.renxing.model.DriverAnalysis;
import org.renxing.model.Scenario;
import org.renxing.model.TableSpec;
import org.renxing.records.Records;
import org.renxing.run.Given;
import org.renxing.run.Need;

/**
 * A table of what was learnt of the drivers of a scenario; models are trained once for all of
 * these. MLlib trains in a session, so that the rows of an analysis are brought together here: one
 * number a unit, year and feature.
 */
public abstract class LearningTable implements GoldTable {
  private static final Need<List<LearningAnswer>> ANSWERS =
      Need.of(
          "learning of drivers",
          List.of(Measures.VALUES),
          scenario -> learnt(scenario.drivers()),
          (scenario, given) -> answers(learnt(scenario.drivers()), given.get(Measures.VALUES)));

  /** Starts the shape of a table. */
  static TableSpec.Builder ofFeatures(String name, String grain) {
    return GoldTable.shape(name, grain)
        .key("driver_id", Type.STRING, "Analysis of the scenario (drivers)")
        .key("feature", Type.STRING, "Candidate: score or variable that may drive the response");
  }

  /** The rows of an analysis. */
  abstract Stream<Row> of(LearningAnswer answer);

  @Override
  public List<Need<?>> needs() {
    return List.of(ANSWERS);
  }

  @Override
  public boolean appliesTo(Scenario scenario) {
    return !learnt(scenario.drivers()).isEmpty();
  }

  @Override
  public TableRows rows(Scenario scenario, Given given) {
    return rows(given.get(ANSWERS));
  }

  public TableRows rows(List<LearningAnswer> answers) {
    return new TableRows.Held(columns(), answers.stream().flatMap(this::of).toList());
  }

  private static List<DriverAnalysis> learnt(List<DriverAnalysis> analyses) {
    return analyses.stream().filter(analysis -> analysis.learning().isPresent()).toList();
  }

  /**
   * The answer of each analysis.
   *
   * @param analyses with a learning
   */
  public static List<LearningAnswer> answers(
      List<DriverAnalysis> analyses, Records<MeasureValue> values) {
    List<LearningAnswer> out = new ArrayList<>();
    for (DriverAnalysis analysis : analyses) {
      LearningStudy study = new LearningStudy(analysis);
      Set<String> wanted = new HashSet<>(study.measures());
      List<MeasureValue> own = values.where(value -> wanted.contains(value.measure())).list();
      out.add(study.answer(own, Learner::once));
    }
    return List.copyOf(out);
  }
}
