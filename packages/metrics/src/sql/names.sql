-- Names as they compare: without case, accents and anything but letters and digits.
create or replace temp macro fold(name) as regexp_replace(lower(strip_accents(name)), '[^a-z0-9]', '', 'g');

-- `16–19`, `16-19 år` and `16 - 19` are one group; `65+` is not `65`.
create or replace temp macro fold_age_group(age_group) as
    regexp_replace(replace(age_group, '–', '-'), '[^0-9+-]', '', 'g');

-- An association is named by name or by organisation number; the latter may bear the century prefix 16.
create or replace temp macro same_association(written, name, organisation_number) as
    fold(written) = fold(name)
    or coalesce(right(fold(written), 10) = right(fold(organisation_number), 10), false);
