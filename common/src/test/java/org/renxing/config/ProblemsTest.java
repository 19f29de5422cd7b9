package org.renxing.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each kind of problem: its place, its key, what is wrong, what is allowed. */
class ProblemsTest {
  @TempDir private Path home;

  private ConfTree tree() {
    return new ConfTree(home);
  }

  @Test
  void theSmallTreeHasNone() {
    assertThat(tree().problems()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        // unknown keys
        "weights = [{ methd = entropy }] | .weights[0].methd: unknown key; did you mean 'method'?",
        "missing { interiour = none } | .missing.interiour: unknown key; did you mean 'interior'?",
        "zzzzzz = 1 | .zzzzzz: unknown key; allowed: aggregation, analyses, as-of, base",
        // missing keys, wrong types
        "weights = [{ id = x }] | .weights[0].method: is required and missing",
        "coupling = [{ systems = [wealth, nature] }] | .coupling[0].id: is required and missing",
        "years = null | .years: is required and missing",
        "title = \" \" | .title: may not be empty",
        "title { x = 1 } | .title: a text expected, found an object",
        "weights = entropy | .weights: a list [ … ] expected, found a text",
        "weights = [entropy] | .weights: a list of objects { … } expected",
        "missing = 3 | .missing: an object { … } expected, found a number",
        "missing.cap = much | .missing.cap: a number expected, found 'much'",
        "missing.drop-incomplete = 3 | .missing.drop-incomplete: '3' is not allowed; allowed:"
            + " false",
        "groupings = [[a]] | .groupings: a list of texts expected",
        // values not among the allowed
        "aggregation = geometrc | .aggregation: 'geometrc' is not allowed; did you mean"
            + " 'geometric'? allowed: arithmetic, geometric",
        "normalisation.scope = BASE-YEAR | .normalisation.scope: 'BASE-YEAR' is not allowed; did"
            + " you mean 'base-year'?",
        "weights = [{ method = entropi }] | .weights[0].method: 'entropi' is not allowed; did you"
            + " mean 'entropy'?",
        "normalisation.method = z-score, coupling = [{ id = c, systems = [wealth, nature] }] | :"
            + " coupling needs scores from 0 to 1, and normalisation.method z-score gives scores"
            + " below 0",
        "analyses = [spce] | .analyses: there is no analysis 'spce'; did you mean 'space'?",
        "space { weights = kn } | .space.weights: 'kn' is not allowed; did you mean 'knn'? allowed:"
            + " adjacency, band, knn",
        "space { weights = adjacency } | .space: space: weights adjacency needs adjacency.file, a"
            + " CSV file",
        "space { adjacency.fil = x.csv } | .space.adjacency.fil: unknown key; did you mean 'file'?",
        "space { permutations = 9 } | .space.permutations: must be a whole number from 19 to 99999,"
            + " found 9",
        "space { k = 0 } | .space.k: must be a whole number from 1 to 1000, found 0",
        "space { band-km = 0 } | .space.band-km: must be above 0, found 0.0",
        "statistics { gdpp = gdp } | .statistics.gdpp: there is no such statistic; did you mean"
            + " 'gdp'?",
        "statistics { gdp = gpd } | .statistics.gdp: there is no base indicator 'gpd'; did you mean"
            + " 'gdp'?",
        "carbon { fuels { coal = gdp } } | .carbon.factors: name the emission factors",
        "carbon { factors = ipc, fuels { coal = gdp } } | .carbon.factors: there is no set of"
            + " emission factors 'ipc'",
        "carbon { process { cement = gdp } } | .carbon.process.cement: 'gdp' is in '10^8 CNY', and"
            + " the factor is for one 't'",
        "carbon { scheme = entrop } | .carbon.scheme: there is no weight scheme 'entrop'; did you"
            + " mean 'entropy'?",
        "statistics { co2 = gdp }, carbon { process { cement = \"gdp * 1\" } } | .statistics: co2"
            + " gives an inventory",
        "resource { base-year = 2000 } | .resource.base-year: 2000 is none of the scenario's years",
        "resource { events = [war] } | .resource.events: there is no event 'war'",
        // ranges
        "missing.cap = 1.5 | .missing.cap: must be a share from 0 to 1, found 1.5",
        "normalisation.scale = 0 | .normalisation.scale: must be above 0, found 0.0",
        "normalisation.base-year = 12 | .normalisation.base-year: must be a whole number from 1900",
        "weights = [{ method = equal, shift = -1 }] | .weights[0].shift: must be 0 or more, found"
            + " -1.0",
        "years = 2021..2012 | .years: years 2021..2012: need first <= last",
        "years = soon | .years: years 'soon': write 2012..2021, 2010..2020 by 10 or a single year",
        "units { levels = [] } | .units: needs levels or ids; both are empty",
        "groupings = [a, a] | .groupings: 'a' stands here twice",
        // what the records refuse
        "normalisation.scope = frozen | .normalisation: normalisation: scope frozen needs"
            + " frozen-release",
        "normalisation.winsorise = [0.9, 0.1] | .normalisation.winsorise: normalisation: winsorise:"
            + " need",
        "normalisation.winsorise = [0.9] | .normalisation.winsorise: two quantiles expected",
        "normalisation.goalposts.w1 = [3, 2] | .normalisation.goalposts.w1: normalisation: bounds:"
            + " need",
        "weights = [{ method = equal, scope = frozen }] | .weights[0]: weights equal: scope frozen"
            + " needs",
        "coupling = [{ id = c, systems = [wealth] }] | .coupling[0]: coupling c: needs two or more"
            + " systems",
        "coupling = [{ id = c, systems = [wealth, nature], weights = [1, 1] }] | .coupling[0]:"
            + " coupling c: weights must be 0 or more and sum to 1",
        "dea = [{ id = m, systems = [wealth] }] | .dea[0]: dea m: needs two or more systems, each"
            + " once; found [wealth]",
        "dea = [{ id = m, epsilon = 1 }] | .dea[0].epsilon: must be above 0 and at most 0.001,"
            + " found 1.0",
        "dea = [{ id = m, reference = window }] | .dea[0].reference: 'window' is no reference set;"
            + " allowed: contemporaneous, pooled",
        "dea = [{ id = m, reference = \"window:0\" }] | .dea[0].reference: 'window:0' is no"
            + " reference set",
        "dea = [{ id = m, returns = irs }] | .dea[0].returns: 'irs' is not allowed",
        "dea = [{ id = m, model = rho }] | .dea[0].model: 'rho' is not allowed; allowed: radial,"
            + " sbm, super",
        "dea = [{ id = m, reading = txt }] | .dea[0].reading: 'txt' is not allowed; did you mean"
            + " 'text'?",
        "dea = [{ id = m, output = x }] | .dea[0].output: unknown key",
        "dea = [{ systems = [wealth, nature] }] | .dea[0].id: is required and missing",
        "dea = [{ id = m }, { id = m }] | .dea[1].id: 'm' is used twice",
        "variables.x1 = \"gdpp / 2\" | .variables.x1: there is no base indicator 'gdpp'; did you"
            + " mean 'gdp'?",
        "variables { \"x-1\" = gdp } | .variables.x-1: a variable's name has ASCII letters",
        // references
        "dea = [{ id = m, systems = [wealth, natur] }] | .dea[0].systems: the index system has no"
            + " system 'natur'; did you mean 'nature'?",
        "dea = [{ id = m, scheme = entropie }] | .dea[0].scheme: there is no weight scheme"
            + " 'entropie'; did you mean 'entropy'?",
        "weights = [{ method = equal }, { method = entropy }], dea = [{ id = m }] | .dea[0].scheme:"
            + " is required and missing",
        "index-system = smal | .index-system: there is no index system 'smal'; did you mean"
            + " 'small'?",
        "coupling = [{ id = c, systems = [wealth, natur] }] | .coupling[0].systems: the index"
            + " system has no system 'natur'; did you mean 'nature'?",
        "coupling = [{ id = c, scheme = entropie, systems = [wealth, nature] }] |"
            + " .coupling[0].scheme: there is no weight scheme 'entropie'; did you mean 'entropy'?",
        "weights = [{ method = equal, system-weights { wealth = 0.5, natur = 0.5 } }] |"
            + " .weights[0].system-weights.natur: the index system has no system 'natur'",
        "weights = [{ method = equal, system-weights { wealth = 1 } }] |"
            + " .weights[0].system-weights: no weight for nature",
        "weights = [{ method = equal, system-weights { wealth = 1, nature = 1 } }] |"
            + " .weights[0].system-weights: must sum to 1, found 2.0",
        "weights = [{ method = equal, system-weights = published }] | .weights[0].system-weights:"
            + " the index system states no weights",
        "weights = [{ method = equal, system-weights = publisht }] | .weights[0].system-weights:"
            + " 'publisht' is not allowed; did you mean 'published'?",
        "weights = [{ method = equal, parts = [entropy, fixed] }] | .weights[0].parts: belongs to"
            + " method combined only",
        "weights = [{ method = equal, basis = row }] | .weights[0].basis: 'row' is not allowed; did"
            + " you mean 'raw'?",
        "weights = [{ method = equal }, { method = equal }] | .weights[1].id: 'equal' is used"
            + " twice",
        "normalisation { scope = base-year, base-year = 2011 } | .normalisation.base-year: 2011"
            + " lies outside the years 2012..2021",
        "normalisation { method = goalposts, goalposts.w1 = [0, 1] } | .normalisation.goalposts: no"
            + " bounds for green, w2",
        "normalisation.goalposts.w3 = [0, 1] | .normalisation.goalposts.w3: the index system has no"
            + " indicator 'w3'",
        "units.filter = \"gdpp > 3\" | .units.filter: there is no base indicator 'gdpp'; did you"
            + " mean 'gdp'?",
      })
  void ofScenarios(String line, String problem) {
    List<String> problems = tree().append("conf/scenarios/small.conf", line).problems();
    assertThat(problems).singleElement().asString().contains("scenarios.small" + problem);
    assertThat(problems.get(0)).matches("conf/scenarios/small.conf:[14]: .*");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "layout = long | sources.yearbook.indicator-column: is required and missing",
        "value-column = v | sources.yearbook.layout: wide has neither",
        "columns { \"P(km2)\" { indicator = pop, unit = person } } | .unit: 'person', but the"
            + " column's name says 'km2'; leave one of them out",
        "format = parquet, columns.G.indicator = pop | sources.yearbook.columns.G.unit: is required"
            + " and missing",
        "encoding = gbk18030 | sources.yearbook.encoding: no known character set 'gbk18030'",
        "delimiter = \"::\" | sources.yearbook.delimiter: must be one character",
        "sheets = a | sources.yearbook.sheets: only format xlsx has sheets",
        "year-from = \"(\" | sources.yearbook.year-from: no regular expression",
        "format = json-lines, year-from = a | sources.yearbook.year-from: only formats csv and"
            + " xlsx",
        "format = json-lines, at-year = 2018 | sources.yearbook.at-year: only formats csv and xlsx",
        "year-from = a, at-year = 2018 | sources.yearbook.at-year: is one year for all",
        "at-year = 18 | sources.yearbook.at-year: must be a whole number from 1900 to 2200",
        "head.rows = 0 | sources.yearbook.head.rows: must be a whole number from 1 to 10",
        "head.row-number = 3 | sources.yearbook.head.row-number: unknown key",
        "format = xls | sources.yearbook.format: 'xls' is not allowed",
        "precedence = 1.5 | sources.yearbook.precedence: must be a whole number",
        "max-quarantine-share = 2 | sources.yearbook.max-quarantine-share: must be a share",
        "ignored = [GDP] | sources.yearbook.ignored: column 'GDP' is used",
        "columns.G.indicator = gdpp, columns.G.unit = CNY | sources.yearbook.columns.G.indicator:"
            + " there is no base indicator 'gdpp'; did you mean 'gdp'?",
        "columns.G { indicator = pop, unit = persons } | sources.yearbook.columns.G.unit: there is"
            + " no unit of measure 'persons'; did you mean 'person'?",
        "columns.G { indicator = pop, unit = km2 } | sources.yearbook.columns.G.unit: 'km2'"
            + " measures area, but pop is kept in 'person', which measures persons",
        "columns.G { indicator = gdp, unit = CNY } | sources.yearbook.columns.G.indicator: gdp"
            + " already comes from column GDP",
      })
  void ofSources(String line, String problem) {
    assertThat(tree().append("conf/sources/yearbook.conf", line).problems())
        .anyMatch(p -> p.startsWith("conf/sources/yearbook.conf:") && p.contains(problem));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "x { name-en = x, direction = up, expression = gdp } | .x.direction: 'up' is not allowed;"
            + " allowed: +, -",
        "x { name-en = x, expression = gdp } | .x.direction: is required and missing",
        "x { name-en = x, direction = \"+\" } | .x: there is no base indicator 'x'",
        "x { name-en = x, direction = \"+\", expression = \"gdp / popp\" } | .x.expression: there"
            + " is no base indicator 'popp'; did you mean 'pop'?",
        "x { name-en = x, direction = \"+\", expression = gdp, unit = CNY } | .x.unit: 'CNY' is not"
            + " the unit of base indicator gdp, '10^8 CNY'",
        "x { name-en = x, direction = \"+\", children { y { name-en = y, direction = \"-\","
            + " expression = gdp } } } | .x.direction: stands at leaves only",
        "x { name-en = x, children {} } | .x.children: needs one child or more",
        "x { name-en = x, weight = -1, direction = \"+\", expression = gdp } | .x.weight: must be"
            + " above 0, found -1.0",
        "x { direction = \"+\", expression = gdp } | .x.name-en: is required and missing",
        "w1 { name-en = x, direction = \"+\", expression = gdp } | .w1: code 'w1' is used twice,"
            + " also at conf/index-systems/small.conf:5",
        "overall { name-en = x, direction = \"+\", expression = gdp } | .overall: code 'overall' is"
            + " used twice, also at the root",
        "\"1 x\" { name-en = x, direction = \"+\", expression = gdp } | .\"1 x\": a code starts"
            + " with a letter",
      })
  void ofIndexSystems(String child, String problem) {
    assertThat(
            tree()
                .append("conf/index-systems/small.conf", "children {\n" + child + " }")
                .problems())
        .anyMatch(
            p ->
                p.startsWith("conf/index-systems/small.conf:10: index-systems.small.children")
                    && p.contains(problem.replace(".x: there", ".x.expression: there")));
  }

  @Test
  void ofUnitsAndIndicators() {
    assertThat(
            tree()
                .append(
                    "conf/units-of-measure.conf",
                    "t { dimension = mass, factor = 0 }\nkg { factor = x, aliases = [CNY] }")
                .append(
                    "conf/indicators.conf",
                    "\"a-b\" { name-en = a, unit = CNY }\nb { name-en = b, unit = tonne }")
                .problems())
        .satisfiesExactly(
            p -> assertThat(p).startsWith("conf/indicators.conf:4: indicators.a-b: a code has"),
            p ->
                assertThat(p).contains("indicators.conf:5: indicators.b.unit: there is no unit of"),
            p -> assertThat(p).contains(":5: units-of-measure.t: unit of measure t: factor must"),
            p -> assertThat(p).contains(":6: units-of-measure.kg.aliases: 'CNY' already names"),
            p -> assertThat(p).contains(":6: units-of-measure.kg.dimension: is required"),
            p -> assertThat(p).contains(":6: units-of-measure.kg.factor: a number expected"));
  }

  @Test
  void ofTheRoot() {
    assertThat(
            tree()
                .append(
                    "conf/renxing.conf", "nightly.scenarios = [smal]\nnightly.sources = [none]\n")
                .append("conf/renxing.conf", "home = x\nlake.pth = y\nspark.x.y = [1]")
                .problems())
        .satisfiesExactly(
            p -> assertThat(p).contains(":5: nightly.scenarios: there is no scenario 'smal'; did"),
            p -> assertThat(p).contains(":6: nightly.sources: there is no source 'none'"),
            p -> assertThat(p).contains(":7: home: unknown key"),
            p -> assertThat(p).contains(":8: lake.pth: unknown key; did you mean 'path'?"),
            p -> assertThat(p).contains(":9: spark.x.y: a text expected, found a list"));
  }
}
