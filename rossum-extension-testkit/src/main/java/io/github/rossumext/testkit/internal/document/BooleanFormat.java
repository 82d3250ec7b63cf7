package io.github.rossumext.testkit.internal.document;

import io.github.rossumext.internal.check.ValueType;

/**
 * The values of {@code boolean} fields: {@code True} and {@code False}. A test may write them in
 * any case, an extension may not. Other texts are refused.
 */
enum BooleanFormat implements FieldFormat {
  INSTANCE;

  @Override
  public FieldText read(String text) throws Refused {
    Boolean value = ValueType.flag(text.strip());
    if (value == null && !text.isBlank()) {
      throw notBoolean(text);
    }
    return FieldText.of(value == null ? "" : ValueType.text(value));
  }

  @Override
  public FieldText write(String machineText) throws Refused {
    FieldText read = read(machineText);
    if (!read.displayed().equals(machineText)) {
      throw notBoolean(machineText);
    }
    return read;
  }

  private static Refused notBoolean(String text) {
    return new Refused("is True or False, and got '" + text + "'.");
  }

  @Override
  public boolean isReadable(FieldText text) {
    return ValueType.BOOLEAN.canRead(text.displayed());
  }
}
