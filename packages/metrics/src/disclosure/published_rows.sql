-- Which rows there are at all (disclosure.md, rules 5 and 6), and what is known of each for judging it.

create or replace temp macro is_small(people, threshold) as people between 1 and threshold - 1;

create or replace temp macro is_a_year_at_least(period_type) as period_type in ('year', 'agreement_year', 'agreement');

-- Gender crossed with age is shown where no cell of it is small, in any period or figure of the agreement: what of it
-- is hidden could be told from its two margins, so it is shown whole or not at all.
delete from result
where
    breakdown = 'gender*age_group'
    and agreement in (
        select result.agreement
        from result
        join agreement_terms as terms using (agreement)
        where
            result.breakdown = 'gender*age_group'
            and (
                is_small(result.people, terms.threshold)
                or is_small(result.smallest_part, terms.threshold)
                or is_small(result.unknown, terms.threshold)
                or is_small(result.excluded, terms.threshold)
            )
    );

-- A period that is not over or not all in is shown in total only.
delete from result
where not complete and breakdown <> 'total';

delete from cost_item
where
    activity <> ''
    and (agreement, period_type, period) in (
        select (period.agreement, period.period_type, period.period) from period where not complete
    );

-- Two breakdowns crossed, or an outcome and a breakdown, need a large period: among few people most of such cells would
-- have to be hidden. Nothing is crossed twice.
delete from result
using indicator_header as header
where
    header.id = result.indicator
    and (header.kind in ('share', 'mean', 'median') and header.counts = 'people')::integer
    + len(string_split(result.breakdown, '*'))
    - (result.breakdown = 'total')::integer
    > if(
        (result.agreement, result.period_type, result.period) in (
            select (agreement, period_type, period) from large_period
        ),
        2,
        1
    );

-- What holds for each indicator. Where an outcome is sensitive the limit is higher, and none or all of a group is
-- no better told than a few.
create or replace temp table indicator_terms as
select
    agreement,
    indicator,
    greatest(terms.threshold, coalesce(sensitive.threshold, 0)) as threshold,
    terms.minimum_base,
    sensitive.indicator is not null as is_sensitive_outcome
from (select distinct agreement, indicator from result)
join agreement_terms as terms using (agreement)
left join sensitive_outcome as sensitive using (agreement, indicator);

create or replace temp table judged as
select
    result.rowid as row_number,
    result.* replace (coalesce(older.id, result.indicator) as indicator), -- as it was counted
    period.period_id,
    own.threshold,
    own.minimum_base,
    own.is_sensitive_outcome,
    coalesce(header.kind, 'count') as kind,
    coalesce(header.counts, 'people') as counts
from result
join period using (agreement, period_type, period)
join indicator_terms as own using (agreement, indicator)
left join indicator_header as header on header.id = result.indicator
left join indicator_header as older on older.id = result.indicator || '@' || result.definition_version
where result.status = 'ok';
