-- Events add up: over the cells of a breakdown, and over the parts of a period. Where what is hidden in such a sum is one
-- of its members, or parts that together are too little, the least of the others goes with it, and that may leave too little
-- in another sum. A hidden total takes its breakdowns with it, and a figure what tells its number.
update result
set status = 'suppressed'
where
    rowid in (
        with cell as (
            select
                result.rowid as row_number,
                result.*,
                period.period_id,
                terms.threshold,
                result.status = 'suppressed' as is_hidden,
                -- what an earlier publication showed is known whatever this one does
                result.status = 'ok' and released.was is distinct from 'shown' as may_hide
            from result
            join indicator_header as header on header.id = result.indicator
            join period using (agreement, period_type, period)
            join agreement_terms as terms using (agreement)
            left join released on released.row_number = result.rowid
            where header.counts = 'events' and header.kind in ('sum', 'count') and result.status in ('ok', 'suppressed')
        ),
        total as (from cell where breakdown = 'total'),
        member as (
            select breakdown as added_over, '' as place, period_id as whole, false as is_whole, * from cell where breakdown <> 'total'
            union all
            select distinct on (part.breakdown, total.row_number) part.breakdown, '', total.period_id, true, total.*
            from total
            join cell as part using (indicator, period_id)
            where part.breakdown <> 'total'
            union all
            select tiling.part_type, cell.breakdown || '/' || cell.category, tiling.whole, tiling.whole = tiling.period_id, cell.*
            from tiling
            join cell using (period_id)
        )
        select arg_min(row_number, (value, breakdown, category, period)) filter (may_hide and value > 0)
        from member
        group by indicator, whole, added_over, place
        having
            bool_or(is_hidden)
            and bool_or(may_hide and value > 0)
            and (
                count(*) filter (is_hidden) = 1
                -- of parts that hold someone each, one visit is known
                or (
                    not bool_or(is_hidden and is_whole)
                    and sum(value - 1) filter (is_hidden) < any_value(threshold) - 1
                )
            )
        union all
        select part.row_number
        from total
        join cell as part using (indicator, period_id)
        where total.is_hidden and part.breakdown <> 'total' and part.may_hide
        union all
        select follows.row_number
        from follows
        join result as figure on figure.rowid = follows.figure_row
        join result as per on per.rowid = follows.row_number
        where figure.status = 'suppressed' and per.status = 'ok'
    );
