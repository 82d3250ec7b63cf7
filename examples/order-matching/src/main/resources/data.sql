-- Orders to try it with. PostgreSQL has none of them: there they come from the ERP.
INSERT INTO purchase_order (id, changed, version) VALUES
  ('450017', DATE '2026-01-12', 1),
  ('450018', DATE '2026-01-14', 1);

INSERT INTO order_line
  (purchase_order, purchase_order_key, position, item, description, quantity, price, vat_rate) VALUES
  ('450017', 0, 10, 'NL-4410', 'Copy paper A4, box', 40, 18.90, 19),
  ('450017', 1, 20, 'NL-4410', 'Copy paper A4, box, recycled', 10, 17.50, 19),
  ('450017', 2, 30, 'NL-7001', 'Handbook of printing', 2, 24.00, 7),
  ('450018', 0, 10, 'NL-2200', 'Envelopes C5, 500', 12, 21.30, 19);
