-- The steps of each figure's total. A figure that is not counted has its universe alone, without a number.
create or replace temp table waterfall_part as
select
    struct_pack(
        agreement := result.agreement,
        indicator := result.indicator,
        definition_version := result.definition_version,
        period_type := result.period_type,
        period := result.period,
        status := result.status
    ) as figure,
    header.kind,
    part.role,
    part.reason,
    coalesce(part.people, 0) as people
from result
join indicator_header as header on header.id = result.indicator
join period using (agreement, period_type, period)
left join people_in_role as part on part.indicator = result.indicator and part.period_id = period.period_id
where header.counts = 'people' and result.breakdown = 'total';

insert into waterfall by name
select figure.*, step, role, reason, if(figure.status = 'ok', count, null) as count
from steps_of('waterfall_part')
where figure.status = 'ok' or role = 'universe';
