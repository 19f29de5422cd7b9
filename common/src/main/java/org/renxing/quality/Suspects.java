package org.renxing.quality;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.TreeMap;
import org.renxing.model.QualityPolicy;
import org.renxing.records.Records;
import org.renxing.territory.Move;

/** Spreads a {@link SuspectSearch} over records: by indicator and check, then by unit and year. */
public final class Suspects {
  /** Traces travel in parcels, so many that partitions are alike. */
  private static final int PARCELS = 256;

  /** More indicators and checks than there are processors. */
  private static final int MANY = 1_000;

  /** No word of a code begins so. */
  private static final String CHECK = " check ";

  private final SuspectSearch search;

  /** The checks that ask for an indicator. */
  private final TreeMap<String, List<String>> checks = new TreeMap<>();

  /**
   * The search.
   *
   * @param moves of territory, which explain why an area changes
   */
  public Suspects(QualityPolicy policy, List<Move> moves) {
    this.search = SuspectSearch.of(policy, moves);
    for (int k = 0; k < search.checks().size(); k++) {
      for (String code : search.checks().get(k).codes()) {
        checks.computeIfAbsent(code, c -> new ArrayList<>()).add(CHECK + k);
      }
    }
  }

  /**
   * The suspects, one a cell and kind, lazily. The figures of an indicator, or of a check, are in
   * memory at once.
   *
   * @param figures finite figures of one indicator each; together one a cell, of the values that
   *     count
   */
  public Records<Suspect> of(Records<FigureGroup> figures) {
    SuspectSearch own = search;
    TreeMap<String, List<String>> checked = checks;
    return figures
        .flatMap(part -> wanted(checked.getOrDefault(part.key(), List.of()), part))
        .combined(FigureGroup::key, FigureGroup::joined)
        .sharedOut(MANY, FigureGroup::key, (key, parts) -> parcels(traces(own, key, parts)))
        .groupedBy(Parcel::number, (number, parts) -> suspects(own, parts));
  }

  /** What was seen of some units and years. */
  private record Parcel(String number, List<Finding> findings, List<Candidate> candidates)
      implements Serializable {
    Parcel {
      findings = List.copyOf(findings);
      candidates = List.copyOf(candidates);
    }
  }

  /** The figures for their indicator, and for each check that asks for it. */
  private static Iterator<FigureGroup> wanted(List<String> checks, FigureGroup part) {
    List<FigureGroup> out = new ArrayList<>(List.of(part));
    checks.forEach(check -> out.add(new FigureGroup(check, part.figures())));
    return out.iterator();
  }

  private static Traces traces(SuspectSearch search, String key, List<FigureGroup> parts) {
    return key.startsWith(CHECK)
        ? search.ofCheck(
            Integer.parseInt(key.substring(CHECK.length())), FigureGroup.figures(parts))
        : search.ofIndicator(FigureGroup.figures(parts));
  }

  private static Iterator<Parcel> parcels(Traces traces) {
    List<Parcel> out = new ArrayList<>();
    traces
        .by(x -> Math.floorMod(Objects.hash(x.unit(), x.year()), PARCELS))
        .forEach(
            (parcel, own) ->
                out.add(new Parcel(Integer.toString(parcel), own.findings(), own.candidates())));
    return out.iterator();
  }

  private static Iterator<Suspect> suspects(SuspectSearch search, List<Parcel> parts) {
    Traces all = new Traces();
    parts.forEach(part -> all.addAll(part.findings(), part.candidates()));
    return search.suspects(all).iterator();
  }
}
