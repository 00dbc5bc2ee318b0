-- Cells of a stage add up by where people came from, by where they went, and in all. A cell that is hidden alone
-- in such a sum takes the least of the others with it; that may leave a cell alone in another sum.
update transition
set count = null, status = 'suppressed'
where
    rowid in (
        select arg_min(cell.rowid, cell.count)
        from transition as cell
        group by grouping sets (
            (agreement, period_type, period, domain, stage),
            (agreement, period_type, period, domain, stage, from_status),
            (agreement, period_type, period, domain, stage, to_status)
        )
        having count(*) filter (cell.status = 'suppressed') = 1 and count(cell.count) > 0
    );
