package io.github.rossumext.spring.guide;

// docs: spring-boot-rule
import io.github.rossumext.rules.ContentEditor;
import io.github.rossumext.rules.ContentRule;
import io.github.rossumext.rules.Field;
import org.springframework.stereotype.Component;

@Component
class OrderIdRule implements ContentRule {
  record Settings(int digits) {
    static final Settings DEFAULTS = new Settings(6);
  }

  @Override
  public void apply(ContentEditor content) {
    Field orderId = content.field("order_id");
    int digits = content.settings(Settings.DEFAULTS).digits();
    if (orderId.isSet() && !orderId.text().matches("\\d{" + digits + "}")) {
      orderId.warning("The order number must have " + digits + " digits.");
    }
  }
}
// end
