package io.github.rossumext.testkit.internal.document;

import io.github.rossumext.schema.DatapointType;
import java.util.Locale;

/**
 * The values of {@code boolean} fields: {@code True} and {@code False}. A test may write them in
 * any case, an extension may not. Other texts are refused.
 */
final class BooleanFormat implements FieldFormat {
  static final DatapointType TYPE = new DatapointType("boolean");
  static final FieldFormat INSTANCE = new BooleanFormat();

  private BooleanFormat() {}

  @Override
  public FieldText read(String text) throws Refused {
    return switch (text.strip().toLowerCase(Locale.ROOT)) {
      case "true" -> FieldText.of("True");
      case "false" -> FieldText.of("False");
      case "" -> FieldText.EMPTY;
      default -> throw new Refused("is True or False, and got '" + text + "'.");
    };
  }

  @Override
  public FieldText write(String machineText) throws Refused {
    FieldText read = read(machineText);
    if (!read.displayed().equals(machineText)) {
      throw new Refused("is True or False, and got '" + machineText + "'.");
    }
    return read;
  }

  @Override
  public boolean isReadable(FieldText text) {
    return text.displayed().equals("True") || text.displayed().equals("False");
  }
}
