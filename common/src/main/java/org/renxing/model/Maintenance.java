package org.renxing.model;

/**
 * How the lake is kept from growing.
 *
 * @param nightly whether nightly does it at its end
 * @param keep how many of the newest releases stay; named ones stay in any case
 * @param graceMinutes how long files stay after no reader can come to them any more
 * @param logDays how many days of the records of runs stay
 */
public record Maintenance(
    boolean nightly,
    @Key(or = "3", is = "1 or more") int keep,
    @Key(or = "60", is = "0 or more") int graceMinutes,
    @Key(or = "400", is = "1 or more") int logDays) {
  /** What holds where the configuration says nothing. */
  public static final Maintenance DEFAULT = new Maintenance(false, 3, 60, 400);
}
