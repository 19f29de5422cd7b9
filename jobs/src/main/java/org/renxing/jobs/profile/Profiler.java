package org.renxing.jobs.profile;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.renxing.cell.DecimalMark;
import org.renxing.cell.YearText;
import org.renxing.intake.FileRow;
import org.renxing.intake.HeaderGuess;
import org.renxing.model.BaseIndicator;
import org.renxing.model.UnitOfMeasure;

/** Reads a file twice as a stream: for what its columns are, and for gaps and rows that repeat. */
public final class Profiler {
  private static final Pattern YEAR = Pattern.compile("(?:19|20)\\d{2}");
  private static final int MOST_COLUMNS = 2000;
  private static final int MOST_ITEMS = 500;
  private static final int MOST_UNRESOLVED = 20;
  private static final double CLEAR = 0.5;

  private final FoundFile file;
  private final MetadataCatalog known;
  private final GivenColumns given;
  private final Map<String, ColumnScan> columns = new LinkedHashMap<>();
  private final Set<String> suspects = new LinkedHashSet<>();
  private final TextBudget budget = TextBudget.usual();
  private long rows;
  private long malformed;

  private Profiler(FoundFile file, MetadataCatalog known, GivenColumns given) {
    this.file = file;
    this.known = known;
    this.given = given;
  }

  /** What can be told of a file. */
  public static FileProfile profile(FoundFile file, MetadataCatalog known, GivenColumns given) {
    return new Profiler(file, known, given).profile();
  }

  private FileProfile profile() {
    file.forEach((sheet, row) -> see(row));
    DecimalMark mark = mark();
    columns.values().forEach(c -> c.setMark(mark));
    Optional<ColumnScan> unit =
        given(given.unit(), "--unit-column").or(() -> best(ColumnScan::unitShare, List.of()));
    List<ColumnScan> taken = new ArrayList<>(unit.stream().toList());
    Optional<ColumnScan> year = year(taken);
    year.ifPresent(taken::add);
    Optional<String> yearFrom = yearFrom(year);
    Optional<ColumnScan> item = item(taken);
    Optional<ColumnScan> value = item.isPresent() ? figures(taken).stream().findFirst() : item;
    List<FileProfile.Figure> figures = item.map(i -> items(i)).orElseGet(() -> wide(taken));
    GapScan second =
        new GapScan(
            unit,
            year,
            item,
            value,
            figures.stream().map(FileProfile.Figure::label).toList(),
            Set.copyOf(nullMarks()),
            yearOfSheet());
    file.forEach(second::see);
    suspects(unit, year, value, taken, second);
    HeaderGuess head = file.head().orElse(null);
    Set<String> others = new LinkedHashSet<>(columns.keySet());
    Stream.of(taken.stream(), item.stream(), value.stream())
        .flatMap(used -> used)
        .forEach(c -> others.remove(c.label()));
    figures.forEach(f -> others.remove(f.label()));
    return new FileProfile(
        file.path().toString(),
        file.format().name().toLowerCase(Locale.ROOT).replace('_', '-'),
        file.encoding(),
        file.delimiter() == '\t' ? "\\t" : String.valueOf(file.delimiter()),
        file.heads().keySet().stream().filter(s -> !s.isEmpty()).toList(),
        file.otherSheets(),
        head == null ? List.of() : head.titles().stream().filter(t -> !t.isBlank()).toList(),
        head == null ? 0 : head.form().head().row().orElse(1),
        head == null ? 0 : head.form().head().rows(),
        head != null && head.form().head().hasUnits(),
        rows,
        second.withoutUnit(),
        unit.filter(u -> second.isMergedDownwards()).map(ColumnScan::label).stream().toList(),
        malformed + second.lost(),
        mark.toString(),
        item.isPresent() ? "long" : "wide",
        unit.map(ColumnScan::label),
        year.map(ColumnScan::label),
        yearFrom,
        item.map(ColumnScan::label),
        value.map(ColumnScan::label),
        List.copyOf(year.isPresent() ? yearsOf(year) : second.years()),
        cities(unit),
        figures,
        List.copyOf(others),
        nullMarks(),
        second.missing(),
        List.copyOf(suspects));
  }

  private void suspects(
      Optional<ColumnScan> unit,
      Optional<ColumnScan> year,
      Optional<ColumnScan> value,
      List<ColumnScan> taken,
      GapScan second) {
    FileSuspects looks = new FileSuspects(known, List.copyOf(columns.values()), rows, suspects);
    looks.ofForm(file.head().map(h -> h.labels().size()).orElse(0), MOST_COLUMNS, malformed);
    looks.ofUnits(unit, second);
    looks.ofYears(year, year.isPresent() || !yearOfSheet().isEmpty());
    looks.ofFigures(figures(taken), value.isPresent());
    suspects.addAll(second.repeats());
  }

  /**
   * What stands before decimals: a comma where some column has decimals after a comma beyond doubt,
   * and none has them after a point.
   */
  private DecimalMark mark() {
    boolean hasCommas =
        columns.values().stream().anyMatch(c -> c.scan(DecimalMark.COMMA).decimals() > 0);
    boolean hasPoints =
        columns.values().stream().anyMatch(c -> c.scan(DecimalMark.POINT).decimals() > 0);
    return hasCommas && !hasPoints ? DecimalMark.COMMA : DecimalMark.POINT;
  }

  private void see(FileRow row) {
    rows++;
    if (row.defect().isPresent()) {
      malformed++;
      if (malformed <= 3) {
        suspects.add("line " + row.number() + " is malformed: " + row.defect().get());
      }
      return;
    }
    row.cells()
        .forEach(
            (label, text) -> {
              boolean isSeen = columns.containsKey(label) || columns.size() < MOST_COLUMNS;
              if (!label.endsWith(FileRow.MARK) && text != null && isSeen) {
                columns.computeIfAbsent(label, this::column).see(row.number(), text);
              }
            });
  }

  private ColumnScan column(String label) {
    return new ColumnScan(known, label, budget, given.unit().filter(label::equals).isPresent());
  }

  /** The column of years that the user names, or else that which looks most like one. */
  private Optional<ColumnScan> year(List<ColumnScan> taken) {
    Optional<ColumnScan> named = given(given.year(), "--year-column");
    return named.isPresent() || given.atYear().isPresent()
        ? named
        : best(ColumnScan::yearShare, taken);
  }

  /** A column that the user names. */
  private Optional<ColumnScan> given(Optional<String> label, String option) {
    return label.map(
        l -> columns.get(GivenColumns.require(option, l, List.copyOf(columns.keySet()))));
  }

  private Optional<ColumnScan> best(
      java.util.function.ToDoubleFunction<ColumnScan> share, List<ColumnScan> without) {
    return columns.values().stream()
        .filter(c -> !without.contains(c) && share.applyAsDouble(c) > CLEAR)
        .max(
            Comparator.comparingDouble(share)
                .thenComparing(c -> -List.copyOf(columns.values()).indexOf(c)));
  }

  /** Where there is no column of years, a year in the name of each sheet, the title or the file. */
  private Optional<String> yearFrom(Optional<ColumnScan> year) {
    boolean isSaid =
        year.isEmpty()
            && given.atYear().isEmpty()
            && !file.heads().isEmpty()
            && file.heads().entrySet().stream()
                .allMatch(e -> yearIn(e.getKey(), e.getValue().titles()).isPresent());
    return isSaid ? Optional.of(YEAR.pattern()) : Optional.empty();
  }

  private Map<String, String> yearOfSheet() {
    Map<String, String> out = new HashMap<>();
    given.atYear().ifPresent(year -> file.heads().keySet().forEach(s -> out.put(s, year + "")));
    if (!out.isEmpty()) {
      return out;
    }
    file.heads().forEach((s, head) -> yearIn(s, head.titles()).ifPresent(year -> out.put(s, year)));
    return out;
  }

  private Optional<String> yearIn(String sheet, List<String> titles) {
    return Stream.of(Stream.of(sheet), titles.stream(), Stream.of(file.path().getFileName() + ""))
        .flatMap(s -> s)
        .map(YEAR::matcher)
        .filter(Matcher::find)
        .map(Matcher::group)
        .findFirst();
  }

  /** Numeric columns that are no keys. */
  private List<ColumnScan> figures(List<ColumnScan> taken) {
    return columns.values().stream()
        .filter(c -> c.isNumeric() && !taken.contains(c) && c.unitShare() <= CLEAR)
        .toList();
  }

  /**
   * The column of items of a long file: there is one column of figures, and a column of texts with
   * few values that come often.
   */
  private Optional<ColumnScan> item(List<ColumnScan> taken) {
    if (figures(taken).size() != 1) {
      return Optional.empty();
    }
    return columns.values().stream()
        .filter(c -> !taken.contains(c) && !c.isNumeric() && c.unitShare() <= CLEAR)
        .filter(c -> !given.texts().contains(c.label()))
        .filter(c -> c.values().size() > 1 && c.values().size() <= MOST_ITEMS)
        .filter(c -> c.filled() >= 2L * c.values().size())
        .findFirst();
  }

  private List<FileProfile.Figure> wide(List<ColumnScan> taken) {
    Set<String> used = new HashSet<>();
    List<String> labels = file.head().map(HeaderGuess::labels).orElse(List.of());
    List<String> units = file.head().map(HeaderGuess::units).orElse(List.of());
    List<FileProfile.Figure> out = new ArrayList<>();
    for (ColumnScan c : figures(taken)) {
      int at = labels.indexOf(c.label());
      String below = at >= 0 && at < units.size() ? units.get(at) : "";
      out.add(figure(c.label(), below, used, c));
    }
    return out;
  }

  private List<FileProfile.Figure> items(ColumnScan item) {
    Set<String> used = new HashSet<>();
    ColumnScan none = column("");
    return item.values().keySet().stream().map(label -> figure(label, "", used, none)).toList();
  }

  private FileProfile.Figure figure(String label, String below, Set<String> used, ColumnScan c) {
    Optional<UnitOfMeasure> unit = known.unit(label, below);
    Optional<MetadataCatalog.Guess> guess =
        known
            .indicator(label)
            .filter(g -> unit.isEmpty() || dimension(g).equals(unit.map(UnitOfMeasure::dimension)))
            .filter(g -> used.add(g.indicator().code()));
    Optional<BaseIndicator> indicator = guess.map(MetadataCatalog.Guess::indicator);
    boolean hasNumbers = c.numbers() > 0;
    return new FileProfile.Figure(
        label,
        unit.map(UnitOfMeasure::name).orElse(""),
        indicator.map(BaseIndicator::code).orElse(""),
        guess.map(MetadataCatalog.Guess::isCertain).orElse(false),
        indicator.map(BaseIndicator::unitOfMeasure).orElse(""),
        c.numbers(),
        c.missing(),
        hasNumbers ? c.least() : 0,
        hasNumbers ? c.most() : 0);
  }

  private Optional<String> dimension(MetadataCatalog.Guess guess) {
    return known.unitOf(guess.indicator()).map(UnitOfMeasure::dimension);
  }

  private FileProfile.Cities cities(Optional<ColumnScan> unit) {
    Map<String, List<String>> unresolved = new LinkedHashMap<>();
    unit.ifPresent(
        u ->
            u.unresolved().stream()
                .limit(MOST_UNRESOLVED)
                .forEach(name -> unresolved.put(name, known.units().nearest(name))));
    return new FileProfile.Cities(
        unit.map(u -> (long) u.values().size()).orElse(0L),
        unit.map(ColumnScan::resolvedValues).orElse(0L),
        unit.map(u -> rows == 0 ? 0.0 : (double) u.unitRows() / rows).orElse(0.0),
        unresolved);
  }

  private static List<String> yearsOf(Optional<ColumnScan> year) {
    return year.stream()
        .flatMap(y -> y.values().keySet().stream())
        .filter(y -> YearText.year(y).isPresent())
        .map(YearText::canonical)
        .distinct()
        .sorted()
        .toList();
  }

  private List<String> nullMarks() {
    Set<String> out = new TreeSet<>(Set.of(""));
    columns.values().stream().filter(ColumnScan::isNumeric).forEach(c -> out.addAll(c.marks()));
    return List.copyOf(out);
  }
}
