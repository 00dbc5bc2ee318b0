-- What arrived. Nothing here is about a person.

create sequence delivery_number;

create table delivery (
    delivery integer primary key default nextval('delivery_number'),
    agreement varchar not null,
    source_id varchar not null,
    sender varchar not null,
    dataset varchar not null,
    file varchar not null, -- relative to the agreement's deliveries folder, identity numbers masked
    sha256 varchar not null,
    bytes bigint not null,
    format varchar not null,
    received timestamp not null, -- UTC
    replaces varchar not null,
    scope_start date,
    scope_end date,
    rule_set varchar not null,
    verdict varchar not null,
    rows_read bigint not null,
    rows_new bigint not null,
    rows_changed bigint not null,
    rows_unchanged bigint not null,
    rows_duplicate bigint not null,
    rows_quarantined bigint not null,
    rows_removed bigint not null
);

-- Faults of a delivery, counted by rule.
create table delivery_fault (
    delivery integer not null,
    rule varchar not null,
    severity varchar not null,
    faults bigint not null
);

-- Rows that were not loaded, as they stood, with identity numbers masked.
-- A row leaves when its source delivers the same scope, key or file again.
create table quarantine (
    agreement varchar not null,
    source_id varchar not null,
    delivery integer not null,
    line bigint not null,
    date date,
    key_hash varchar, -- what the row would have been known by, when that much could be read
    rules varchar[] not null,
    cells json not null
);

-- Facts about the warehouse itself: the fingerprint of the pseudonym key, and the like.
create table setting (
    name varchar primary key,
    value varchar not null
);
