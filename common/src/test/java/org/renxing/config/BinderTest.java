package org.renxing.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.typesafe.config.ConfigFactory;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.renxing.model.ErrorCode;
import org.renxing.model.Key;
import org.renxing.model.RenxingException;

/** Binds sections to records of all kinds of components. */
class BinderTest {
  private static final Binder BINDER =
      new Binder(Path.of("/home"), Vocabulary.standard(), Map.of())
          .knowing(Key.SYSTEM, Catalog.of(List.of("wealth", "nature")));

  private enum Colour {
    RED,
    DARK_BLUE
  }

  private record Part(
      @Key(isUnique = true) String id, @Key(or = "1", is = "0 or more") double size) {}

  private record Whole(
      String title,
      @Key(or = "dark-blue") Colour colour,
      @Key("big") boolean isBig,
      @Key(or = "7", is = "from 1 to 9") int count,
      @Key(isPath = true, or = "a.csv") String file,
      @Key(names = Key.SYSTEM, isOrKnown = true) List<String> systems,
      Optional<LocalDate> asOf,
      Set<Colour> colours,
      Map<String, Double> shares,
      @Key(isFlat = true) Range range,
      List<Part> parts) {}

  private record Range(@Key(or = "0") double low, @Key(or = "1") double high) {
    Range {
      if (low > high) {
        throw new RenxingException(ErrorCode.CONFIGURATION, "low is above high");
      }
    }
  }

  private record Share(@Key(is = "above 0 and at most 1; so it is") double value) {}

  private final Report report = new Report();

  private Section section(String text) {
    return new Section(
        ConfigFactory.parseString(text).root(),
        "",
        new Place("x.conf", 0),
        new Reading(report, new Places("/home")));
  }

  private String problems() {
    return String.valueOf(catchThrowable(report::throwIfAny).getMessage());
  }

  @Test
  void whatIsNotWrittenHasItsDefault() {
    assertThat(BINDER.bind(section("title = a"), Whole.class, Map.of()))
        .contains(
            new Whole(
                "a",
                Colour.DARK_BLUE,
                false,
                7,
                "/home/a.csv",
                List.of("wealth", "nature"),
                Optional.empty(),
                Set.of(Colour.RED, Colour.DARK_BLUE),
                Map.of(),
                new Range(0, 1),
                List.of()));
  }

  @Test
  void whatIsNotWrittenIsAsInTheUsualRecord() {
    assertThat(BINDER.bind(section("high = 5"), new Range(2, 3), Map.of()))
        .contains(new Range(2, 5));
  }

  @Test
  void whatIsWrittenIsBound() {
    Section s =
        section(
            """
            title = a, colour = red, big = true, count = 3, file = /b, systems = [nature]
            as-of = "2020-12-31", colours = [red], shares { x = 0.5 }, low = -1
            parts = [ { id = p, size = 2 }, { id = q } ]
            """);
    assertThat(BINDER.bind(s, Whole.class, Map.of()))
        .contains(
            new Whole(
                "a",
                Colour.RED,
                true,
                3,
                "/b",
                List.of("nature"),
                Optional.of(LocalDate.of(2020, 12, 31)),
                Set.of(Colour.RED),
                Map.of("x", 0.5),
                new Range(-1, 1),
                List.of(new Part("p", 2), new Part("q", 1))));
  }

  @Test
  void allProblemsAreToldAtOnce() {
    Section s =
        section(
            """
            colour = rd, count = 10, systems = [natur], as-of = x, big = maybe, title = a, titl = b
            parts = [ { id = p, size = -2 }, { id = p } ]
            """);
    assertThat(BINDER.bind(s, Whole.class, Map.of())).isEmpty();
    assertThat(problems().lines().map(line -> line.replaceFirst("^[^ ]* ", "")))
        .containsExactlyInAnyOrder(
            "colour: 'rd' is not allowed; did you mean 'red'? allowed: dark-blue, red",
            "count: must be a whole number from 1 to 9, found 10.0",
            "systems: the index system has no system 'natur'; did you mean 'nature'? allowed:"
                + " nature, wealth",
            "as-of: 'x' is no day; write it as 2020-12-31",
            "big: 'maybe' is not allowed; allowed: false, true",
            "titl: unknown key; did you mean 'title'?",
            "parts[0].size: must be 0 or more, found -2.0",
            "parts[1].id: 'p' is used twice");
  }

  @Test
  void whatARecordRefusesIsAProblem() {
    assertThat(BINDER.bind(section("title = a, low = 2"), Whole.class, Map.of())).isEmpty();
    assertThat(problems()).endsWith("low is above high");
  }

  @ParameterizedTest
  @CsvSource({"0, false", "0.1, true", "1, true", "1.1, false"})
  void wordsSayWhatANumberMustBe(double value, boolean isAllowed) {
    assertThat(BINDER.bind(section("value = " + value), Share.class, Map.of()).isPresent())
        .isEqualTo(isAllowed);
  }
}
