package org.renxing.jobs.cli.method;

import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Single methods on anyone's CSV file. */
@Command(
    name = "method",
    mixinStandardHelpOptions = true,
    description = "Applies one method to a CSV file of yours; needs no lake and no configuration.",
    modelTransformer = GroupedHelp.class,
    subcommands = {
      WeightsCommand.class,
      IndexCommand.class,
      CouplingCommand.class,
      ObstaclesCommand.class,
      DeaCommand.class,
      DagumCommand.class,
      TheilCommand.class,
      StructureCommand.class,
      GeodetectorCommand.class,
      PanelCommand.class,
      TobitCommand.class,
      StirpatCommand.class,
      EventCommand.class,
      MediationCommand.class,
      ForestCommand.class,
      LmdiCommand.class,
      GreyCommand.class,
      ProjectCommand.class,
      HotspotsCommand.class,
      EllipseCommand.class,
      SpatialWeightsCommand.class,
      GravityCommand.class,
      SpatialMarkovCommand.class,
      SpatialCommand.class,
      ClusterCommand.class,
      HelpCommand.class
    },
    footer = {
      "",
      "Example, and all options of a method:",
      "  bin/renxing method index --input cities.csv --id city --year year --negative smoke",
      "  bin/renxing method index --help"
    })
public final class MethodCommand implements Runnable {
  @Spec private CommandSpec spec;

  @Override
  public void run() {
    throw new ParameterException(
        spec.commandLine(),
        "name a method: weights, index, coupling, obstacles, dea, dagum, theil, structure,"
            + " geodetector, panel,"
            + " tobit, stirpat, event, mediation, forest, lmdi, grey, project, hotspots, ellipse,"
            + " spatial-weights, gravity,"
            + " spatial-markov, spatial or cluster");
  }
}
