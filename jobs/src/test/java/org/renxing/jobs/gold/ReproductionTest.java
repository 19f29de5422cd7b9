package org.renxing.jobs.gold;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.renxing.testing.Frames.row;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;
import org.renxing.model.RenxingException;
import org.renxing.testing.Frames;

class ReproductionTest {
  private static final Path FILE = Path.of("../conf/reference/published_figures.csv");

  private static List<PublishedFigure> published() throws IOException {
    return PublishedFigure.parse(FILE.toString(), Files.readString(FILE));
  }

  @Test
  void everyComputedFigureIsPrintedAndHasItsNumbers() throws IOException {
    Map<String, PublishedFigure> printed =
        published().stream().collect(Collectors.toMap(PublishedFigure::key, f -> f));
    assertThat(ReproducedFigure.all()).isNotEmpty();
    for (ReproducedFigure one : ReproducedFigure.all()) {
      PublishedFigure figure = printed.get(one.key());
      assertThat(figure).as(one.key()).isNotNull();
      int numbers = figure.values().isEmpty() ? 1 : figure.values().size();
      assertThat(one.numbers()).as(one.key()).hasSize(numbers);
      assertThat(figure.scenario()).as(one.key()).isNotEmpty();
    }
  }

  @Test
  void whatIsNotComputedHasAReasonOrAnotherScenario() throws IOException {
    Set<String> computed =
        ReproducedFigure.all().stream().map(ReproducedFigure::key).collect(Collectors.toSet());
    assertThat(published())
        .hasSize(34)
        .filteredOn(figure -> !computed.contains(figure.key()))
        .allSatisfy(figure -> assertThat(figure.whyNot()).as(figure.key()).isNotEmpty());
  }

  @Test
  void wrongFilesAreRefusedByLine() {
    String head = "source,place,figure,printed,unit,scenario,values,tolerance,note,why_not\n";
    assertThatThrownBy(() -> PublishedFigure.parse("f.csv", head + "Q,p,f,1,,,1,,,"))
        .isInstanceOf(RenxingException.class)
        .hasMessageContaining("f.csv: line 2: needs one tolerance a value");
    assertThatThrownBy(() -> PublishedFigure.parse("f.csv", head + "Q,p,f,1,,,x,0,,"))
        .hasMessageContaining("f.csv: line 2: values 'x'");
    String line = "Q,p,f,1,,,1,0,,\n";
    assertThatThrownBy(() -> PublishedFigure.parse("f.csv", head + line + line))
        .hasMessageContaining("line 3: the figure stands twice: Q|p|f");
  }

  @Test
  void agreesWithinTheToleranceAndNeverOnMadeUpFigures() {
    Dataset<Row> printed =
        Frames.of(
            "source string, place string, figure string, printed string, unit string,"
                + " `values` array<double>, tolerances array<double>, is_fact boolean,"
                + " note string, why_not string, key string",
            printed("edge", new double[] {0.3, 74}, new double[] {0.005, 0}, false, "", ""),
            printed("off", new double[] {0.3, 74}, new double[] {0.005, 0}, false, "why", ""),
            printed("fact", new double[] {24}, new double[] {0}, true, "23", ""),
            printed("text", new double[] {}, new double[] {}, false, "", ""),
            printed("nobody", new double[] {}, new double[] {}, false, "", ""),
            printed("none", new double[] {1}, new double[] {0}, false, "", "no data"),
            printed("half", new double[] {1, 2}, new double[] {0, 0}, false, "", ""));
    Dataset<Row> ours =
        Frames.of(
            "key string, ours array<string>",
            row("edge", new String[] {"0.305", "74"}),
            row("off", new String[] {"0.3051", "74"}),
            row("fact", new String[] {"23"}),
            row("text", new String[] {"甲、乙"}),
            row("nobody", new String[] {""}),
            row("half", new String[] {"1", null}));
    Map<String, Row> real = Frames.by(FigureComparison.of(printed, ours, false), "figure");
    check(real.get("edge"), "0.305; 74.0", true, null);
    check(real.get("off"), "0.3051; 74.0", false, "differs: why");
    check(real.get("fact"), "23.0", false, "differs: 23");
    check(real.get("text"), "甲、乙", null, "no numbers to compare");
    // that no unit fulfils a condition is no lack of data
    check(real.get("nobody"), "none", null, "no numbers to compare");
    check(real.get("none"), null, null, "no data");
    check(real.get("half"), "1.0; missing", null, "a part of ours is missing");
    Map<String, Row> simulated = Frames.by(FigureComparison.of(printed, ours, true), "figure");
    check(simulated.get("edge"), "0.305; 74.0", null, "simulated data");
    check(simulated.get("fact"), "23.0", false, "differs: 23");
  }

  private static Row printed(
      String key, double[] values, double[] tolerances, boolean isFact, String note, String why) {
    return row("Q", "p", key, "x", "", box(values), box(tolerances), isFact, note, why, key);
  }

  private static Double[] box(double[] values) {
    return java.util.Arrays.stream(values).boxed().toArray(Double[]::new);
  }

  private static void check(Row row, String ours, Boolean agrees, String reason) {
    assertThat(row.<String>getAs("ours")).isEqualTo(ours);
    assertThat(row.<Boolean>getAs("agrees")).isEqualTo(agrees);
    assertThat(row.<String>getAs("reason")).isEqualTo(reason);
  }
}
