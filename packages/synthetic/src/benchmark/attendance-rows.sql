-- One row a person and round. A person comes once in each round, on a day of their own in it,
-- so that no one is twice at one session.
copy (
    with number_written as (
        select
            person,
            strftime(date '1900-01-01' + (person % $days)::integer, '%Y%m%d') || ($first_serial + person // $days) as eleven
        from range($people) as each (person)
    ),
    checked as (
        select
            person,
            eleven,
            -- Luhn over the last nine digits: every other one doubled, their digits added.
            list_sum(
                list_transform(
                    range(3, 12),
                    lambda place: case
                        when place % 2 = 0 then substr(eleven, place, 1)::integer
                        else (substr(eleven, place, 1)::integer * 2) // 10 + (substr(eleven, place, 1)::integer * 2) % 10
                    end
                )
            ) as digit_sum
        from number_written
    ),
    person as materialized (
        select person, eleven || ((10 - digit_sum % 10) % 10) as participant from checked
    ),
    visit as (
        select
            number,
            number % $people as person,
            number // $people as round,
            (number * 48271 + $seed) % 2147483647 as draw
        from range($rows) as each (number)
    )
    select
        date '2023-01-01' + (round * $stride + (visit.person * 7919 + $seed) % $stride)::integer as date,
        'insats-' || (draw % 8 + 1) as activity,
        participant,
        'Ungdomsgrupp ' || (draw // 8 % 400 + 1) || ' omgång ' || (round + 1) as session,
        (15 + draw // 3200 % 4) || ':00' as start_time,
        (17 + draw // 3200 % 4) || ':30' as end_time
    from visit
    join person using (person)
    order by number
) to '$file' (format csv, header);
