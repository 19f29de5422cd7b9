package org.renxing.jobs.cli.method;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;

/** What becomes of the file of {@code --output}, and of those that a command reads. */
class OutputTest {
  private static final String VALUES = "id,value\nx,1\ny,3\n";
  private static final String UNITS = "id,a,b,c\nx,1,2,2\ny,2,1,3\n";

  @TempDir private Path folder;

  private Path put(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text);
  }

  private void assertUntouched(Shell.Result ended, Path file, String text) throws IOException {
    assertThat(ended.exitCode()).as(ended.toString()).isEqualTo(2);
    assertThat(file).hasContent(text);
    try (Stream<Path> all = Files.list(folder)) {
      assertThat(all.filter(p -> p.getFileName().toString().startsWith(".renxing"))).isEmpty();
    }
  }

  @Test
  void noCommandWritesOverItsInput() throws IOException {
    Path data = put("data.csv", VALUES);
    Path units = put("units.csv", UNITS);
    Files.createSymbolicLink(folder.resolve("soft.csv"), Path.of("data.csv"));
    Files.createLink(folder.resolve("hard.csv"), data);
    Files.createSymbolicLink(folder.resolve("here"), folder);
    Files.createLink(folder.resolve("hard-units.csv"), units);
    for (String name : List.of("data.csv", "./data.csv", "soft.csv", "hard.csv", "here/data.csv")) {
      Path output = folder.resolve(name);
      for (String method : List.of("dagum", "theil")) {
        Shell.Result ended = Shell.method(method, data, "--output", output);
        assertUntouched(ended, data, VALUES);
        assertThat(ended.err()).contains("--output " + output + ": is the input");
      }
      // the input by a link, the output by its own name
      assertUntouched(Shell.method("dagum", output, "--output", data), data, VALUES);
    }
    Path hard = folder.resolve("hard-units.csv");
    for (String method :
        List.of(
            "dea --id id --inputs a --outputs b",
            "coupling --id id --systems a,b",
            "weights --id id",
            "index --id id",
            "obstacles --id id --method equal")) {
      assertUntouched(Shell.method(method, units, "--output", hard), units, UNITS);
    }
  }

  @Test
  void theTreeOfAnIndexIsAnInputToo() throws IOException {
    Path units = put("units.csv", UNITS);
    Path tree = put("tree.conf", "title = T");
    Path link = Files.createSymbolicLink(folder.resolve("out.csv"), tree);
    for (String method : List.of("index --id id", "obstacles --id id")) {
      for (Path output : List.of(tree, link)) {
        Shell.Result ended =
            Shell.method(method, units, "--index-system", tree, "--output", output);
        assertUntouched(ended, tree, "title = T");
        assertThat(ended.err()).contains("is the file of --index-system");
      }
    }
  }

  @Test
  void aTableOfWeightsIsAnInputToo() throws IOException {
    Path units = put("units.csv", UNITS);
    Path pairs = put("pairs.csv", "a,b,w");
    Path link = Files.createSymbolicLink(folder.resolve("out.csv"), pairs);
    for (String method :
        List.of(
            "hotspots --id id --value v",
            "spatial --id id --formula v~w",
            "spatial-markov --id id --value v")) {
      for (Path output : List.of(pairs, link)) {
        Shell.Result ended = Shell.method(method, units, "--weights", pairs, "--output", output);
        assertUntouched(ended, pairs, "a,b,w");
        assertThat(ended.err()).contains("is the table of weights");
      }
    }
  }

  /** A new option that names a file has to be kept apart from --output as well. */
  @Test
  void noOtherOptionNamesAFile() {
    Set<String> files = new TreeSet<>();
    for (CommandLine method : new CommandLine(new MethodCommand()).getSubcommands().values()) {
      for (ArgSpec arg : method.getCommandSpec().args()) {
        boolean isPath =
            arg.typeInfo().getType() == Path.class
                || List.of(arg.typeInfo().getAuxiliaryTypes()).contains(Path.class)
                || arg.paramLabel().matches(".*(?i)(file|\\.csv|\\.conf|dir).*");
        if (isPath) {
          files.add(arg instanceof OptionSpec o ? o.longestName() : arg.paramLabel());
        }
      }
    }
    assertThat(files)
        .containsExactly("--index-system", "--input", "--output", "--rates", "--weights", "FILE");
  }

  @Test
  void anAnswerReplacesAnOlderOneAndNothingElse() throws IOException {
    Path data = put("data.csv", VALUES);
    Path old = put("old.csv", "much longer than the answer will be\n".repeat(100));
    Path link = Files.createSymbolicLink(folder.resolve("link.csv"), Path.of("old.csv"));
    String expected = Shell.method("dagum", data, "--output", "-").out();
    assertThat(expected)
        .startsWith("measure,n,n_groups,mean,gini,")
        .contains("value,2,1,2.0,0.25,");
    assertThat(Shell.method("dagum", data, "--output", link).exitCode()).isZero();
    assertThat(link).isSymbolicLink();
    assertThat(Files.readAllLines(old)).isEqualTo(expected.lines().toList());
    try (Stream<Path> all = Files.list(folder)) {
      assertThat(all).hasSize(3);
    }
  }

  @Test
  void anAnswerThatCannotBeMadeLeavesTheOlderOne() throws IOException {
    Path data = put("data.csv", "id,value\nx,1\ny,text\n");
    Path old = put("old.csv", "old");
    assertThat(Shell.method("dagum --value value", data, "--output", old).exitCode()).isNotZero();
    assertThat(old).hasContent("old");
  }

  @Test
  void aDraftReplacesNoFile() throws IOException {
    Path data = put("data.csv", "code,year,gdp\n110000,2019,1\n120000,2019,2\n");
    Path link = Files.createSymbolicLink(folder.resolve("link.conf"), data);
    Path hard = Files.createLink(folder.resolve("hard.conf"), data);
    for (Path to : List.of(data, link, hard)) {
      Shell.Result ended = Shell.run("profile", data, "--home", Path.of(".."), "--write", to);
      assertThat(ended.exitCode()).as(ended.toString()).isEqualTo(2);
      assertThat(ended.err()).contains("is there already");
    }
    assertThat(data).hasContent("code,year,gdp\n110000,2019,1\n120000,2019,2\n");
  }
}
