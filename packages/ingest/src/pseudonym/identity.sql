-- Who the participant column speaks of: each distinct text once, read, and turned into a pseudonym.
-- Needs the macros, and `written_participant` (written, line: where it first stands).
-- Parameters: municipality, sender, today, inner and outer (the key in HMAC's two paddings).

create or replace temp table identity as
with compact as (
    -- Between the parts stands anything that separates, or nothing: signs without width are copied along unseen.
    select written, line, nfc_normalize(as_text(written)) as own,
        regexp_replace(upper(regexp_replace(as_text(written), '[.,]0+$', '')),
            '[\s+._/:\x{a0}\x{ad}\x{200b}-\x{200f}\x{202f}\x{2010}-\x{2015}\x{2060}\x{2212}\x{feff}-]', '', 'g') as sign,
        regexp_matches(as_text(written), '\+ ?\w{4}$') as hundred
    from written_participant
), shaped as (
    select *,
        regexp_full_match(sign, '([0-9]{8}|[0-9]{6})([0-9]{4}|[TRSUWXJKLMN][0-9]{3}|TF[0-9]{2})')
            and right(sign, 4) <> '0000' as numbered,
        regexp_full_match(sign, '([0-9]{8}|[0-9]{6})(0000|X{3,4}|[*?]{1,4})?') as dated,
        left(sign, case when regexp_full_match(sign, '([0-9]{8})(.{4})?') then 8 else 6 end) as days,
        case when regexp_full_match(own, '(19|2[01])[0-9]{2}[-/.][0-9]{1,2}[-/.][0-9]{1,2}([ T]00:00(:00)?)?')
                then try_strptime(regexp_replace(own, '[ T].*', ''), ['%Y-%m-%d', '%Y/%m/%d', '%Y.%m.%d'])::date
            when regexp_full_match(own, '[0-9]{1,2}[-/.][0-9]{1,2}[-/. ](19|2[01])[0-9]{2}')
                then try_strptime(own, ['%d/%m %Y', '%d/%m/%Y', '%d.%m.%Y', '%d-%m-%Y'])::date end as written_day
    from compact
), calendar as (
    -- Coordination numbers add 60 to the day.
    select *, try_cast(right(days, 2) as integer) > 60 and numbered as coordinated,
        left(days, -2) || lpad((try_cast(right(days, 2) as integer)
            - case when numbered and try_cast(right(days, 2) as integer) > 60 then 60 else 0 end)::varchar, 2, '0') as day
    from shaped
), centuries as (
    -- Six digits: the latest century in which the person is born by today; with `+` the latest in which the person turns
    -- 100 this year or has done so.
    select *, case
            when not (numbered or dated) then null
            when length(days) = 8 then try_strptime(day, '%Y%m%d')::date
            when hundred then coalesce(
                case when try_cast('20' || left(day, 2) as integer) <= year($today::date)
                    then try_strptime('19' || day, '%Y%m%d')::date end,
                try_strptime('18' || day, '%Y%m%d')::date)
            else coalesce(
                case when try_strptime('20' || day, '%Y%m%d')::date <= $today::date
                    then try_strptime('20' || day, '%Y%m%d')::date end,
                try_strptime('19' || day, '%Y%m%d')::date)
        end as born
    from calendar
), judged as (
    select *, case
            when regexp_full_match(upper(own), '[0-9]([.,][0-9]+)?E[+]?[0-9]+') or is_spreadsheet_error(own) then 'destroyed'
            when regexp_full_match(lower(own), 'okänd|okänt|anonym|anonymt|saknas|unknown|anonymous|n/a|[?\x{2010}-\x{2015}-]+')
                then 'not_named'
            when numbered and born is not null and regexp_matches(right(sign, 4), '[A-Z]') then 'interim'
            when numbered and born is not null and coordinated then 'coordination'
            when numbered and born is not null then 'personal'
            when dated and born is not null then 'birth_date'
            when written_day is not null then 'birth_date'
            else 'own_id'
        end as kind,
        case when length(days) = 8 then days else year(born)::varchar || right(days, 4) end || right(sign, 4) as number
    from centuries
), known as (
    select written, line, own, kind, coalesce(born, written_day) as born,
        case when kind in ('personal', 'coordination', 'interim') then number end as number,
        numbered and born is null and (length(days) = 8 or regexp_matches(own, '[+-]')) as impossible_date
    from judged
)
select written, line, kind, impossible_date,
    case when kind = 'own_id' and regexp_full_match(own, '[0-9]{9}')
        then luhn_holds('0' || own) and try_strptime('200' || left(own, 5), '%Y%m%d') is not null else false end as lacks_zero,
    case when kind not in ('own_id', 'destroyed', 'not_named') then born end as birth_date, year(birth_date) as birth_year,
    case when kind in ('personal', 'coordination') then luhn_holds(right(number, 10)) end as check_digit_ok,
    case when kind in ('personal', 'coordination')
        then case when substr(number, 11, 1)::integer % 2 = 1 then 'man' else 'woman' end end as gender,
    case when kind not in ('birth_date', 'destroyed', 'not_named') then left(hmac_sha256($inner::blob, $outer::blob,
        $municipality || chr(31) || coalesce(number, $sender || chr(31) || own)), 32)::uuid end as person
from known;
