package org.renxing.jobs.gold;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.Test;
import org.renxing.jobs.cli.method.MethodCommand;
import org.renxing.jobs.gold.reproduction.PublishedFigure;
import org.renxing.lake.LakeFiles;
import org.renxing.model.TableSpec;
import picocli.CommandLine;

/** docs/sources-of-methods.md names what there is, and every published figure. */
class SourcesOfMethodsTest {
  private static final Path DOC = Path.of("../docs/sources-of-methods.md");
  private static final Path SCENARIOS = Path.of("../conf/scenarios");
  private static final String METHOD = "bin/renxing method ";
  private static final Pattern HEAD = Pattern.compile("## ([A-Z])");
  private static final Pattern NAME = Pattern.compile("(reproduction )?`([^`]*)`");
  private static final Pattern NO = Pattern.compile("(^|; )no: ?([^;]*)");

  /** A row of a source's table. */
  private record Entry(String source, int line, List<String> cells) {
    String place() {
      return cells.get(0);
    }

    String where() {
      return cells.get(2);
    }
  }

  /** What may be named. */
  private record Known(
      Map<String, List<String>> columns, Set<String> commands, Set<String> figures) {}

  @Test
  void everyNameExistsAndEveryFigureIsListed() throws IOException {
    String text = Files.readString(DOC);
    assertThat(problems(text, known())).isEmpty();
    assertThat(entries(text).stream().map(Entry::source).distinct())
        .containsExactly("R", "C", "Q", "X", "S");
  }

  @Test
  void eachMistakeIsFound() {
    Known known =
        new Known(Map.of("gold.a", List.of("x")), Set.of("index"), Set.of("R|1|f", "R|2|g"));
    String text =
        """
        # Title
        | place | not a row |
        ## R
        | place | what it says | where |
        |---|---|---|
        | 1 | fine | `gold.a`; `gold.a.x`; `bin/renxing method index`; reproduction `f` |
        | 1 | table | `gold.b` |
        | 1 | column | `gold.a.y` |
        | 1 | command | `bin/renxing method indices` |
        | 1 | figure | reproduction `h` |
        | 2 | other place | reproduction `f` |
        | 1 | scenario | `gold.a` of `nowhere` |
        | 1 | no answer | see there |
        | 1 | no reason | no: |
        |  | no place | `gold.a` |
        | 1 |  | `gold.a` |
        | 1 | two cells |
        | 1 | twice | reproduction `f` |
        | 1 | fine too | no: outside |
        """;
    assertThat(problems(text, known))
        .containsExactly(
            "line 7: no table gold.b",
            "line 8: no column gold.a.y",
            "line 9: no command bin/renxing method indices",
            "line 10: no figure R|1|h",
            "line 11: no figure R|2|f",
            "line 12: unknown name nowhere",
            "line 13: no answer",
            "line 14: no without a reason",
            "line 15: a cell is empty",
            "line 16: a cell is empty",
            "line 17: 2 cells",
            "line 18: R|1|f stands twice",
            "not listed: R|2|g");
  }

  private static Known known() {
    Map<String, List<String>> columns = new HashMap<>();
    for (TableSpec spec : PublishedSpecs.all()) {
      columns.put(spec.name().toString(), spec.columnNames());
    }
    Set<String> figures =
        PublishedFigure.read(
                PublishedSpecs.settings("default"), new LakeFiles(new Configuration(false)))
            .stream()
            .map(PublishedFigure::key)
            .collect(Collectors.toSet());
    assertThat(figures).hasSize(130);
    return new Known(
        columns, new CommandLine(new MethodCommand()).getSubcommands().keySet(), figures);
  }

  private static List<String> problems(String text, Known known) {
    List<String> out = new ArrayList<>();
    Set<String> left = new TreeSet<>(known.figures());
    for (Entry entry : entries(text)) {
      List<String> own =
          entry.cells().size() == 3
              ? problems(entry, known, left)
              : List.of(entry.cells().size() + " cells");
      own.forEach(problem -> out.add("line " + entry.line() + ": " + problem));
    }
    left.forEach(figure -> out.add("not listed: " + figure));
    return out;
  }

  private static List<String> problems(Entry entry, Known known, Set<String> left) {
    List<String> out = new ArrayList<>();
    if (entry.cells().stream().anyMatch(String::isEmpty)) {
      out.add("a cell is empty");
    }
    boolean isAnswered = false;
    Matcher no = NO.matcher(entry.where());
    while (no.find()) {
      isAnswered = true;
      if (no.group(2).isBlank()) {
        out.add("no without a reason");
      }
    }
    Matcher names = NAME.matcher(entry.where());
    while (names.find()) {
      String name = names.group(2);
      isAnswered |= names.group(1) != null || name.startsWith("gold.") || name.startsWith(METHOD);
      if (names.group(1) != null) {
        String key = String.join("|", entry.source(), entry.place(), name);
        if (!known.figures().contains(key)) {
          out.add("no figure " + key);
        } else if (!left.remove(key)) {
          out.add(key + " stands twice");
        }
      } else {
        wrong(name, known).ifPresent(out::add);
      }
    }
    if (!isAnswered) {
      out.add("no answer");
    }
    return out;
  }

  /** What is wrong with a name that is not one of a figure. */
  private static Optional<String> wrong(String name, Known known) {
    if (name.startsWith("gold.")) {
      int end = name.indexOf('.', "gold.".length());
      String table = end < 0 ? name : name.substring(0, end);
      if (!known.columns().containsKey(table)) {
        return Optional.of("no table " + table);
      }
      boolean isThere = end < 0 || known.columns().get(table).contains(name.substring(end + 1));
      return isThere ? Optional.empty() : Optional.of("no column " + name);
    }
    if (name.startsWith(METHOD)) {
      boolean isThere = known.commands().contains(name.substring(METHOD.length()));
      return isThere ? Optional.empty() : Optional.of("no command " + name);
    }
    return Files.exists(SCENARIOS.resolve(name + ".conf"))
        ? Optional.empty()
        : Optional.of("unknown name " + name);
  }

  /** The rows below the heads of sources. */
  private static List<Entry> entries(String text) {
    List<Entry> out = new ArrayList<>();
    String source = "";
    List<String> lines = text.lines().toList();
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i);
      Matcher head = HEAD.matcher(line);
      if (head.matches()) {
        source = head.group(1);
      } else if (!source.isEmpty()
          && line.startsWith("|")
          && !line.startsWith("|---")
          && !line.startsWith("| place |")) {
        String inner = line.substring(1, line.lastIndexOf('|'));
        List<String> cells = Arrays.stream(inner.split("\\|", -1)).map(String::strip).toList();
        out.add(new Entry(source, i + 1, cells));
      }
    }
    return out;
  }
}
