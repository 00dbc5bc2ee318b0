-- Temporary tables that the steps of a publication fill in turn, all in one connection.
-- `result`, `goal`, `quality` and `cost_item` have the columns of the published tables, in order
-- (contracts/publication/tables.ts).

create or replace temp table period (
    agreement varchar not null,
    period_type varchar not null, -- year, tertial | quarter | half, agreement_year, agreement
    period varchar not null,
    period_start date not null,
    period_end date not null,
    last_day date not null, -- the earlier of period_end and as_of: nothing later is used
    complete boolean not null, -- the period is over and all deliveries are in
    activity_complete boolean not null, -- the same, without bookkeeping, funding and public figures
    period_id integer not null
);

create or replace temp table result (
    agreement varchar not null,
    indicator varchar not null,
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
    target double,
    goal varchar,
    trust varchar,
    unit varchar not null,
    status varchar not null,
    note varchar not null,
    people integer, -- people behind the figure, for disclosure control; never published
    smallest_part integer -- fewest people behind a part of it that is not empty; never published
);

create or replace temp table goal (
    agreement varchar not null,
    goal varchar not null,
    indicator varchar not null,
    definition_version integer not null,
    period_type varchar not null,
    period varchar not null,
    target double,
    direction varchar not null,
    baseline double,
    value double,
    ci_low double,
    ci_high double,
    verdict varchar not null,
    trust varchar not null,
    trust_reasons varchar not null,
    decided_body varchar,
    decided_date date,
    decided_reference varchar,
    assumed boolean not null,
    status varchar not null
);

create or replace temp table quality (
    agreement varchar not null,
    kind varchar not null,
    source varchar not null,
    item varchar not null,
    start date,
    "end" date,
    count integer,
    of integer,
    verdict varchar,
    status varchar not null
);

create or replace temp table cost_item (
    agreement varchar not null,
    period_type varchar not null,
    period varchar not null,
    period_start date not null,
    period_end date not null,
    item varchar not null,
    activity varchar not null,
    amount double,
    unit varchar not null,
    status varchar not null,
    people integer -- people behind the part that an activity was allocated by; never published
);
