-- What was counted takes the place of what was counted before; what was taken from there stays.
delete from published_counting where agreement in (select agreement from period);

delete from published_counted_result
where
    agreement in (select agreement from period)
    and (agreement, indicator, period_type, period) not in (
        select (agreement, indicator, period_type, period) from settled_figure
    );

insert into published_counting by name
select distinct period.agreement, $publication as publication, $as_of::date as as_of, present.basis
from period
join (select unnest(from_json($bases, '[{"agreement": "VARCHAR", "basis": "VARCHAR"}]'), recursive := true)) as present
    using (agreement);

insert into published_counted_result by name from counted_result;
