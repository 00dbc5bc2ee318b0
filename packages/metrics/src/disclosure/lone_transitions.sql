-- Cells of a stage add up by where people came from, by where they went, and in all. Where what is hidden in such a sum
-- is one cell, or so few people that each cell of it is told too closely, the least of the others goes with it; that
-- may leave too few in another sum.
update transition
set status = 'suppressed'
where
    rowid in (
        select arg_min(cell.rowid, (cell.count, cell.from_status, cell.to_status)) filter (cell.status = 'ok' and cell.count > 0)
        from transition as cell
        join agreement_terms as terms using (agreement)
        group by grouping sets (
            (agreement, period_type, period, domain, stage, terms.threshold),
            (agreement, period_type, period, domain, stage, terms.threshold, from_status),
            (agreement, period_type, period, domain, stage, terms.threshold, to_status)
        )
        having
            count(*) filter (cell.status = 'ok' and cell.count > 0) > 0
            and count(*) filter (cell.status = 'suppressed') > 0
            -- there is one at least in each cell
            and (
                count(*) filter (cell.status = 'suppressed') = 1
                or sum(cell.count - 1) filter (cell.status = 'suppressed') < terms.threshold - 1
            )
    );
