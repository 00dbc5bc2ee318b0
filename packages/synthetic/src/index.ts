export * from './generate.ts'
export type { Delivery, DeliveredRow } from './delivery.ts'
export type { Facts } from './facts.ts'
export * from './row-sums.ts'
