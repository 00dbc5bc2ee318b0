-- Temporary tables that the steps of a publication fill in turn, all in one connection.
-- `result`, `waterfall`, `transition`, `curve`, `goal`, `quality` and `cost_item` have the columns of the published tables, in order
-- (contracts/publication/tables.ts).

create or replace temp table period (
    agreement varchar not null,
    period_type varchar not null, -- year, tertial | quarter | half, agreement_year, agreement
    period varchar not null,
    period_start date not null,
    period_end date not null,
    last_day date not null, -- the earlier of period_end and as_of: nothing later is used
    outcome_day date not null, -- the same, but as_of for the whole agreement: what became of people is asked after it has ended
    complete boolean not null, -- the period is over and all deliveries are in
    activity_complete boolean not null, -- the same, without bookkeeping, funding and public figures
    period_id integer not null
);

-- Periods of which what was counted before stands (settled/settle.sql).
create or replace temp table settled_period (period_id integer not null);

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

-- The total of each figure that counts people, step by step. In one figure and period:
--   universe − all excluded = denominator (share, mean, median, curve) or numerator (count)
--   numerator + complement + unknown = denominator (share)
-- Steps that are in `result` have the same number there: numerator, denominator, and unknown where the
-- figure's kind keeps it in the denominator. The universe is often another figure's value: P is
-- unique_participants, L is leavers, and all who overlap the period are enrolled_participants.
create or replace temp table waterfall (
    agreement varchar not null,
    indicator varchar not null,
    definition_version integer not null,
    period_type varchar not null,
    period varchar not null,
    step integer not null,
    role varchar not null,
    reason varchar not null,
    count integer,
    status varchar not null
);

-- People who left, by occupation at the start and later. In one period:
--   all cells of stage exit sum to the value of leavers
--   the cells of stage followup_<n> sum to denominator of share_in_work_or_studies_<n>m, and those whose
--   to_status is work, studies or work_and_studies to its numerator, unknown to its unknown
-- A row of cells with one from_status is a part of such a sum, and so is a column with one to_status.
create or replace temp table transition (
    agreement varchar not null,
    period_type varchar not null,
    period varchar not null,
    domain varchar not null,
    stage varchar not null,
    from_status varchar not null,
    to_status varchar not null,
    count integer,
    status varchar not null
);

-- Points of a cumulative incidence. In one figure and period, with n the denominator of `result`:
--   at_risk at a month = n − events of all causes before that day − those no longer followed on it
--   where nobody stopped being followed before a month, value × n is the events of that cause by then
create or replace temp table curve (
    agreement varchar not null,
    indicator varchar not null,
    definition_version integer not null,
    period_type varchar not null,
    period varchar not null,
    cause varchar not null,
    month integer not null,
    value double,
    ci_low double,
    ci_high double,
    at_risk integer,
    status varchar not null,
    events integer -- of this cause since the month before in the grid; never published
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
    -- what a part was allocated by: the indicator, and the people behind what the activity has of it; never published
    allocated_by varchar,
    people integer
);

create or replace temp table correction (
    agreement varchar not null,
    indicator varchar not null,
    period_type varchar not null,
    period varchar not null,
    breakdown varchar not null,
    category varchar not null,
    basis varchar not null,
    previous_publication varchar not null,
    previous_definition_version integer not null,
    definition_version integer not null,
    previous_value double,
    value double,
    previous_status varchar not null,
    new_status varchar not null,
    cause varchar not null,
    deliveries varchar not null,
    note varchar not null,
    status varchar not null
);
