package org.renxing.land;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.renxing.model.LandRules;
import org.renxing.records.Records;

/** Vacant, low-use and subsiding land of units by zone and year (source Q; methods: land). */
public final class LandUse {
  /** The kind of vacant parcels. */
  public static final String VACANT = "vacant";

  /** The kind of subsidence and pits. */
  public static final String SUBSIDENCE = "subsidence";

  /** Kinds that are called as their families are. */
  private static final Set<String> PLAIN =
      Set.of("abandoned_building", "abandoned_infrastructure", "coal_yard");

  private static final int AREA = 0;
  private static final int WEIGHT = 1;
  private static final int WEIGHED = 2;

  private LandUse() {}

  /** The area of a zone of a unit. */
  public record ZoneArea(String unit, String zone, double areaKm2) implements Serializable {
    private static final long serialVersionUID = 1L;
  }

  /**
   * The land of a kind (vacant, urban_village, old_residential, low_industry, abandoned_building,
   * abandoned_infrastructure, coal_yard, subsidence, and unclassified for low-use land that the
   * rules do not decide), zone, unit and year.
   *
   * @param share of the area of the zone, or of the unit; NaN where that is not known or 0
   * @param patches one that lies in several zones counts once in each, and once in {@code all}
   * @param meanConfidence weighted by area; NaN where no patch of some area has one
   */
  public record Figure(
      ZoneYear about, double areaKm2, double share, long patches, double meanConfidence) {}

  /**
   * A figure for each kind, zone (and {@code all}), unit and year that has a patch. Low-use patches
   * that rules call none are left out. Patches of subsidence that rise or stand still ({@link
   * Subsidence#isSinking}) are counted, with no area. A kind without a figure was not observed:
   * that is not the same as 0.
   *
   * @param pieces one without or with a negative area does not count
   * @param zoneAreas one a zone of a unit, without {@code all}
   */
  public static List<Figure> of(
      Records<LandPiece> pieces, List<ZoneArea> zoneAreas, LandRules rules) {
    LowUseRules lowUse = new LowUseRules(rules);
    Tallies tallies = pieces.flatMap(p -> term(p, lowUse).iterator()).reduce(Tallies::new);
    Map<List<String>, Double> wholes = new HashMap<>();
    for (ZoneArea zone : zoneAreas) {
      wholes.merge(List.of(zone.unit(), zone.zone()), zone.areaKm2(), Double::sum);
      wholes.merge(List.of(zone.unit(), ZoneYear.ALL), zone.areaKm2(), Double::sum);
    }
    List<Figure> out = new ArrayList<>();
    tallies
        .withWholes()
        .forEach(
            (about, tally) -> {
              double whole = wholes.getOrDefault(List.of(about.unit(), about.zone()), Double.NaN);
              out.add(
                  new Figure(
                      about,
                      tally.sum(AREA),
                      Tally.quotient(tally.sum(AREA), whole),
                      tally.count(about.isWhole() ? 1 : 0),
                      tally.ratio(WEIGHED, WEIGHT)));
            });
    return out;
  }

  private static List<Term> term(LandPiece piece, LowUseRules lowUse) {
    String kind = piece.isSized() ? kind(piece, lowUse) : "";
    if (kind.isEmpty()) {
      return List.of();
    }
    boolean isOfItsKind = !kind.equals(SUBSIDENCE) || Subsidence.isSinking(piece);
    boolean isSure = piece.confidence() >= 0 && piece.confidence() <= 1;
    double area = piece.areaKm2();
    return List.of(
        new Term(
            new ZoneYear(kind, piece.zone(), piece.unit(), piece.year()),
            List.of(
                isOfItsKind ? area : 0.0,
                isSure ? area : Double.NaN,
                isSure ? piece.confidence() * area : Double.NaN),
            List.of(true, piece.isMain()),
            List.of()));
  }

  /** Empty for what is no low-use land after all, and for unknown families. */
  private static String kind(LandPiece piece, LowUseRules lowUse) {
    return switch (piece.family()) {
      case "vacant_parcel" -> VACANT;
      case "subsidence" -> SUBSIDENCE;
      case "low_use_land" -> {
        String verdict = lowUse.of(piece).verdict();
        yield verdict.equals(LandRules.NOT_LOW_USE)
            ? ""
            : verdict.isEmpty() ? LowUseRules.UNCLASSIFIED : verdict;
      }
      default -> PLAIN.contains(piece.family()) ? piece.family() : "";
    };
  }
}
