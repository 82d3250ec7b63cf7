package io.github.rossumext.examples.ordermatching;

import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.springframework.data.repository.CrudRepository;
import org.springframework.web.servlet.function.ServerRequest;

/** The bookings of the stub of the ERP. */
interface StubBookings extends CrudRepository<StubBooking, String> {
  /** Returns the booking of a key. The first request with the key makes it. */
  default StubBooking book(ServerRequest request) throws Exception {
    String key = request.headers().header("Idempotency-Key").get(0);
    String id = UUID.nameUUIDFromBytes(key.getBytes(StandardCharsets.UTF_8)).toString();
    String invoice = request.body(String.class);
    return findById(id).orElseGet(() -> save(new StubBooking(id, invoice, 0)));
  }
}
