package org.renxing.jobs.gold.reproduction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.renxing.jobs.gold.reproduction.Aggregate.is;
import static org.renxing.jobs.gold.reproduction.Aggregate.largest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.renxing.jobs.gold.reproduction.Aggregate.Condition;
import org.renxing.jobs.gold.reproduction.Aggregate.Kind;
import org.renxing.jobs.gold.reproduction.Aggregate.Line;
import org.renxing.jobs.gold.reproduction.Aggregate.Relation;
import org.renxing.model.RenxingException;

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
        .hasSize(130)
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
    PublishedFigure edge = printed(List.of(0.3, 74.0), List.of(0.005, 0.0), "");
    check(of(edge, false, "0.305", "74"), "0.305; 74.0", true, null);
    check(of(edge, true, "0.305", "74"), "0.305; 74.0", null, "simulated data");
    PublishedFigure off = printed(List.of(0.3, 74.0), List.of(0.005, 0.0), "why");
    check(of(off, false, "0.3051", "74"), "0.3051; 74.0", false, "differs: why");
    PublishedFigure fact = printed(List.of(24.0), List.of(0.0), "23");
    check(of(fact, false, "23"), "23.0", false, "differs: 23");
    check(of(fact, false, "24"), "24.0", true, "23");
    PublishedFigure text = printed(List.of(), List.of(), "");
    check(of(text, false, "甲、乙"), "甲、乙", null, "no numbers to compare");
    // that no unit fulfils a condition is no lack of data
    check(of(text, false, ""), "none", null, "no numbers to compare");
    PublishedFigure half = printed(List.of(1.0, 2.0), List.of(0.0, 0.0), "");
    check(of(half, false, "1", null), "1.0; missing", null, "a part of ours is missing");
    check(of(half, false, null, null), null, null, "no data");
    check(FigureComparison.of(half, "", List.of(), false), null, null, "the data lack it");
    // half up, of the decimal that is written
    assertThat(FigureComparison.rounded(0.00005)).isEqualTo("1.0E-4");
    assertThat(FigureComparison.rounded(1.00005)).isEqualTo("1.0001");
  }

  private static PublishedFigure printed(
      List<Double> values, List<Double> tolerances, String note) {
    return new PublishedFigure("Q", "p", "f", "x", "", "", values, tolerances, note, "");
  }

  private static FigureComparison of(PublishedFigure figure, boolean isMadeUp, String... ours) {
    List<Optional<String>> texts = Arrays.stream(ours).map(Optional::ofNullable).toList();
    return FigureComparison.of(figure, "no data", texts, isMadeUp);
  }

  private static void check(FigureComparison one, String ours, Boolean agrees, String reason) {
    assertThat(one)
        .isEqualTo(
            new FigureComparison(
                Optional.ofNullable(ours),
                Optional.ofNullable(agrees),
                Optional.ofNullable(reason)));
  }

  private static List<Line> lines() {
    return List.of(
        line(Map.of("year", "2010", "name", "乙", "x", "3", "y", "1", "order", "2", "is", "true")),
        line(Map.of("year", "2011", "name", "甲", "x", "5", "y", "4", "order", "1", "is", "true")),
        line(Map.of("year", "2012", "name", "丙", "x", "4", "order", "3", "is", "false")),
        line(Map.of("year", "2013", "name", "丁")));
  }

  private static Line line(Map<String, String> given) {
    return new Line(given);
  }

  /** Each figure of all lines at once, and of parts put together. */
  @Test
  void aggregatesInParts() {
    Map<Aggregate, Optional<String>> expected = new LinkedHashMap<>();
    expected.put(largest("x"), Optional.of("5.0"));
    expected.put(largest("x").scaled(100, 1e4), Optional.of("0.05"));
    expected.put(largest("x").with("y"), Optional.of("2.0"));
    expected.put(largest("x", is("year", 2012)), Optional.of("4.0"));
    expected.put(largest("x", is("year", 2013)), Optional.empty());
    expected.put(Aggregate.of(Kind.SMALLEST, "x"), Optional.of("3.0"));
    Condition early = new Condition("year", Relation.AT_MOST, "2011");
    Condition late = new Condition("year", Relation.AT_LEAST, "2011");
    expected.put(Aggregate.of(Kind.MEAN, "x", early), Optional.of("4.0"));
    expected.put(Aggregate.of(Kind.MEAN, "x", late), Optional.of("4.5"));
    expected.put(Aggregate.of(Kind.COUNT, "name", late), Optional.of("3"));
    expected.put(Aggregate.of(Kind.COUNT, "is"), Optional.of("2"));
    expected.put(Aggregate.of(Kind.NAMES, "name", is("is", true)), Optional.of("乙、甲"));
    expected.put(
        Aggregate.of(Kind.NAMES, "name", is("is", true)).with("order"), Optional.of("甲、乙"));
    // false where one condition fails, else not known where one is not
    expected.put(Aggregate.of(Kind.NAMES, "name", is("year", 2014), is("z", 1)), Optional.of(""));
    expected.put(Aggregate.of(Kind.NAMES, "name", is("z", 1)), Optional.empty());
    expected.put(
        Aggregate.of(Kind.NAMES, "name", is("year", 2014)).with("order"), Optional.empty());
    List<Aggregate> all = List.copyOf(expected.keySet());
    Aggregation whole = new Aggregation(all);
    lines().forEach(whole::add);
    Aggregation parts = new Aggregation(all);
    for (Line line : lines()) {
      Aggregation part = new Aggregation(all);
      part.add(line);
      parts.merge(part);
    }
    expected.forEach(
        (one, text) -> {
          assertThat(whole.text(one)).as(one.toString()).isEqualTo(text);
          assertThat(parts.text(one)).as(one.toString()).isEqualTo(text);
        });
    assertThat(largest("x", is("is", true)).with("y").columns()).containsExactly("x", "y", "is");
  }
}
