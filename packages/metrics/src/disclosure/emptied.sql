-- A row that is not shown has no number.
update result
set
    value = null,
    numerator = null,
    denominator = null,
    unknown = null,
    excluded = null,
    ci_low = null,
    ci_high = null,
    lower_bound = null,
    upper_bound = null,
    -- why a figure cannot be computed lies in its sources, and tells nothing of the people behind it
    note = if(status = 'not_computable', note, '')
where status <> 'ok';
