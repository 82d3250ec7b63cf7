package io.github.rossumext.examples.ordermatching;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Version;

/**
 * A purchase order, as the ERP sends it and the database stores it.
 *
 * @param id its number
 * @param changed the day of its last change
 * @param lines its lines
 * @param version how often the database has stored it; the ERP does not send it
 */
record PurchaseOrder(
    @Id String id, LocalDate changed, List<OrderLine> lines, @Version int version) {
  Optional<OrderLine> line(String position) {
    return lines.stream().filter(line -> line.option().value().equals(position)).findFirst();
  }

  PurchaseOrder withVersion(int known) {
    return new PurchaseOrder(id, changed, lines, known);
  }
}
