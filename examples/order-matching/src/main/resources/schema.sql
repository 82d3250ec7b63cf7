CREATE TABLE IF NOT EXISTS purchase_order (
  id VARCHAR(50) PRIMARY KEY,
  changed DATE NOT NULL,
  version INTEGER NOT NULL
);

CREATE TABLE IF NOT EXISTS order_line (
  purchase_order VARCHAR(50) NOT NULL REFERENCES purchase_order,
  purchase_order_key INTEGER NOT NULL,
  position INTEGER NOT NULL,
  item VARCHAR(50) NOT NULL,
  description VARCHAR(200) NOT NULL,
  quantity NUMERIC(14, 4) NOT NULL,
  price NUMERIC(14, 4) NOT NULL,
  vat_rate NUMERIC(5, 2) NOT NULL,
  PRIMARY KEY (purchase_order, purchase_order_key)
);

CREATE TABLE IF NOT EXISTS archived_document (
  annotation BIGINT PRIMARY KEY,
  content TEXT NOT NULL,
  version INTEGER NOT NULL
);

-- Only the stub of the ERP uses it.
CREATE TABLE IF NOT EXISTS stub_booking (
  id VARCHAR(50) PRIMARY KEY,
  invoice TEXT NOT NULL,
  version INTEGER NOT NULL
);
