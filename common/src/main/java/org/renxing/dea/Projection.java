package org.renxing.dea;

import java.io.Serializable;
import java.util.List;

/**
 * Where a unit is projected to, and at which prices; everything in the units of the columns, and
 * inputs and outputs by their position.
 */
public final class Projection implements Serializable {
  private static final long serialVersionUID = 1L;

  private final int inputCount;
  private final double[] slacks;
  private final double[] targets;
  private final double[] multipliers;
  private final double freeMultiplier;
  private final Peer[] peers;

  /** Inputs first, then outputs, in each array. */
  Projection(
      int inputCount,
      double[] slacks,
      double[] targets,
      double[] multipliers,
      double freeMultiplier,
      Peer[] peers) {
    this.inputCount = inputCount;
    this.slacks = slacks;
    this.targets = targets;
    this.multipliers = multipliers;
    this.freeMultiplier = freeMultiplier;
    this.peers = peers;
  }

  /** What of an input is left over once the unit has been projected; 0 within the tolerance. */
  public double inputSlack(int input) {
    return slacks[input];
  }

  /** What of an output is short once the unit has been projected; 0 within the tolerance. */
  public double outputSlack(int output) {
    return slacks[inputCount + output];
  }

  /** The sum of all slacks: it depends on the units of the columns. */
  public double slackSum() {
    double sum = 0;
    for (double slack : slacks) {
      sum += slack;
    }
    return sum;
  }

  /** Whether any slack is above 0. */
  public boolean hasSlack() {
    for (double slack : slacks) {
      if (slack > 0) {
        return true;
      }
    }
    return false;
  }

  /** The input that the peers use: θ·x − s⁻ (input), x − s⁻ (output, slacks-based). */
  public double inputTarget(int input) {
    return targets[input];
  }

  /** The output that the peers reach: y + s⁺ (input, slacks-based), φ·y + s⁺ (output). */
  public double outputTarget(int output) {
    return targets[inputCount + output];
  }

  /**
   * The price v of an input, from an optimal dual: radial scores have v·x = 1 (input) or u·y = 1
   * (output). Need not be unique.
   */
  public double inputMultiplier(int input) {
    return multipliers[input];
  }

  /** The price u of an output; need not be unique. */
  public double outputMultiplier(int output) {
    return multipliers[inputCount + output];
  }

  /**
   * The price w of scale, 0 under constant returns: θ = u·y + w (input), φ = v·x − w (output). No
   * reference unit has u·y + w above v·x.
   */
  public double freeMultiplier() {
    return freeMultiplier;
  }

  /** The reference units with λ above 0, by key; they need not be unique. */
  public List<Peer> peers() {
    return List.of(peers);
  }
}
