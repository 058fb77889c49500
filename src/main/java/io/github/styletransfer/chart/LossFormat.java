package io.github.styletransfer.chart;

import java.math.BigDecimal;
import java.math.MathContext;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Locale;

/** Losses in a short, readable form. */
final class LossFormat {
  static final Locale LOCALE = Locale.ROOT;

  private static final MathContext DIGITS = new MathContext(9);
  private static final MathContext FEW_DIGITS = new MathContext(2);
  private static final double SMALLEST_PLAIN = 1e-3;
  private static final double LARGEST_PLAIN = 1e9;

  private LossFormat() {}

  /** With thousands separators, or for the very small and the very large as in 2.5e-7. */
  static String format(double loss) {
    return format(loss, DIGITS);
  }

  /** In two digits. */
  static String rough(double loss) {
    return format(loss, FEW_DIGITS);
  }

  private static String format(double loss, MathContext digits) {
    double size = Math.abs(loss);
    boolean plain = size == 0 || (size >= SMALLEST_PLAIN && size < LARGEST_PLAIN);
    return new DecimalFormat(
            plain ? "#,##0.#########" : "0.########E0", DecimalFormatSymbols.getInstance(LOCALE))
        .format(new BigDecimal(loss).round(digits))
        .replace('E', 'e');
  }
}
