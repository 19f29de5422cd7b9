package org.renxing.config;

import com.typesafe.config.ConfigFactory;
import com.typesafe.config.ConfigObject;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import org.renxing.model.BaseIndicator;
import org.renxing.model.IndexSystem;
import org.renxing.model.IntakeLimits;
import org.renxing.model.Key;
import org.renxing.model.PanelUnits;
import org.renxing.model.QualityPolicy;
import org.renxing.model.RemoteFamily;
import org.renxing.model.RemoteSource;
import org.renxing.model.Secret;
import org.renxing.model.Settings;
import org.renxing.model.SourceSpec;
import org.renxing.model.UnitOfMeasure;
import org.renxing.model.UnitRules;

/** Reads the whole tree: what stands alone first, then what refers to it. */
final class SettingsReader {
  private final Path home;
  private final Vocabulary vocabulary;
  private final Map<String, Secret> secrets;
  private final Binder binder;

  SettingsReader(Path home, Vocabulary vocabulary, Map<String, Secret> secrets) {
    this.home = home;
    this.vocabulary = vocabulary;
    this.secrets = secrets;
    this.binder = new Binder(home, vocabulary, Map.of());
  }

  /** The settings, to be asked for once it is known that what is needed has no problem. */
  Supplier<Settings> read(Section root, String env) {
    Catalog<UnitOfMeasure> units = MeasureReader.units(root.section("units-of-measure"));
    Catalog<BaseIndicator> indicators = MeasureReader.indicators(root.section("indicators"), units);
    ExpressionCheck expressions = new ExpressionCheck(vocabulary, indicators);
    SourceReader sourceReader = new SourceReader(home, indicators, units);
    var sources = catalog(root.section("sources"), sourceReader::read);
    var remote = catalog(root.section("remote"), new RemoteReader(home, units)::read);
    requireDistinctTables(root.section("sources"), root.section("remote"));
    Catalog<IndexSystem> systems =
        catalog(
            root.section("index-systems"), (id, s) -> IndexSystemReader.read(id, s, expressions));
    var factors = catalog(root.section("emission-factors"), EmissionFactorReader::read);
    var carbon = new CarbonReader(factors, expressions);
    var events = catalog(root.section("events"), (id, s) -> ScenarioReader.event(binder, id, s));
    Nightly nightly = nightly(root.section("nightly"));
    ConstantOutput output = new ConstantOutput(expressions, delivered(nightly, sources));
    Binder knowing = binder.knowing(Key.BASE_INDICATOR, indicators);
    var reader = new ScenarioReader(knowing, systems, expressions, output, carbon, events);
    var scenarios = catalog(root.section("scenarios"), reader::read);
    var quality = new QualityReader(indicators, units, expressions).read(root.section("quality"));
    var rules = new RulesReader(binder).read(root.section("rules"));
    root.optionalText("data-root"); // for ${data-root} in the paths of sources
    scenarios.require(nightly.section(), "scenarios", "there is no scenario", nightly.scenarios());
    sources.require(nightly.section(), "sources", "there is no source", nightly.sources());
    requireOutlines(nightly, remote);
    String lakePath = lakePath(root);
    Section reference = root.section("reference");
    List<String> unitFiles =
        reference.texts("unit-files", List.of()).stream().map(this::fromHome).toList();
    List<PanelUnits> panelUnits = panelUnits(reference);
    String referencePath = place(root, reference);
    List<String> corrections = corrections(root.section("corrections"));
    IntakeLimits intake = IntakeReader.limits(root.section("intake"));
    Map<String, String> spark = spark(root.section("spark"));
    root.finish();
    return () ->
        new Settings(
            env,
            lakePath,
            referencePath,
            unitFiles,
            panelUnits,
            corrections,
            nightly.scenarios(),
            nightly.sources(),
            nightly.remote(),
            nightly.failsOnMissing(),
            intake,
            spark,
            secrets(spark),
            canonical(units),
            indicators.values(),
            sources.values(),
            remote.values(),
            systems.values(),
            scenarios.values(),
            quality.orElseGet(QualityPolicy::standard),
            rules.orElseGet(this::standardRules));
  }

  /** The rules of a tree that states none. */
  private UnitRules standardRules() {
    Reading none = new Reading(new Report(), new Places(home.toString()));
    ConfigObject empty = ConfigFactory.empty().root();
    return new RulesReader(binder)
        .read(new Section(empty, "rules", new Place("conf/rules", 0), none))
        .orElseThrow();
  }

  private List<PanelUnits> panelUnits(Section reference) {
    List<PanelUnits> out = new ArrayList<>();
    for (Section s : reference.sections("panel-units")) {
      String path = fromHome(s.text("path"));
      String code = s.text("code-column");
      String name = s.text("name-column");
      String level = s.text("level");
      String prefix = s.text("prefix", "");
      s.build(() -> new PanelUnits(path, code, name, level, prefix)).ifPresent(out::add);
    }
    return out;
  }

  /** What nightly takes in and publishes. */
  private record Nightly(
      Section section,
      List<String> scenarios,
      List<String> sources,
      List<String> remote,
      boolean failsOnMissing) {}

  /** Codes of the base indicators that the sources of nightly deliver. */
  private static Set<String> delivered(Nightly nightly, Catalog<SourceSpec> sources) {
    Set<String> out = new TreeSet<>();
    nightly.sources().stream()
        .flatMap(id -> sources.find(id).stream())
        .flatMap(source -> source.mappings().values().stream())
        .forEach(mapping -> out.add(mapping.indicator()));
    return out;
  }

  /** Remote sources are known; what has no code is placed by outlines, a layer has one source. */
  private static void requireOutlines(Nightly nightly, Catalog<RemoteSource> remote) {
    remote.require(
        nightly.section(), "remote", "there is no source of conf/remote", nightly.remote());
    List<RemoteSource> all =
        nightly.remote().stream().map(remote::find).flatMap(Optional::stream).toList();
    Set<String> layers = new TreeSet<>();
    all.stream()
        .flatMap(s -> s.layer().stream())
        .filter(layer -> !layers.add(layer.name()))
        .forEach(
            layer ->
                nightly
                    .section()
                    .problem(
                        "remote",
                        "two sources have the layer '"
                            + layer.name()
                            + "', whose pixels would be added up; name them apart"));
    boolean hasOutlines = all.stream().anyMatch(s -> s.family() == RemoteFamily.BOUNDARY);
    all.stream()
        .filter(s -> s.isPlaced() && !hasOutlines)
        .findFirst()
        .ifPresent(
            s ->
                nightly
                    .section()
                    .problem(
                        "remote",
                        s.id()
                            + " is placed by geometry, and no source of family boundary gives the"
                            + " outlines of units; add one, or a unit-column"));
  }

  private static Nightly nightly(Section s) {
    Nightly out =
        new Nightly(
            s,
            s.texts("scenarios", List.of()),
            s.texts("sources", List.of()),
            s.texts("remote", List.of()),
            s.flag("fail-on-missing", false));
    s.finish();
    return out;
  }

  private List<String> corrections(Section section) {
    List<String> files = section.texts("files", List.of()).stream().map(this::fromHome).toList();
    section.finish();
    return files;
  }

  /** Bronze tables are named after sources, in letters, digits and underscores. */
  private static void requireDistinctTables(Section... folders) {
    Map<String, String> idOf = new TreeMap<>();
    for (Section sources : folders) {
      for (String id : new TreeSet<>(sources.keys())) {
        String table = id.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "_");
        String other = idOf.putIfAbsent(table, id);
        if (other != null) {
          sources.problem(
              id, "'" + other + "' would have the same bronze table; rename one of them");
        }
      }
    }
  }

  private String lakePath(Section root) {
    Section lake = root.section("lake");
    String path = place(root, lake);
    LakePath.check(lake, path);
    return path;
  }

  /** The path that a section states; nothing is asked of a root file that could not be read. */
  private String place(Section root, Section section) {
    String path = root.isBroken() ? section.text("path", "") : section.text("path");
    section.finish();
    return fromHome(path);
  }

  private String fromHome(String path) {
    return HomePath.of(home, path);
  }

  private static <T> Catalog<T> catalog(
      Section mount, BiFunction<String, Section, Optional<T>> reader) {
    Map<String, T> values = new TreeMap<>();
    Ids.check(mount);
    mount
        .children()
        .forEach(
            (id, section) -> {
              if (!section.isBroken()) {
                reader.apply(id, section).ifPresent(value -> values.put(id, value));
              }
            });
    return new Catalog<>(values, new TreeSet<>(mount.keys()), !mount.isBroken());
  }

  private static Map<String, String> spark(Section section) {
    Map<String, String> out = new TreeMap<>();
    for (String key : section.keys()) {
      if (!Secrets.isSecretName(key)) {
        section.optionalText(key).ifPresent(text -> out.put(key, text));
      }
    }
    return out;
  }

  private Map<String, Secret> secrets(Map<String, String> spark) {
    Map<String, Secret> out = new TreeMap<>();
    secrets.forEach(
        (path, secret) -> {
          if (path.startsWith("spark.") && !spark.containsKey(path)) {
            out.put(path, secret);
          }
        });
    return out;
  }

  private static Map<String, UnitOfMeasure> canonical(Catalog<UnitOfMeasure> units) {
    Map<String, UnitOfMeasure> out = new TreeMap<>();
    units.values().values().forEach(unit -> out.put(unit.name(), unit));
    return out;
  }
}
