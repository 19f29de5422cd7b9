package org.renxing.jobs.silver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.renxing.intake.ReferenceFile;
import org.renxing.intake.ReferenceRow;
import org.renxing.model.RenxingException;
import org.renxing.panel.Merge;

class LineageFileTest {
  private static final Path REFERENCE = Path.of("../conf/reference");
  private static final String HEAD = "year,kind,from_unit_id,to_unit_id,is_whole,note,source\n";
  private static final Set<String> UNITS = Set.of("100100", "100200", "100300");

  private static ReferenceFile file(String name) throws IOException {
    return ReferenceFile.of(name, Files.readString(REFERENCE.resolve(name)));
  }

  private static List<LineageFile.Event> read(String rows) {
    return LineageFile.read(ReferenceFile.of("lineage.csv", HEAD + rows), UNITS);
  }

  @Test
  void theProductsOwnFileIsRightAndAgreesWithTheUnits() throws IOException {
    Map<String, ReferenceRow> ended =
        file("units.csv").rows().stream()
            .filter(u -> !u.text("successor_id").isBlank())
            .collect(Collectors.toMap(u -> u.text("unit_id"), u -> u));
    Set<String> units = new HashSet<>();
    file("units.csv").rows().forEach(u -> units.add(u.text("unit_id")));
    List<LineageFile.Event> events = LineageFile.read(file("lineage.csv"), units);
    assertThat(events).hasSizeGreaterThan(70);
    ended.forEach(
        (id, unit) -> {
          List<LineageFile.Event> own =
              events.stream()
                  .filter(e -> e.from().equals(id) && LineageFile.TERRITORY.contains(e.kind()))
                  .toList();
          assertThat(own)
              .as(id)
              .anyMatch(e -> e.to().equals(unit.text("successor_id")))
              .allMatch(e -> e.year() == Integer.parseInt(unit.text("valid_to")) + 1);
        });
    assertThat(ended).containsOnlyKeys("341400", "371200");
    assertThat(events.stream().filter(e -> e.kind().equals(Merge.KIND) && e.isWhole()))
        .extracting(LineageFile.Event::from, LineageFile.Event::to, LineageFile.Event::year)
        .containsExactly(tuple("371200", "370100", 2019));
    assertThat(events.stream().filter(e -> e.from().equals("341400")))
        .extracting(LineageFile.Event::to)
        .containsExactlyInAnyOrder("340100", "340200", "340500");
  }

  @Test
  void changesOfNameAndLevelFollowThePeriodsOfTheUnits() throws IOException {
    Set<String> units = new HashSet<>();
    Set<String> periods = new HashSet<>();
    for (ReferenceRow unit : file("units.csv").rows()) {
      units.add(unit.text("unit_id"));
      periods.add(unit.text("unit_id") + "/" + unit.text("valid_from"));
    }
    Set<String> changed =
        LineageFile.read(file("lineage.csv"), units).stream()
            .filter(e -> LineageFile.SAME_UNIT.contains(e.kind()))
            .map(e -> e.to() + "/" + e.year())
            .collect(Collectors.toSet());
    assertThat(changed).contains("520500/2011", "520600/2011", "530800/2007", "530800/2003");
    assertThat(periods.stream().filter(p -> !p.endsWith("/1949") && !p.startsWith("640500")))
        .allMatch(changed::contains);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "19x0,merge,100100,100200,true,n,s | year is '19x0'; write a year from 1949 to 2200",
        "1900,merge,100100,100200,true,n,s | year is '1900'",
        "2010,fusion,100100,100200,true,n,s | kind is 'fusion'; allowed: carve_out, code_change,"
            + " dissolve, merge, rename, split, upgrade",
        "2010,merge,999999,100200,true,n,s | from_unit_id '999999' is no unit",
        "2010,merge,,100200,true,n,s | from_unit_id '' is no unit",
        "2010,split,100100,999999,false,n,s | to_unit_id '999999' is no unit",
        "2010,split,100100,100100,false,n,s | a split from unit 100100 to itself; name two units",
        "2010,rename,100100,100200,true,n,s | a rename keeps its unit",
        "2010,merge,100100,100200,yes,n,s | is_whole is 'yes'; allowed: true, false",
        "2010,merge,100100,100200,true,n, | source is empty",
      })
  void namesWhatIsWrongWithFileAndLine(String row, String problem) {
    assertThatThrownBy(() -> read(row + "\n"))
        .isInstanceOf(RenxingException.class)
        .hasMessageStartingWith("lineage.csv:2: ")
        .hasMessageContaining(problem);
  }

  @Test
  void namesEveryProblemAtOnce() {
    assertThatThrownBy(
            () ->
                read(
                    """
                    2010,merge,100100,100200,true,n,s
                    2010,merge,100100,100200,true,n,s
                    2012,merge,100100,100300,true,n,s
                    """))
        .message()
        .satisfies(
            message ->
                assertThat(message.lines())
                    .containsExactly(
                        "lineage.csv:3: the event stands here twice; drop one of the two rows",
                        "lineage.csv:3: unit 100100 passes over whole a second time; only one unit"
                            + " can hold it",
                        "lineage.csv:4: unit 100100 passes over whole a second time; only one unit"
                            + " can hold it"));
  }

  @Test
  void takesUnitsOutsideTheListWhereTheNoteNamesThem() {
    assertThat(read("2010,split,,100200,false,an old unit,s\n"))
        .containsExactly(
            new LineageFile.Event(2010, "split", "", "100200", false, "an old unit", "s"));
  }
}
