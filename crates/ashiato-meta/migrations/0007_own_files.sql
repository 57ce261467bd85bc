-- Log files with nothing in them but what was recorded of deliveries: their own delivery is not recorded.

ALTER TABLE trail_files ADD COLUMN is_of_deliveries BIGINT NOT NULL DEFAULT 0;
