package org.renxing.index;

import java.util.Optional;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.functions;

/**
 * The operators of expressions, each for columns and for numbers. Numbers are ordered as in SQL:
 * NaN is equal to itself and above all others, 0 and −0 are equal.
 */
final class ExpressionOperators {
  private ExpressionOperators() {}

  /** Operators that make a number of two. */
  enum Binary {
    PLUS,
    MINUS,
    TIMES;

    Column of(Column left, Column right) {
      return switch (this) {
        case PLUS -> left.plus(right);
        case MINUS -> left.minus(right);
        case TIMES -> left.multiply(right);
      };
    }

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

    Column of(Column left, Column right) {
      return switch (this) {
        case EQUAL -> left.equalTo(right);
        case LESS -> left.lt(right);
        case LESS_OR_EQUAL -> left.leq(right);
        case GREATER -> left.gt(right);
        case GREATER_OR_EQUAL -> left.geq(right);
      };
    }

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

    Column of(Column left, Column right) {
      return this == AND ? left.and(right) : left.or(right);
    }

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

    Column of(Column... operands) {
      return this == LEAST ? functions.least(operands) : functions.greatest(operands);
    }

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

    Column domain(Column x) {
      return this == SQRT ? x.geq(0.0) : x.gt(0.0);
    }

    boolean isDefined(double x) {
      return isTotal()
          || (this == SQRT ? Relation.GREATER_OR_EQUAL : Relation.GREATER).holds(x, 0.0);
    }

    Column of(Column x) {
      return switch (this) {
        case ABS -> functions.abs(x);
        case EXP -> functions.exp(x);
        case LN -> functions.ln(x);
        case LOG10 -> functions.log10(x);
        case SQRT -> functions.sqrt(x);
      };
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
