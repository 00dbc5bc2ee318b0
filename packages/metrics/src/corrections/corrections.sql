-- Figures that the previous publication showed and that this one shows otherwise. A period that was not complete
-- then could only grow, and so it counts where both publications speak of the same day. What was not counted anew (it
-- is not in `result`) is as it was.
insert into correction by name
with before as (
    select *, definition_version = max(definition_version) over figure as is_newest
    from read_parquet($previous_results)
    semi join (select distinct agreement, split_part(indicator, '@', 1) as indicator from result) using (agreement, indicator)
    window figure as (partition by agreement, indicator, period_type, period, breakdown, category, basis)
),
now as (
    select *, definition_version = max(definition_version) over figure as is_newest
    from published_results
    semi join (select distinct agreement from result) using (agreement)
    window figure as (partition by agreement, indicator, period_type, period, breakdown, category, basis)
),
compared as (
    -- each definition against itself, and the one that was the newest against the one that is
    select
        before.*,
        now.definition_version as new_version,
        now.value as new_value,
        now.status as new_status
    from before
    join now using (agreement, indicator, period_type, period, breakdown, category, basis)
    where now.definition_version = before.definition_version or (now.is_newest and before.is_newest)
    union all
    -- a part that is not in the tables at all has been left out to protect the others
    select before.*, before.definition_version, null, 'suppressed'
    from before
    anti join now using (agreement, indicator, period_type, period, breakdown, category, basis)
    where before.is_newest
),
differing as (
    select
        agreement,
        indicator,
        period_type,
        period,
        period_start,
        period_end,
        breakdown,
        category,
        basis,
        definition_version as previous_definition_version,
        new_version as definition_version,
        value as previous_value,
        new_value as value,
        status as previous_status,
        new_status
    from compared
    where
        status = 'ok'
        and (complete or $same_day)
        and (value, status) is distinct from (new_value, new_status)
),
loaded as (
    select unnest(from_json($deliveries, '[{
        "agreement": "VARCHAR", "dataset": "VARCHAR", "file": "VARCHAR", "start": "DATE", "end": "DATE"
    }]'), recursive := true)
),
reading as (
    select unnest(from_json($readings, '[{
        "agreement": "VARCHAR", "indicator": "VARCHAR", "definition_version": "INTEGER", "breakdown": "VARCHAR",
        "basis": "VARCHAR", "datasets": ["VARCHAR"]
    }]'), recursive := true)
),
-- Categories of one breakdown are counted from the same.
span as (
    select distinct agreement, indicator, definition_version, breakdown, basis, period_start, period_end
    from differing
),
behind as (
    select
        span.*,
        string_agg(distinct loaded.file, ' · ' order by loaded.file) filter (
            coalesce(loaded.start <= span.period_end, true) and coalesce(loaded."end" >= span.period_start, true)
        ) as of_period,
        string_agg(distinct loaded.file, ' · ' order by loaded.file) as of_agreement
    from span
    join reading using (agreement, indicator, definition_version, breakdown, basis)
    join loaded on loaded.agreement = span.agreement and list_contains(reading.datasets, loaded.dataset)
    group by all
),
caused as (
    select differing.*, behind.of_period, behind.of_agreement
    from differing
    left join behind
        using (agreement, indicator, definition_version, breakdown, basis, period_start, period_end)
)
select
    agreement,
    indicator,
    period_type,
    period,
    breakdown,
    category,
    basis,
    $previous as previous_publication,
    previous_definition_version,
    definition_version,
    -- what is withheld now is not told by what it was
    if(new_status = 'ok', previous_value, null) as previous_value,
    value,
    previous_status,
    new_status,
    case
        when previous_definition_version <> definition_version then 'definition'
        when of_period is not null then 'delivery'
        when list_contains(from_json($changed_agreements, '["VARCHAR"]'), agreement) then 'agreement'
        -- one of other days may still have told who is new, or what someone became
        when of_agreement is not null then 'delivery'
        when $other_program then 'program'
        when new_status in ('suppressed', 'too_few') then 'disclosure'
        else 'program'
    end as cause,
    if(cause = 'delivery', coalesce(of_period, of_agreement), '') as deliveries,
    $note as note,
    new_status as status
from caused;
