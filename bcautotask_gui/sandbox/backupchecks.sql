-- The tables of a complete Backupchecks database, one column a line.
-- Written for PostgreSQL; for SQLite "serial PRIMARY KEY" becomes "integer PRIMARY KEY" and nothing else.
-- Times are UTC without a zone.

CREATE TABLE users (
  id serial PRIMARY KEY,
  username varchar(255) NOT NULL UNIQUE,
  email varchar(255),
  password_hash varchar(255),
  role varchar(255) NOT NULL,
  created_at timestamp
);

CREATE TABLE customers (
  id serial PRIMARY KEY,
  name varchar(255) NOT NULL UNIQUE,
  active boolean NOT NULL DEFAULT true,
  autotask_company_id integer,
  autotask_company_name varchar(255),
  autotask_mapping_status varchar(20),
  autotask_last_sync_at timestamp
);

CREATE TABLE jobs (
  id serial PRIMARY KEY,
  customer_id integer REFERENCES customers(id),
  from_address varchar(512),
  job_name varchar(512) NOT NULL,
  backup_software varchar(128),
  backup_type varchar(128),
  cove_account_id integer,
  active boolean NOT NULL DEFAULT true,
  archived boolean NOT NULL DEFAULT false
);

CREATE TABLE mail_messages (
  id serial PRIMARY KEY,
  from_address varchar(512),
  subject varchar(1024),
  text_body text,
  html_body text,
  received_at timestamp,
  location varchar(32) NOT NULL DEFAULT 'inbox',
  job_id integer REFERENCES jobs(id),
  backup_software varchar(128),
  backup_type varchar(128),
  job_name varchar(512),
  overall_status varchar(32),
  parsed_at timestamp,
  approved boolean NOT NULL DEFAULT false,
  eml_blob bytea
);

CREATE TABLE mail_objects (
  id serial PRIMARY KEY,
  mail_message_id integer NOT NULL REFERENCES mail_messages(id),
  object_name varchar(512) NOT NULL,
  object_type varchar(128),
  status varchar(64),
  error_message text
);

CREATE TABLE job_runs (
  id serial PRIMARY KEY,
  job_id integer NOT NULL REFERENCES jobs(id) ON DELETE CASCADE,
  mail_message_id integer REFERENCES mail_messages(id),
  run_at timestamp,
  status varchar(64),
  remark text,
  missed boolean NOT NULL DEFAULT false,
  override_applied boolean NOT NULL DEFAULT false,
  source_type varchar(20),
  external_id varchar(100),
  reviewed_at timestamp,
  reviewed_by_user_id integer REFERENCES users(id),
  autotask_ticket_id integer,
  autotask_ticket_number varchar(64),
  autotask_ticket_created_at timestamp,
  autotask_ticket_created_by_user_id integer REFERENCES users(id),
  autotask_ticket_deleted_at timestamp
);

CREATE TABLE customer_objects (
  id serial PRIMARY KEY,
  customer_id integer NOT NULL REFERENCES customers(id),
  object_name varchar(512) NOT NULL,
  object_type varchar(128)
);

CREATE TABLE run_object_links (
  id serial PRIMARY KEY,
  run_id integer NOT NULL REFERENCES job_runs(id) ON DELETE CASCADE,
  customer_object_id integer NOT NULL REFERENCES customer_objects(id),
  status varchar(64),
  error_message text,
  observed_at timestamp
);

CREATE TABLE tickets (
  id serial PRIMARY KEY,
  ticket_code varchar(64) NOT NULL UNIQUE,
  description text,
  active_from_date date,
  start_date timestamp,
  resolved_at timestamp
);

CREATE TABLE ticket_scopes (
  id serial PRIMARY KEY,
  ticket_id integer NOT NULL REFERENCES tickets(id),
  scope_type varchar(32),
  customer_id integer REFERENCES customers(id),
  job_id integer REFERENCES jobs(id),
  object_name varchar(512),
  resolved_at timestamp
);

CREATE TABLE ticket_job_runs (
  id serial PRIMARY KEY,
  ticket_id integer NOT NULL REFERENCES tickets(id),
  job_run_id integer NOT NULL REFERENCES job_runs(id),
  linked_at timestamp,
  link_source varchar(32),
  UNIQUE (ticket_id, job_run_id)
);

CREATE TABLE remarks (
  id serial PRIMARY KEY,
  body text,
  active_from_date date,
  start_date timestamp,
  resolved_at timestamp
);

CREATE TABLE remark_scopes (
  id serial PRIMARY KEY,
  remark_id integer NOT NULL REFERENCES remarks(id),
  scope_type varchar(32),
  customer_id integer REFERENCES customers(id),
  job_id integer REFERENCES jobs(id),
  object_name varchar(512),
  resolved_at timestamp
);

CREATE TABLE remark_job_runs (
  id serial PRIMARY KEY,
  remark_id integer NOT NULL REFERENCES remarks(id),
  job_run_id integer NOT NULL REFERENCES job_runs(id),
  linked_at timestamp,
  link_source varchar(32)
);

CREATE TABLE overrides (
  id serial PRIMARY KEY,
  level varchar(20) NOT NULL,
  job_id integer REFERENCES jobs(id),
  backup_software varchar(128),
  backup_type varchar(128),
  object_name varchar(512),
  match_status varchar(32),
  match_error_contains text,
  match_error_mode varchar(20),
  treat_as_success boolean NOT NULL DEFAULT true,
  active boolean NOT NULL DEFAULT true,
  start_at timestamp,
  end_at timestamp,
  comment text
);

CREATE TABLE audit_logs (
  id serial PRIMARY KEY,
  created_at timestamp,
  "user" varchar(255),
  event_type varchar(64),
  message text,
  details text
);

CREATE TABLE system_settings (
  id serial PRIMARY KEY,
  ui_timezone varchar(64),
  require_daily_dashboard_visit boolean,
  cove_enabled boolean,
  cove_api_url varchar(255),
  cove_api_username varchar(255),
  cove_api_password varchar(255),
  cove_import_enabled boolean,
  cove_import_interval_minutes integer,
  cove_partner_id integer,
  cove_last_import_at timestamp,
  autotask_enabled boolean,
  autotask_environment varchar(32),
  autotask_api_username varchar(255),
  autotask_api_password varchar(255),
  autotask_tracking_identifier varchar(255),
  autotask_base_url varchar(512),
  autotask_default_queue_id integer,
  autotask_default_ticket_source_id integer,
  autotask_default_ticket_status integer,
  autotask_priority_warning integer,
  autotask_priority_error integer
);
