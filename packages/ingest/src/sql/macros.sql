-- How text becomes values, and how what looks like an identity number is hidden. Temporary, for one connection.

-- Space, tab, no-break space and its narrow form.
set variable spaces = ' ' || chr(9) || chr(160) || chr(8239);

-- Most cells are as they should be, and are let through by a cheap look. CASE keeps the dear way from being taken for
-- them: COALESCE would not, since what its parts have in common is computed beforehand for every row.
create or replace temp macro as_text(t) as case
    when starts_with(t, ' ') or ends_with(t, ' ') or contains(t, chr(9)) or contains(t, chr(160)) or contains(t, chr(8239))
        then nullif(trim(t, getvariable('spaces')), '')
    else nullif(t, '') end;

-- A macro is written out wherever it is used, with its argument at every place: where one stands inside another,
-- the small one keeps a statement small, since planning it is what a delivery of a hundred rows costs.
create or replace temp macro trimmed(t) as trim(t, getvariable('spaces'));
create or replace temp macro blank(t) as
    case when t >= '!' and t < chr(127) then false else coalesce(trimmed(t), '') = '' end;

-- 2025-03-01, 20250301, 1/3 2025, 2025-03-01 18:30, Excel's days since 1899-12-30. Only 1900–2199 is a date. Of a
-- moment the day is taken as it is written, whatever its offset.
create or replace temp macro date_otherwise(t) as case
    when regexp_full_match(t, '[1-9][0-9]{4}([.,][0-9]+)?') then date '1899-12-30' + left(t, 5)::integer
    when regexp_full_match(t, '(19|2[01])[0-9]{2}-[0-9]{2}-[0-9]{2}[T ][0-9]{2}:[0-9]{2}(:[0-9]{2}([.,][0-9]+)?)?(Z|[+-][0-9]{2}:?[0-9]{2})?')
        then case when try_strptime(substr(t, 12, 5), '%H:%M') is not null then try_cast(left(t, 10) as date) end
    when regexp_matches(t, '^(19|2[01])[0-9]{2}|[ /.](19|2[01])[0-9]{2}$')
        then try_strptime(t, ['%Y%m%d', '%Y-%m-%d', '%d/%m %Y', '%d/%m/%Y', '%d.%m.%Y', '%Y/%m/%d', '%Y.%m.%d'])::date
    end;
create or replace temp macro as_date(t) as case
    when t like '____-__-__' then case when t >= '1900' and t < '2200' then try_cast(t as date) end
    else date_otherwise(trimmed(t)) end;

-- 18:30, 18.30, 1830, 18:30:15, 2025-03-01 18:30, Excel's part of a day.
create or replace temp macro time_otherwise(t) as case
    when regexp_full_match(t, '[0-9]{1,2}[.:][0-9]{2}([.:][0-9]{2})?') then try_cast(replace(t, '.', ':') as time)
    when regexp_full_match(t, '[0-9]{3,4}')
        then try_cast(left(lpad(t, 4, '0'), 2) || ':' || right(t, 2) as time)
    when regexp_full_match(t, '[0-9]{4}-[0-9]{2}-[0-9]{2}[ T][0-9]{2}:[0-9]{2}(:[0-9]{2})?')
        then try_cast(substr(t, 12) as time)
    when regexp_full_match(t, '0[.,][0-9]+')
        then time '00:00' + to_minutes(round(replace(t, ',', '.')::double * 1440)::integer)
    end;
create or replace temp macro as_time(t) as
    case when t like '__:__' then try_cast(t as time) else time_otherwise(trimmed(t)) end;

-- A number with the thousands separators and units of a sender taken away, decimal point kept. 1.234,50 is Swedish or
-- German, 1,234.50 English; a single comma is a decimal comma.
create or replace temp macro plain_number(t) as regexp_replace(
    case
        when contains(t, ',') and contains(t, '.') and strpos(reverse(t), ',') < strpos(reverse(t), '.')
            then replace(replace(t, '.', ''), ',', '.')
        when contains(t, ',') and contains(t, '.') then replace(t, ',', '')
        else replace(t, ',', '.')
    end,
    '[ \t\x{a0}\x{202f}\x{2009}]|(?i:kr|sek)\.?$|:-$', '', 'g');
create or replace temp macro signed_number(t) as regexp_replace(plain_number(t), '^[\x{2212}\x{2013}]', '-');
-- As exact as it is written, since it is rounded where it is kept, and rounded twice it would be another.
create or replace temp macro number_otherwise(t) as
    try_cast(regexp_extract(signed_number(t), '^[+-]?([0-9]+([.][0-9]*)?|[.][0-9]+)$') as decimal(34, 20));
create or replace temp macro as_number(t) as
    case when regexp_full_match(t, '-?[0-9]{1,9}') then t::decimal(34, 20) else number_otherwise(t) end;
create or replace temp macro as_integer(t) as case
    when regexp_full_match(t, '-?[0-9]{1,9}') then t::integer
    when number_otherwise(t) % 1 = 0 then try_cast(number_otherwise(t) as integer) end;

-- A year, or the year of a date.
create or replace temp macro as_year(t) as case
    when regexp_full_match(trimmed(t), '[0-9]{4}([.,]0*)?') then left(trimmed(t), 4)::smallint
    else year(as_date(t))::smallint end;

-- What a spreadsheet shows where a formula has failed, in Swedish or English, or where a column is too narrow.
create or replace temp macro is_spreadsheet_error(t) as
    regexp_full_match(upper(trimmed(t)), '#+|#N/A|#[A-ZÅÄÖ/0]+[!?]');

-- Six or eight digits of a date whose month is 00–19 (organisation numbers have 20 or more), and four signs after it.
-- Twice, since two numbers side by side share the sign between them.
create or replace temp macro looks_like_identity(t) as length(t) >= 10 and regexp_matches(t, getvariable('identity_pattern'));
create or replace temp macro is_personal_number(t) as length(t) >= 10
    and regexp_full_match(trimmed(t), '[0-9]{10}([0-9]{2})?([.,]0*)?') and looks_like_identity(t);
create or replace temp macro without_identity(t) as regexp_replace(
    regexp_replace(t, getvariable('identity_pattern'), '\1•••\2\3', 'g'), getvariable('identity_pattern'), '\1•••\2\3', 'g');
create or replace temp macro masked(t) as case when looks_like_identity(t) then without_identity(t) else t end;

-- A cell of CSV: one that a spreadsheet would run as a formula gets an apostrophe before it, and quotes after RFC 4180.
create or replace temp macro harmless(t) as case when regexp_matches(t, '^[=+@\t\r-]') then chr(39) || t else t end;
create or replace temp macro quoted(t) as
    case when regexp_matches(t, '[",\r\n]') then '"' || replace(t, '"', '""') || '"' else t end;
