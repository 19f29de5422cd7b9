package org.renxing.carbon;

import static org.renxing.carbon.CarbonYear.SCALE;

import java.io.Serializable;
import java.util.List;
import org.renxing.numerics.Finite;
import org.renxing.territory.UnitDirectory.Group;

/**
 * Emissions of a group of units in a year. NaN is missing: a quotient without a denominator, or a
 * ratio to others where there are none.
 *
 * <p>A unit without emissions does not count; one without population (GDP) above 0 does not count
 * in shares of population (GDP), nor its emissions in what is divided by it.
 */
public final class CarbonGroup implements Serializable {
  private static final long serialVersionUID = 1L;
  private final CarbonSums own;
  private final CarbonSums all;

  private CarbonGroup(CarbonSums own, CarbonSums all) {
    this.own = own;
    this.all = all;
  }

  /** The groups of one year, that of all units among them. */
  static List<CarbonGroup> of(List<CarbonSums> groups) {
    CarbonSums all =
        groups.stream().filter(g -> g.group().equals(Group.EVERY)).findFirst().orElseThrow();
    return groups.stream().map(own -> new CarbonGroup(own, all)).toList();
  }

  /** The group. */
  public Group group() {
    return own.group();
  }

  /** The year. */
  public int year() {
    return own.year();
  }

  /** How many units have emissions. */
  public long n() {
    return own.n();
  }

  /** Emissions of these, t of CO2. */
  public double emissions() {
    return own.emissions();
  }

  /** Share of the emissions of all units. */
  public double shareEmissions() {
    return Finite.quotient(own.emissions(), all.emissions());
  }

  /** Share of the population of all units. */
  public double sharePopulation() {
    return Finite.quotient(own.people(), all.people());
  }

  /** Share of the GDP of all units. */
  public double shareGdp() {
    return Finite.quotient(own.output(), all.output());
  }

  /** t of CO2 by person. */
  public double perCapita() {
    return CarbonYear.perUnit(own.ofPeople(), own.people());
  }

  /** t of CO2 by 10^4 CNY of GDP. */
  public double perGdp() {
    return CarbonYear.perUnit(own.ofOutput(), own.output());
  }

  /** Emissions by person over those of all units outside the group. */
  public double ratioToOthers() {
    double others = Finite.quotient(all.ofPeople() - own.ofPeople(), all.people() - own.people());
    return toOthers(Finite.quotient(own.ofPeople(), own.people()), others);
  }

  /** Emissions by GDP over those of all units outside the group. */
  public double perGdpRatioToOthers() {
    double others = Finite.quotient(all.ofOutput() - own.ofOutput(), all.output() - own.output());
    return toOthers(Finite.quotient(own.ofOutput(), own.output()), others);
  }

  private double toOthers(double quotient, double others) {
    return own.n() < all.n() ? Finite.quotient(quotient, others) : Double.NaN;
  }

  /** CNY by person, as totals: 10^8 CNY over 10^4 persons is 10^4 CNY a person. */
  public double gdpPerCapita() {
    return Finite.quotient(own.outputOfBoth(), own.peopleOfBoth()) * SCALE;
  }

  /** CNY by person, units alike. */
  public double meanGdpPerCapita() {
    return own.meanPerHead() * SCALE;
  }

  /** Share of the five largest emitters. */
  public double top5Share() {
    return Finite.quotient(own.largest(), own.emissions());
  }
}
