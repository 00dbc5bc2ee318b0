-- Time to an event. `observed` names a table with one row for each one who is followed: `cohort`, `time` (≥ 0, any
-- unit) and `cause` of the event that ended it; null where following ended without any. On the same day events come
-- before those no longer followed, who hence are still at risk of them.
create or replace temp macro event_time(observed) as table
    with counted as (
        select
            cohort,
            time,
            count(*) as leaving,
            count(cause) as events
        from query_table(observed)
        group by cohort, time
    )
    select
        cohort,
        time,
        sum(leaving) over (partition by cohort order by time desc) as at_risk,
        events
    from counted;

-- Kaplan and Meier (Journal of the American Statistical Association 53, 1958), with Greenwood's standard error.
-- One row for each time of an event. `survival` is the share without any event after that time; once it is 0 its
-- error is not known.
create or replace temp macro kaplan_meier(observed) as table
    with survived as (
        select
            *,
            product(1 - events / at_risk) over so_far as survival,
            sum(events / nullif(at_risk * (at_risk - events), 0)) over so_far as relative_variance
        from event_time(observed)
        where events > 0
        window so_far as (partition by cohort order by time)
    )
    select cohort, time, at_risk, events, survival, if(survival > 0, survival * sqrt(relative_variance), null) as se
    from survived;

-- Aalen and Johansen (Scandinavian Journal of Statistics 5, 1978): the share that each cause has happened to, where
-- the others can happen first. One row for each time of an event and each cause of the cohort. The standard error is
-- that of the delta method, the same as the infinitesimal jackknife's.
create or replace temp macro aalen_johansen(observed) as table
    with stepped as (
        select
            cohort,
            time,
            at_risk,
            events,
            coalesce(lag(survival) over (partition by cohort order by time), 1) as survival_before
        from kaplan_meier(observed)
    ),
    of_cause as (
        select cohort, time, cause, count(*) as events
        from query_table(observed)
        where cause is not null
        group by cohort, time, cause
    ),
    by_cause as (
        select
            stepped.*,
            listed.cause,
            coalesce(of_cause.events, 0) as events_of_cause
        from stepped
        join (select distinct cohort, cause from of_cause) as listed using (cohort)
        left join of_cause on
            of_cause.cohort = stepped.cohort and of_cause.time = stepped.time and of_cause.cause = listed.cause
    ),
    risen as (
        select
            *,
            sum(survival_before * events_of_cause / at_risk) over so_far as incidence,
            coalesce(events / nullif(at_risk * (at_risk - events), 0), 0) as of_all,
            survival_before ** 2 * events_of_cause * (at_risk - events_of_cause) / at_risk ** 3 as of_one,
            survival_before * events_of_cause / at_risk ** 2 as of_both
        from by_cause
        window so_far as (partition by cohort, cause order by time)
    ),
    -- Σ (F(t) − F(s))² · of_all + of_one − 2 (F(t) − F(s)) · of_both over s ≤ t, multiplied out
    varied as (
        select
            *,
            incidence ** 2 * sum(of_all) over so_far
            - 2 * incidence * sum(of_all * incidence + of_both) over so_far
            + sum(of_all * incidence ** 2 + of_one + 2 * of_both * incidence) over so_far as variance
        from risen
        window so_far as (partition by cohort, cause order by time)
    )
    select cohort, time, cause, at_risk, events_of_cause as events, incidence, sqrt(greatest(variance, 0)) as se
    from varied;

-- Intervals that stay within 0 and 1: log(−log) of survival, and of one minus an incidence (complementary log-log;
-- Kalbfleisch and Prentice, The Statistical Analysis of Failure Time Data, section 1.4). Null at 0 and 1.
create or replace temp macro log_log_width(survival, se, z) as
    if(survival > 0 and survival < 1, z * se / (survival * abs(ln(survival))), null);
create or replace temp macro survival_low(survival, se, z) as survival ** exp(log_log_width(survival, se, z));
create or replace temp macro survival_high(survival, se, z) as survival ** exp(-log_log_width(survival, se, z));
create or replace temp macro incidence_low(incidence, se, z) as 1 - survival_high(1 - incidence, se, z);
create or replace temp macro incidence_high(incidence, se, z) as 1 - survival_low(1 - incidence, se, z);
