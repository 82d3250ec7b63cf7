-- What JdbcDeliveryStore needs in Oracle Database 12.2 or newer. Nobody has tried it yet.
-- Times are milliseconds since 1970-01-01 UTC by the clock of the database.
CREATE TABLE rossum_delivery (
  lookup_key VARCHAR2(64) NOT NULL PRIMARY KEY,
  delivery_id VARCHAR2(32) NOT NULL,
  run_number NUMBER(10) NOT NULL,
  beats NUMBER(19) NOT NULL,
  state VARCHAR2(7) NOT NULL,
  response_status NUMBER(10) NOT NULL,
  response_body BLOB,
  changed_at NUMBER(19) NOT NULL,
  body_millis NUMBER(19) NOT NULL,
  keep_millis NUMBER(19) NOT NULL
);
CREATE INDEX rossum_delivery_id ON rossum_delivery (delivery_id);
CREATE INDEX rossum_delivery_changed ON rossum_delivery (changed_at);
CREATE VIEW rossum_delivery_clock AS
  SELECT ROUND((CAST(SYS_EXTRACT_UTC(SYSTIMESTAMP) AS DATE) - DATE '1970-01-01') * 86400) * 1000 AS millis
  FROM dual;
