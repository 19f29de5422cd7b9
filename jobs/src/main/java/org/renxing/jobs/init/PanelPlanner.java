package org.renxing.jobs.init;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.renxing.jobs.profile.FileProfile;
import org.renxing.jobs.profile.FoundFile;
import org.renxing.jobs.profile.GivenColumns;
import org.renxing.jobs.profile.MetadataCatalog;
import org.renxing.jobs.profile.Profiler;
import org.renxing.jobs.silver.DimUnit;
import org.renxing.model.ErrorCode;
import org.renxing.model.RenxingException;
import org.renxing.model.UnitList;
import org.renxing.model.YearRange;
import org.renxing.name.HeaderText;

/** Decides what is drafted for a panel: each column's part, direction and unit. */
final class PanelPlanner {
  /** A column that lacks more than this is left out, and so is a unit's series in the scenario. */
  static final double MOST_MISSING = 0.5;

  private static final int MOST_GROUPS = 100;
  private static final String PLACE = "lat|lon|lng|latitude|longitude";
  private static final String CODE = ".*(?:^|[_ ])(?:code|id|fips|geoid|zip|postcode|iso\\d?)";

  private final PanelOptions options;
  private final MetadataCatalog known;
  private final FoundFile file;
  private final List<String> labels;
  private final KeyColumns keys;
  private final IndicatorList list;
  private final FileProfile profile;
  private final PanelScan scan;
  private final Map<String, String> leftOut = new LinkedHashMap<>();
  private final List<String> notes = new ArrayList<>();
  private final Map<String, List<String>> absent = new LinkedHashMap<>();

  private PanelPlanner(PanelOptions options, MetadataCatalog known) {
    this.options = options;
    this.known = known;
    this.file = FoundFile.of(options.file(), options.sheet(), known);
    this.labels = file.labels();
    this.keys = KeyColumns.of(options, labels);
    this.list = IndicatorList.of(options.indicators());
    Set<String> texts = new LinkedHashSet<>(givenGroups());
    texts.add(keys.name());
    this.profile =
        Profiler.profile(
            file,
            known,
            new GivenColumns(Optional.of(keys.id()), keys.year(), keys.atYear(), texts));
    texts.addAll(profile.otherColumns());
    this.scan = PanelScan.of(file, profile, keys, List.copyOf(texts));
  }

  /** Looks at the file of a panel and plans what is drafted for it. */
  static PanelPlan plan(PanelOptions options, MetadataCatalog known) {
    return new PanelPlanner(options, known).plan();
  }

  private PanelPlan plan() {
    YearRange years = years();
    Map<String, String> groups = groups();
    List<String> usable = usable(years, groups.keySet());
    List<IndexTree.Node> nodes = IndexTree.of(options, list, usable, labels());
    List<String> used = nodes.stream().flatMap(node -> node.labels().stream()).toList();
    used.stream()
        .filter(label -> used.indexOf(label) < used.lastIndexOf(label))
        .findFirst()
        .ifPresent(label -> twice(label));
    usable.stream()
        .filter(label -> !used.contains(label))
        .forEach(label -> leftOut.put(label, "not named by --systems or --indicators"));
    if (used.isEmpty()) {
      throw new RenxingException(
          ErrorCode.USAGE,
          options.file() + ": no column of figures can be used as an indicator" + reasons());
    }
    Map<String, String> denominators = new LinkedHashMap<>();
    Map<String, PlannedIndicator> indicators = indicators(used, years, denominators);
    denominators.keySet().forEach(leftOut::remove);
    absent.forEach(
        (label, divided) ->
            notes.add(
                "not divided by "
                    + label
                    + ", which is no column of the file: "
                    + String.join(", ", divided)));
    return new PanelPlan(
        options,
        profile,
        keys,
        scan.codes().stream().map(code -> unit(code, groups.keySet())).toList(),
        groups,
        years,
        nodes,
        indicators,
        denominators,
        leftOut,
        notes);
  }

  private static void twice(String label) {
    throw new RenxingException(
        ErrorCode.USAGE, "--systems: column '" + label + "' is named twice; it has one place");
  }

  private String reasons() {
    return leftOut.isEmpty()
        ? ""
        : ": "
            + String.join(
                "; ",
                leftOut.entrySet().stream().map(e -> e.getKey() + " " + e.getValue()).toList());
  }

  private YearRange years() {
    List<Integer> found = scan.years();
    YearRange years = options.years().map(YearRange::parse).orElseGet(() -> YearChoice.of(found));
    List<String> without =
        found.stream().filter(year -> !years.contains(year)).map(String::valueOf).toList();
    if (!without.isEmpty()) {
      notes.add(
          "years of the index: "
              + years
              + "; not "
              + String.join(", ", without)
              + (options.years().isPresent()
                  ? ""
                  : ", which are not evenly spaced with them (--years takes others)"));
    }
    List<String> empty =
        years.years().stream().filter(y -> scan.rows(y) == 0).map(String::valueOf).toList();
    if (!empty.isEmpty()) {
      notes.add("no row is of " + String.join(", ", empty) + ": these years are filled in");
    }
    return years;
  }

  private List<String> givenGroups() {
    List<String> out = new ArrayList<>();
    options.groups().forEach(label -> out.add(GivenColumns.require("--groups", label, labels)));
    if (out.isEmpty()) {
      list.entries().values().stream()
          .filter(entry -> entry.isOf("Group") && labels.contains(entry.code()))
          .forEach(entry -> out.add(entry.code()));
    }
    return out;
  }

  /** Columns that group units, with how they are known. */
  private Map<String, String> groups() {
    Map<String, String> out = new LinkedHashMap<>();
    givenGroups().forEach(label -> out.put(label, "given"));
    if (out.isEmpty()) {
      profile.otherColumns().stream()
          .filter(label -> !label.equals(keys.name()) && isGrouping(label))
          .forEach(label -> out.put(label, "guessed: few values, each of several units"));
    }
    Set<String> taken = new TreeSet<>(DimUnit.columns());
    taken.addAll(UnitList.COLUMNS);
    for (String label : List.copyOf(out.keySet())) {
      if (taken.contains(label) || label.equals("all")) {
        out.remove(label);
        leftOut.put(label, "a group, but its name means something else here; rename the column");
      } else if (scan.isChanged(label)) {
        notes.add(label + " changes within units; the last value in the file counts");
      }
    }
    return out;
  }

  private boolean isGrouping(String label) {
    List<String> values =
        scan.codes().stream().map(c -> scan.text(c, label)).filter(t -> !t.isEmpty()).toList();
    long distinct = values.stream().distinct().count();
    int units = scan.codes().size();
    return distinct > 1
        && distinct <= Math.min(MOST_GROUPS, units / 2)
        && values.size() >= 0.9 * units;
  }

  private PanelPlan.Unit unit(String code, Set<String> groups) {
    Map<String, String> values = new LinkedHashMap<>();
    groups.forEach(label -> values.put(label, scan.text(code, label)));
    String name = scan.text(code, keys.name());
    return new PanelPlan.Unit(code, name.isEmpty() ? code : name, values);
  }

  /** Columns of figures that can be indicators; the others are left out with a reason. */
  private List<String> usable(YearRange years, Set<String> groups) {
    profile.otherColumns().stream()
        .filter(label -> !groups.contains(label) && !label.equals(keys.name()))
        .forEach(label -> leftOut.putIfAbsent(label, "text"));
    List<String> out = new ArrayList<>();
    for (FileProfile.Figure figure : profile.figures()) {
      String label = figure.label();
      if (groups.contains(label) || label.equals(keys.name())) {
        continue;
      }
      Optional<String> fault = fault(label, years);
      if (fault.isPresent()) {
        leftOut.put(label, fault.get());
      } else {
        out.add(label);
      }
    }
    return out;
  }

  private Optional<String> fault(String label, YearRange years) {
    FigureScan figure = scan.figure(label);
    IndicatorList.Entry entry = list.entries().get(label);
    String small = label.toLowerCase(Locale.ROOT);
    if (entry != null && entry.isOf("Denominator")) {
      return Optional.of("a denominator");
    } else if (figure.isConstant()) {
      return Optional.of("the same in all rows, or empty");
    } else if (entry == null && small.matches(CODE) && figure.isLikeCode()) {
      return Optional.of("looks like a code");
    } else if (entry == null && small.matches(PLACE)) {
      return Optional.of("a place on the map");
    } else if (missing(label, years) > MOST_MISSING) {
      return Optional.of(
          String.format(Locale.ROOT, "%.0f %% missing in %s", 100 * missing(label, years), years));
    }
    return Optional.empty();
  }

  /** The share of units and years without a figure. */
  private double missing(String label, YearRange years) {
    int rows = years.years().stream().mapToInt(scan::rows).sum();
    return rows == 0 ? 1 : 1 - (double) scan.figure(label).known(years) / rows;
  }

  private Map<String, PlannedIndicator> indicators(
      List<String> used, YearRange years, Map<String, String> denominators) {
    Codes codes = new Codes();
    Codes bases = new Codes();
    Map<String, FileProfile.Figure> figures = new HashMap<>();
    profile.figures().forEach(figure -> figures.put(figure.label(), figure));
    Map<String, String> codeOf = new HashMap<>();
    Map<String, String> baseOf = new HashMap<>();
    for (String label : used) {
      String fallback = "c" + (labels().indexOf(label) + 1);
      codeOf.put(label, codes.of(label, fallback));
      baseOf.put(label, base(codeOf.get(label), bases));
    }
    Map<String, PlannedIndicator> out = new LinkedHashMap<>();
    for (String label : used) {
      IndicatorList.Entry entry = list.entries().get(label);
      String denominator = entry == null ? "" : denominator(entry, bases, baseOf, denominators);
      String why = why(label, entry);
      out.put(
          label,
          new PlannedIndicator(
              codeOf.get(label),
              label,
              entry == null || entry.name().isEmpty() ? HeaderText.of(label).name() : entry.name(),
              baseOf.get(label),
              denominator,
              denominator.isEmpty() ? "" : entry.denominator(),
              why.substring(0, 1),
              why.substring(1).strip(),
              UnitGuess.of(figures.get(label), entry == null ? "" : entry.unit(), known),
              missing(label, years),
              entry == null ? 1 : entry.weight()));
    }
    return out;
  }

  /** The base indicator by which an indicator is divided; a note where the panel lacks it. */
  private String denominator(
      IndicatorList.Entry entry,
      Codes bases,
      Map<String, String> baseOf,
      Map<String, String> denominators) {
    String label = entry.denominator();
    if (label.isEmpty() || label.equalsIgnoreCase("NA")) {
      return "";
    } else if (profile.figures().stream().noneMatch(figure -> figure.label().equals(label))) {
      absent.computeIfAbsent(label, l -> new ArrayList<>()).add(entry.code());
      return "";
    }
    return baseOf.containsKey(label)
        ? baseOf.get(label)
        : denominators.computeIfAbsent(
            label, l -> base(new Codes().of(l, "d" + (labels().indexOf(l) + 1)), bases));
  }

  /** The code of a base indicator, with the panel's name before one that the product has too. */
  private String base(String code, Codes bases) {
    boolean isTaken =
        known.settings().baseIndicators().keySet().stream().anyMatch(code::equalsIgnoreCase);
    return bases.of(isTaken ? options.name() + "_" + code : code, code);
  }

  /** The direction, and how it is known. */
  private String why(String label, IndicatorList.Entry entry) {
    Stream.of(options.negative(), options.positive())
        .flatMap(List::stream)
        .forEach(given -> GivenColumns.require("--negative or --positive", given, labels()));
    if (options.negative().contains(label)) {
      return "- given";
    } else if (options.positive().contains(label)) {
      return "+ given";
    } else if (entry != null && !entry.direction().isEmpty()) {
      return entry.direction() + " given";
    }
    String name = entry == null ? "" : entry.name();
    return DirectionGuess.harm(label, name)
        .map(word -> "- guessed: '" + word + "'")
        .orElse("+ guessed: no word of harm");
  }

  /** Labels that can be named: of columns, or of the items of a long file. */
  private List<String> labels() {
    List<String> out = new ArrayList<>(labels);
    profile.figures().forEach(figure -> out.add(figure.label()));
    return out;
  }
}
