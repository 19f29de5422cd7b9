package org.renxing.jobs.cli.method;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.RowFactory;
import org.renxing.detector.GeographicalDetector;

/** Forms the tables of the geographical detector. */
final class DetectorTables {
  static final List<String> NAMES = List.of("factors", "interactions", "ecological", "risks");

  /** Factors with more strata have no table of their pairs. */
  static final int MOST = 50;

  private DetectorTables() {}

  /**
   * A cell of a number: none for NaN and for what is infinite, as F is where strata explain all.
   */
  private static Object number(double x) {
    return Double.isFinite(x) ? x : null;
  }

  static Map<String, Answer> of(GeographicalDetector detector) {
    Map<String, Answer> out = new LinkedHashMap<>();
    out.put("factors", factors(detector));
    out.put("interactions", interactions(detector));
    out.put("ecological", ecological(detector));
    out.put("risks", risks(detector));
    return out;
  }

  private static Answer factors(GeographicalDetector detector) {
    return new Answer(
        List.of("factor", "q", "p_value", "f", "noncentrality", "strata", "rows", "reason"),
        detector.factors().stream()
            .map(
                f ->
                    RowFactory.create(
                        f.factor(),
                        number(f.q()),
                        number(f.pValue()),
                        number(f.f()),
                        number(f.lambda()),
                        f.strata(),
                        f.rows(),
                        Answer.text(f.reason())))
            .toList());
  }

  private static Answer interactions(GeographicalDetector detector) {
    return new Answer(
        List.of("factor_a", "factor_b", "q", "q_a", "q_b", "type"),
        detector.interactions().stream()
            .map(
                i ->
                    RowFactory.create(
                        i.first(),
                        i.second(),
                        number(i.q()),
                        number(i.qFirst()),
                        number(i.qSecond()),
                        Answer.text(i.type())))
            .toList());
  }

  private static Answer ecological(GeographicalDetector detector) {
    return new Answer(
        List.of("factor_a", "factor_b", "f", "p_value", "p_upper"),
        detector.ecological().stream()
            .map(
                e ->
                    RowFactory.create(
                        e.first(),
                        e.second(),
                        number(e.f()),
                        number(e.pValue()),
                        number(e.pUpper())))
            .toList());
  }

  private static Answer risks(GeographicalDetector detector) {
    return new Answer(
        List.of("factor", "stratum_a", "stratum_b", "mean_a", "mean_b", "t", "df", "p_value"),
        detector.risks(MOST).stream()
            .map(
                r ->
                    RowFactory.create(
                        r.factor(),
                        r.first(),
                        r.second(),
                        r.meanFirst(),
                        r.meanSecond(),
                        number(r.t()),
                        number(r.degreesOfFreedom()),
                        number(r.pValue())))
            .toList());
  }
}
