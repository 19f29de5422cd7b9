package org.renxing.jobs.cli.method;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is wrong is said with its place, and in the exit code. */
class MethodErrorsTest {
  @TempDir private Path folder;

  @Test
  void missingFile() {
    assertFails(2, weights(folder.resolve("no.csv"), "--id", "id"), "no.csv", "no such file");
    assertFails(2, weights(folder, "--id", "id"), "is no file");
  }

  @Test
  void unknownColumnListsThoseThatExist() throws IOException {
    Path data = file("id,a,b", "x,1,2");
    assertFails(2, weights(data, "--id", "city"), "--id", "'city'", "it has id, a, b");
    assertFails(2, weights(data, "--id", "id", "--columns", "a,c"), "--columns", "'c'");
    assertFails(2, weights(data, "--id", "id", "--columns", "a", "--negative", "b"), "not among");
    assertFails(
        2,
        Shell.run("method", "coupling", "--input", data, "--id", "id", "--systems", "a,z"),
        "--systems",
        "'z'");
    assertFails(
        2,
        weights(file("id;a", "x;1"), "--id", "id", "--delimiter", ","),
        "is the --delimiter right?");
  }

  @Test
  void textInACellNamesTheCell() throws IOException {
    Path data = file("id,t,a,b", "x,2020,1,2", "y,2020,n/a,3", "z,2020,4,1e999");
    assertFails(
        1,
        weights(data, "--id", "id", "--year", "t"),
        data + " row 2 (y, 2020), column a: 'n/a' is no number",
        data + " row 3 (z, 2020), column b: '1e999' is a number that a double cannot hold");
    assertThat(weights(data, "--id", "id", "--columns", "t").exitCode()).isEqualTo(1);
  }

  @Test
  void keysMustBeUniqueAndThere() throws IOException {
    Path twice = file("id,t,a", "x,2020,1", "y,2020,2", "x,2020,3", "x,2021,3");
    assertFails(
        1,
        weights(twice, "--id", "id", "--year", "t"),
        "x, 2020 stands in 2 rows, first in 1 and last in 3");
    assertFails(1, weights(twice, "--id", "id"), "x stands in 3 rows", "--year");
    assertFails(1, weights(file("id,a", "x,1", ",2"), "--id", "id"), "row 2: has no id");
    assertFails(
        1,
        weights(file("id,t,a", "x,20-21,1"), "--id", "id", "--year", "t"),
        "row 1 (x, 20-21): has no year");
    assertFails(
        1,
        weights(file("id,a", "x,1,7", "y,2"), "--id", "id"),
        "row 1",
        "3 fields where the head has 2");
  }

  @Test
  void undefinedWeightsSayWhy() throws IOException {
    Path data = file("id,a,b,c", "x,-1,1,", "y,2,2,", "z,3,5,");
    assertFails(
        1,
        weights(data, "--id", "id", "--normalise", "none"),
        "no weight of a: has values below 0 after normalisation");
    assertFails(
        1,
        weights(data, "--id", "id", "--columns", "b,c"),
        "no weight of c: has no value after normalisation");
    assertFails(
        1, weights(file("id,a", "x,1", "y,1"), "--id", "id"), "no weight of a: is constant");
    assertFails(1, weights(file("id,name", "x,n"), "--id", "id"), "no column of numbers");
    assertFails(
        1,
        Shell.run(
            "method",
            "index",
            "--input",
            data,
            "--id",
            "id",
            "--method",
            "entropy",
            "--columns",
            "a,b",
            "--normalise",
            "z-score"),
        "no weight of a");
  }

  @Test
  void optionsAreCheckedBeforeAnythingElse() throws IOException {
    Path data = file("id,a,b", "x,1,2", "y,2,1");
    assertFails(2, weights(data, "--id", "id", "--method", "magic"), "'magic'", "entropy");
    assertFails(2, weights(data, "--id", "id", "--normalise", "goalposts"), "min-max");
    assertFails(2, weights(data, "--id", "id", "--scope", "yearly"), "needs --year");
    assertFails(2, weights(data, "--id", "id", "--norm-scope", "yearly"), "needs --year");
    assertFails(2, weights(data, "--id", "id", "--winsorise", ".1"), "two quantiles");
    assertFails(2, weights(data, "--id", "id", "--scale", "0"), "scale");
    assertFails(2, weights(data, "--id", "id", "--delimiter", "ab"), "--delimiter");
    assertFails(2, weights(data, "--id", "id", "--output", data), "is the input");
    assertFails(
        2, weights(data, "--id", "id", "--output", folder.resolve("no/out.csv")), "--output");
    assertFails(2, weights(data), "--id");
    assertFails(2, Shell.run("method"), "name a method");
    assertFails(
        2,
        Shell.run("method", "coupling", "--input", data, "--id", "id", "--systems", "a"),
        "two or more");
    assertFails(
        2,
        Shell.run("method", "index", "--input", data, "--id", "id", "--within", "system"),
        "--index-system");
  }

  @Test
  void indexSystemsAreChecked() throws IOException {
    Path data = file("id,a,b", "x,1,2", "y,2,1");
    assertFails(2, index(data, folder.resolve("no.conf")), "no such file");
    Path lacking = Files.writeString(folder.resolve("l.conf"), conf("a / people"));
    assertFails(2, index(data, lacking), "l.conf", "'people'", "it has id, a, b");
    Path broken = Files.writeString(folder.resolve("b.conf"), conf("drop(a)"));
    assertFails(2, index(data, broken), "b.conf", "drop");
    Path good = Files.writeString(folder.resolve("g.conf"), conf("a / b"));
    assertThat(index(data, good).exitCode()).isZero();
    assertFails(
        2,
        Shell.run(
            "method",
            "index",
            "--input",
            data,
            "--id",
            "id",
            "--index-system",
            good,
            "--columns",
            "a"),
        "leave them out");
  }

  @Test
  void headsAreRead() throws IOException {
    assertFails(1, weights(file("id,a,a", "x,1,2"), "--id", "id"), "column 'a' twice");
    assertFails(1, weights(write(""), "--id", "id"), "is empty");
    Path gbk = folder.resolve("gbk.csv");
    Files.write(gbk, "城市,a\n北京,1\n上海,2\n".getBytes(Charset.forName("GBK")));
    Shell.Result read = weights(gbk, "--id", "城市", "--method", "equal", "--output", "-");
    assertThat(read.exitCode()).as(read.err()).isZero();
    assertThat(read.out()).contains("a,1.0");
    Path tabs = write("\uFEFF城市\tGDP, 亿元\n\"a\"\t\"1,200\"\nb\t7\n");
    Shell.Result result = weights(tabs, "--id", "城市", "--delimiter", "tab", "--output", "-");
    assertThat(result.exitCode()).as(result.err()).isZero();
    assertThat(result.out())
        .startsWith("indicator_code,weight,entropy,variation,mean,sd,n,reason\n\"GDP, 亿元\",1.0,");
  }

  @Test
  void helpDocumentsEveryOption() {
    for (String command : List.of("weights", "index", "coupling")) {
      Shell.Result help = Shell.run("method", command, "--help");
      assertThat(help.exitCode()).isZero();
      assertThat(help.out()).contains("--input", "--id", "--year", "--output", "--delimiter");
    }
  }

  private static String conf(String expression) {
    return """
    title = "t"
    children { s { name-en = "s", children {
      leaf { name-en = "leaf", direction = "+", expression = "%s" } } } }
    """
        .formatted(expression);
  }

  private static Shell.Result index(Path data, Path conf) {
    return Shell.run("method", "index", "--input", data, "--id", "id", "--index-system", conf);
  }

  private static Shell.Result weights(Path data, Object... more) {
    List<Object> args = new ArrayList<>(List.of("method", "weights", "--input", data));
    args.addAll(List.of(more));
    return Shell.run(args.toArray());
  }

  private static void assertFails(int exitCode, Shell.Result result, String... parts) {
    assertThat(result.exitCode()).as(result.toString()).isEqualTo(exitCode);
    assertThat(result.err()).contains(parts).contains("renxing: exit " + exitCode);
    assertThat(result.err()).doesNotContain("\tat ").doesNotContain("  at org");
    assertThat(result.out()).isEmpty();
  }

  private Path file(String... lines) throws IOException {
    return write(String.join("\n", lines) + "\n");
  }

  private Path write(String text) throws IOException {
    return Files.writeString(folder.resolve("in-" + System.nanoTime() + ".csv"), text);
  }
}
