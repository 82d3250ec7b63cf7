package io.github.rossumext.rules;

import io.github.rossumext.WarmUp;
import io.github.rossumext.value.Option;
import io.github.rossumext.value.ValidationSource;
import java.math.BigDecimal;

/** What most rules do, with the document of a {@link WarmUp}. */
final class WarmUpRule implements ContentRule {
  @Override
  public void apply(ContentEditor content) {
    Field name = content.field("name");
    if (content.concerns("name") && name.isSet()) {
      name.set(name.text().strip());
      name.options(Option.of("1", name.text())).choose(Option.of("1", name.text()));
    }
    DateField issued = content.date("issued");
    issued.set(issued.value().plusDays(1)).validatedBy(ValidationSource.CONNECTOR);
    NumberField total = content.number("total");
    BigDecimal sum = BigDecimal.ZERO;
    for (Row line : content.table("lines")) {
      sum = sum.add(line.number("quantity").orZero().multiply(line.number("price").orZero()));
      line.set("quantity", line.number("quantity").orZero());
    }
    if (total.value().compareTo(sum) == 0) {
      total.warning("The sum of the lines is right.");
    }
    content.info("Warm.");
  }
}
