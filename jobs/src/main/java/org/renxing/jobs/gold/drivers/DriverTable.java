package org.renxing.jobs.gold.drivers;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apache.spark.sql.Row;
import org.renxing.drivers.DriverAnswer;
import org.renxing.drivers.DriverSetting;
import org.renxing.drivers.DriverStudy;
import org.renxing.jobs.gold.measure.Measures;
import org.renxing.jobs.gold.space.SpaceRule;
import org.renxing.jobs.gold.table.GoldTable;
import org.renxing.jobs.gold.units.Units;
import org.renxing.lake.LakeFiles;
import org.renxing.lake.TableRows;
import org.renxing.measure.MeasureValue;
import org.renxing.model.ColumnSpec.Type;
import org.renxing.model.DriverAnalysis;
import org.renxing.model.Scenario;
import org.renxing.model.TableSpec;
import org.renxing.records.LocalRecords;
import org.renxing.records.Records;
import org.renxing.run.Given;
import org.renxing.run.Need;

/** A table of what may drive the scores of a scenario; analyses are made once for all of these. */
public abstract class DriverTable implements GoldTable {
  private final SpaceRule neighbours;
  private final Need<Records<DriverAnswer>> answers;
  private final Records.Each<DriverAnswer, Row> each;

  /**
   * A table.
   *
   * @param files where a scenario may keep pairs of neighbours
   * @param each the rows of an analysis
   */
  DriverTable(LakeFiles files, Records.Each<DriverAnswer, Row> each) {
    this.neighbours = new SpaceRule(files);
    this.answers =
        Need.of(
            "drivers",
            List.of(Measures.VALUES, Units.DIRECTORY),
            this::configured,
            (scenario, given) -> answers(scenario, given).kept());
    this.each = each;
  }

  /** Starts the shape of a table of models. */
  static TableSpec.Builder ofModels(String name, String grain) {
    return ofAnalyses(name, grain).key("model", Type.STRING, "Model of the analysis");
  }

  /** Starts the shape of a table of the geographical detector. */
  static TableSpec.Builder ofPeriods(String name, String grain) {
    return ofAnalyses(name, grain)
        .key("period", Type.STRING, "all: all years together, unit-years as rows; or the year");
  }

  private static TableSpec.Builder ofAnalyses(String name, String grain) {
    return GoldTable.shape(name, grain)
        .key("driver_id", Type.STRING, "Analysis of the scenario (drivers)");
  }

  @Override
  public List<Need<?>> needs() {
    return List.of(answers);
  }

  @Override
  public boolean appliesTo(Scenario scenario) {
    return !scenario.drivers().isEmpty();
  }

  @Override
  public TableRows rows(Scenario scenario, Given given) {
    return rows(given.get(answers));
  }

  public TableRows rows(Records<DriverAnswer> of) {
    return of.rows(columns(), each);
  }

  private Object configured(Scenario scenario) {
    boolean isSpatial = scenario.drivers().stream().anyMatch(DriverAnalysis::isSpatial);
    Object space =
        isSpatial ? List.of(neighbours.configured(scenario), scenario.space().seed()) : List.of();
    boolean isDated =
        scenario.drivers().stream()
            .flatMap(analysis -> analysis.models().stream())
            .anyMatch(model -> !model.event().isEmpty());
    Object events = isDated ? scenario.resource().events() : List.of();
    return List.of(scenario.drivers(), space, events);
  }

  private Records<DriverAnswer> answers(Scenario scenario, Given given) {
    DriverSetting setting =
        new DriverSetting(
            scenario.resource().events(),
            neighbours.of(scenario),
            scenario.space().seed(),
            given.get(Units.DIRECTORY));
    return answers(scenario.drivers(), setting, given.get(Measures.VALUES));
  }

  /** A value that an analysis reads. */
  private record Read(String driver, MeasureValue value) implements Serializable {
    /** None, by which an analysis is made of which there are no values. */
    static Read none(String driver) {
      return new Read(driver, new MeasureValue("", "", 0, Double.NaN));
    }
  }

  /** The answer of each analysis. */
  public static Records<DriverAnswer> answers(
      List<DriverAnalysis> analyses, DriverSetting setting, Records<MeasureValue> values) {
    Map<String, DriverStudy> studies = new TreeMap<>();
    Map<String, Set<String>> measures = new TreeMap<>();
    for (DriverAnalysis analysis : analyses) {
      DriverStudy study = new DriverStudy(analysis, setting);
      studies.put(analysis.id(), study);
      measures.put(analysis.id(), study.measures());
    }
    return values
        .flatMap(value -> readers(measures, value))
        .and(LocalRecords.of(analyses.stream().map(one -> Read.none(one.id())).toList()))
        .sharedOut(
            analyses.size(),
            Read::driver,
            (id, read) ->
                List.of(studies.get(id).answer(read.stream().map(Read::value).toList()))
                    .iterator());
  }

  private static Iterator<Read> readers(Map<String, Set<String>> measures, MeasureValue value) {
    List<Read> out = new ArrayList<>();
    measures.forEach(
        (id, names) -> {
          if (names.contains(value.measure())) {
            out.add(new Read(id, value));
          }
        });
    return out.iterator();
  }
}
