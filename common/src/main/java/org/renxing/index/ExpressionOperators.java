package org.renxing.index;

import java.util.Optional;

/**
 * The operators of expressions. Numbers are ordered as in SQL: NaN is equal to itself and above all
 * others, 0 and −0 are equal.
 */
final class ExpressionOperators {
  private ExpressionOperators() {}

  /** Operators that make a number of two. */
  enum Binary {
    PLUS,
    MINUS,
    TIMES;

    double of(double left, double right) {
      return switch (this) {
        case PLUS -> left + right;
        case MINUS -> left - right;
        case TIMES -> left * right;
      };
    }
  }

  /** Comparisons of two numbers. */
  enum Relation {
    EQUAL,
    LESS,
    LESS_OR_EQUAL,
    GREATER,
    GREATER_OR_EQUAL;

    boolean holds(double left, double right) {
      int order = left == right ? 0 : Double.compare(left, right);
      return switch (this) {
        case EQUAL -> order == 0;
        case LESS -> order < 0;
        case LESS_OR_EQUAL -> order <= 0;
        case GREATER -> order > 0;
        case GREATER_OR_EQUAL -> order >= 0;
      };
    }
  }

  /** Connectives of three-valued logic: known where one operand decides. */
  enum Connective {
    AND,
    OR;

    Optional<Boolean> of(Optional<Boolean> left, Optional<Boolean> right) {
      Optional<Boolean> decisive = Optional.of(this == OR);
      if (left.equals(decisive) || right.equals(decisive)) {
        return decisive;
      }
      return left.isEmpty() || right.isEmpty() ? Optional.empty() : Optional.of(this == AND);
    }
  }

  /** The extreme of several numbers. */
  enum Extremum {
    LEAST,
    GREATEST;

    double of(double left, double right) {
      return Relation.LESS.holds(left, right) == (this == LEAST) ? left : right;
    }
  }

  /** Functions of one number, with the domain in which they are defined. */
  enum Unary {
    ABS,
    EXP,
    LN,
    LOG10,
    SQRT;

    boolean isTotal() {
      return this == ABS || this == EXP;
    }

    boolean isDefined(double x) {
      return isTotal()
          || (this == SQRT ? Relation.GREATER_OR_EQUAL : Relation.GREATER).holds(x, 0.0);
    }

    double of(double x) {
      return switch (this) {
        case ABS -> Math.abs(x);
        case EXP -> StrictMath.exp(x);
        case LN -> StrictMath.log(x);
        case LOG10 -> StrictMath.log10(x);
        case SQRT -> Math.sqrt(x);
      };
    }
  }
}
