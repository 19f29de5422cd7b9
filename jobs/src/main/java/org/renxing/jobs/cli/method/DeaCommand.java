package org.renxing.jobs.cli.method;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.renxing.dea.Evaluator;
import org.renxing.dea.Observations;
import org.renxing.dea.Orientation;
import org.renxing.dea.Projection;
import org.renxing.dea.Reason;
import org.renxing.dea.Returns;
import org.renxing.dea.Score;
import org.renxing.dea.Technology;
import org.renxing.dea.UnitKey;
import org.renxing.model.ErrorCode;
import org.renxing.model.RenxingException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Data envelopment analysis of the rows of a file. Starts no Spark session. */
@Command(
    name = "dea",
    mixinStandardHelpOptions = true,
    header = "Efficiency of units by data envelopment analysis.",
    description =
        "Scores every row against the frontier of its reference set: θ, φ, super-efficiency "
            + "or the slacks-based measure ρ, with slacks and peers.",
    footer = {
      "",
      "Example:",
      "  bin/renxing method dea --input plants.csv --id city --inputs labour,capital --outputs"
          + " product --rts vrs"
    })
@InHelp(HelpGroup.EFFICIENCY)
final class DeaCommand implements Callable<Integer> {
  /** The models by the word on the command line. */
  enum Model {
    RADIAL,
    SUPER,
    SBM
  }

  @Mixin private TableOptions table;
  @Mixin private CarryOption carry;

  @Option(
      names = "--inputs",
      required = true,
      hideParamSyntax = true,
      paramLabel = "A,B,…",
      description = "Columns of which less is better; numbers of 0 or more.")
  private List<String> inputs;

  @Option(
      names = "--outputs",
      required = true,
      hideParamSyntax = true,
      paramLabel = "Y,…",
      description = "Columns of which more is better; numbers of 0 or more.")
  private List<String> outputs;

  @Option(
      names = "--rts",
      paramLabel = "RETURNS",
      defaultValue = "crs",
      description = "Returns to scale: crs (default), vrs, nirs or ndrs.")
  private Returns returns;

  @Option(
      names = "--orientation",
      paramLabel = "WHICH",
      defaultValue = "input",
      description = "input (default) or output; the slacks-based model has none.")
  private Orientation orientation;

  @Option(
      names = "--model",
      paramLabel = "MODEL",
      defaultValue = "radial",
      description = "radial (default), super (the unit itself left out) or sbm (Tone 2001).")
  private Model model;

  @Option(
      names = "--reference",
      paramLabel = "SET",
      defaultValue = "contemporaneous",
      description =
          "Rows with which a row is compared: contemporaneous (default; those of its period), "
              + "pooled, sequential (its and earlier periods), window:K (its and the K - 1 "
              + "periods before) or group:COLUMN (its period and value).")
  private String reference;

  @Override
  public Integer call() {
    UnitTable file = carry.of(table.open());
    PlainTable rows = PlainTable.of(file);
    inputs = rows.cells().named("--inputs", inputs);
    outputs = rows.cells().named("--outputs", outputs);
    requireParted(rows);
    List<ReferenceSets.Comparison> sets = ReferenceSets.of(reference, rows);
    Observations units = observations(rows);
    Score[] scores = new Score[rows.size()];
    sets.parallelStream().forEach(set -> score(units, set, scores));
    List<Row> answer =
        IntStream.range(0, scores.length)
            .mapToObj(i -> row(scores[i], file.carried(i), rows))
            .toList();
    table.write(new Answer(names(file), answer));
    note(scores);
    return 0;
  }

  private void requireParted(PlainTable rows) {
    List<String> all = new ArrayList<>(rows.keyColumns());
    all.addAll(inputs);
    all.addAll(outputs);
    for (String column : all) {
      if (all.indexOf(column) != all.lastIndexOf(column)) {
        throw new RenxingException(
            ErrorCode.USAGE,
            "--inputs, --outputs: column '" + column + "' stands twice; each has one part");
      }
    }
  }

  private Observations observations(PlainTable rows) {
    double[][] x = rows.quantities(inputs);
    double[][] y = rows.quantities(outputs);
    List<UnitKey> keys = new ArrayList<>();
    for (int row = 0; row < rows.size(); row++) {
      if (Arrays.stream(x[row]).allMatch(v -> v == 0)) {
        throw rows.broken(
            row,
            ", columns " + String.join(", ", inputs) + ": all inputs are 0; one above 0 is needed");
      }
      keys.add(rows.keys().get(row));
    }
    return Observations.of(inputs, outputs, keys, x, y);
  }

  private void score(Observations units, ReferenceSets.Comparison set, Score[] into) {
    int[] others = set.reference().stream().mapToInt(Integer::intValue).toArray();
    Evaluator evaluator = new Technology(units.rows(others), returns).evaluator();
    for (int row : set.scored()) {
      into[row] =
          switch (model) {
            case RADIAL -> evaluator.radial(units, row, orientation);
            case SUPER -> evaluator.superEfficiency(units, row, orientation);
            case SBM -> evaluator.slacksBased(units, row);
          };
    }
  }

  private List<String> names(UnitTable file) {
    List<String> out = file.head();
    out.add(
        switch (model) {
          case RADIAL -> orientation == Orientation.INPUT ? "theta" : "phi";
          case SUPER -> "super";
          case SBM -> "rho";
        });
    out.add("slack_sum");
    inputs.forEach(c -> out.add("slack_" + c));
    outputs.forEach(c -> out.add("slack_" + c));
    out.addAll(
        List.of(
            "is_weakly_efficient",
            "is_strongly_efficient",
            "peers",
            "certificate_error",
            "status",
            "reason"));
    return out;
  }

  private Row row(Score score, List<Object> carried, PlainTable rows) {
    List<Object> out = new ArrayList<>();
    out.add(score.unit().id());
    if (rows.keyColumns().size() == 2) {
      out.add(score.unit().period());
    }
    out.addAll(carried);
    score
        .scored()
        .ifPresentOrElse(
            s -> {
              out.add(s.number());
              out.add(s.slackSum());
              addSlacks(out, s.projection());
              out.add(s.isWeaklyEfficient());
              out.add(s.isStronglyEfficient());
              out.add(peers(s.projection()));
              out.add(s.certificateError());
            },
            () -> {
              for (int i = 0; i < inputs.size() + outputs.size() + 6; i++) {
                out.add(null);
              }
            });
    out.add(score.status().name());
    out.add(score.reason() == Reason.NONE ? null : score.reason().name());
    return RowFactory.create(out.toArray());
  }

  private void addSlacks(List<Object> out, Projection projection) {
    for (int i = 0; i < inputs.size(); i++) {
      out.add(projection.inputSlack(i));
    }
    for (int r = 0; r < outputs.size(); r++) {
      out.add(projection.outputSlack(r));
    }
  }

  /** Peers with their λ, as {@code Aba:0.5; Bol:0.25}. */
  private static String peers(Projection projection) {
    return projection.peers().stream()
        .map(p -> p.unit().toString().replace(", ", "@") + ":" + p.lambda())
        .collect(Collectors.joining("; "));
  }

  private static void note(Score[] scores) {
    long without = Arrays.stream(scores).filter(s -> s.value().isEmpty()).count();
    if (without > 0) {
      System.err.printf(
          "%,d of %,d rows have no score; columns status and reason say why%n",
          without, scores.length);
    }
  }
}
