-- What was counted last of each agreement, before disclosure control, so that a later day counts again only what that
-- day can have changed. None of it leaves the warehouse.

create table published_counting (
    agreement varchar not null,
    publication varchar not null, -- that it was counted for, whose memberships are those behind it
    as_of date not null,
    basis varchar not null -- of the agreement's rows and terms, the definitions and the program
);

-- Figures of people and events, with the columns of `results`.
create table published_counted_result (
    agreement varchar not null,
    indicator varchar not null, -- as it is counted: an older version of a definition bears `@<version>`
    definition_version integer not null,
    period_type varchar not null,
    period varchar not null,
    period_start date not null,
    period_end date not null,
    complete boolean not null,
    breakdown varchar not null,
    category varchar not null,
    basis varchar not null,
    value double,
    numerator double,
    denominator double,
    unknown integer,
    excluded integer,
    ci_low double,
    ci_high double,
    lower_bound double,
    upper_bound double,
    unit varchar not null,
    status varchar not null,
    note varchar not null,
    people integer,
    smallest_part integer
);
