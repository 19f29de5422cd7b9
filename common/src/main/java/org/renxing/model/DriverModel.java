package org.renxing.model;

import java.io.Serializable;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/**
 * A regression of a score on what may drive it (methods: drivers).
 *
 * @param id published as {@code model}
 * @param formula as R writes it; empty for the response on the sum of the candidates
 * @param effects of units and years that are taken off; of no account where the method has none
 * @param errors of no account where the method has its own
 * @param lower of {@link Method#TOBIT}: rows at or below it are censored there
 * @param upper of {@link Method#TOBIT}: rows at or above it are censored there
 * @param event of {@link Method#EVENT}: a policy event of the scenario
 * @param leads of {@link Method#EVENT}: years before it, the last of which holds all earlier ones
 * @param lags of {@link Method#EVENT}: years after it, the last of which holds all later ones
 * @param cause of {@link Method#MEDIATION}: a term of the formula
 * @param mediator of {@link Method#MEDIATION}: another
 */
public record DriverModel(
    @Key(isUnique = true) String id,
    @Key(or = "fixed") Method method,
    @Key(or = "") String formula,
    Effects effects,
    @Key(value = "se", or = "cluster") StandardErrors errors,
    @Key(or = "-Infinity") double lower,
    @Key(or = "Infinity") double upper,
    @Key(or = "") String event,
    @Key(or = "3", is = "from 1 to 50") int leads,
    @Key(or = "3", is = "from 0 to 50") int lags,
    @Key(or = "") String cause,
    @Key(or = "") String mediator)
    implements Serializable {

  public DriverModel {
    boolean isLimited = lower > Double.NEGATIVE_INFINITY || upper < Double.POSITIVE_INFINITY;
    if (method == Method.TOBIT && !isLimited) {
      throw wrong(id, "method tobit needs lower, upper or both; a score from 0 to 1 has lower = 0");
    }
    if (!(lower < upper)) {
      throw wrong(id, "lower must be below upper, found " + lower + " and " + upper);
    }
    if (method == Method.EVENT && event.isEmpty()) {
      throw wrong(id, "method event needs event, one of the scenario's resource.events");
    }
    boolean isWhole = !cause.isEmpty() && !mediator.isEmpty() && !cause.equals(mediator);
    if (method == Method.MEDIATION && !isWhole) {
      throw wrong(id, "method mediation needs cause and mediator, two terms of its formula");
    }
  }

  /** A model that has all else by default; an empty formula is that of the candidates. */
  public static DriverModel of(String id, Method method, String formula) {
    return new DriverModel(
        id,
        method,
        formula,
        method.usualEffects(),
        StandardErrors.CLUSTER,
        Double.NEGATIVE_INFINITY,
        Double.POSITIVE_INFINITY,
        "",
        3,
        3,
        "",
        "");
  }

  private static RenxingException wrong(String id, String message) {
    return new RenxingException(ErrorCode.CONFIGURATION, "model " + id + ": " + message);
  }

  /** How a regression is fitted. */
  public enum Method {
    /** Least squares after effects of units, years or both. */
    FIXED,
    /** Random effects of units (Swamy and Arora 1972). */
    RANDOM,
    /** Least squares of all rows. */
    POOLED,
    /** Censored (Tobin 1958). */
    TOBIT,
    /** A spatial lag of the response. */
    LAG,
    /** Errors that depend on those of neighbours. */
    ERROR,
    /** Spatial lags of response and regressors. */
    DURBIN,
    /** Difference in differences and event study of a dated policy. */
    EVENT,
    /** Whether a mediator carries the effect of a cause (Baron and Kenny 1986). */
    MEDIATION;

    private static final Set<Method> SPATIAL = EnumSet.of(LAG, ERROR, DURBIN);

    /** Whether units depend on their neighbours. */
    public boolean isSpatial() {
      return SPATIAL.contains(this);
    }

    /** Whether a key of the configuration says something about it. */
    public boolean has(String key) {
      return switch (key) {
        case "effects" -> this == FIXED || this == MEDIATION || isSpatial();
        case "se" -> this == FIXED || this == RANDOM || this == POOLED || this == MEDIATION;
        case "lower", "upper" -> this == TOBIT;
        case "event", "leads", "lags" -> this == EVENT;
        case "cause", "mediator" -> this == MEDIATION;
        default -> true;
      };
    }

    /** What is taken off unless said otherwise. */
    public Effects usualEffects() {
      return switch (this) {
        case RANDOM -> Effects.UNIT;
        case POOLED, TOBIT -> Effects.NONE;
        default -> Effects.TWOWAY;
      };
    }

    /** As configuration and tables write it. */
    public String text() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** What is taken off the rows of a panel before it is fitted. */
  public enum Effects {
    UNIT,
    TIME,
    TWOWAY,
    NONE;

    /** As configuration and tables write it. */
    public String text() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
