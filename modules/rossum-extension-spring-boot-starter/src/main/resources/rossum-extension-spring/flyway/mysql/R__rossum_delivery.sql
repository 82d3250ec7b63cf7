-- What JdbcDeliveryStore needs in MariaDB 10.3 or MySQL 8, and newer ones.
-- Times are milliseconds since 1970-01-01 UTC by the clock of the database.
CREATE TABLE rossum_delivery (
  lookup_key VARCHAR(64) NOT NULL PRIMARY KEY,
  delivery_id VARCHAR(32) NOT NULL,
  run_number INTEGER NOT NULL,
  beats BIGINT NOT NULL,
  state VARCHAR(7) NOT NULL,
  response_status INTEGER NOT NULL,
  response_body LONGBLOB,
  changed_at BIGINT NOT NULL,
  body_millis BIGINT NOT NULL,
  keep_millis BIGINT NOT NULL
) ENGINE = InnoDB CHARACTER SET ascii COLLATE ascii_bin;
CREATE INDEX rossum_delivery_id ON rossum_delivery (delivery_id);
CREATE INDEX rossum_delivery_changed ON rossum_delivery (changed_at);
CREATE SQL SECURITY INVOKER VIEW rossum_delivery_clock AS
  SELECT TIMESTAMPDIFF(MICROSECOND, '1970-01-01 00:00:00', UTC_TIMESTAMP(3)) DIV 1000 AS millis;
