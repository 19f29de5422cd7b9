package org.renxing.model;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * How a component of a record is written in the configuration, where its name and type do not say
 * all of it. The key is the component's name in lower case with hyphens. What is not written is
 * false for a flag, empty for what is optional or a collection, all constants for a set of an enum;
 * else it has a value for want of one, or must be written.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.RECORD_COMPONENT)
public @interface Key {
  /** What is said of a name that is no base indicator; the others likewise. */
  String BASE_INDICATOR = "there is no base indicator";

  String UNIT_OF_MEASURE = "there is no unit of measure";
  String INDEX_SYSTEM = "there is no index system";
  String SYSTEM = "the index system has no system";
  String INDICATOR = "the index system has no indicator";
  String WEIGHT_SCHEME = "there is no weight scheme";

  /** A score or a variable of the scenario; see {@link Scenario#measures}. */
  String MEASURE = "the scenario has no score or variable";

  /** A policy event that the scenario looks at. */
  String EVENT = "resource.events of the scenario names no event";

  String EMISSION_FACTORS = "there is no set of emission factors";
  String EVIDENCE = "there is no evidence";

  /** What shares and percentages are. */
  String SHARE = "a share from 0 to 1";

  String PERCENTAGE = "a percentage from 0 to 100";

  /** The key, where it is another than the component's name. */
  String value() default "";

  /** What holds for want of a value, as it would be written; a text for each element of a list. */
  String[] or() default {};

  /**
   * What a number must be, in words that say it: "above 0", "below 0", "0 or more", "between 0 and
   * 1" without the ends, "from 0 to 1" with them, "above 0 and at most 1"; others may stand around.
   */
  String is() default "";

  /** What a whole number is multiplied by. */
  int times() default 1;

  /** The text names, or each text or key of a collection, one of these; what is said of others. */
  String names() default "";

  /** The text is an expression that names these; what is said of others. */
  String reads() default "";

  /** For want of a value, the only one there is of those that may be named, or a list of all. */
  boolean isOrKnown() default false;

  /** The text is a path, from the home folder where it is relative. */
  boolean isPath() default false;

  /** The text is a regular expression. */
  boolean isPattern() default false;

  /** For want of a value a set of an enum is empty. */
  boolean isNoneUnlessGiven() default false;

  /** No other record of the list has this text. */
  boolean isUnique() default false;

  /** The keys of the record stand among those of the record around it. */
  boolean isFlat() default false;
}
