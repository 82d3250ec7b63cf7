package io.github.rossumext.spring.guide;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.springframework.stereotype.Component;

/** The system that the handlers of the guide use. */
@Component
public class Erp {
  private final List<String> bookings = new CopyOnWriteArrayList<>();

  void book(String key) {
    bookings.add(key);
  }

  void importOrders() {
    // The guide only shows that it is called.
  }

  public List<String> bookings() {
    return bookings;
  }
}
