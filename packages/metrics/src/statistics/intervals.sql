-- Wilson's score interval for `k` of `n`, with `z` the normal quantile. Newcombe, Statistics in Medicine 17
-- (1998), method 3. Null when `n` is 0.
create or replace temp macro wilson_centre(k, n, z) as (k + z * z / 2) / nullif(n + z * z, 0);
create or replace temp macro wilson_margin(k, n, z) as
    z * sqrt(greatest(k * (n - k) / nullif(n, 0), 0) + z * z / 4) / nullif(n + z * z, 0);
create or replace temp macro wilson_low(k, n, z) as
    if(k = 0 and n > 0, 0.0, wilson_centre(k, n, z) - wilson_margin(k, n, z));
create or replace temp macro wilson_high(k, n, z) as
    if(k = n and n > 0, 1.0, wilson_centre(k, n, z) + wilson_margin(k, n, z));

-- Half the width of Student's interval for a mean of `n` values, with `t` the quantile at n − 1 degrees.
create or replace temp macro mean_margin(sd, n, t) as t * sd / sqrt(n);

-- Cohen's d_z of a paired change: its mean in units of the standard deviation of the differences
-- (Lakens, Frontiers in Psychology 4, 2013). Null when nobody differs from another.
create or replace temp macro cohen_dz(mean, sd) as mean / nullif(sd, 0);
