-- The columns that an indicator may yield (indicators/README.md).
create or replace temp table unit_shape (
    period_id integer,
    activity varchar,
    person uuid,
    role varchar,
    reason varchar,
    amount double,
    heads integer,
    gender varchar,
    age_group varchar,
    district varchar
);

-- The units of each indicator, tallied as finely as breakdowns can cut.
create or replace temp table tally (
    indicator varchar not null,
    period_id integer,
    activity varchar,
    role varchar,
    reason varchar,
    profile integer, -- of people of the whole: what is known of them
    gender varchar,
    age_group varchar,
    district varchar,
    units bigint not null,
    people bigint not null,
    fingerprint uhugeint not null, -- tells sets of people apart
    heads integer,
    amount double,
    squares double,
    largest double,
    amounts double[]
);

-- What is counted in each cell that has any unit. `complement` is what is in a denominator and not in its
-- numerator, the unknown among them included.
create or replace temp table cell (
    indicator varchar not null,
    period_id integer not null,
    breakdown varchar not null,
    category varchar not null,
    numerator double not null,
    complement double not null,
    unknown double not null,
    unknown_outside double not null,
    excluded double not null,
    people integer not null,
    numerator_people integer not null,
    complement_people integer not null,
    largest double, -- what the person who has most contributes to the numerator
    mean double,
    median double, -- only for indicators of that kind
    sd double
);

-- Who stands behind which figure (migration 0004), until there is a publication that it belongs to.
create or replace temp table draft_membership (
    indicator varchar not null,
    definition_version integer not null,
    period_id integer not null,
    membership integer not null
);

-- Agreements known to have more people in one period than disclosure control takes one by one.
create or replace temp table crowded_agreement (agreement varchar not null);

-- Everyone who is counted, in the agreement and in its activities, of agreements that are not crowded; for
-- disclosure control.
create or replace temp table counted_person (
    indicator varchar not null,
    period_id integer not null,
    activity varchar,
    person uuid not null,
    role varchar not null,
    reason varchar
);

-- People of the total by what they are in the figure; for indicators that count people.
create or replace temp table people_in_role (
    indicator varchar not null,
    period_id integer not null,
    role varchar not null,
    reason varchar,
    people integer not null
);

-- Those behind a curve, each with the time until an event and its cause, or for as long as they were followed.
create or replace temp table followed (
    cohort struct(indicator varchar, period_id integer) not null,
    time double not null,
    cause varchar
);

create or replace temp table indicator_header as
select unnest(from_json($headers, '[{
    "id": "VARCHAR", "version": "INTEGER", "kind": "VARCHAR", "unit": "VARCHAR", "counts": "VARCHAR",
    "followup_months": "INTEGER", "accrues": "BOOLEAN", "breakdowns": ["VARCHAR"], "needs": ["VARCHAR"], "terms": ["VARCHAR"]}]'), recursive := true);

-- Every category that a breakdown has, so that zero can be told from silence.
create or replace temp table category as
with gender as (
    select agreement, unnest(['woman', 'man', 'other', 'unknown']) as gender from agreement_terms
),
age_group as (
    select agreement, age_group from agreement_age_group
    union all
    select agreement, 'unknown' from agreement_terms
),
district as (
    select distinct period.agreement, kind_known.district
    from kind_known
    join period using (period_id)
    union
    select agreement, 'unknown' from agreement_terms
)
select agreement, 'total' as breakdown, '' as category from agreement_terms
union all
select agreement, 'activity', activity from agreement_activity
union all
select agreement, 'gender', gender from gender
union all
select agreement, 'age_group', age_group from age_group
union all
select agreement, 'district', district from district
union all
select agreement, 'gender*age_group', gender || '*' || age_group from gender join age_group using (agreement);
