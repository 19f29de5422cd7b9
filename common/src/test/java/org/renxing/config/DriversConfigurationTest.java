package org.renxing.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.renxing.model.DriverAnalysis;
import org.renxing.model.DriverLearning;
import org.renxing.model.DriverLearning.Method;
import org.renxing.model.YearRange;

/** What can be wrong with drivers in a scenario. */
class DriversConfigurationTest {
  @TempDir private Path home;

  private ConfTree tree() {
    return new ConfTree(home);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "drivers = [{ id = d, response = gpd, candidates = [x] }], variables { gdp1 = gdp, x = pop }"
            + " | .drivers[0].response: the scenario has no score or variable 'gpd'",
        "drivers = [{ id = d, response = x, candidates = [y, y] }], variables { x = pop, y = gdp } |"
            + " .drivers[0].candidates: 'y' stands here twice",
        "drivers = [{ id = d, response = x, candidates = [y], models = [{ id = m, formula = \"y ~"
            + " x\" }] }], variables { x = pop, y = gdp } | .drivers[0].models[0].formula: explains"
            + " 'y', and the analysis 'x'",
        "drivers = [{ id = d, response = x, candidates = [] }], variables.x = pop | .drivers[0]:"
            + " drivers d: needs one candidate or more",
        "drivers = [{ id = d, response = x, candidates = [x] }], variables.x = pop | .drivers[0]:"
            + " drivers d: 'x' is the response, and cannot be a candidate",
        "drivers = [{ id = d, response = x, candidates = [y], years = \"2010..2014\" }],"
            + " variables { x = pop, y = gdp } | .drivers[0].years: 2010..2014 are not all years of"
            + " the scenario, which are 2012..2021",
        "drivers = [{ id = d, response = x, candidates = [y], detector.strata = 1 }], variables { x"
            + " = pop, y = gdp } | .drivers[0].detector.strata: must be a whole number from 2 to"
            + " 50, found 1",
        "drivers = [{ id = d, response = x, candidates = [y], detector.discretise = quantiles }],"
            + " variables { x = pop, y = gdp } | .drivers[0].detector.discretise: 'quantiles' is"
            + " not allowed; did you mean 'quantile'?",
        "drivers = [{ id = d, response = x, candidates = [y], models = [{ id = m, methd = fixed }]"
            + " }], variables { x = pop, y = gdp } | .drivers[0].models[0].methd: unknown key; did"
            + " you mean 'method'?",
        "drivers = [{ id = d, response = x, candidates = [y], models = [{ id = m, formula = \"x ~"
            + " z\" }] }], variables { x = pop, y = gdp } | .drivers[0].models[0].formula: the"
            + " scenario has no score or variable 'z'",
        "drivers = [{ id = d, response = x, candidates = [y], models = [{ id = m, formula = \"x +"
            + " y\" }] }], variables { x = pop, y = gdp } | .drivers[0].models[0].formula: formula",
        "drivers = [{ id = d, response = x, candidates = [y], models = [{ id = m, formula = \"x ~"
            + " y + `y`\" }] }], variables { x = pop, y = gdp } | .drivers[0].models[0].formula:"
            + " names a term twice",
        "drivers = [{ id = d, response = x, candidates = [y], models = [{ id = m, method = tobit }]"
            + " }], variables { x = pop, y = gdp } | .drivers[0].models[0]: model m: method tobit"
            + " needs lower, upper or both",
        "drivers = [{ id = d, response = x, candidates = [y], models = [{ id = m, lower = 0 }] }],"
            + " variables { x = pop, y = gdp } | .drivers[0].models[0].lower: is none of method"
            + " fixed",
        "drivers = [{ id = d, response = x, candidates = [y], models = [{ id = m, method = lag, se"
            + " = hc1 }] }], variables { x = pop, y = gdp } | .drivers[0].models[0].se: is none"
            + " of method lag",
        "drivers = [{ id = d, response = x, candidates = [y], models = [{ id = m, method = event"
            + " }] }], variables { x = pop, y = gdp } | .drivers[0].models[0]: model m: method"
            + " event needs event",
        "drivers = [{ id = d, response = x, candidates = [y], models = [{ id = m, method = event,"
            + " event = war }] }], variables { x = pop, y = gdp } | .drivers[0].models[0].event:"
            + " resource.events of the scenario names no event 'war'",
        "drivers = [{ id = d, response = x, candidates = [y], models = [{ id = m, method ="
            + " mediation, cause = y, mediator = z }] }], variables { x = pop, y = gdp } |"
            + " .drivers[0]: drivers d: model m: no candidate 'z'",
        "drivers = [{ id = d, response = x, candidates = [y], models = [{ id = m, method ="
            + " mediation, formula = \"x ~ y\", cause = y, mediator = gdp2 }] }], variables { x ="
            + " pop, y = gdp } | .drivers[0].models[0].mediator: the formula has no term 'gdp2'",
        "drivers = [{ id = d, response = x, candidates = [y], models = [{ id = m }, { id = m }] }],"
            + " variables { x = pop, y = gdp } | .drivers[0].models[1].id: 'm' is used twice",
      })
  void ofScenarios(String line, String problem) {
    List<String> problems = tree().append("conf/scenarios/small.conf", line).problems();
    assertThat(problems).singleElement().asString().contains("scenarios.small" + problem);
    assertThat(problems.get(0)).matches("conf/scenarios/small.conf:[14]: .*");
  }

  @Test
  void goesToOtherProcessesWhole() throws IOException, ClassNotFoundException {
    List<DriverLearning> learnings =
        List.of(
            new DriverLearning(Method.FOREST, Optional.of(20), Optional.empty(), 5, 3, 7),
            new DriverLearning(Method.BOOSTED, Optional.empty(), Optional.of(4), 5, 3, 7));
    List<DriverAnalysis> analyses = new ArrayList<>(List.of(analysis(Optional.empty())));
    learnings.forEach(learning -> analyses.add(analysis(Optional.of(learning))));
    for (DriverAnalysis analysis : analyses) {
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
        out.writeObject(analysis);
      }
      try (ObjectInputStream in =
          new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
        assertThat(in.readObject()).isEqualTo(analysis);
      }
    }
  }

  private static DriverAnalysis analysis(Optional<DriverLearning> learning) {
    return new DriverAnalysis(
        "d",
        "y",
        List.of("a"),
        new YearRange(2018, 2021),
        DriverAnalysis.Detector.standard(),
        List.of(),
        learning);
  }
}
