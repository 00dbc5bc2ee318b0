-- Activities' parts of a cost add up to the whole, which is public.
update cost_item
set amount = null, status = 'suppressed'
where
    rowid in (
        select arg_min(rowid, amount) filter (status = 'ok' and amount <> 0)
        from cost_item
        where activity <> ''
        group by agreement, period_type, period, item
        having count(*) filter (status = 'suppressed') = 1 and count(*) filter (status = 'ok' and amount <> 0) > 0
    );
