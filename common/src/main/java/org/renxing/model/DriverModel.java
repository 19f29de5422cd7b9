package org.renxing.model;

import java.io.Serializable;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * A regression of a score on what may drive it (methods: drivers).
 *
 * @param id published as {@code model}
 * @param formula as R writes it; empty for the response on the sum of the candidates
 * @param effects of units and years that are taken off; empty for both where the method has any
 * @param errors empty for those clustered by unit
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
    Optional<String> formula,
    Optional<Effects> effects,
    @Key("se") Optional<StandardErrors> errors,
    Optional<Double> lower,
    Optional<Double> upper,
    @Key(names = Key.EVENT) Optional<String> event,
    @Key(or = "3", is = "from 1 to 50") int leads,
    @Key(or = "3", is = "from 0 to 50") int lags,
    Optional<String> cause,
    Optional<String> mediator)
    implements Serializable {

  public DriverModel {
    require(id, effects.isEmpty() || method.hasEffects(), "effects", method);
    require(id, errors.isEmpty() || method.hasErrors(), "se", method);
    boolean isTobit = method == Method.TOBIT;
    require(id, isTobit || lower.isEmpty(), "lower", method);
    require(id, isTobit || upper.isEmpty(), "upper", method);
    require(id, method == Method.EVENT || event.isEmpty(), "event", method);
    boolean isMediation = method == Method.MEDIATION;
    require(id, isMediation || cause.isEmpty(), "cause", method);
    require(id, isMediation || mediator.isEmpty(), "mediator", method);
    if (isTobit && lower.isEmpty() && upper.isEmpty()) {
      throw wrong(id, "method tobit needs lower, upper or both; a score from 0 to 1 has lower = 0");
    }
    if (isTobit && lower.isPresent() && upper.isPresent() && !(lower.get() < upper.get())) {
      throw wrong(id, "lower must be below upper, found " + lower.get() + " and " + upper.get());
    }
    if (method == Method.EVENT && event.isEmpty()) {
      throw wrong(id, "method event needs event, one of the scenario's resource.events");
    }
    if (isMediation && (cause.isEmpty() || mediator.isEmpty() || cause.equals(mediator))) {
      throw wrong(id, "method mediation needs cause and mediator, two terms of its formula");
    }
  }

  /** Two-way fixed effects with errors clustered by unit. */
  public static DriverModel twoWay(String id) {
    return of(id, Method.FIXED, Optional.empty());
  }

  /** A model that has all else by default. */
  public static DriverModel of(String id, Method method, Optional<String> formula) {
    return new DriverModel(
        id,
        method,
        formula,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        3,
        3,
        Optional.empty(),
        Optional.empty());
  }

  private static void require(String id, boolean holds, String key, Method method) {
    if (!holds) {
      throw wrong(id, key + " is none of method " + method.text());
    }
  }

  private static RenxingException wrong(String id, String message) {
    return new RenxingException(ErrorCode.CONFIGURATION, "model " + id + ": " + message);
  }

  /** What is taken off: those of the model, or for want of any what is usual for its method. */
  public Effects takenOff() {
    return effects.orElse(
        method.hasEffects() || method == Method.EVENT
            ? Effects.TWOWAY
            : method == Method.RANDOM ? Effects.UNIT : Effects.NONE);
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

    boolean hasEffects() {
      return this == FIXED || this == MEDIATION || isSpatial();
    }

    boolean hasErrors() {
      return this == FIXED || this == RANDOM || this == POOLED || this == MEDIATION;
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
