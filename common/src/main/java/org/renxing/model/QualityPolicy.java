package org.renxing.model;

import java.io.Serializable;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * When a figure is suspect, and what follows (docs/methods/quality.md).
 *
 * @param isEnabled whether figures are looked at at all
 * @param limit robust standard deviations from which a departure from a unit's own history counts
 * @param leastFactor departures by a smaller factor never count; above 1
 * @param peerLimit robust standard deviations from the median of all units of the year
 * @param missingShare share of missing figures above which a column of a source is flagged, in 0 to
 *     1
 * @param responses what follows, by kind; a kind that is not named warns
 * @param identities equations between base indicators
 * @param ranges what a base indicator can be, by code
 * @param panel what follows from declarations of base indicators
 */
public record QualityPolicy(
    @Key("enabled") boolean isEnabled,
    @Key(is = "above 0") double limit,
    @Key(is = "above 1") double leastFactor,
    @Key(is = "above 0") double peerLimit,
    @Key(is = Key.SHARE) double missingShare,
    @Key("kinds") Map<SuspectKind, Response> responses,
    List<Identity> identities,
    @Key(names = Key.BASE_INDICATOR) Map<String, Normalisation.Bounds> ranges,
    @Key(isFlat = true) PanelRules panel)
    implements Serializable {

  public QualityPolicy {
    require(limit > 0, "limit must be above 0, found " + limit);
    require(leastFactor > 1, "least-factor must be above 1, found " + leastFactor);
    require(peerLimit > 0, "peer-limit must be above 0, found " + peerLimit);
    require(
        missingShare >= 0 && missingShare <= 1,
        "missing-share must be from 0 to 1, found " + missingShare);
    Map<SuspectKind, Response> ordered = new EnumMap<>(SuspectKind.class);
    ordered.putAll(responses);
    responses = Collections.unmodifiableMap(ordered);
    identities = List.copyOf(identities);
    ranges = SortedCopy.of(ranges);
  }

  /** A policy without checks that follow from declarations of base indicators. */
  public QualityPolicy(
      boolean isEnabled,
      double limit,
      double leastFactor,
      double peerLimit,
      double missingShare,
      Map<SuspectKind, Response> responses,
      List<Identity> identities,
      Map<String, Normalisation.Bounds> ranges) {
    this(
        isEnabled,
        limit,
        leastFactor,
        peerLimit,
        missingShare,
        responses,
        identities,
        ranges,
        PanelRules.NONE);
  }

  /** The policy where configuration says nothing: every kind warns, no identities, no ranges. */
  public static QualityPolicy standard() {
    return new QualityPolicy(true, 5, 1.28, 7, 0.5, Map.of(), List.of(), Map.of());
  }

  /** What follows from a suspect of a kind. */
  public Response response(SuspectKind kind) {
    return responses.getOrDefault(kind, Response.WARN);
  }

  /** What follows from a suspect. */
  public enum Level {
    /** It is listed. */
    WARN,
    /** The figure does not count in any scenario. */
    QUARANTINE,
    /** The run ends, and nothing is published. */
    FAIL
  }

  /**
   * What follows from suspects of a kind.
   *
   * @param confidence the level holds from this confidence, in 0 to 1; below it a suspect warns
   */
  public record Response(
      @Key(or = "warn") Level level, @Key(or = "0", is = Key.SHARE) double confidence)
      implements Serializable {
    static final Response WARN = new Response(Level.WARN, 0);

    public Response {
      require(
          confidence >= 0 && confidence <= 1,
          "confidence must be from 0 to 1, found " + confidence);
    }
  }

  /**
   * Two expressions over base indicators that should be equal.
   *
   * @param tolerance largest absolute logarithm of left over right that is no suspect
   */
  public record Identity(
      String id,
      @Key(reads = Key.BASE_INDICATOR) String left,
      @Key(reads = Key.BASE_INDICATOR) String right,
      @Key(or = "0.05", is = "above 0") double tolerance)
      implements Serializable {
    public Identity {
      require(tolerance > 0, "tolerance must be above 0, found " + tolerance);
    }
  }

  private static void require(boolean holds, String message) {
    if (!holds) {
      throw new RenxingException(ErrorCode.CONFIGURATION, "quality: " + message);
    }
  }
}
