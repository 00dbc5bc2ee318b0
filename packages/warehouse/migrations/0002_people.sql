-- Rows about people. `person` is a pseudonym: 128 bits of HMAC-SHA256, kept as a uuid.
-- Every row knows the source that owns it, the delivery that last set it, and its line there.

-- What an identity number itself tells. A sender's own id tells nothing, and is here with its kind only.
create table person (
    person uuid not null,
    kind varchar not null, -- personal, coordination, interim, own_id
    check_digit_ok boolean,
    birth_year smallint,
    gender varchar
);

create table participants (
    agreement varchar not null,
    source_id varchar not null,
    delivery integer not null,
    line bigint not null,
    person uuid not null,
    known_from date not null, -- the last day that the delivery speaks of
    birth_year smallint,
    gender varchar,
    district varchar
);

-- `person` is null where only a birth date was given: that row counts as anonymous.
create table attendance (
    agreement varchar not null,
    source_id varchar not null,
    delivery integer not null,
    line bigint not null,
    date date not null,
    activity varchar not null,
    person uuid,
    session varchar,
    start_time time,
    end_time time,
    minutes integer, -- as given, or from start to end, past midnight included
    attendance varchar not null,
    role varchar not null,
    birth_year smallint,
    gender varchar,
    district varchar
);

create table engagements (
    agreement varchar not null,
    source_id varchar not null,
    delivery integer not null,
    line bigint not null,
    person uuid not null,
    activity varchar, -- null: the agreement as a whole
    start_date date not null,
    end_date date,
    end_reason varchar,
    referral varchar,
    occupation_at_start varchar
);

create table statuses (
    agreement varchar not null,
    source_id varchar not null,
    delivery integer not null,
    line bigint not null,
    person uuid not null,
    date date not null,
    domain varchar not null,
    value varchar not null,
    stage varchar,
    source varchar
);

create table memberships (
    agreement varchar not null,
    source_id varchar not null,
    delivery integer not null,
    line bigint not null,
    person uuid not null,
    association varchar not null,
    start_date date,
    end_date date
);

create table surveys (
    agreement varchar not null,
    source_id varchar not null,
    delivery integer not null,
    line bigint not null,
    person uuid not null,
    date date not null,
    stage varchar not null,
    instrument varchar not null,
    total smallint -- the sum of the ten items, or as given; null when an item is missing
);
