-- Rows that are about no identified person.

create table headcount (
    agreement varchar not null,
    source_id varchar not null,
    delivery integer not null,
    line bigint not null,
    date date not null,
    activity varchar not null,
    count integer not null,
    start_time time,
    end_time time,
    minutes integer,
    gender varchar,
    age_group varchar
);

-- Kronor, or hours where kind is volunteer_hours.
create table funding (
    agreement varchar not null,
    source_id varchar not null,
    delivery integer not null,
    line bigint not null,
    date date not null,
    amount decimal(18, 2) not null,
    kind varchar not null,
    source varchar,
    activity varchar,
    note varchar
);

-- Kronor. A bookkeeping row keeps its account and objects; which of them are the agreement's cost
-- is for the agreement to say, not for the row. Costs are positive, income negative.
create table costs (
    agreement varchar not null,
    source_id varchar not null,
    delivery integer not null,
    line bigint not null,
    date date not null,
    amount decimal(18, 2) not null,
    activity varchar,
    account varchar,
    text varchar,
    voucher varchar, -- fiscal year, series and number of a bookkeeping row
    objects struct (dimension integer, object varchar)[] -- null: not from bookkeeping
);

create table reference (
    agreement varchar not null,
    source_id varchar not null,
    delivery integer not null,
    line bigint not null,
    series varchar not null,
    municipality varchar not null,
    period varchar not null,
    value double not null,
    gender varchar
);
