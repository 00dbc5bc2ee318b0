-- Events add up: over the cells of a breakdown, and over the parts of a year. One that is hidden alone in such a sum
-- takes the least of the others with it, and that may leave another alone.
update result
set status = 'suppressed'
where
    rowid in (
        with cell as (
            select
                result.rowid as row_number,
                result.*,
                year(result.period_start) as year,
                result.period_type in ('year', 'tertial', 'quarter', 'half') as is_of_year
            from result
            join indicator_header as header on header.id = result.indicator
            where header.counts = 'events' and header.kind in ('sum', 'count') and result.status in ('ok', 'suppressed')
        )
        select arg_min(row_number, value) filter (status = 'ok' and value > 0)
        from cell
        where breakdown <> 'total'
        group by agreement, indicator, period_type, period, breakdown
        having count(*) filter (status = 'suppressed') = 1 and count(*) filter (status = 'ok' and value > 0) > 0
        union all
        select arg_min(row_number, value) filter (status = 'ok' and value > 0)
        from cell
        where is_of_year
        group by agreement, indicator, breakdown, category, year
        having count(*) filter (status = 'suppressed') = 1 and count(*) filter (status = 'ok' and value > 0) > 0
    );
