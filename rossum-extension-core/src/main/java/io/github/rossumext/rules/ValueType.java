package io.github.rossumext.rules;

import io.github.rossumext.internal.json.Texts;
import io.github.rossumext.schema.DatapointType;
import java.math.BigDecimal;
import java.time.LocalDate;

/** How the texts of a field are read and compared. */
enum ValueType {
  TEXT("a text"),
  NUMBER("a number"),
  DATE("a date");

  private final String name;

  ValueType(String name) {
    this.name = name;
  }

  String named() {
    return name;
  }

  static ValueType of(DatapointType type) {
    if (type.equals(DatapointType.NUMBER)) {
      return NUMBER;
    }
    return type.equals(DatapointType.DATE) ? DATE : TEXT;
  }

  boolean canRead(String text) {
    return switch (this) {
      case TEXT -> true;
      case NUMBER -> Texts.number(text) != null;
      case DATE -> DateField.parse(text) != null;
    };
  }

  boolean isSame(String one, String other) {
    if (this == NUMBER) {
      BigDecimal number = Texts.number(one);
      BigDecimal otherNumber = Texts.number(other);
      if (number != null && otherNumber != null) {
        return number.compareTo(otherNumber) == 0;
      }
    } else if (this == DATE) {
      LocalDate date = DateField.parse(one);
      if (date != null) {
        return date.equals(DateField.parse(other));
      }
    }
    return one.equals(other);
  }
}
