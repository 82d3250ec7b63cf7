package io.github.rossumext.examples.ordermatching;

import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Version;

/**
 * A booking of the stub of the ERP.
 *
 * @param id derived from the key, so that the same key is the same booking
 * @param invoice what was booked, as JSON
 * @param version 1 once it is stored
 */
record StubBooking(@Id String id, String invoice, @Version int version) {}
