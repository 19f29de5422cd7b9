package org.renxing.jobs.cli.method;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.renxing.dynamics.Classes;
import org.renxing.dynamics.Homogeneity;
import org.renxing.dynamics.MarkovChain;
import org.renxing.model.ErrorCode;
import org.renxing.model.RenxingException;
import org.renxing.space.SpatialMarkov;
import org.renxing.space.WeightMatrix;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Moves between classes by the class of the neighbours. */
@Command(
    name = "spatial-markov",
    mixinStandardHelpOptions = true,
    header = "Spatial Markov chains: moves between classes by the class of the neighbours.",
    description =
        "Tables: transitions (by class of the neighbours, and all), states (steady state, sojourn),"
            + " tests (of homogeneity), classes (their limits).",
    footer = {
      "",
      "Example:",
      "  bin/renxing method spatial-markov --input panel.csv --id city --year year"
          + " --value score --weights neighbours.csv --classes 4"
    })
@InHelp(HelpGroup.SPACE)
final class SpatialMarkovCommand implements Callable<Integer> {
  private static final List<String> TABLES = List.of("transitions", "states", "tests", "classes");

  @Mixin private PanelOptions panel;
  @Mixin private SpatialWeightsOptions weights;
  @Mixin private AnswerOptions answer;

  @Option(
      names = "--value",
      required = true,
      paramLabel = "COLUMN",
      description = "Column of the values.")
  private String value;

  @Option(
      names = "--classes",
      paramLabel = "K",
      defaultValue = "4",
      description = "Quantile classes of values and of neighbours, from 2 to 20 (4).")
  private int classes;

  @Option(
      names = "--breaks",
      paramLabel = "OVER",
      defaultValue = "pooled",
      description = "Class limits over all years together (pooled, default) or of each (yearly).")
  private SpatialMarkov.Breaks breaks;

  @Option(
      names = "--relative",
      description = "Values are divided by the mean of their year before they are classed.")
  private boolean isRelative;

  @Override
  public Integer call() {
    if (classes < 2 || classes > 20) {
      throw new RenxingException(ErrorCode.USAGE, "--classes " + classes + ": from 2 to 20");
    }
    answer.require(panel.input(), TABLES);
    weights.require(answer.output());
    UnitTable file = panel.open();
    YearGrid grid = YearGrid.of(file);
    if (grid.years().length < 2) {
      throw new RenxingException(
          ErrorCode.DATA_CHECK,
          file.name() + ": moves need two years or more; name their column with --year");
    }
    String column = file.cells().column("--value", value);
    file.requireNumbers(List.of(column));
    WeightMatrix matrix = weights.read(panel.reading(), grid.units());
    boolean[] isNext = isNext(grid.years());
    SpatialMarkov markov =
        SpatialMarkov.of(
            grid.values(file.numbers(column)),
            isNext,
            matrix,
            new SpatialMarkov.Options(classes, breaks, isRelative));
    if (markov.withoutLag() > 0) {
      System.err.printf(
          "%,d moves do not count: their unit has no neighbour with a value%n",
          markov.withoutLag());
    }
    answer.write(tables(markov, grid.years()), List.of());
    return 0;
  }

  /** The next year is one step on where the gap is the smallest of the file. */
  private static boolean[] isNext(int[] years) {
    int step =
        IntStream.range(1, years.length).map(t -> years[t] - years[t - 1]).min().orElseThrow();
    boolean[] out = new boolean[years.length - 1];
    for (int t = 0; t < out.length; t++) {
      out[t] = years[t + 1] - years[t] == step;
    }
    return out;
  }

  private Map<String, Answer> tables(SpatialMarkov markov, int[] years) {
    List<Row> moves = new ArrayList<>();
    List<Row> states = new ArrayList<>();
    for (int c = 0; c <= classes; c++) {
      MarkovChain chain = c < classes ? markov.chains().get(c) : markov.pooled();
      add(c < classes ? "Q" + (c + 1) : "all", chain, moves, states);
    }
    Homogeneity test = markov.homogeneity();
    List<Row> tests =
        List.of(
            RowFactory.create(
                "LR", test.likelihoodRatio(), test.degrees(), p(test.likelihoodRatioP())),
            RowFactory.create("chi2", test.chiSquare(), test.degrees(), p(test.chiSquareP())));
    Map<String, Answer> out = new LinkedHashMap<>();
    out.put(
        "transitions",
        new Answer(
            List.of("neighbours", "from", "to", "count", "probability", "first_passage"), moves));
    out.put(
        "states",
        new Answer(
            List.of("neighbours", "class", "steady_state", "sojourn", "mobility", "reason"),
            states));
    out.put("tests", new Answer(List.of("test", "statistic", "df", "p_value"), tests));
    out.put("classes", new Answer(List.of("of", "year", "class", "upper"), limits(markov, years)));
    return out;
  }

  private static Object p(double value) {
    return Answer.number(value);
  }

  private static void add(String name, MarkovChain chain, List<Row> moves, List<Row> states) {
    double[][] passage = chain.firstPassage();
    for (int i = 0; i < chain.states(); i++) {
      String from = "Q" + (i + 1);
      for (int j = 0; j < chain.states(); j++) {
        moves.add(
            RowFactory.create(
                name,
                from,
                "Q" + (j + 1),
                chain.count(i, j),
                Answer.number(chain.probability(i, j)),
                Answer.number(passage[i][j])));
      }
      double sojourn = chain.sojourn(i);
      states.add(
          RowFactory.create(
              name,
              from,
              Answer.number(chain.steadyState().shares().get(i)),
              Double.isInfinite(sojourn) ? null : Answer.number(sojourn),
              Answer.number(chain.mobility(i)),
              Answer.text(chain.steadyState().reason())));
    }
  }

  private List<Row> limits(SpatialMarkov markov, int[] years) {
    List<Row> out = new ArrayList<>();
    int many = breaks == SpatialMarkov.Breaks.POOLED ? 1 : years.length;
    for (String of : Arrays.asList("value", "neighbours")) {
      List<Classes> all = of.equals("value") ? markov.classes() : markov.lagClasses();
      for (int t = 0; t < many; t++) {
        for (int c = 0; c < classes - 1; c++) {
          Object year = many == 1 ? null : years[t];
          out.add(RowFactory.create(of, year, "Q" + (c + 1), Answer.number(all.get(t).upper(c))));
        }
      }
    }
    return out;
  }
}
