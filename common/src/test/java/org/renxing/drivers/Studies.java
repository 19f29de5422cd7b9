package org.renxing.drivers;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.renxing.measure.MeasureValue;
import org.renxing.model.DriverAnalysis;
import org.renxing.model.DriverAnalysis.Detector;
import org.renxing.model.DriverModel;
import org.renxing.model.DriverModel.Effects;
import org.renxing.model.DriverModel.Method;
import org.renxing.model.PolicyEvent;
import org.renxing.model.SpaceOptions;
import org.renxing.model.StandardErrors;
import org.renxing.model.YearRange;
import org.renxing.space.NeighbourRule;
import org.renxing.space.NeighbourRules;
import org.renxing.territory.UnitDirectory;

/** Parts of analyses, for tests. */
final class Studies {
  static final PolicyEvent EVENT = new PolicyEvent("named", "", 2013, List.of("u0", "u1"), "");

  private Studies() {}

  static DriverAnalysis analysis(
      YearRange years,
      String response,
      List<String> candidates,
      Detector detector,
      DriverModel... models) {
    return new DriverAnalysis(
        "study", response, candidates, years, detector, Arrays.asList(models), Optional.empty());
  }

  static DriverModel model(
      String id, Method method, String formula, Effects effects, StandardErrors errors) {
    double none = Double.POSITIVE_INFINITY;
    return new DriverModel(id, method, formula, effects, errors, -none, none, "", 3, 3, "", "");
  }

  /** A model of every method, y on a and b. */
  static List<DriverModel> all() {
    List<DriverModel> out = new ArrayList<>();
    for (Method method : Method.values()) {
      boolean isTobit = method == Method.TOBIT;
      boolean isMediation = method == Method.MEDIATION;
      out.add(
          new DriverModel(
              method.text(),
              method,
              "",
              method.usualEffects(),
              StandardErrors.CLUSTER,
              isTobit ? 0 : Double.NEGATIVE_INFINITY,
              Double.POSITIVE_INFINITY,
              method == Method.EVENT ? EVENT.id() : "",
              2,
              2,
              isMediation ? "a" : "",
              isMediation ? "b" : ""));
    }
    return out;
  }

  /** Units u0, u1, … on a line, a degree apart; those past the hundredth have no place. */
  static DriverSetting setting(SpaceOptions space, int units) {
    List<UnitDirectory.Unit> known = new ArrayList<>();
    for (int u = 0; u < units; u++) {
      Map<String, String> place = Map.of("lon", String.valueOf(u % 170), "lat", "0");
      known.add(new UnitDirectory.Unit("u" + u, "", u < 100 ? place : Map.of()));
    }
    NeighbourRule rule = NeighbourRules.of(space, Map.of());
    UnitDirectory directory = new UnitDirectory(List.of("lon", "lat"), known);
    return new DriverSetting(List.of(EVENT), rule, 7, directory);
  }

  /** Two nearest neighbours. */
  static SpaceOptions nearest() {
    return space(SpaceOptions.Weights.KNN, 200);
  }

  static SpaceOptions space(SpaceOptions.Weights weights, double km) {
    return new SpaceOptions(weights, 2, km, SpaceOptions.Adjacency.none(), 19, 1);
  }

  static MeasureValue value(String measure, int unit, int year, double value) {
    return new MeasureValue(measure, "u" + unit, year, value);
  }
}
