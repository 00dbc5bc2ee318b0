import normalQuantile from '@stdlib/stats-base-dists-normal-quantile'
import tQuantile from '@stdlib/stats-base-dists-t-quantile'

/** The standard normal quantile that bounds a two-sided interval at `level`: 1.96 at 0.95. */
export const twoSidedZ = (level: number): number => normalQuantile((1 + level) / 2, 0, 1)

/** Student's quantile that bounds a two-sided interval at `level`; `degrees` of freedom from 1. */
export const twoSidedT = (level: number, degrees: number): number => tQuantile((1 + level) / 2, degrees)
