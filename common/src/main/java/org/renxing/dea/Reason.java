package org.renxing.dea;

/** Why a score is what it is, or is not there. */
public enum Reason {
  /** Nothing to say. */
  NONE,
  /** All outputs of the unit are 0: θ and ρ are 0 where λ may be 0, and φ has no bound. */
  ZERO_OUTPUT,
  /** The unit is 0 in inputs of which every reference unit with its outputs needs some. */
  ZERO_INPUT,
  /** No combination of reference units reaches the unit's outputs, however large its inputs. */
  OUTPUTS_OUT_OF_REACH,
  /** Every combination of reference units needs more inputs, however small the unit's outputs. */
  INPUTS_TOO_SMALL,
  /** Without the unit itself no reference unit is left. */
  EMPTY_REFERENCE,
  /** The unit lies outside the technology, where this model is not defined. */
  OUTSIDE_TECHNOLOGY,
  /** See {@link Status#UNCERTIFIED}. */
  NO_CERTIFICATE
}
