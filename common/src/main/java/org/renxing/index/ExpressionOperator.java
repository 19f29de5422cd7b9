package org.renxing.index;

import java.util.function.BinaryOperator;
import java.util.function.DoubleBinaryOperator;
import org.apache.spark.sql.Column;

/** Operators of two operands; what is not known as a number is NaN. */
enum ExpressionOperator {
  PLUS(Column::plus, Double::sum),
  MINUS(Column::minus, (a, b) -> a - b),
  TIMES(Column::multiply, (a, b) -> a * b),
  EQUAL(Column::equalTo, (a, b) -> truth(a == b, a, b)),
  LESS(Column::lt, (a, b) -> truth(a < b, a, b)),
  AT_MOST(Column::leq, (a, b) -> truth(a <= b, a, b)),
  MORE(Column::gt, (a, b) -> truth(a > b, a, b)),
  AT_LEAST(Column::geq, (a, b) -> truth(a >= b, a, b)),
  AND(Column::and, (a, b) -> a == 0 || b == 0 ? 0 : truth(true, a, b)),
  OR(Column::or, (a, b) -> isTrue(a) || isTrue(b) ? 1 : truth(false, a, b));

  private final BinaryOperator<Column> columns;
  private final DoubleBinaryOperator numbers;

  ExpressionOperator(BinaryOperator<Column> columns, DoubleBinaryOperator numbers) {
    this.columns = columns;
    this.numbers = numbers;
  }

  Column of(Column left, Column right) {
    return columns.apply(left, right);
  }

  double of(double left, double right) {
    return numbers.applyAsDouble(left, right);
  }

  private static double truth(boolean holds, double a, double b) {
    return Double.isNaN(a) || Double.isNaN(b) ? Double.NaN : holds ? 1 : 0;
  }

  private static boolean isTrue(double x) {
    return x != 0 && !Double.isNaN(x);
  }
}
