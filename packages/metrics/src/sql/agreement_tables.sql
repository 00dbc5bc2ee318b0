-- What agreement.yaml says, as tables. Names are those of the agreement's own fields.

create or replace temp table agreement_text as
select unnest(from_json($agreements, '[{
    "id": "VARCHAR",
    "period": {"start": "DATE", "end": "DATE"},
    "association": {"name": "VARCHAR", "organisation_number": "VARCHAR"},
    "disclosure": {"threshold": "INTEGER", "minimum_base": "INTEGER",
        "sensitive_outcomes": ["VARCHAR"], "sensitive_threshold": "INTEGER"},
    "on_the_way": "DOUBLE",
    "age_groups": ["INTEGER"],
    "followup": {"months": ["INTEGER"], "window_days": "INTEGER"},
    "activities": [{"id": "VARCHAR", "kind": "VARCHAR", "identification": "VARCHAR", "counting_rule": "VARCHAR"}],
    "sources": [{"id": "VARCHAR", "dataset": "VARCHAR", "replaces": "VARCHAR"}],
    "goals": [{"id": "VARCHAR", "assumed": "BOOLEAN", "indicators": [{
        "indicator": "VARCHAR", "target": "DOUBLE", "baseline": "DOUBLE", "direction": "VARCHAR", "period": "VARCHAR",
        "decided": {"body": "VARCHAR", "date": "DATE", "reference": "VARCHAR"}, "assumed": "BOOLEAN"}]}],
    "definitions": "MAP(VARCHAR, STRUCT(version INTEGER, parameters MAP(VARCHAR, JSON)))"
}]')) as text;

create or replace temp table agreement_terms as
select
    text.id as agreement,
    text.period.start as first_day,
    text.period."end" as last_day,
    text.association.name as association,
    text.association.organisation_number as organisation_number,
    text.disclosure.threshold as threshold,
    text.disclosure.minimum_base as minimum_base,
    text.on_the_way as on_the_way,
    text.followup.window_days as window_days
from agreement_text;

-- Indicators that say something of people that must be guarded better.
create or replace temp table sensitive_outcome as
select text.id as agreement, unnest(text.disclosure.sensitive_outcomes) as indicator, text.disclosure.sensitive_threshold as threshold
from agreement_text as text;

create or replace temp table agreement_activity as
select
    text.id as agreement,
    activity.id as activity,
    activity.kind as kind,
    activity.identification as identification,
    activity.counting_rule as counting_rule
from agreement_text, unnest(text.activities) as listed (activity);

-- Age in whole years at the end of the calendar year. `oldest` of the last group is null.
create or replace temp table agreement_age_group as
with bound as (
    select text.id as agreement, unnest(list_concat(text.age_groups, [null])) as oldest
    from agreement_text
),
banded as (
    select
        agreement,
        oldest,
        coalesce(lag(oldest) over (partition by agreement order by oldest nulls last) + 1, 0) as youngest
    from bound
)
select agreement, coalesce(youngest || '–' || oldest, youngest || '+') as age_group, youngest, oldest
from banded;

-- Months after the exit that people are asked at, and days on both sides of that day.
create or replace temp table agreement_followup as
select distinct text.id as agreement, unnest(text.followup.months) as months, text.followup.window_days as window_days
from agreement_text;

create or replace temp table agreement_source as
select text.id as agreement, source.id as source_id, source.dataset as dataset, source.replaces as replaces
from agreement_text, unnest(text.sources) as listed (source);

-- Parameters that the agreement sets for an indicator, one row for each value; a list has several.
create or replace temp table definition_value as
with parameter as (
    select text.id as agreement, definition.key as indicator, unnest(map_entries(definition.value.parameters)) as entry
    from agreement_text, unnest(map_entries(text.definitions)) as listed (definition)
)
select
    agreement,
    indicator,
    entry.key as parameter,
    unnest(
        case
            when json_type(entry.value) = 'ARRAY' then from_json(entry.value, '["VARCHAR"]')
            else [entry.value ->> '$']
        end
    ) as value
from parameter;

create or replace temp table agreement_definition as
select text.id as agreement, definition.key as indicator, definition.value.version as version
from agreement_text, unnest(map_entries(text.definitions)) as listed (definition);

create or replace temp table agreement_target as
with goal as (
    select text.id as agreement, goal, goal_position
    from agreement_text, unnest(text.goals) with ordinality as listed (goal, goal_position)
)
select
    agreement,
    goal.id as goal,
    goal_position,
    target_position,
    measure.indicator as indicator,
    measure.target as target,
    measure.baseline as baseline,
    measure.direction as direction,
    measure.period as period_type,
    measure.decided.body as decided_body,
    measure.decided.date as decided_date,
    measure.decided.reference as decided_reference,
    coalesce(measure.assumed, false) or coalesce(goal.assumed, false) as assumed
from goal, unnest(goal.indicators) with ordinality as listed (measure, target_position);
